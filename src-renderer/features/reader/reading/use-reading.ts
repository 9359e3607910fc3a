import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { ask } from '../../../data/client'
import { useAnswer } from '../../../data/queries'
import { changeSetting } from '../../../data/setting'
import { asReading, type Reading } from './settings'

const key = 'reading'

/** How the text is set, or null until that is known. */
export function useReading(): Reading | null {
  const { data, isPending } = useAnswer('setting.get', { key })
  return useMemo(() => (isPending ? null : asReading(data)), [data, isPending])
}

/** @returns what changes how the text is set, at once and for good */
export function useChangeReading(): (change: (now: Reading) => Reading) => void {
  const client = useQueryClient()
  return (change) =>
    changeSetting(
      client,
      key,
      (kept) => change(asReading(kept)),
      (value) => ask('setting.set', { key, value }).catch(() => null),
    )
}
