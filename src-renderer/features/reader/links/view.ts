import { useQueryClient } from '@tanstack/react-query'
import { act } from '../../../data/act'
import { useAnswer } from '../../../data/queries'
import { useSession } from '../../../data/session'
import { changeSetting } from '../../../data/setting'

/** What is marked in the texts, and whether panes scroll together. Kept as a setting of the library. */
type KeptView = { shared: boolean; dates: boolean; tags: boolean; sync: boolean }

/** *Only here* ends with the session: weeks later, text that stands back would be taken for a fault. */
export type LinkView = KeptView & { onlyHere: boolean }

const key = 'reader.links'

const initial: KeptView = { shared: true, dates: false, tags: true, sync: false }

/** What was kept, as far as it is of the right form. */
export function toKeptView(value: unknown): KeptView {
  const kept = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const names = Object.keys(initial) as (keyof KeptView)[]
  return Object.fromEntries(
    names.map((name) => [name, typeof kept[name] === 'boolean' ? kept[name] : initial[name]]),
  ) as KeptView
}

/** @returns what is shown, and a function that turns one of its parts over */
export function useLinkView(): [LinkView, (name: keyof LinkView) => void] {
  const client = useQueryClient()
  const view = toKeptView(useAnswer('setting.get', { key }).data)
  const onlyHere = useSession((s) => s.onlyHere)
  const toggle = (name: keyof LinkView): void => {
    if (name === 'onlyHere') {
      useSession.setState((s) => ({ onlyHere: !s.onlyHere }))
      return
    }
    changeSetting(
      client,
      key,
      (kept) => {
        const now = toKeptView(kept)
        return { ...now, [name]: !now[name] }
      },
      (value) => act('setting.set', { key, value }),
    )
  }
  return [{ ...view, onlyHere }, toggle]
}
