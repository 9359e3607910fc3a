import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { EventRow, EventRows } from '../../src-main/contract/timeline-types'
import { ask, type CallFailed } from './client'

/** Accepted events in order of date, as of a version. A row that did not change is the same object as before. */
export type KeptRows = { version: number; rows: readonly EventRow[] }

const queryKey = ['event.rows', {}] as const

/**
 * Accepted events in order of date, kept up to date: after a change only what changed is asked for.
 * @returns the query; its data is undefined until the first answer
 */
export function useEventRows() {
  const client = useQueryClient()
  return useQuery<KeptRows, CallFailed>({
    queryKey,
    queryFn: async () => {
      const before = client.getQueryData<KeptRows>(queryKey) ?? null
      return withChanges(before, await ask('event.rows', { since: before?.version ?? null }))
    },
    // Rows keep their identity by being taken over, not by being compared.
    structuralSharing: false,
  })
}

/** @returns the rows after a change; those that it does not name are taken over from `before` */
export function withChanges(before: KeptRows | null, { version, order, rows, isWhole }: EventRows): KeptRows {
  if (isWhole && before === null) return { version, rows }
  const known = new Map(isWhole ? [] : before?.rows.map((row) => [row.id, row]))
  for (const row of rows) known.set(row.id, row)
  return { version, rows: order.flatMap((id) => known.get(id) ?? []) }
}
