/** Rows that are chosen together, in the order of choosing; `anchor`: where a range began. */
export type Marks = { ids: readonly number[]; anchor: number | null }

export const noMarks: Marks = { ids: [], anchor: null }

/** Chooses a row, or lets it go. */
export const toggled = ({ ids }: Marks, id: number): Marks => ({
  ids: ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id],
  anchor: id,
})

/**
 * Chooses everything from where the range began to a row.
 * @param order ids of the rows
 * @param cursor where the keyboard stands: the beginning of a new range
 */
export function ranged(marks: Marks, order: readonly number[], cursor: number | null, to: number): Marks {
  const anchor = marks.anchor !== null && order.includes(marks.anchor) ? marks.anchor : (cursor ?? to)
  const [from, end] = [order.indexOf(anchor), order.indexOf(to)]
  if (from < 0 || end < 0) return { ids: [to], anchor: to }
  return { ids: order.slice(Math.min(from, end), Math.max(from, end) + 1), anchor }
}

/** Chosen rows in the order of the table; those that it no longer shows are left out. */
export function inOrder({ ids }: Marks, order: readonly number[]): number[] {
  if (ids.length === 0) return []
  const chosen = new Set(ids)
  return order.filter((id) => chosen.has(id))
}
