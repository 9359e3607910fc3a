import { type RefObject, useLayoutEffect, useState } from 'react'
import { useSession } from '../../data/session'
import { rangesOf } from './dom-text'
import type { Held } from './use-reader'

const gap = 6
/** Of the status bar, in pixels. */
const footHeight = 30

type Place = { left: number; top: number }

/**
 * Where a box over a text stands, in the window: below the words, or above where there is no room; followed while the
 * text scrolls under it.
 * @param span the words; null for a box that stands at the foot of its pane
 * @param foot the pane at whose foot it stands while the words are out of sight; null for a box that has no place then
 */
export function usePlace(box: RefObject<HTMLElement | null>, span: Held | null, foot: number | null): Place | null {
  const panes = useSession((s) => `${s.panes.map(({ id }) => id).join()} ${s.activePane}`)
  const [place, setPlace] = useState<Place | null>(null)
  const held = span && JSON.stringify({ start: span.start, end: span.end, pane: span.pane })
  // biome-ignore lint/correctness/useExhaustiveDependencies: panes that are opened, moved and folded move the words
  useLayoutEffect(() => {
    const measure = (): void => {
      const words = held === null ? null : placeOf(JSON.parse(held), box.current)
      const next = words ?? (foot === null ? null : placeAtFoot(foot, box.current))
      setPlace((now) => (now?.left === next?.left && now?.top === next?.top ? now : next))
    }
    measure()
    const observer = new ResizeObserver(measure)
    const root = document.querySelector(`[data-pane-text="${span?.pane ?? foot}"]`)
    for (const element of [root, box.current, document.querySelector('.panes')]) if (element) observer.observe(element)
    window.addEventListener('scroll', measure, true)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('scroll', measure, true)
      window.removeEventListener('resize', measure)
    }
  }, [held, foot, panes, box])
  return place
}

function placeOf(span: { start: number; end: number; pane: number }, box: HTMLElement | null): Place | null {
  const root = document.querySelector(`[data-pane-text="${span.pane}"]`)
  const frame = root?.parentElement?.getBoundingClientRect()
  // A passage that is no longer found has no place in the text: the toolbar then stands at the pane's upper edge.
  if (frame && span.start === span.end) return { left: frame.left + gap, top: frame.top + gap }
  const rects = root ? rangesOf(root, span).flatMap((r) => [...r.getClientRects()]) : []
  const first = rects[0]
  const last = rects.at(-1)
  if (!box || !frame || !first || !last || last.bottom < frame.top || first.top > frame.bottom) return null
  const { width, height } = box.getBoundingClientRect()
  const below = last.bottom + gap
  const above = first.top - gap - height
  const fits = below + height < window.innerHeight - footHeight
  const top = fits ? below : Math.max(frame.top, above)
  // Over its own pane where that is wide enough, not over what stands beside it.
  const edge = frame.width > width ? frame.right : edgeFor(width)
  const left = Math.max(8, Math.min(last.left, edge - width))
  return { left, top }
}

/** At the foot of a pane, or of the window where the pane is folded or closed; at its head where a correction is written there. */
function placeAtFoot(pane: number, box: HTMLElement | null): Place | null {
  const text = document.querySelector(`[data-pane-text="${pane}"]`)?.parentElement
  const frame = (text ?? document.querySelector('.panes') ?? document.body).getBoundingClientRect()
  if (!box) return null
  const { width, height } = box.getBoundingClientRect()
  const foot = Math.max(8, Math.min(frame.bottom, window.innerHeight - footHeight) - gap - height)
  const head = frame.top + gap
  const editor = text?.querySelector('[data-block-editor]')?.getBoundingClientRect()
  const covered = (top: number): number =>
    editor ? Math.max(0, Math.min(editor.bottom, top + height) - Math.max(editor.top, top)) : 0
  return {
    left: Math.max(8, Math.min(frame.left + gap, edgeFor(width) - width)),
    top: covered(foot) > covered(head) ? head : foot,
  }
}

/** How far right a box of this width may reach: not over what stands beside the panes, where these have room for it. */
function edgeFor(width: number): number {
  const panes = document.querySelector('.panes')?.getBoundingClientRect()
  return panes && panes.width > width ? panes.right : window.innerWidth - 8
}
