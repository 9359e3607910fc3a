import { create } from 'zustand'
import type { Span } from './spans'

/** What is in hand in Read: a selection or a chosen passage of one pane, and the form that is open over it. */
type ReaderState = {
  inHand: (Span & { articleId: number; pane: number; passageId: number | null }) | null
  form: 'tag' | 'note' | 'event' | null
  /** Told to screen readers: where something went. */
  said: string
  removedShown: boolean
}

export const useReader = create<ReaderState>(() => ({ inHand: null, form: null, said: '', removedShown: false }))

export const take = (inHand: ReaderState['inHand']): void => useReader.setState({ inHand, form: null })
export const openForm = (form: ReaderState['form']): void => useReader.setState({ form })
export const say = (said: string): void => useReader.setState({ said })
