import { useMemo } from 'react'
import { type Links, useLinks } from './context'
import { type InPane, useHand } from './hand'
import { type Counterpart, counterpartsOf, fromLeft, targetOf } from './shared'

/** What the other articles have for a passage, from left to right. */
export const counterpartsIn = ({ alignment, panes }: Links, { place }: InPane): Counterpart[] =>
  alignment ? fromLeft(counterpartsOf(alignment.links, place), panes) : []

/** @returns the counterpart of the passage in hand that keys decide about */
export function useTarget(): Counterpart | null {
  const links = useLinks()
  const active = useHand((s) => s.active)
  const chosen = useHand((s) => s.chosen)
  return useMemo(() => active && targetOf(counterpartsIn(links, active), chosen), [links, active, chosen])
}
