import { placedLabels } from './labels'
import type { Mark } from './marks'
import { rowed } from './rows'
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

/** A mark's words as drawn, with their width in pixels. */
export type Words = (mark: Mark) => { text: string; width: number }

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
  const lanes = byLane.map((some, lane) => rowed(itemsOf(some, pxPerDay, rows[lane] ?? 1), rows[lane] ?? 1))
  const stems = stemsOf(lanes, words)
  const named = new Set(stems.flatMap(({ id, label }) => (label ? [id] : [])))
  const labelled = lanes.map((items) => placedLabels(items, words, named))
  const items = labelled.flat().sort((a, b) => a.at - b.at || a.lane - b.lane || a.row - b.row)
  const final = new Map(items.map((item) => [item.key, item]))
  const joined = stems.map((stem) => ({ ...stem, points: stem.points.map((item) => final.get(item.key) ?? item) }))
  return { pxPerDay, items, lanes: labelled, stems: joined }
}

/** The marks of a lane where they would stand with all room they want, by the beginning of what they cover. */
function itemsOf(marks: readonly Mark[], pxPerDay: number, rows: number): Item[] {
  const items: Item[] = []
  for (let i = 0; i < marks.length; ) {
    const same = sameDay(marks, i)
    const beside = same.length > rows && same.length * dotGap <= pxPerDay
    for (const [n, mark] of same.entries()) {
      items.push(itemOf(mark, pxPerDay, beside ? (n - (same.length - 1) / 2) * dotGap : null))
    }
    i += same.length
  }
  return items.sort((a, b) => a.start - b.start || a.at - b.at)
}

/** Marks of one and the same plain day, from `first` on. */
function sameDay(marks: readonly Mark[], first: number): Mark[] {
  const [mark] = marks.slice(first, first + 1)
  if (!mark) return []
  let next = first + 1
  while (
    mark.span.unit === 'day' &&
    marks[next]?.span.from === mark.span.from &&
    marks[next]?.span.to === mark.span.to
  ) {
    next += 1
  }
  return marks.slice(first, next)
}

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
    byEvent.set(id, [...(byEvent.get(id) ?? []), item])
  }
  const stems: Stem[] = []
  for (const [id, items] of byEvent) {
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

/** Conflicts are named first, then what many agree on, then from the left. */
function withStemLabels(stems: readonly Stem[], words: Words): Stem[] {
  const x = (stem: Stem): number => stem.points[0]?.at ?? 0
  const wanted = [...stems].sort((a, b) => stemRank(b) - stemRank(a) || x(a) - x(b) || a.id - b.id)
  const taken = new Map<number, [from: number, to: number][]>()
  const cell = 256
  const labels = new Map<number, Label>()
  for (const stem of wanted) {
    const { text, width } = words(stem.mark)
    const [from, to] = [x(stem) - width / 2 - 6, x(stem) + width / 2 + 6]
    const cells = [Math.floor(from / cell), Math.floor((from + to) / 2 / cell), Math.floor(to / cell)]
    if (cells.some((n) => taken.get(n)?.some(([a, b]) => from < b && a < to))) continue
    for (const n of new Set(cells)) taken.set(n, [...(taken.get(n) ?? []), [from, to]])
    labels.set(stem.id, { text, width, x: x(stem), anchor: 'middle', isInside: false })
  }
  return stems.map((stem) => ({ ...stem, label: labels.get(stem.id) ?? null }))
}
