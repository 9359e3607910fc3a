import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react'
import type { ArticleText } from '../../../src-main/contract/types'
import { type Block, countWords } from '../../../src-main/domain/article'
import { lazily } from '../../../src-main/domain/lazily'
import { useText } from '../../i18n/i18n'
import { readBlocks, withinShown } from './blocks'
import { selectedSpan, selectSpan } from './dom-text'
import type { Sight } from './sight'
import { extendByEnd, neighbourSentence, type Span, sentencesOf } from './spans'
import { letGo, say, take } from './use-reader'

/**
 * Reading and selecting by keyboard: ↑ ↓ move by paragraph, ← → by sentence, with Shift they extend the selection;
 * Enter selects the paragraph, Escape lets go.
 * @param sight at its beginning moving begins while the paragraph in hand is out of sight
 */
export function useCaret(doc: RefObject<HTMLElement | null>, text: ArticleText, sight: Sight) {
  const t = useText()
  const blocks = useMemo(() => readBlocks(text.blocks), [text.blocks])
  const language = text.article.metadata.language.value
  // Found with the first key that asks for them: that takes as long as drawing the text.
  const sentences = useMemo(
    () =>
      lazily(() =>
        blocks.flatMap((b) =>
          sentencesOf(b.text, language).map((s) => ({ start: b.start + s.start, end: b.start + s.end })),
        ),
      ),
    [blocks, language],
  )
  const paragraphs = useMemo(() => blocks.map((b) => ({ start: b.start, end: b.start + b.text.length })), [blocks])
  const [at, setAt] = useState<{ id: number; start: number } | null>(null)
  // Another version of the text has other blocks: the one that begins at the same place takes over.
  const known = blocks.find((b) => b.id === at?.id) ?? (at && blocks.findLast((b) => b.start <= at.start))
  const blockId = known?.id ?? null

  const elementOf = (id: number | undefined): Element | null =>
    doc.current?.querySelector(`[data-block="${id}"]`) ?? null
  const firstInSight = (): number =>
    Math.max(
      0,
      blocks.findIndex((b) => b.start + b.text.length >= sight.getState().start),
    )
  /** Index of the paragraph in hand, or null where it is out of sight. */
  const here = (): number | null => {
    const at = blocks.findIndex((b) => b.id === blockId)
    return at >= 0 && inSight(elementOf(blocks[at]?.id), doc.current?.parentElement ?? null) ? at : null
  }

  const show = (index: number): void => {
    const block = blocks[Math.max(0, Math.min(blocks.length - 1, index))]
    if (!block) return
    setAt(block)
    elementOf(block.id)?.scrollIntoView({ block: 'nearest' })
  }
  const goTo = (index: number): void => {
    document.getSelection()?.removeAllRanges()
    take(null)
    show(index)
    const block = blocks[Math.max(0, Math.min(blocks.length - 1, index))]
    if (block) say(block.text)
  }
  const select = (wanted: Span | null): void => {
    const root = doc.current
    if (!root) return
    const span = wanted && withinShown(wanted, text.blocks)
    if (!span) {
      document.getSelection()?.removeAllRanges()
      return
    }
    selectSpan(root, span)
    // The browser tells of it later, and the next key may be faster: it is meant for what is selected now.
    document.dispatchEvent(new Event('selectionchange'))
    const last = blocks.findLastIndex((b) => b.start < span.end)
    if (last >= 0) show(last)
    const words = text.blocks.map((b) => b.text).join('\n')
    say(t('reader.selection.words', { count: countWords(words.slice(span.start, span.end)) }))
  }

  const onArrow = (event: KeyboardEvent, root: HTMLElement): boolean => {
    const at = here() ?? firstInSight()
    const block = blocks[at]
    if (!block) return false
    const span = selectedSpan(root)
    const forward = block.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const step = event.key === 'ArrowDown' || event.key === forward ? 1 : -1
    const byParagraph = event.key === 'ArrowDown' || event.key === 'ArrowUp'
    if (byParagraph && event.shiftKey) select(extendByEnd(span, paragraphs, step, block.start))
    else if (byParagraph) goTo(here() === null ? at : at + step)
    else if (event.shiftKey) select(extendByEnd(span, sentences(), step, block.start))
    else select(neighbourSentence(span, sentences(), step, block.start))
    return true
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const root = doc.current
    if (event.ctrlKey || event.metaKey || event.altKey || !root) return
    if (event.key.startsWith('Arrow')) {
      if (!onArrow(event, root)) return
    } else if (event.key === 'Home') goTo(0)
    else if (event.key === 'End') goTo(blocks.length - 1)
    else if (event.key === 'Enter') select(paragraphs[here() ?? firstInSight()] ?? null)
    else if (event.key === 'Escape') {
      select(null)
      letGo()
    } else return
    event.preventDefault()
  }
  const moveTo = (offset: number): void => {
    const block = blocks.findLast((b) => b.start <= offset)
    if (block) setAt(block)
  }
  /** Stays with a block that an edit has made, which is not in the text yet. */
  const follow = (id: number): void => setAt({ id, start: known?.start ?? 0 })
  const current = (): Block | null => blocks[here() ?? firstInSight()] ?? null
  return { blockId, onKeyDown, moveTo, follow, current, select }
}

function inSight(element: Element | null, scroller: Element | null): boolean {
  if (!element || !scroller) return false
  const box = element.getBoundingClientRect()
  const frame = scroller.getBoundingClientRect()
  return box.bottom > frame.top && box.top < frame.bottom
}
