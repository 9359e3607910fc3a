import { placedLabels } from './labels'
import type { Mark } from './marks'
import { rowed } from './rows'
import { slotsWithinDays } from './slots'
import { middleOf } from './span'

/**
 * What is drawn at a level of zoom. Places are pixels from 1970-01-01 at `pxPerDay`, so that moving along changes nothing
 * of it: marks keep their rows and labels while the view moves.
 */
export type Layout = {
  pxPerDay: number
  /** In order of time, from the first lane down. */
  items: readonly Item[]
  /** Per lane, in order of time. */
  lanes: readonly (readonly Item[])[]
  stems: readonly Stem[]
}

/**
 * A mark, or several that have no room beside each other. `at`: where it is pointed at; `from` and `to`: the stretch that
 * it tells of; `start` and `end`: all that it covers without its label.
 */
export type Item = {
  key: string
  lane: number
  row: number
  marks: readonly Mark[]
  shape: 'dot' | 'span' | 'cluster'
  at: number
  /** Of it, what doesn't grow with the level: pixels from the middle of its day. */
  offset: number
  from: number
  to: number
  start: number
  end: number
  /** Pixels below its row's middle: spans that meet in one row don't cover each other. */
  nudge: number
  label: Label | null
}

/** `x`: where the text begins, is centred or ends, as `anchor` says. */
export type Label = { text: string; width: number; x: number; anchor: 'start' | 'middle' | 'end'; isInside: boolean }

/** Joins the marks of one event. `points`: one of each lane that it stands in, from the top. */
export type Stem = { id: number; mark: Mark; points: readonly Item[]; label: Label | null }

export type Measured = { text: string; width: number }

/** A mark's words as drawn, and cut shorter, with their widths in pixels. */
export type Words = (mark: Mark) => Measured & { short: Measured }

export const dotRadius = 5

/** Between the middles of two dots beside each other. */
export const dotGap = 15

export const arrowLength = 44
export const softLength = 13

/** From this width on, a day is a stretch in which nobody knows the hour. */
const widestDayAsDot = 160
const leastSpan = 14

/** @param rows how many marks of a lane have room above each other, by lane; the last is for publications */
export function layoutOf(marks: readonly Mark[], pxPerDay: number, rows: readonly number[], words: Words): Layout {
  const byLane: Mark[][] = rows.map(() => [])
  for (const mark of marks) byLane[mark.lane]?.push(mark)
  const widthOf = ({ marks: [mark] }: Item): number => (mark ? words(mark).width + 10 : 0)
  const offsets = slotsWithinDays(marks, pxPerDay, rows)
  const lanes = byLane.map((some, lane) => rowed(itemsOf(some, pxPerDay, offsets), rows[lane] ?? 1, widthOf))
  const stems = stemsOf(lanes, words)
  const named = new Set(stems.flatMap(({ id, label }) => (label ? [id] : [])))
  const through = stemsThrough(stems, lanes.length)
  const labelled = lanes.map((items, lane) => placedLabels(items, words, named, through[lane] ?? []))
  const items = labelled.flat().sort((a, b) => a.at - b.at || a.lane - b.lane || a.row - b.row)
  const final = new Map(items.map((item) => [item.key, item]))
  const joined = stems.map((stem) => ({ ...stem, points: stem.points.map((item) => final.get(item.key) ?? item) }))
  return { pxPerDay, items, lanes: labelled, stems: joined }
}

/** Marks where they would stand with all room they want, by the beginning of what they cover. */
const itemsOf = (marks: readonly Mark[], pxPerDay: number, offsets: ReadonlyMap<string, number>): Item[] =>
  marks
    .map((mark) => itemOf(mark, pxPerDay, offsets.get(mark.key) ?? null))
    .sort((a, b) => a.start - b.start || a.at - b.at)

/** @param offset pixels from the middle of its day, where several stand beside each other in it */
function itemOf(mark: Mark, pxPerDay: number, offset: number | null): Item {
  const { span } = mark
  const [from, to] = [span.from * pxPerDay, span.to * pxPerDay]
  const isSpan = offset === null && isStretch(span.unit, to - from)
  const at = middleOf({ from, to }) + (offset ?? 0)
  const half = isSpan ? (to - from) / 2 : dotRadius
  const reach = { known: 0, soft: softLength, open: arrowLength } as const
  return {
    key: mark.key,
    lane: mark.lane,
    row: 0,
    marks: [mark],
    shape: isSpan ? 'span' : 'dot',
    at,
    offset: offset ?? 0,
    from,
    to,
    start: at - half - reach[span.start],
    end: at + half + reach[span.end],
    nudge: 0,
    label: null,
  }
}

