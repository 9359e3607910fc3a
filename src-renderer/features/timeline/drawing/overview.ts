import type { Mark, Tone } from './marks'
import type { Colour, Shape } from './shapes'
import { axisOf, type TickWords } from './ticks'
import { type Extent, fitted, xOf } from './view'

export const overviewHeight = 44

/** Bars of the overview are this wide: one tells of everything in its stretch of time. */
const barWidth = 4

/** How much there is over the whole of time. @param gutter width left free at the left */
export function overviewShapes(
  marks: readonly Mark[],
  whole: Extent,
  size: { width: number; gutter: number },
  words: TickWords,
): Shape[] {
  const view = fitted(whole, size.width - size.gutter)
  const bars = barsOf(marks, (mark) => xOf(view, (mark.span.from + mark.span.to) / 2))
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const ticks = axisOf(view, words).ticks.filter(({ x }) => x >= 0)
  return [
    { kind: 'rect', x: 0, y: 0, width: size.width, height: overviewHeight, fill: 'chrome' },
    ...ticks.flatMap(({ x, label, labelX, anchor }): Shape[] => [
      {
        kind: 'line',
        points: [
          [Math.round(x + size.gutter) + 0.5, 0],
          [Math.round(x + size.gutter) + 0.5, overviewHeight],
        ],
        stroke: 'line',
        lineWidth: 1,
      },
      {
        kind: 'text',
        x: labelX + size.gutter,
        y: 13,
        text: label,
        size: 11,
        weight: 400,
        colour: 'ink-3',
        anchor,
      },
    ]),
    ...bars.map(({ x, count, tone }): Shape => {
      const height = 4 + 16 * Math.sqrt(count / most)
      const colour: Colour = tone === 'ok' || tone === 'conflict' ? tone : tone === 'suggested' ? 'straw-line' : 'ink-2'
      const place = { x: x + size.gutter, y: overviewHeight - 4 - height, width: barWidth - 1, height }
      return { kind: 'rect', ...place, radius: 1, fill: colour }
    }),
  ]
}

type Bar = { x: number; count: number; tone: Tone }

const weight: Readonly<Record<Tone, number>> = { conflict: 3, plain: 2, ok: 2, published: 0, suggested: 1 }

/** A stretch has the colour of its events: that of a conflict goes before, that of all only where all agree. */
function barsOf(marks: readonly Mark[], x: (mark: Mark) => number): Bar[] {
  const bars = new Map<number, { things: Set<string>; tone: Tone }>()
  for (const mark of marks) {
    if (mark.kind === 'publication') continue
    const at = Math.floor(x(mark) / barWidth)
    const bar = bars.get(at)
    const thing = `${mark.kind} ${mark.id}`
    if (!bar) bars.set(at, { things: new Set([thing]), tone: mark.tone })
    else {
      bar.things.add(thing)
      bar.tone = mixed(bar.tone, mark.tone)
    }
  }
  return [...bars].map(([at, { things, tone }]) => ({ x: at * barWidth, count: things.size, tone }))
}

const mixed = (a: Tone, b: Tone): Tone => {
  if (a === b) return a
  return weight[a] === weight[b] ? 'plain' : weight[a] > weight[b] ? a : b
}

/** How many things stand wholly before and after a stretch of time. */
export function beside(marks: readonly Mark[], shown: Extent): { earlier: number; later: number } {
  const count = (isThere: (mark: Mark) => boolean): number =>
    new Set(marks.flatMap((mark) => (mark.kind !== 'publication' && isThere(mark) ? [`${mark.kind} ${mark.id}`] : [])))
      .size
  return {
    earlier: count(({ span }) => span.to <= shown.from),
    later: count(({ span }) => span.from >= shown.to),
  }
}
