import { useEffect, useRef, useState } from 'react'
import { useSession } from '../../data/session'
import { afterChange, choose, type Selection } from '../../ui/selection'

export type TableSelection = {
  selection: Selection
  /** The article that preview and inspector show. */
  current: number | null
  change: (next: Selection) => void
}

/**
 * What is chosen in the table, kept true to its rows: the first row is chosen when nothing is, and the next one when a
 * chosen row goes away.
 * @param settled whether `ids` answers the filter in force
 */
export function useSelection(ids: readonly number[], settled: boolean): TableSelection {
  const selected = useSession((s) => s.selected)
  const revealed = useSession((s) => s.revealed)
  const current = selected.at(-1) ?? null
  const [place, setPlace] = useState<Selection>({ selected, cursor: current, anchor: current })
  // Chosen elsewhere, as by an import: the cursor follows.
  const selection = place.selected === selected ? place : { selected, cursor: current, anchor: current }
  const change = (next: Selection): void => {
    setPlace(next)
    useSession.setState({ selected: next.selected, revealed: null })
  }
  useRowChanges(ids, settled && revealed === null, selection, change)
  return { selection, current, change }
}

function useRowChanges(
  ids: readonly number[],
  active: boolean,
  selection: Selection,
  change: (next: Selection) => void,
): void {
  const before = useRef<readonly number[]>([])
  const latest = useRef({ selection, change })
  useEffect(() => {
    latest.current = { selection, change }
  })
  useEffect(() => {
    if (!active) return
    const { selection: now, change: set } = latest.current
    const present = new Set(ids)
    const first = ids[0]
    if (now.selected.some((id) => !present.has(id))) set(afterChange(now, before.current, ids))
    else if (now.selected.length === 0 && first !== undefined) set(choose(first))
    before.current = ids
  }, [ids, active])
}
