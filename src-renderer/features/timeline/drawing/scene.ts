import { type Frame, middleOfRow } from './frame'
import { isOf } from './item'
import type { Item, Layout, Stem } from './layout'
import { colourOf, shapesOfItem } from './mark-shapes'
import type { Colour, Shape } from './shapes'
import type { Axis } from './ticks'
import type { View } from './view'

/** What a drawing shows of a layout. `chosen`: the event in hand; `focused`: the key of the mark with the keyboard. */
export type SceneInput = {
  frame: Frame
  /** What the view shows of it, at the view's level. */
  layout: Layout
  /** As wide as the frame without its gutter. */
  view: View
  axis: Axis
  /** Names as they fit the gutter. */
  laneNames: readonly string[]
  publishedName: string
  scroll: number
  chosen: number | null
  focused: string | null
}

/** The whole drawing as shapes, from the ground up. */
export function sceneOf(input: SceneInput): Shape[] {
  const { frame, layout, view } = input
  const offset = frame.gutter - view.left * view.pxPerDay
  const y = (item: Item): number => middleOfRow(frame, item.lane, item.row, input.scroll) + item.nudge
  const items = (some: readonly Item[]): Shape[] =>
    some.flatMap((item) =>
      shapesOfItem(item, offset, y(item), {
        isFocused: item.key === input.focused,
        isChosen: isOf(item, input.chosen),
        left: frame.gutter,
        right: frame.width,
      }),
    )
  const within = ({ top, height }: { top: number; height: number }, shapes: readonly Shape[]): Shape => ({
    kind: 'clip',
    x: frame.gutter,
    width: frame.width - frame.gutter,
    y: top,
    height,
    shapes,
  })
  const band = { top: frame.axis, height: frame.band }
  // Where lanes are scrolled away, nothing of them runs through the band of labels.
  const stemPart = input.scroll > 0 ? frame.region : { top: band.top, height: band.height + frame.region.height }
  return [
    ...ground(input),
    ...chosenDay(input, offset),
    ...grid(input),
    ...laneLines(input),
    within(
      stemPart,
      layout.stems.map((stem) => stemLine(stem, frame, offset, y)),
    ),
    within(
      band,
      layout.stems.flatMap((stem) => stemLabel(stem, frame, offset)),
    ),
    within(frame.region, layout.lanes.slice(0, -1).flatMap(items)),
    within(frame.publications, items(layout.lanes.at(-1) ?? [])),
    ...axisShapes(input),
    ...names(input),
  ]
}

function ground({ frame }: SceneInput): Shape[] {
  const { width, height, publications } = frame
  const page: Shape = { kind: 'rect', x: 0, y: 0, width, height, fill: 'page' }
  if (publications.height === 0) return [page]
  return [page, { kind: 'rect', x: 0, y: publications.top, width, height: publications.height, fill: 'chrome' }]
}

/** The days of the event in hand. */
function chosenDay({ frame, layout, chosen, view }: SceneInput, offset: number): Shape[] {
  const item = layout.items.find((one) => one.shape !== 'cluster' && isOf(one, chosen))
  if (!item) return []
  const from = Math.max(frame.gutter, item.from + offset)
  const to = Math.min(frame.width, item.to + offset)
  // Where a day is a hair, its shade says nothing; where the days fill the view, neither.
  if (to - from < 12 || to - from > view.width * 0.75) return []
  const { top, height } = frame.region
  return [
    { kind: 'rect', x: from, y: frame.axis, width: to - from, height: top + height - frame.axis, fill: 'trace-soft' },
  ]
}

const crisp = (x: number): number => Math.round(x) + 0.5

function grid({ frame, axis }: SceneInput): Shape[] {
  const bottom = frame.publications.top + frame.publications.height
  return axis.ticks
    .map(({ x, isStrong }) => ({ x: crisp(x + frame.gutter), isStrong }))
    .filter(({ x }) => x >= frame.gutter)
    .map(({ x, isStrong }) => ({
      kind: 'line',
      points: [
        [x, isStrong ? 0 : frame.axis],
        [x, bottom],
      ],
      stroke: isStrong ? 'line-strong' : 'line',
      lineWidth: 1,
    }))
}

function laneLines({ frame, scroll, laneNames }: SceneInput): Shape[] {
  const line = (y: number): Shape => ({
    kind: 'line',
    points: [
      [0, crisp(y)],
      [frame.width, crisp(y)],
    ],
    stroke: 'line',
    lineWidth: 1,
  })
  const tops = laneNames.map((_, lane) => frame.region.top + lane * frame.laneHeight - scroll)
  const { top, height } = frame.region
  return [
    line(frame.axis - 1),
    ...tops.filter((y, lane) => y >= top && y <= top + height && (lane > 0 || frame.band > 8)).map((y) => line(y - 1)),
    ...(frame.publications.height > 0 ? [line(frame.publications.top - 1)] : []),
  ]
}

function axisShapes({ frame, axis }: SceneInput): Shape[] {
  const labels = axis.ticks.map(
    ({ label, labelX, anchor, isStrong }): Shape => ({
      kind: 'text',
      x: labelX + frame.gutter,
      y: 18,
      text: label,
      size: 11,
      weight: isStrong ? 600 : 400,
      colour: isStrong ? 'ink' : 'ink-3',
      anchor,
    }),
  )
  return [
    { kind: 'clip', x: frame.gutter, y: 0, width: frame.width - frame.gutter, height: frame.axis, shapes: labels },
  ]
}

function names({ frame, axis, laneNames, publishedName, scroll }: SceneInput): Shape[] {
  const name = (text: string, y: number, weight: 500 | 600, colour: Colour): Shape => ({
    kind: 'text',
    x: 16,
    y,
    text,
    size: 12,
    weight,
    colour,
    anchor: 'start',
  })
  const lanes = laneNames.map((text, lane) => name(text, middleOfRow(frame, lane, 0, scroll) + 4, 500, 'ink'))
  const { top, height } = frame.region
  const last = frame.rows.length - 1
  return [
    { kind: 'clip', x: 0, y: top, width: frame.gutter, height, shapes: lanes },
    { ...(name(axis.context, 18, 600, 'ink-2') as Shape & { kind: 'text' }), size: 11 },
    ...(frame.publications.height > 0 ? [name(publishedName, middleOfRow(frame, last, 0, 0) + 4, 500, 'ink')] : []),
  ]
}

/** From its label down through its marks; slanting where the lanes give it different days. */
function stemLine(stem: Stem, frame: Frame, offset: number, y: (item: Item) => number): Shape {
  const points = stem.points.map((item): [number, number] => [item.at + offset, y(item)])
  const [first] = stem.points
  const top: [number, number][] = stem.label && first ? [[first.at + offset, frame.axis + frame.band - 4]] : []
  return { kind: 'line', points: [...top, ...points], stroke: colourOf(stem.mark.tone), lineWidth: 1.5 }
}

function stemLabel({ label, mark }: Stem, frame: Frame, offset: number): Shape[] {
  if (!label) return []
  const colour = colourOf(mark.tone)
  const { text, x } = label
  const place = { x: x + offset, y: frame.axis + 15, anchor: 'middle' as const }
  return [{ kind: 'text', ...place, text, size: 11, weight: 600, colour, halo: 'page' }]
}
