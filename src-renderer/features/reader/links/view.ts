import { useQueryClient } from '@tanstack/react-query'
import { act } from '../../../data/act'
import { useAnswer } from '../../../data/queries'

/** What is marked in the texts, and whether panes scroll together. Kept as a setting of the library. */
export type LinkView = { shared: boolean; onlyHere: boolean; dates: boolean; tags: boolean; sync: boolean }

const key = 'reader.links'

const initial: LinkView = { shared: true, onlyHere: false, dates: false, tags: true, sync: false }

/** What was kept, as far as it is of the right form. */
export function toLinkView(value: unknown): LinkView {
  const kept = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  const names = Object.keys(initial) as (keyof LinkView)[]
  return Object.fromEntries(
    names.map((name) => [name, typeof kept[name] === 'boolean' ? kept[name] : initial[name]]),
  ) as LinkView
}

/** @returns what is shown, and a function that turns one of its parts over */
export function useLinkView(): [LinkView, (name: keyof LinkView) => void] {
  const client = useQueryClient()
  const view = toLinkView(useAnswer('setting.get', { key }).data)
  const toggle = (name: keyof LinkView): void => {
    const query = ['setting.get', { key }]
    const now = toLinkView(client.getQueryData(query))
    const next = { ...now, [name]: !now[name] }
    client.setQueryData(query, next)
    void act('setting.set', { key, value: next })
  }
  return [view, toggle]
}
