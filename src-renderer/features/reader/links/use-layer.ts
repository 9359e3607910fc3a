import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { connectors, type Drawing, type PaneSight } from './connectors'
import { useLinks } from './context'
import { type Measured, measure } from './dom'
import { useHand } from './hand'
import { isSamePlace } from './shared'
import { makeFollowers } from './sync-panes'
import { useLinkView } from './view'

const nothing: Drawing = { edges: [], ribbons: [], stubs: [], far: [] }

/**
 * The connectors of what is on the screen, drawn anew in the frame that scrolls, and panes that follow each other while they
 * are in sync. Places are measured when the layout changes; scrolling reads no layout but how far panes are scrolled.
 * @param shown ids of the panes that are open, from left to right
 */
export function useLayer(box: RefObject<HTMLElement | null>, shown: readonly number[]): Drawing {
  const links = useLinks()
  const [view] = useLinkView()
  const active = useHand((s) => s.active)
  const [drawing, setDrawing] = useState(nothing)
  const measured = useRef<Measured[]>([])
  const latest = useRef({ links, view, active })
  useLayoutEffect(() => {
    latest.current = { links, view, active }
  })
  const [followers] = useState(makeFollowers)
  const order = shown.join()

  /** The panes as they are scrolled now. Nothing may have been written in the page: reading would cost a layout. */
  const sighted = useCallback(
    (): PaneSight[] => measured.current.map((pane) => ({ ...pane, scrollTop: pane.scroller.scrollTop })),
    [],
  )

  const draw = useCallback((panes: readonly PaneSight[]): void => {
    const { links, view, active } = latest.current
    const inHand = active?.place ?? null
    const drawn = view.shared
      ? links.likely
      : links.likely.filter(({ a, b }) => inHand && (isSamePlace(a, inHand) || isSamePlace(b, inHand)))
    setDrawing(panes.length > 1 && drawn.length > 0 ? connectors(panes, drawn, inHand) : nothing)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is in hand and what is shown is read from `latest`
  useLayoutEffect(() => draw(sighted()), [draw, sighted, active, view.shared])

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const ids = order.split(',').map(Number)
    const look = (): void => {
      const frame = element.getBoundingClientRect()
      measured.current = ids.flatMap((id) => {
        const articleId = links.panes.find((pane) => pane.id === id)?.articleId
        const places = articleId === undefined ? [] : (links.places.get(articleId) ?? [])
        return articleId === undefined ? [] : (measure(id, places, articleId, frame) ?? [])
      })
      draw(sighted())
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    for (const { scroller, doc } of measured.current) {
      observer.observe(scroller)
      observer.observe(doc)
    }
    return () => observer.disconnect()
  }, [box, order, links, draw, sighted])

  useEffect(() => {
    const element = box.current
    if (!element) return
    let leader: number | null = null
    let frame = 0
    const lead = (event: Event): void => {
      const pane = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-pane]') : null
      if (pane) leader = Number(pane.dataset.pane)
    }
    const onScroll = (event: Event): void => {
      const leading = measured.current.find((pane) => pane.pane === leader)
      if (leading && event.target === leading.scroller && latest.current.view.sync) {
        const { links, active } = latest.current
        for (const { scroller, top } of followers(leading, measured.current, links.likely, active))
          scroller.scrollTop = top
      }
      const panes = sighted()
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => flushSync(() => draw(panes)))
    }
    const leading = ['wheel', 'pointerdown', 'keydown', 'focusin'] as const
    for (const type of leading) element.addEventListener(type, lead, { capture: true, passive: true })
    element.addEventListener('scroll', onScroll, { capture: true, passive: true })
    return () => {
      cancelAnimationFrame(frame)
      for (const type of leading) element.removeEventListener(type, lead, { capture: true })
      element.removeEventListener('scroll', onScroll, { capture: true })
    }
  }, [box, draw, sighted, followers])
  return drawing
}
