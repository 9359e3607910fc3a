import type { Item, Label, Measured, Words } from './layout'

/** Between a mark and its label, in pixels. */
export const labelGap = 5

/**
 * Gives the marks of a lane their labels where these have room: within a long span, else at the right, else at the left.
 * No label meets another or another mark; what has no room is left out.
 * @param items in order of time
 * @param named events that have a label elsewhere
 * @param stems places where stems run through the lane, from the left: they are kept free
 */
export function placedLabels(
  items: readonly Item[],
  words: Words,
  named: ReadonlySet<number>,
  stems: readonly number[],
): Item[] {
  const rows = new Map<number, Item[]>()
  for (const item of items) {
    const row = rows.get(item.row)
    if (row) row.push(item)
    else rows.set(item.row, [item])
  }
  const labels = new Map<Item, Label>()
  for (const row of rows.values()) {
    const inOrder = row.toSorted((a, b) => a.start - b.start || a.end - b.end)
    let taken = Number.NEGATIVE_INFINITY
    for (const [i, item] of inOrder.entries()) {
      const next = inOrder[i + 1]?.start ?? Number.POSITIVE_INFINITY
      const isNamed = item.marks[0]?.kind === 'event' && named.has(Number(item.marks[0].id))
      const label = item.start < taken || isNamed ? null : labelFor(item, { taken, next, stems }, words)
      if (label) labels.set(item, label)
      taken = Math.max(taken, item.end, label?.anchor === 'start' ? label.x + label.width : item.end)
    }
  }
  return items.map((item) => ({ ...item, label: labels.get(item) ?? null }))
}

type Room = { taken: number; next: number; stems: readonly number[] }

function labelFor(item: Item, room: Room, words: Words): Label | null {
  const [mark] = item.marks
  if (!mark || item.shape === 'cluster') return null
  const { short, ...long } = words(mark)
  return withRoom(item, room, long) ?? withRoom(item, room, short)
}

function withRoom(item: Item, { taken, next, stems }: Room, { text, width }: Measured): Label | null {
  const isFree = (from: number): boolean => !hasBetween(stems, from, from + width)
  if (item.shape === 'span' && item.to - item.from >= width + 28 && next >= item.end) {
    const x = (item.from + item.to) / 2
    return isFree(x - width / 2) ? { text, width, x, anchor: 'middle', isInside: true } : null
  }
  if (item.end + labelGap + width + labelGap <= next && isFree(item.end + labelGap)) {
    return { text, width, x: item.end + labelGap, anchor: 'start', isInside: false }
  }
  if (taken + labelGap <= item.start - labelGap - width && isFree(item.start - labelGap - width)) {
    return { text, width, x: item.start - labelGap, anchor: 'end', isInside: false }
  }
  return null
}

/** What of a line a label takes up. */
export function reachOf({ anchor, x, width }: Label): [from: number, to: number] {
  const from = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return [from, from + width]
}

/** Whether one of the places, which are in order, lies between two others. */
export function hasBetween(places: readonly number[], from: number, to: number): boolean {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return (places[low] ?? Number.POSITIVE_INFINITY) <= to
}
