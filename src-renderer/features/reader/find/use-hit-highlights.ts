import { useEffect } from 'react'
import type { Hit } from './find-text'
import { paint, rangeOfHit, rangesInSight } from './hit-ranges'

const textOf = (pane: number): Element | null => document.querySelector(`[data-pane-text="${pane}"]`)

/** Marks the hits on the screen, and the one in hand. @param key changes when texts or panes on the page do */
export function useHitHighlights(hits: readonly Hit[], current: Hit | null, key: unknown): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: ranges are made anew when texts or panes change on the page
  useEffect(() => {
    const panes = [...new Set(hits.map((hit) => hit.pane))]
    const byPane = panes.map((pane) => ({ pane, hits: hits.filter((hit) => hit.pane === pane) }))
    let frame = 0
    const draw = (): void => {
      const shown = byPane.flatMap(({ pane, hits: inPane }) => {
        const root = textOf(pane)
        return root ? rangesInSight(root, inPane) : []
      })
      const root = current && textOf(current.pane)
      const range = root && rangeOfHit(root, current)
      paint(shown, range ? [range] : [])
    }
    const drawSoon = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(draw)
    }
    draw()
    window.addEventListener('scroll', drawSoon, { capture: true, passive: true })
    window.addEventListener('resize', drawSoon)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', drawSoon, { capture: true })
      window.removeEventListener('resize', drawSoon)
      paint([], [])
    }
  }, [hits, current, key])
}
