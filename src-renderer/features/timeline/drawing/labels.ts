import type { Item, Label, Words } from './layout'

const gap = 5

/**
 * Gives the marks of a lane their labels where these have room: within a long span, else at the right, else at the left.
 * No label meets another or another mark; what has no room is left out.
 * @param items in order of time
 * @param named events that have a label elsewhere
 */
export function placedLabels(items: readonly Item[], words: Words, named: ReadonlySet<number>): Item[] {
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
      const label = item.start < taken ? null : labelFor(item, taken, next, words, named)
      if (label) labels.set(item, label)
      taken = Math.max(taken, item.end, label?.anchor === 'start' ? label.x + label.width : item.end)
    }
  }
  return items.map((item) => ({ ...item, label: labels.get(item) ?? null }))
}

function labelFor(item: Item, taken: number, next: number, words: Words, named: ReadonlySet<number>): Label | null {
  const [mark] = item.marks
  if (!mark || item.shape === 'cluster' || (mark.kind === 'event' && named.has(Number(mark.id)))) return null
  const { text, width } = words(mark)
  if (item.shape === 'span' && item.to - item.from >= width + 28 && next >= item.end) {
    return { text, width, x: (item.from + item.to) / 2, anchor: 'middle', isInside: true }
  }
  if (item.end + gap + width + gap <= next) {
    return { text, width, x: item.end + gap, anchor: 'start', isInside: false }
  }
  if (taken + gap <= item.start - gap - width) {
    return { text, width, x: item.start - gap, anchor: 'end', isInside: false }
  }
  return null
}
