import { create } from 'zustand'
import { letGo } from '../use-reader'
import type { Hit } from './find-text'

/** What is looked for in the texts that are open: in the pane in hand, or in all. Null while nothing is. */
type Find = { typed: string; everywhere: boolean; current: Hit | null }

export const useFind = create<{ find: Find | null }>(() => ({ find: null }))

const longestSeed = 100

/** Opens the bar, or gives it the keyboard; words of one line that are selected are looked for. */
export function openFind(everywhere: boolean): void {
  const before = useFind.getState().find
  const selected = document.getSelection()?.toString().trim() ?? ''
  const seed = selected.length <= longestSeed && !selected.includes('\n') ? selected : ''
  const inField = document.activeElement instanceof HTMLInputElement
  const typed = seed !== '' && !inField ? seed : (before?.typed ?? '')
  letGo()
  useFind.setState({ find: { typed, everywhere, current: typed === before?.typed ? before.current : null } })
  document.querySelector<HTMLInputElement>('[data-find]')?.select()
}

export const changeFind = (change: Partial<Find>): void =>
  useFind.setState(({ find }) => ({ find: find && { ...find, ...change } }))

export const closeFind = (): void => useFind.setState({ find: null })
