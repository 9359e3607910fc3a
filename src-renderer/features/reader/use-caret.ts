import { type KeyboardEvent, type RefObject, useMemo, useState } from 'react'
import type { ArticleText } from '../../../src-main/contract/types'
import { readBlocks } from './blocks'
import { selectedSpan, selectSpan } from './dom-text'
import { extendBySentence, neighbourSentence, type Span, sentencesOf } from './spans'
import { take } from './use-reader'

/**
 * Reading and selecting by keyboard: ↑ ↓ move by paragraph, ← → by sentence, with Shift they extend the selection;
 * Enter selects the paragraph, Escape lets go.
 */
export function useCaret(doc: RefObject<HTMLElement | null>, text: ArticleText, scrollTo: (offset: number) => void) {
  const blocks = useMemo(() => readBlocks(text.blocks), [text.blocks])
  const language = text.article.metadata.language.value
  const sentences = useMemo(
    () =>
      blocks.flatMap((b) =>
        sentencesOf(b.text, language).map((s) => ({ start: b.start + s.start, end: b.start + s.end })),
      ),
    [blocks, language],
  )
  const [blockId, setBlockId] = useState<number | null>(null)
  const at = Math.max(
    0,
    blocks.findIndex((b) => b.id === blockId),
  )
  const current = blocks[at]

  const select = (span: Span | null): void => {
    const root = doc.current
    if (!root) return
    if (span) selectSpan(root, span)
    else document.getSelection()?.removeAllRanges()
    const block = span && [...blocks].reverse().find((b) => b.start < span.end)
    if (block) show(block.id)
  }
  const show = (id: number): void => {
    setBlockId(id)
    doc.current?.querySelector(`[data-block="${id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  const moveParagraph = (step: number): void => {
    const next = blocks[Math.max(0, Math.min(blocks.length - 1, blockId === null ? 0 : at + step))]
    if (next) show(next.id)
  }
  const extendParagraph = (span: Span | null, step: 1 | -1): void => {
    if (!current) return
    if (!span) {
      select({ start: current.start, end: current.start + current.text.length })
      return
    }
    const ends = blocks.map((b) => b.start + b.text.length)
    const longer = ends.find((e) => e > span.end) ?? span.end
    const shorter = [...ends].reverse().find((e) => e < span.end && e > span.start)
    if (step === 1) select({ start: span.start, end: longer })
    else select(shorter === undefined ? null : { start: span.start, end: shorter })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || !doc.current) return
    const span = selectedSpan(doc.current)
    const from = current?.start ?? 0
    const forward = text.blocks.find((b) => b.id === current?.id)?.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const back = forward === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight'
    if (event.key === 'ArrowDown') event.shiftKey ? extendParagraph(span, 1) : moveParagraph(1)
    else if (event.key === 'ArrowUp') event.shiftKey ? extendParagraph(span, -1) : moveParagraph(-1)
    else if (event.key === forward)
      select(event.shiftKey ? extendBySentence(span, sentences, 1, from) : neighbourSentence(span, sentences, 1, from))
    else if (event.key === back)
      select(
        event.shiftKey ? extendBySentence(span, sentences, -1, from) : neighbourSentence(span, sentences, -1, from),
      )
    else if (event.key === 'Enter' && current)
      select({ start: current.start, end: current.start + current.text.length })
    else if (event.key === 'Escape') {
      select(null)
      take(null)
    } else if (event.key === 'Home') scrollTo(0)
    else return
    event.preventDefault()
  }
  const moveTo = (offset: number): void => {
    const block = [...blocks].reverse().find((b) => b.start <= offset)
    if (block) setBlockId(block.id)
  }
  return { blockId, onKeyDown, moveTo }
}
