import type { QueryClient } from '@tanstack/react-query'
import { create } from 'zustand'
import { ask } from './client'

/** The articles that the user doesn't want compared, by `keyOf`: until others are open, or they are asked for again. */
export const useStopped = create<{ key: string | null }>(() => ({ key: null }))

type Compared = { articleIds: readonly number[] }

export const keyOf = ({ articleIds }: Compared): string => articleIds.join()

export const isStopped = (input: Compared): boolean => useStopped.getState().key === keyOf(input)

/** Stops a comparison because the user says so; it isn't begun anew by itself. */
export function stopComparing(client: QueryClient, input: { articleIds: number[] }): void {
  useStopped.setState({ key: keyOf(input) })
  letGoOf(client, input)
}

/** Waits for a comparison no longer; one that no window waits for ends. */
export function letGoOf(client: QueryClient, input: { articleIds: number[] }): void {
  const query = { queryKey: ['alignment.get', input], exact: true }
  if (client.isFetching(query) === 0) return
  // Before the answer that it was cancelled, after which it would be asked again.
  void client.cancelQueries(query)
  // A library process that is gone compares nothing.
  void ask('alignment.stop', input).catch(() => null)
}

/** Lets go of the comparison of articles that were open, where others are now. */
export function compareOthers(client: QueryClient, before: { articleIds: number[] }, now: Compared): void {
  if (keyOf(before) === keyOf(now)) return
  useStopped.setState({ key: null })
  if (before.articleIds.length > 1) letGoOf(client, before)
}
