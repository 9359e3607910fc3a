import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import { useSession } from '../../data/session'
import { useText } from '../../i18n/i18n'
import { BlockView } from './BlockView'
import { piecesOf, readBlocks, titleOf } from './blocks'
import { offsetFromPoint, selectedSpan } from './dom-text'
import { MarginBars } from './MarginBars'
import { PaneHeader } from './PaneHeader'
import { RemovedStrip } from './RemovedStrip'
import { coveringAt } from './spans'
import { useCaret } from './use-caret'
import { useHighlights } from './use-highlights'
import { usePaneHighlights } from './use-pane-highlights'
import { take, useReader } from './use-reader'
import { useScrollPosition } from './use-scroll-position'

type Props = { text: ArticleText; index: number; active: boolean; tags: readonly TagRow[] }

/** One article to read: header, text, selection, passages. */
export function Pane({ text, index, active, tags }: Props) {
  const t = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const doc = useRef<HTMLDivElement>(null)
  const articleId = text.article.id
  const language = text.article.metadata.language.value
  const { top, viewport, scrollTo } = useScrollPosition(scroller, doc, text)
  const caret = useCaret(doc, text, scrollTo)
  const pieces = piecesOf(text.blocks)
  const layoutKey = pieces.map((p) => (p.kind === 'block' ? p.block.id : -p.blocks.length)).join()
  useHighlights(doc, usePaneHighlights(text, index, tags), layoutKey)
  useTarget(articleId, scrollTo)
  useSelection(doc, articleId, index)

  const activate = (): void => useSession.setState({ activePane: index })
  const choosePassage = (event: MouseEvent): void => {
    if (!doc.current || !document.getSelection()?.isCollapsed) return
    const offset = offsetFromPoint(doc.current, event.clientX, event.clientY)
    if (offset === null) return
    const covering = coveringAt(text.passages, offset)
    const { inHand } = useReader.getState()
    const next = covering[(covering.findIndex((p) => p.id === inHand?.passageId) + 1) % Math.max(1, covering.length)]
    take(next ? { articleId, pane: index, start: next.start, end: next.end, passageId: next.id } : null)
    caret.moveTo(offset)
  }
  return (
    <article
      className={`pane ${active ? 'act' : ''}`}
      aria-label={t('reader.pane.region', { n: index + 1, title: titleOf(text) })}
      data-pane={index}
      dir={readBlocks(text.blocks)[0]?.direction}
      onFocus={activate}
      onPointerDown={activate}
    >
      <PaneHeader text={text} index={index} top={top} viewport={viewport} tags={tags} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the text has the keyboard through its own handler below */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: passages are chosen by Alt+↓ and Alt+↑, and in the inspector's list */}
      <div className="pbd" ref={scroller} onClick={choosePassage}>
        <section
          className="doc"
          ref={doc}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the text is read and selected by keyboard (WCAG 2.1.1)
          tabIndex={0}
          data-pane-text={index}
          aria-label={t('reader.pane.text', { title: titleOf(text) })}
          onKeyDown={(event: KeyboardEvent) => event.target === doc.current && caret.onKeyDown(event)}
        >
          <MarginBars root={doc} text={text} tags={tags} layoutKey={layoutKey} />
          {pieces.map((piece) =>
            piece.kind === 'block' ? (
              <BlockView
                key={piece.block.id}
                block={piece.block}
                here={active && piece.block.id === caret.blockId}
                language={language}
              />
            ) : (
              <RemovedStrip key={piece.blocks[0]?.id} blocks={piece.blocks} />
            ),
          )}
        </section>
      </div>
    </article>
  )
}

/** Takes what is selected in this pane in hand, and lets go when the selection ends. */
function useSelection(doc: RefObject<HTMLElement | null>, articleId: number, index: number): void {
  useEffect(() => {
    const onChange = (): void => {
      const element = doc.current
      if (!element || !document.activeElement || document.activeElement.closest('.pop, [role=dialog]')) return
      const span = selectedSpan(element)
      const { inHand } = useReader.getState()
      if (span) take({ ...span, articleId, pane: index, passageId: null })
      else if (inHand?.pane === index && inHand.passageId === null && element.contains(document.activeElement))
        take(null)
    }
    document.addEventListener('selectionchange', onChange)
    return () => document.removeEventListener('selectionchange', onChange)
  }, [doc, articleId, index])
}

/** Goes to the place that something outside asked to show. */
function useTarget(articleId: number, scrollTo: (offset: number) => void): void {
  const target = useSession((s) => s.target)
  const shown = useRef(0)
  useLayoutEffect(() => {
    if (target?.articleId !== articleId || target.stamp === shown.current) return
    shown.current = target.stamp
    scrollTo(target.start)
  }, [target, articleId, scrollTo])
}
