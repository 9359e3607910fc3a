import { arrowLength, dotRadius, type Item, softLength } from './layout'
import type { Mark, Tone } from './marks'
import type { Colour, Shape } from './shapes'

type Look = { isFocused: boolean; isChosen: boolean; left: number; right: number }

export const colourOf = (tone: Tone): Colour =>
  tone === 'ok' || tone === 'conflict' ? tone : tone === 'suggested' ? 'straw-line' : 'ink-2'

/** A mark with its label. @param offset pixels from the layout's places to the drawing's; `y` the middle of its row */
export function shapesOfItem(item: Item, offset: number, y: number, look: Look): Shape[] {
  const [mark] = item.marks
  if (!mark) return []
  const x = item.at + offset
  const colour = colourOf(item.shape === 'cluster' ? clusterTone(item.marks) : mark.tone)
  const body =
    item.shape === 'cluster'
      ? cluster(item, offset, y, colour, look)
      : [...reach(item, mark, offset, y, colour), ...(item.shape === 'span' ? [] : [dot(mark, x, y, colour)])]
  return [...body, ...labelShapes(item, mark, offset, y, look), ...ring(item, offset, y, look)]
}

/** What goes before in a cluster: a conflict is never hidden in it. */
const clusterTone = (marks: readonly Mark[]): Tone =>
  marks.some(({ tone }) => tone === 'conflict')
    ? 'conflict'
    : marks.every(({ tone }) => tone === 'suggested')
      ? 'suggested'
      : 'plain'

const line = (points: [number, number][], stroke: Colour, dash?: readonly number[]): Shape => ({
  kind: 'line',
  points,
  stroke,
  lineWidth: 1.5,
  dash,
})

function dot(mark: Mark, x: number, y: number, colour: Colour): Shape {
  if (mark.kind === 'publication') {
    return { kind: 'rect', x: x - 4.5, y: y - 4.5, width: 9, height: 9, fill: colour, stroke: colour, lineWidth: 1 }
  }
  const fill = mark.tone === 'suggested' ? 'straw' : mark.isHollow ? 'page' : colour
  const dash = mark.tone === 'suggested' ? [2.5, 2] : undefined
  return { kind: 'circle', x, y, radius: dotRadius, fill, stroke: colour, lineWidth: 1.5, dash }
}

/** The line of a span with its ends: a bar where it is known, dots that thin out where it is about there, an arrow where it is open. */
function reach(item: Item, mark: Mark, offset: number, y: number, colour: Colour): Shape[] {
  const isSpan = item.shape === 'span'
  const from = isSpan ? item.from + offset : item.at + offset - dotRadius
  const to = isSpan ? item.to + offset : item.at + offset + dotRadius
  const dash = mark.tone === 'suggested' ? [4, 3] : undefined
  const { start, end } = mark.span
  const body = isSpan
    ? [
        line(
          [
            [from, y],
            [to, y],
          ],
          colour,
          dash,
        ),
      ]
    : []
  return [...body, ...endShapes(start, from, -1, y, colour, isSpan), ...endShapes(end, to, 1, y, colour, isSpan)]
}

function endShapes(
  end: Mark['span']['end'],
  x: number,
  side: 1 | -1,
  y: number,
  colour: Colour,
  isSpan: boolean,
): Shape[] {
  if (end === 'known') return isSpan ? [bar(x, y, colour)] : []
  if (end === 'soft') {
    const pieces = [
      [1, 4.5],
      [6.5, 9],
      [11, softLength - 0.8],
    ] as const
    return pieces.map(([a, b]) =>
      line(
        [
          [x + side * a, y],
          [x + side * b, y],
        ],
        colour,
      ),
    )
  }
  const tip = x + side * arrowLength
  return [
    line(
      [
        [x, y],
        [tip, y],
      ],
      colour,
    ),
    line(
      [
        [tip - side * 5, y - 4],
        [tip, y],
        [tip - side * 5, y + 4],
      ],
      colour,
    ),
  ]
}

/** How many there are, in a pill as wide as the number. */
function cluster(item: Item, offset: number, y: number, colour: Colour, { left, right }: Look): Shape[] {
  const [start, end] = [item.start + offset, item.end + offset]
  const isLong = end - start > 40
  // The count of a long one stays in view as long as its line does.
  const x = isLong ? inView(item.at + offset, Math.max(start, left), Math.min(end, right), 16) : item.at + offset
  const text = countText(item.marks.length)
  const width = 13 + 7 * (text.length - 1) + 4
  const suggested = colour === 'straw-line'
  const dash = suggested ? [4, 3] : undefined
  const stretch = isLong
    ? [
        line(
          [
            [start, y],
            [end, y],
          ],
          colour,
          dash,
        ),
        bar(start, y, colour),
        bar(end, y, colour),
      ]
    : []
  return [
    ...stretch,
    {
      kind: 'rect',
      x: x - width / 2,
      y: y - 8,
      width,
      height: 16,
      radius: 8,
      fill: suggested ? 'straw' : 'page',
      stroke: colour,
      lineWidth: 1.5,
      dash: suggested ? [2.5, 2] : undefined,
    },
    {
      kind: 'text',
      x,
      y: y + 4,
      text,
      size: 11,
      weight: 600,
      colour: suggested ? 'ink' : colour === 'ink-2' ? 'ink' : colour,
      anchor: 'middle',
    },
  ]
}

const bar = (x: number, y: number, colour: Colour): Shape =>
  line(
    [
      [x, y - 4],
      [x, y + 4],
    ],
    colour,
  )

/** A place kept within two others, from which it stays away as far as there is room. */
const inView = (x: number, from: number, to: number, room: number): number =>
  Math.min(Math.max(x, from + room), Math.max(to - room, from + room))

/** At most three signs: 999, 1k, 12k. */
export const countText = (count: number): string => (count < 1000 ? String(count) : `${Math.floor(count / 1000)}k`)

function labelShapes(item: Item, mark: Mark, offset: number, y: number, { left, right }: Look): Shape[] {
  const { label } = item
  if (!label) return []
  const base = {
    kind: 'text',
    y: y + 4,
    text: label.text,
    size: 11,
    weight: 400,
    colour: mark.tone === 'ok' || mark.tone === 'conflict' ? mark.tone : 'ink-2',
    anchor: label.anchor,
  } as const
  if (!label.isInside) return [{ ...base, x: label.x + offset, halo: mark.kind === 'publication' ? 'chrome' : 'page' }]
  // The label of a long span stays in view as long as its line does.
  const half = label.width / 2 + 8
  const x = inView(label.x + offset, Math.max(item.from + offset, left), Math.min(item.to + offset, right), half)
  const fill = mark.kind === 'publication' ? 'chrome' : 'page'
  return [
    { kind: 'rect', x: x - half + 2, y: y - 9, width: half * 2 - 4, height: 18, fill },
    { ...base, x },
  ]
}

/** The focus ring, or the quieter one of the event in hand. */
function ring(item: Item, offset: number, y: number, { isFocused, isChosen }: Look): Shape[] {
  if (!isFocused && !isChosen) return []
  const lineWidth = isFocused ? 2 : 1.25
  if (item.shape === 'dot') {
    return [{ kind: 'circle', x: item.at + offset, y, radius: 9.5, stroke: 'trace', lineWidth }]
  }
  const [from, to] = item.shape === 'cluster' ? [item.start - 2, item.end + 2] : [item.from - 5, item.to + 5]
  return [
    { kind: 'rect', x: from + offset, y: y - 11, width: to - from, height: 22, radius: 6, stroke: 'trace', lineWidth },
  ]
}
