import { dotGap, dotRadius, type Item } from './layout'

/** Marks within this many pixels of the first are one cluster where they have no room beside and above each other. */
const clusterReach = 36

/** Half of the widest count, in pixels. */
const halfCluster = 14

/** Spans that meet in one row lie this many pixels below or above each other. */
const nudges = [0, 6, -6] as const

/** What of a row is taken: by dots up to a place, by labels that the marks so far would have, and by spans. */
type Row = { dot: number; label: number; spans: { end: number; nudge: number }[] }

/** So many spans of the very same days, or as many as there are rows, stand for themselves. */
const mostAlike = 3

/**
 * Gives the marks of a lane their rows. Where more come together than there are rows, they become one with their count:
 * always the same ones for the same marks.
 * @param items by the beginning of what they cover
 * @param labelWidth the width that a mark's label would like to have, in pixels
 */
export function rowed(items: readonly Item[], count: number, labelWidth: (item: Item) => number): Item[] {
  const placed: Item[] = []
  const none = Number.NEGATIVE_INFINITY
  const rows: Row[] = Array.from({ length: count }, () => ({ dot: none, label: none, spans: [] }))
  for (const item of clustered(joinedAlike(items, count), count)) {
    const place = isLong(item) ? placeForSpan(rows, item) : placeForDot(rows, item)
    if (!place) {
      join(placed, item)
      continue
    }
    placed.push({ ...item, ...place })
    const row = rows[place.row]
    if (row) row.label = Math.max(row.label, item.end + labelWidth(item))
  }
  return placed.sort((a, b) => a.at - b.at || a.row - b.row)
}

type Place = { row: number; nudge: number }

/** A row that nothing covers here, or else one where a mark may lie on a span, but never on another mark. */
function placeForDot(rows: readonly Row[], item: Item): Place | null {
  const isFree = ({ dot }: Row): boolean => dot + 3 <= dotStart(item)
  const isClear = (row: Row): boolean => isFree(row) && row.spans.every(({ end }) => end + 3 <= item.start)
  const row = firstOf(rows, [(one) => isClear(one) && one.label + 3 <= item.start, isClear, isFree])
  const found = rows[row]
  if (!found) return null
  // What reaches on from a dot is in the way of spans, not of other dots.
  found.spans = [...found.spans.filter(({ end }) => end + 3 > item.start), { end: item.end, nudge: 0 }]
  found.dot = dotEnd(item)
  return { row, nudge: 0 }
}

/** The first row that meets the first condition that any meets; -1 where none does. */
function firstOf(rows: readonly Row[], conditions: readonly ((row: Row) => boolean)[]): number {
  for (const condition of conditions) {
    const found = rows.findIndex(condition)
    if (found >= 0) return found
  }
  return -1
}

function placeForSpan(rows: readonly Row[], item: Item): Place | null {
  for (const nudge of nudges) {
    const row = rows.findIndex(
      ({ dot, spans }) =>
        dot + 3 <= item.from && spans.every((span) => span.end + 3 <= item.start || span.nudge !== nudge),
    )
    const found = rows[row]
    if (!found) continue
    found.spans = [...found.spans.filter(({ end }) => end + 3 > item.start), { end: item.end, nudge }]
    return { row, nudge }
  }
  return null
}

/** A span, or several of the same days. */
const isLong = (item: Item): boolean => item.shape === 'span' || item.end - item.start > 2 * halfCluster

const dotStart = (item: Item): number =>
  isLong(item) ? item.from : item.at - (item.shape === 'cluster' ? halfCluster : dotRadius)

const dotEnd = (item: Item): number => item.at + (item.shape === 'cluster' ? halfCluster : dotRadius)

/** What has no room at all belongs to the mark nearest before it. */
function join(placed: Item[], item: Item): void {
  let nearest = placed.length - 1
  for (let i = placed.length - 1; i >= 0 && i >= placed.length - 64; i -= 1) {
    if (distance(placed[i], item) < distance(placed[nearest], item)) nearest = i
  }
  const one = placed[nearest]
  if (one) placed[nearest] = { ...clusterOf([one, item], one.at), row: one.row }
}

const distance = (a: Item | undefined, b: Item): number => (a ? Math.abs(a.at - b.at) : Number.POSITIVE_INFINITY)

/** Brings together what can't stand beside each other within a short stretch. */
function clustered(items: readonly Item[], rows: number): Item[] {
  const all: Item[] = []
  const byPlace = items.toSorted((a, b) => dotStart(a) - dotStart(b) || a.at - b.at)
  for (let i = 0; i < byPlace.length; ) {
    const first = byPlace[i] as Item
    let next = i + 1
    while (next < byPlace.length && dotStart(byPlace[next] as Item) - dotStart(first) < clusterReach) next += 1
    const group = byPlace.slice(i, next)
    if (group.length > rows && rowsNeeded(group) > rows) {
      const mean = group.reduce((sum, item) => sum + Math.min(item.at, first.at + clusterReach), 0) / group.length
      const left = dotStart(first)
      all.push(clusterOf(group, Math.min(left + 20, Math.max(left + 14, mean))))
    } else all.push(...group)
    i = next
  }
  return all.sort((a, b) => a.start - b.start || a.at - b.at)
}

/** Spans of the very same days as one where they are many: it keeps their line. */
function joinedAlike(items: readonly Item[], rows: number): Item[] {
  const alike = new Map<string, Item[]>()
  for (const item of items) {
    if (item.shape !== 'span') continue
    const key = `${item.start} ${item.end}`
    const some = alike.get(key)
    if (some) some.push(item)
    else alike.set(key, [item])
  }
  const joined = [...alike.values()].filter((some) => some.length > Math.min(mostAlike, rows))
  if (joined.length === 0) return [...items]
  const gone = new Set(joined.flat())
  const clusters = joined.map((some) => {
    const { at, start, end } = some[0] as Item
    return { ...clusterOf(some, at), start, end }
  })
  return [...items.filter((item) => !gone.has(item)), ...clusters].sort((a, b) => a.start - b.start || a.at - b.at)
}

/** How many rows marks need so that dots stand a gap apart, and spans that meet at most three in a row. */
function rowsNeeded(group: readonly Item[]): number {
  const dots = tracksOf(
    group.filter((item) => !isLong(item)),
    (item) => [dotStart(item), dotStart(item) + dotGap],
  )
  const spans = tracksOf(group.filter(isLong), ({ start, end }) => [start, end + 3])
  return Math.max(dots, Math.ceil(spans / nudges.length))
}

/** How many lines it takes to lay stretches down without their meeting. */
function tracksOf(items: readonly Item[], stretch: (item: Item) => [from: number, to: number]): number {
  const ends: number[] = []
  for (const item of items) {
    const [from, to] = stretch(item)
    const free = ends.findIndex((end) => end <= from)
    if (free < 0) ends.push(to)
    else ends[free] = to
  }
  return ends.length
}

function clusterOf(items: readonly Item[], at: number): Item {
  const marks = items.flatMap((item) => item.marks)
  const [first] = items
  if (!first) throw new RangeError('a cluster has marks')
  return {
    ...first,
    key: `cluster ${first.marks[0]?.key}`,
    marks,
    shape: 'cluster',
    at,
    offset: 0,
    from: Math.min(...items.map(({ from }) => from)),
    to: Math.max(...items.map(({ to }) => to)),
    start: at - halfCluster,
    end: at + halfCluster,
    nudge: 0,
  }
}
