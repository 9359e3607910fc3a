import { create } from 'zustand'
import type { LinkPlace } from '../../../../src-main/contract/reading-types'

/** A passage in one of the open panes; one article may be open in several. */
export type InPane = { pane: number; place: LinkPlace }

/** What is in hand of the links: nothing here is stored. */
export type Hand = {
  /** The shared passage whose counterparts are emphasised. */
  active: InPane | null
  /** The counterpart that was chosen to be decided about, by its place. */
  chosen: string | null
  /** Counterparts of the passage in hand that were decided about since it was taken, by their places. */
  decided: readonly string[]
  /** The shared passage under the pointer, or gone to by key: a card tells how many tell it. */
  shown: InPane | null
  /** The list of links is to have the keyboard as soon as it is drawn. */
  listWanted: boolean
  /** The open articles are to be printed as soon as they are compared. */
  printWanted: boolean
  /** The first end of a link that is being drawn, and the version of its text. */
  drawing: (InPane & { version: number | undefined }) | null
}

export const useHand = create<Hand>(() => ({
  active: null,
  chosen: null,
  decided: [],
  shown: null,
  listWanted: false,
  printWanted: false,
  drawing: null,
}))

/** Takes a shared passage in hand, or lets go of it. */
export const takeShared = (active: InPane | null): void =>
  useHand.setState({ active, chosen: null, decided: [], shown: null })
