import { scaleUtc } from 'd3-scale'

/**
 * The part of time that is looked at. `left` is the day (since 1970-01-01) at the left edge, `width` what is drawn of time,
 * in pixels. Time runs from left to right whatever the window's direction: dates on an axis are read so in every script.
 */
export type View = { left: number; pxPerDay: number; width: number }

/** Days since 1970-01-01. */
export type Extent = { from: number; to: number }

const dayMs = 86_400_000

/** An hour is 72 pixels at the most. */
export const mostPxPerDay = 72 * 24

export const xOf = (view: View, day: number): number => (day - view.left) * view.pxPerDay

export const dayAt = (view: View, x: number): number => view.left + x / view.pxPerDay

export const rightOf = (view: View): number => dayAt(view, view.width)

/** The view as a scale of moments, which also tells the moment at a place (`invert`). */
export const scaleOf = (view: View) =>
  scaleUtc()
    .domain([view.left * dayMs, rightOf(view) * dayMs])
    .range([0, view.width])

/** A view that shows all of an extent. */
export const fitted = ({ from, to }: Extent, width: number): View => ({
  left: from,
  pxPerDay: Math.min(mostPxPerDay, Math.max(1, width) / Math.max(1e-6, to - from)),
  width,
})

/** All that is drawn, with room beside it; two weeks at least. */
export function wholeExtent(spans: readonly Extent[]): Extent | null {
  if (spans.length === 0) return null
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const span of spans) {
    from = Math.min(from, span.from)
    to = Math.max(to, span.to)
  }
  return padded({ from, to })
}

/** More room at the right, where labels stand. */
function padded({ from, to }: Extent): Extent {
  const least = Math.max((14 - (to - from)) / 2, 0.5)
  return { from: from - Math.max((to - from) * 0.05, least), to: to + Math.max((to - from) * 0.12, least) }
}

/**
 * What is shown first: everything, or the stretch where nearly all stands where a few far ones would press the rest
 * into a corner.
 */
export function firstExtent(spans: readonly Extent[]): Extent | null {
  const whole = wholeExtent(spans)
  if (!whole || spans.length < 5) return whole
  const middles = spans.map((span) => (span.from + span.to) / 2).sort((a, b) => a - b)
  const at = (share: number): number => middles[Math.round(share * (middles.length - 1))] ?? 0
  const [low, high] = [at(0.1), at(0.9)]
  const near = padded({ from: low - (high - low) * 0.15, to: high + (high - low) * 0.15 })
  if (near.to - near.from > (whole.to - whole.from) / 4) return whole
  return { from: Math.max(near.from, whole.from), to: Math.min(near.to, whole.to) }
}

/** Lets no more than the whole be looked at, and nothing beside it. */
export function within(view: View, whole: Extent): View {
  const least = fitted(whole, view.width).pxPerDay
  const pxPerDay = Math.min(mostPxPerDay, Math.max(least, view.pxPerDay))
  const last = whole.to - view.width / pxPerDay
  return { ...view, pxPerDay, left: last < whole.from ? (last + whole.from) / 2 : clamp(view.left, whole.from, last) }
}

export const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** The view from nearer or farther, the moment at `x` staying where it is. @param factor over 1 for nearer */
export function zoomed(view: View, factor: number, x = view.width / 2): View {
  const pxPerDay = Math.min(mostPxPerDay, view.pxPerDay * factor)
  return { ...view, pxPerDay, left: dayAt(view, x) - x / pxPerDay }
}

/** The view moved by a share of its width, later ones to be seen where it is positive. */
export const panned = (view: View, share: number): View => ({
  ...view,
  left: view.left + (share * view.width) / view.pxPerDay,
})

/** The view with a day in its middle, as near as `pxPerDay`. */
export const centred = (view: View, day: number, pxPerDay = view.pxPerDay): View => ({
  ...view,
  pxPerDay,
  left: day - view.width / 2 / pxPerDay,
})

/** Part of the way from one view to another: as fast near as far. @param part 0 to 1 */
export function between(from: View, to: View, part: number): View {
  const pxPerDay = from.pxPerDay * (to.pxPerDay / from.pxPerDay) ** part
  const middle = (view: View): number => dayAt(view, view.width / 2)
  // The way counts as it is seen: while far away, a pixel is many days.
  const near = (1 / from.pxPerDay - 1 / pxPerDay) / (1 / from.pxPerDay - 1 / to.pxPerDay)
  const share = Number.isFinite(near) ? near : part
  return centred(to, middle(from) + (middle(to) - middle(from)) * share, pxPerDay)
}

/** The day nearest to a view's middle that something stands on: another level begins where there is something to see. */
export function nearestDay(view: View, marks: readonly { span: Extent }[]): number | null {
  const middle = dayAt(view, view.width / 2)
  let best: number | null = null
  for (const { span } of marks) {
    const day = (span.from + span.to) / 2
    if (best === null || Math.abs(day - middle) < Math.abs(best - middle)) best = day
  }
  return best
}
