import { dotGap, dotRadius, type Item } from './layout'

/** Marks within this many pixels of the first are one cluster where they have no room beside and above each other. */
const clusterReach = 36

/** Half of the widest count, in pixels. */
const halfCluster = 14

const clusterNudge = 6

/**
 * Gives the marks of a lane their rows. Where more come together than there are rows, they become one with their count:
 * always the same ones for the same marks.
 * @param items by the beginning of what they cover
 */
export function rowed(items: readonly Item[], rows: number): Item[] {
  const placed: Item[] = []
  const ends = Array.from({ length: rows }, () => ({
    covered: Number.NEGATIVE_INFINITY,
    dot: Number.NEGATIVE_INFINITY,
  }))
  for (const item of clustered(items, rows)) {
    const row = ends.findIndex((end) => end.covered + 3 <= item.start)
    // Where spans fill all rows, a mark may lie on one, but never on another mark.
    const other = row >= 0 ? row : ends.findIndex((end) => end.dot + 3 <= dotStart(item))
    const end = ends[other]
    if (!end) {
      join(placed, item)
      continue
    }
    const nudge = row < 0 && item.shape === 'span' ? clusterNudge : 0
    placed.push({ ...item, row: other, nudge })
    end.covered = Math.max(end.covered, item.end)
    end.dot = Math.max(end.dot, item.shape === 'span' ? item.from : dotEnd(item))
  }
  return placed.sort((a, b) => a.at - b.at || a.row - b.row)
}

const dotStart = (item: Item): number =>
  item.shape === 'span' ? item.from : item.at - (item.shape === 'cluster' ? halfCluster : dotRadius)

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

/** How many rows marks need so that dots stand a gap apart and spans don't meet. */
function rowsNeeded(group: readonly Item[]): number {
  const ends: number[] = []
  for (const item of group) {
    const start = dotStart(item)
    const free = ends.findIndex((end) => end <= start)
    const end = item.shape === 'span' ? item.to : start + dotGap
    if (free < 0) ends.push(end)
    else ends[free] = end
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
    from: Math.min(...items.map(({ from }) => from)),
    to: Math.max(...items.map(({ to }) => to)),
    start: at - halfCluster,
    end: at + halfCluster,
    nudge: 0,
  }
}
