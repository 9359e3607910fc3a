import { type Row, rowOf } from './pdf-page'

/** A block of rows that are read from top to bottom, with nothing beside it. */
export type Region = { rows: Row[]; left: number; right: number }

type Gap = { from: number; to: number }
type Columns = { first: number; last: number; gap: Gap }

/** A gutter has at least so many rows on each side, and is as wide as this many times the letters. */
const fewestRows = 3
const narrowestGutter = 0.9
/** A full line of a column comes so close to its gutter, as many times the letters. */
const nearEdge = 3
/** A usual line of prose has at least so many letters. */
const fewestLetters = 14
/** Cuts in cuts: newspapers have up to eight columns. */
const deepestCut = 12
/** A page of more rows is no page of prose, and looking for gutters costs the square of it. */
const mostRows = 400

/**
 * Cuts a page's rows into regions in reading order: wherever a gap stays free over several rows of prose, what is on
 * one side of it is read before what is on the other.
 * @param rtl the columns are read from right to left
 */
export function regionsOf(rows: readonly Row[], rtl: boolean, depth = 0): Region[] {
  if (rows.length === 0) return []
  const columns = depth < deepestCut && rows.length <= mostRows ? widestColumns(rows) : null
  if (!columns) return [regionOf(rows)]
  const { first, last, gap } = columns
  const within = rows.slice(first, last + 1)
  const sides = [side(within, (x) => x < gap.to), side(within, (x) => x >= gap.to)]
  return [
    ...regionsOf(rows.slice(0, first), rtl, depth + 1),
    ...(rtl ? sides.reverse() : sides).flatMap((part) => regionsOf(part, rtl, depth + 1)),
    ...regionsOf(rows.slice(last + 1), rtl, depth + 1),
  ]
}

function regionOf(rows: readonly Row[]): Region {
  const segments = rows.flatMap((row) => row.segments)
  return {
    rows: [...rows],
    left: Math.min(...segments.map((one) => one.x0)),
    right: Math.max(...segments.map((one) => one.x1)),
  }
}

const side = (rows: readonly Row[], holds: (x: number) => boolean): Row[] =>
  rows.flatMap((row) => {
    const segments = row.segments.filter((segment) => holds(segment.x0))
    return segments.length > 0 ? [rowOf(segments)] : []
  })

/** The longest run of rows with a gutter through all of them. */
function widestColumns(rows: readonly Row[]): Columns | null {
  const size = median(rows.map((row) => row.size))
  let best: Columns | null = null
  for (let first = 0; first < rows.length - fewestRows; first += 1) {
    if (best && rows.length - first <= best.last - best.first + 1) break
    if (rows[first]?.segments.every((segment) => segment.size > size * 1.15)) continue
    const found = columnsFrom(rows, first, size)
    if (found && (!best || found.last - found.first > best.last - best.first)) best = found
  }
  return best
}

function columnsFrom(rows: readonly Row[], first: number, size: number): Columns | null {
  const all = rows.flatMap((row) => row.segments)
  let free: Gap[] = [{ from: Math.min(...all.map((one) => one.x0)), to: Math.max(...all.map((one) => one.x1)) }]
  const freeUpTo: Gap[][] = []
  for (let last = first; last < rows.length; last += 1) {
    const segments = rows[last]?.segments ?? []
    for (const { x0, x1 } of segments) free = free.flatMap((gap) => without(gap, x0, x1))
    free = free.filter((gap) => gap.to - gap.from >= narrowestGutter * size)
    if (free.length === 0) break
    freeUpTo.push(free)
  }
  for (let rowCount = freeUpTo.length; rowCount > fewestRows; rowCount -= 1) {
    const within = rows.slice(first, first + rowCount)
    const gap = freeUpTo[rowCount - 1]?.find((one) => isGutter(within, one))
    if (gap) return { first, last: first + rowCount - 1, gap }
  }
  return null
}

const without = (gap: Gap, x0: number, x1: number): Gap[] =>
  x1 <= gap.from || x0 >= gap.to
    ? [gap]
    : [
        { from: gap.from, to: x0 },
        { from: x1, to: gap.to },
      ].filter((part) => part.to > part.from)

/** Prose on both sides, beside each other: a table's cells are short and leave their column half empty. */
function isGutter(rows: readonly Row[], gap: Gap): boolean {
  const left = side(rows, (x) => x < gap.to)
  const right = side(rows, (x) => x >= gap.to)
  if (left.length < fewestRows || right.length < fewestRows) return false
  const [above, below] = [
    Math.max(left[0]?.y ?? 0, right[0]?.y ?? 0),
    Math.min(left.at(-1)?.y ?? 0, right.at(-1)?.y ?? 0),
  ]
  const size = median(rows.map((row) => row.size))
  return (
    below > above &&
    (isProse(left) || isProseAt(left, gap.from - nearEdge * size)) &&
    (isProse(right) || isProseAt(right, gap.to + nearEdge * size))
  )
}

function isProse(rows: readonly Row[]): boolean {
  const { left, right } = regionOf(rows)
  const widths = rows.map((row) => (row.segments.at(-1)?.x1 ?? 0) - (row.segments[0]?.x0 ?? 0))
  const full = widths.filter((width) => width > 0.7 * (right - left)).length
  const letters = median(rows.map((row) => row.segments.reduce((sum, one) => sum + one.text.length, 0)))
  return letters >= fewestLetters && full * 2 >= rows.length
}

/**
 * Whether the one column that reaches to a place is prose, whatever is beside it: the baselines of columns may differ, so
 * that their lines are rows of their own.
 */
function isProseAt(rows: readonly Row[], x: number): boolean {
  const segments = rows.flatMap((row) => row.segments)
  const full = segments.filter((one) => one.x0 < x && x < one.x1)
  const [left, right] = [median(full.map((one) => one.x0)), median(full.map((one) => one.x1))]
  const column = segments.filter((one) => one.x0 < right && one.x1 > left)
  const letters = median(column.map((one) => one.text.length))
  return full.length >= fewestRows && letters >= fewestLetters && full.length * 2 >= column.length
}

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
