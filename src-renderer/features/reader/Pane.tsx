import { type MouseEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import { activate, useSession } from '../../data/session'
import { useText } from '../../i18n/i18n'
import { piecesOf, readBlocks, titleOf } from './blocks'
import { offsetFromPoint } from './dom-text'
import { useLinkedPane } from './links/use-linked-pane'
import { useLinkView } from './links/view'
import { PaneHeader } from './PaneHeader'
import { PaneText } from './PaneText'
import { useReading } from './reading/use-reading'
import { coveringAt } from './spans'
import { useCaret } from './use-caret'
import { useHighlights } from './use-highlights'
import { usePaneHighlights } from './use-pane-highlights'
import { letGo, take, useReader } from './use-reader'
import { useScrollPosition } from './use-scroll-position'
import { useSelection } from './use-selection'
import { useTextChange } from './use-text-change'

const noTags: readonly TagRow[] = []

type Props = {
  text: ArticleText
  /** Its id. */
  pane: number
  /** Its place from the left, from 1. */
  place: number
  active: boolean
  tags: readonly TagRow[]
}

/** One article to read: header, text, selection, passages. */
export function Pane({ text, pane, place, active, tags }: Props) {
  const t = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const doc = useRef<HTMLDivElement>(null)
  const articleId = text.article.id
  const { sight, scrollTo } = useScrollPosition(scroller, doc, text, pane)
  const caret = useCaret(doc, text, sight)
  const pieces = piecesOf(text.blocks)
  // Ranges don't outlast that their element is moved in the page.
  const order = useSession((s) => s.panes.map(({ id }) => id).join())
  const reading = JSON.stringify(useReading())
  const layoutKey = `${order} ${reading} ${pieces.map((p) => (p.kind === 'block' ? p.block.id : -p.blocks.length)).join()}`
  const [view] = useLinkView()
  const shownTags = view.tags ? tags : noTags
  useHighlights(doc, usePaneHighlights(text, pane, shownTags), layoutKey)
  useTarget(pane, (offset) => {
    scrollTo(offset)
    caret.moveTo(offset)
  })
  useLinkedPane({ scroller, doc, text, pane, layoutKey, moveTo: caret.moveTo })
  useSelection(doc, text, pane)
  useTextChange(text, pane)
  useFocusOnMount(doc, pane, active)

  const choosePassage = (event: MouseEvent): void => {
    if (!doc.current || !document.getSelection()?.isCollapsed) return
    const offset = offsetFromPoint(doc.current, event.clientX, event.clientY)
    if (offset === null) return
    const covering = coveringAt(
      text.passages.filter((p) => !p.orphaned),
      offset,
    )
    const { inHand } = useReader.getState()
    const next = covering[(covering.findIndex((p) => p.id === inHand?.passageId) + 1) % Math.max(1, covering.length)]
    letGo()
    if (next) {
      take({ articleId, pane, start: next.start, end: next.end, passageId: next.id })
      useReader.setState({ pointedAt: offset })
    }
    caret.moveTo(offset)
  }
  return (
    <section
      className={`pane ${active ? 'act' : ''}`}
      aria-label={t('reader.pane.region', { n: place, title: titleOf(text) })}
      data-pane={pane}
      data-place={place - 1}
      dir={readBlocks(text.blocks)[0]?.direction}
      onFocus={() => activate(pane)}
      onPointerDown={() => activate(pane)}
    >
      <PaneHeader text={text} pane={pane} sight={sight} tags={shownTags} />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the text has the keyboard through its own handler below */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: passages are chosen by Alt+↓ and Alt+↑, and in the inspector's list */}
      <div className="pbd" ref={scroller} onClick={choosePassage}>
        <PaneText
          doc={doc}
          text={text}
          pane={pane}
          active={active}
          tags={shownTags}
          pieces={pieces}
          layoutKey={layoutKey}
          caret={caret}
        />
      </div>
    </section>
  )
}

/** Takes the keyboard where it was meant for this pane, or where what had it is gone. */
function useFocusOnMount(doc: RefObject<HTMLElement | null>, pane: number, active: boolean): void {
  const wanted = useReader((s) => s.focusWanted === pane)
  useEffect(() => {
    if (!wanted && !(active && document.activeElement === document.body)) return
    doc.current?.focus({ preventScroll: true })
    if (wanted) useReader.setState({ focusWanted: null })
  }, [doc, wanted, active])
}

/** Goes once to the place that something outside asked to show. */
function useTarget(pane: number, goTo: (offset: number) => void): void {
  const target = useSession((s) => s.target)
  useLayoutEffect(() => {
    if (target?.pane !== pane || target.stamp === useReader.getState().shownTarget) return
    useReader.setState({ shownTarget: target.stamp })
    goTo(target.start)
  })
}
