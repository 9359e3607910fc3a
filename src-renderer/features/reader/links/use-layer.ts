import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { createMotion } from '../motion'
import { connectors, connectorsIn, type Drawing, type PaneSight, type Scene } from './connectors'
import { type Links, useLinks } from './context'
import { type Measured, measure } from './dom'
import { useHand } from './hand'
import { type Canvases, paintConnectors, readyCanvases, type Worded } from './painter'
import { isSamePlace } from './shared'
import { farWords, stubWords } from './stub-words'
import { makeFollowers } from './sync-panes'
import { useLinkView } from './view'

const nothing: Drawing = { edges: [], ribbons: [], stubs: [], far: [] }

type Parts = {
  box: RefObject<HTMLElement | null>
  /** Has the elements that are drawn at rest, and `moving`, which has the canvases that stand for them while panes scroll. */
  layer: RefObject<HTMLElement | null>
  moving: RefObject<HTMLElement | null>
}

/**
 * The connectors of what is on the screen, drawn anew in the frame that scrolls, and panes that follow each other while they
 * are in sync. Places are measured when the layout changes; scrolling reads no layout but how far panes are scrolled.
 * @param shown ids of the panes that are open, from left to right
 * @returns what is drawn at rest
 */
export function useLayer({ box, layer, moving }: Parts, shown: readonly number[]): Drawing {
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
  /** How far the panes were scrolled when they were drawn last. */
  const drawnAt = useRef<readonly number[]>([])

  /** The panes as they are scrolled now. Nothing may have been written in the page: reading would cost a layout. */
  const sighted = useCallback(
    (): PaneSight[] => measured.current.map((pane) => ({ ...pane, scrollTop: pane.scroller.scrollTop })),
    [],
  )

  /** What is to be drawn, or null where that is nothing. */
  const sceneOf = useCallback((panes: readonly PaneSight[]): Scene | null => {
    const { links, view, active } = latest.current
    const inHand = active?.place ?? null
    const drawn = view.shared
      ? links.likely
      : links.likely.filter(({ a, b }) => inHand && (isSamePlace(a, inHand) || isSamePlace(b, inHand)))
    const [first = -1, last = -1] = [panes[0], panes.at(-1)].map((pane) =>
      links.panes.findIndex(({ id }) => id === pane?.pane),
    )
    if (drawn.length === 0 || first < 0 || last < 0) return null
    const folded = links.panes.map(({ id, articleId }) => ({ pane: id, articleId }))
    return { panes, before: folded.slice(0, first), after: folded.slice(last + 1), links: drawn, active: inHand }
  }, [])
  const draw = useCallback(
    (panes: readonly PaneSight[]): void => {
      const scene = sceneOf(panes)
      setDrawing(scene ? connectors(scene) : nothing)
      drawnAt.current = panes.map(({ scrollTop }) => scrollTop)
      layer.current?.removeAttribute('data-moving')
    },
    [sceneOf, layer],
  )

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
    let panes: PaneSight[] = []
    const motion = createMotion({
      begin: () => {
        if (!layer.current || !moving.current || !sceneOf(panes)) return null
        layer.current.toggleAttribute('data-moving', true)
        drawnAt.current = []
        return readyCanvases(layer.current, moving.current, panes)
      },
      paint: (canvases) => {
        const scene = sceneOf(panes)
        if (!canvases || !scene || !layer.current) return
        // What was drawn meanwhile for another reason has shown the elements again.
        if (!layer.current.hasAttribute('data-moving')) drawnAt.current = []
        layer.current.toggleAttribute('data-moving', true)
        paintMoved(canvases, scene, drawnAt.current, latest.current.links)
        drawnAt.current = panes.map(({ scrollTop }) => scrollTop)
      },
      settle: () => flushSync(() => draw(panes)),
    })
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
      panes = sighted()
      if (panes.some(({ scrollTop }, i) => scrollTop !== drawnAt.current[i])) motion.step()
    }
    const leading = ['wheel', 'pointerdown', 'keydown', 'focusin'] as const
    for (const type of leading) element.addEventListener(type, lead, { capture: true, passive: true })
    element.addEventListener('scroll', onScroll, { capture: true, passive: true })
    return () => {
      motion.end()
      for (const type of leading) element.removeEventListener(type, lead, { capture: true })
      element.removeEventListener('scroll', onScroll, { capture: true })
    }
  }, [box, layer, moving, draw, sceneOf, sighted, followers])
  return drawing
}

/** Draws the gutters beside panes that were scrolled. @param before how far they were scrolled when they were drawn last */
function paintMoved(canvases: Canvases, scene: Scene, before: readonly number[], links: Links): void {
  const isMoved = scene.panes.map(({ scrollTop }, i) => scrollTop !== before[i])
  for (let gutter = 0; gutter <= scene.panes.length; gutter += 1) {
    const isEmpty =
      (gutter === 0 && scene.before.length === 0) || (gutter === isMoved.length && scene.after.length === 0)
    if (!isEmpty && (isMoved[gutter - 1] || isMoved[gutter])) {
      paintConnectors(canvases, gutter, worded(connectorsIn(gutter, scene), links))
    }
  }
}

const worded = (drawing: Drawing, { texts, panes }: Links): Worded => ({
  ...drawing,
  words: new Map([
    ...drawing.stubs.map((stub) => [stub.key, stubWords(stub, texts)] as const),
    ...drawing.far.map((stub) => [stub.key, farWords(stub, panes)] as const),
  ]),
})