const isStretch = (unit: Mark['span']['unit'], width: number): boolean =>
  unit === 'day' ? width > widestDayAsDot : unit === 'longer' && width >= leastSpan

/** Joins what stands alone, not within a cluster, in two lanes or more. The labels over them never meet. */
function stemsOf(lanes: readonly (readonly Item[])[], words: Words): Stem[] {
  const byEvent = new Map<number, Item[]>()
  for (const item of lanes.flat()) {
    const [mark] = item.marks
    if (item.shape === 'cluster' || mark?.kind !== 'event') continue
    const id = Number(mark.id)
    const some = byEvent.get(id)
    if (some) some.push(item)
    else byEvent.set(id, [item])
  }
  const stems: Stem[] = []
  for (const [id, items] of byEvent) {
    if (items.length === 1) continue
    const points = onePerLane(items)
    const mark = points[0]?.marks[0]
    if (mark && points.length > 1) stems.push({ id, mark, points, label: null })
  }
  return withStemLabels(stems, words)
}

/** Of several marks in a lane the narrowest: a stem leads to the day rather than to the month. */
function onePerLane(items: readonly Item[]): Item[] {
  const found = new Map<number, Item>()
  for (const item of items) {
    const known = found.get(item.lane)
    if (!known || item.to - item.from < known.to - known.from) found.set(item.lane, item)
  }
  return [...found.values()].sort((a, b) => a.lane - b.lane)
}

const stemRank = ({ mark }: Stem): number => (mark.tone === 'conflict' ? 1000 : mark.origins)

/**
 * Conflicts are named first, then what many agree on, then from the left: in short, and at length where there is room for
 * it when all have theirs.
 */
function withStemLabels(stems: readonly Stem[], words: Words): Stem[] {
  const x = (stem: Stem): number => stem.points[0]?.at ?? 0
  const wanted = [...stems].sort((a, b) => stemRank(b) - stemRank(a) || x(a) - x(b) || a.id - b.id)
  const labels = new Map<number, Label>()
  const taken = stretches()
  const name = (stem: Stem, { text, width }: Measured): void => {
    const half = width / 2 + 6
    if (!taken.take(stem.id, x(stem) - half, x(stem) + half)) return
    labels.set(stem.id, { text, width, x: x(stem), anchor: 'middle', isInside: false })
  }
  for (const stem of wanted) name(stem, words(stem.mark).short)
  for (const stem of wanted) if (labels.has(stem.id)) name(stem, words(stem.mark))
  return stems.map((stem) => ({ ...stem, label: labels.get(stem.id) ?? null }))
}

/** Stretches of a line that don't meet. One that is taken anew by the same id may grow. */
function stretches() {
  const cell = 256
  const cells = new Map<number, Map<number, [from: number, to: number]>>()
  const cellsOf = (from: number, to: number): Set<number> =>
    new Set([from, (from + to) / 2, to].map((x) => Math.floor(x / cell)))
  return {
    /** @returns whether it was free */
    take: (id: number, from: number, to: number): boolean => {
      const all = [...cellsOf(from, to)]
      const meets = (n: number): boolean =>
        [...(cells.get(n) ?? [])].some(([other, [a, b]]) => other !== id && from < b && a < to)
      if (all.some(meets)) return false
      for (const n of all) cells.set(n, (cells.get(n) ?? new Map()).set(id, [from, to]))
      return true
    },
  }
}

/** Where stems run through each lane, from the left: no label stands in their way. */
export function stemsThrough(stems: readonly Stem[], laneCount: number): number[][] {
  const through: number[][] = Array.from({ length: laneCount }, () => [])
  for (const { points, label } of stems) {
    const last = points.at(-1)?.lane ?? 0
    for (let lane = label ? 0 : (points[0]?.lane ?? 0); lane <= last; lane += 1) {
      const places = new Set(points.filter((item) => Math.abs(item.lane - lane) <= 1).map(({ at }) => at))
      through[lane]?.push(...(places.size > 0 ? places : [points[0]?.at ?? 0]))
    }
  }
  for (const places of through) places.sort((a, b) => a - b)
  return through
}
