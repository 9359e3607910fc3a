/**
 * What is chosen in a table. `selected` in order of choosing, the last one being current; `cursor` is where the
 * keyboard stands, `anchor` where a range began.
 */
export type Selection = { selected: readonly number[]; cursor: number | null; anchor: number | null }

export const choose = (id: number): Selection => ({ selected: [id], cursor: id, anchor: id })

/** Adds a row to the choice or takes it out. */
export const toggle = ({ selected }: Selection, id: number): Selection => ({
  selected: selected.includes(id) ? selected.filter((other) => other !== id) : [...selected, id],
  cursor: id,
  anchor: id,
})

/** Chooses everything from the anchor to `id`, in the table's order. */
export function extend({ anchor, cursor }: Selection, ids: readonly number[], id: number): Selection {
  const from = ids.indexOf(anchor ?? cursor ?? id)
  const to = ids.indexOf(id)
  if (from < 0 || to < 0) return choose(id)
  const range = from <= to ? ids.slice(from, to + 1) : ids.slice(to, from + 1).reverse()
  return { selected: range, cursor: id, anchor: ids[from] ?? id }
}

/** All of the table; the cursor stays. */
export function chooseAll({ cursor }: Selection, ids: readonly number[]): Selection {
  const current = cursor !== null && ids.includes(cursor) ? cursor : (ids[0] ?? null)
  return {
    selected: current === null ? [] : [...ids.filter((id) => id !== current), current],
    cursor: current,
    anchor: current,
  }
}

/** Keys that move the cursor: rows per page is the distance of a page. @returns the next index, or null */
export function indexAfter(key: string, index: number, count: number, rowsPerPage: number): number | null {
  const steps: Record<string, number> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: rowsPerPage,
    PageUp: -rowsPerPage,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  }
  const step = steps[key]
  if (step === undefined || count === 0) return null
  if (index < 0) return step < 0 && key !== 'Home' ? count - 1 : 0
  return Math.min(count - 1, Math.max(0, index + step))
}

/**
 * The choice after the table's rows changed: what is gone is no longer chosen; where nothing remains, the row that took
 * the cursor's place is.
 * @param before rows that the choice was made in; `ids` rows now
 */
export function afterChange(selection: Selection, before: readonly number[], ids: readonly number[]): Selection {
  const present = new Set(ids)
  const selected = selection.selected.filter((id) => present.has(id))
  if (selected.length > 0) {
    const last = selected.at(-1) ?? null
    const cursor = selection.cursor !== null && present.has(selection.cursor) ? selection.cursor : last
    return { selected, cursor, anchor: cursor }
  }
  const index = before.indexOf(selection.selected.at(-1) ?? selection.cursor ?? -1)
  const next = ids[Math.min(Math.max(index, 0), ids.length - 1)]
  return next === undefined ? { selected: [], cursor: null, anchor: null } : choose(next)
}
