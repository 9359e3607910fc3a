import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { LinkPlace } from '../../../../src-main/contract/reading-types'
import type { ArticleText } from '../../../../src-main/contract/types'
import { useAnswer } from '../../../data/queries'
import { offsetFromPoint } from '../dom-text'
import { coveringAt } from '../spans'
import { type Shown, useHighlights } from '../use-highlights'
import { type Links, useLinks } from './context'
import { takeShared, useHand } from './hand'
import { marksOf } from './marks'
import { counterpartsOf, isSamePlace } from './shared'
import { useGoTo } from './use-go-to'
import { useTarget } from './use-target'
import { type LinkView, useLinkView } from './view'

type Props = {
  scroller: RefObject<HTMLElement | null>
  doc: RefObject<HTMLElement | null>
  text: ArticleText
  pane: number
  layoutKey: string
  /** Puts the keyboard's place in the text at an offset. */
  moveTo: (offset: number) => void
}

/** What links do in a pane's text: marks, a click that brings counterparts level, a card under the pointer. */
export function useLinkedPane({ scroller, doc, text, pane, layoutKey, moveTo }: Props): void {
  const [view] = useLinkView()
  const links = useLinks()
  useHighlights(doc, useMarks(text, links, view), layoutKey)
  useHighlights(doc, useHandMarks(text, pane, links), layoutKey)
  const goTo = useGoTo()
  const articleId = text.article.id
  const latest = useRef({ goTo, moveTo, places: links.places.get(articleId) ?? [], isShown: view.shared })
  useEffect(() => {
    latest.current = { goTo, moveTo, places: links.places.get(articleId) ?? [], isShown: view.shared }
  })
  const active = useHand((s) => s.active)
  useEffect(() => {
    if (active?.pane === pane) latest.current.moveTo(active.place.start)
  }, [active, pane])
  useEffect(() => {
    const [box, root] = [scroller.current, doc.current]
    if (!box || !root) return
    const placeAt = (event: MouseEvent): LinkPlace | null => {
      const element = event.target instanceof Element ? event.target : null
      if (!latest.current.isShown || !element?.closest('[data-start]')) return null
      const offset = offsetFromPoint(root, event.clientX, event.clientY)
      return offset === null ? null : (coveringAt(latest.current.places, offset)[0] ?? null)
    }
    const onClick = (event: MouseEvent): void => {
      if (!document.getSelection()?.isCollapsed || (event.target as Element).closest('button')) return
      const place = placeAt(event)
      if (place) latest.current.goTo({ pane, place }, { mayMove: false })
      else takeShared(null)
    }
    return pointing(box, onClick, (event) => {
      const place = event && event.buttons === 0 ? placeAt(event) : null
      const { shown } = useHand.getState()
      if (!place && shown?.pane !== pane) return
      if (place && shown && isSamePlace(shown.place, place) && shown.pane === pane) return
      useHand.setState({ shown: place && { pane, place } })
      root.toggleAttribute('data-over-shared', place !== null)
    })
  }, [scroller, doc, pane])
}

/** Listens to clicks, and to where the pointer rests: `rest` gets null as soon as it leaves. @returns a function that stops */
function pointing(
  box: HTMLElement,
  onClick: (event: MouseEvent) => void,
  rest: (event: PointerEvent | null) => void,
): () => void {
  let frame = 0
  const onMove = (event: PointerEvent): void => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(() => rest(event))
  }
  const onLeave = (): void => {
    cancelAnimationFrame(frame)
    rest(null)
  }
  box.addEventListener('click', onClick)
  box.addEventListener('pointermove', onMove, { passive: true })
  box.addEventListener('pointerleave', onLeave)
  return () => {
    onLeave()
    box.removeEventListener('click', onClick)
    box.removeEventListener('pointermove', onMove)
    box.removeEventListener('pointerleave', onLeave)
  }
}

/** What is marked whatever is in hand: shared passages and their differing words, dates, and what others tell as well. */
function useMarks({ article }: ArticleText, { alignment, likely, places }: Links, view: LinkView): Shown[] {
  const dates = useAnswer('date.list', view.dates ? { articleId: article.id } : null).data
  const { shared, onlyHere, dates: dated } = view
  return useMemo(() => {
    const isCompared = alignment?.compared.includes(article.id) ?? false
    const all = { shared: places.get(article.id) ?? [], likely, dates: dates ?? [], isCompared }
    return marksOf(article.id, all, { shared, onlyHere, dates: dated })
  }, [article.id, alignment, likely, places, dates, shared, onlyHere, dated])
}

/** The passage in hand, what it is linked with, which of that keys decide about, and the first end of a link that is being drawn. */
function useHandMarks(text: ArticleText, pane: number, { alignment }: Links): Shown[] {
  const active = useHand((s) => s.active)
  const drawing = useHand((s) => s.drawing)
  const target = useTarget()
  const shown: Shown[] = []
  if (active && alignment) {
    const group = counterpartsOf(alignment.links, active.place).flatMap(({ link, place }) =>
      link.likely ? [place] : [],
    )
    for (const { articleId, start, end } of group.length > 0 ? [active.place, ...group] : []) {
      if (articleId === text.article.id) shown.push({ name: 'shared-active', start, end })
    }
  }
  if (target?.place.articleId === text.article.id) {
    shown.push({ name: 'link-target', start: target.place.start, end: target.place.end })
  }
  if (drawing?.pane === pane) shown.push({ name: 'link-end', start: drawing.place.start, end: drawing.place.end })
  return shown
}
