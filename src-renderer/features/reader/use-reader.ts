import { create } from 'zustand'
import type { Passage } from '../../../src-main/contract/types'
import { useSession } from '../../data/session'
import type { Span } from './spans'

/**
 * What is in hand in Read: a selection or a chosen passage of one pane, and the form that is open over it. The span of a
 * passage that is no longer found is empty. `version`: of the text that was selected in; undefined of a stored passage, which
 * moves with its words. Panes are meant by their id.
 */
type ReaderState = {
  inHand: (Span & { articleId: number; pane: number; passageId: number | null; version?: number }) | null
  form: 'tag' | 'note' | 'event' | 'split' | null
  /** Where the form would split the passage in hand, as an offset in the article's text; null where it can't be split. */
  cut: number | null
  /** How many moves of a passage's ends are shown and not stored yet. */
  moving: number
  /** Where a click took a passage in hand: others may lie over the same words. */
  pointedAt: number | null
  /**
   * The menu over a block: where it opens in the window, and where in the block's text a split would be, if anywhere. It
   * is shut when something was chosen, which is then done to its block.
   */
  menu: { pane: number; blockId: number; x: number; y: number; splitAt: number | null; isOpen: boolean } | null
  /** The block whose text is being corrected, and what is written so far. */
  editing: { pane: number; blockId: number; draft: string } | null
  /** The mouse is selecting: nothing may open under it. */
  pressing: boolean
  /** The list of the versions of the active pane's text is open. */
  versionsShown: boolean
  /** Told to screen readers: where something went, what is selected. */
  said: string
  removedShown: boolean
  /** Whether the inspector is to show, once that was chosen. */
  inspector: boolean | null
  /** The last place asked for that was gone to. */
  shownTarget: number
  /** A pane that is to have the keyboard once it is on the screen. */
  focusWanted: number | null
}

export const useReader = create<ReaderState>(() => ({
  inHand: null,
  form: null,
  cut: null,
  moving: 0,
  pointedAt: null,
  menu: null,
  editing: null,
  pressing: false,
  versionsShown: false,
  said: '',
  removedShown: false,
  inspector: null,
  shownTarget: 0,
  focusWanted: null,
}))

export const take = (inHand: ReaderState['inHand']): void =>
  useReader.setState({ inHand, form: null, cut: null, pointedAt: null })

/** Takes a passage in hand. One whose words are no longer in the text has no place there. */
export function takePassage(articleId: number, pane: number, passage: Passage): void {
  const { start, end } = passage.orphaned ? { start: 0, end: 0 } : passage
  take({ articleId, pane, start, end, passageId: passage.id })
}

/** What is in hand as the library is told of it. */
export const spanOf = ({ articleId, start, end, version }: NonNullable<ReaderState['inHand']>) => ({
  articleId,
  start,
  end,
  version,
})

export const openForm = (form: ReaderState['form']): void => useReader.setState({ form, cut: null })

/** Tells screen readers. The same words again are told again: only a region that changes is read out. */
export const say = (words: string): void =>
  useReader.setState(({ said }) => ({ said: said === words ? `${words}\u00a0` : words }))

/** Lets go of what is in hand and of the place that was asked for. */
export function letGo(): void {
  take(null)
  useSession.setState({ target: null })
}

/** Gives the keyboard to the text of a pane, at once or when it is there. */
export function focusText(pane: number): void {
  const text = document.querySelector<HTMLElement>(`[data-pane-text="${pane}"]`)
  text?.focus({ preventScroll: true })
  useReader.setState({ focusWanted: text ? null : pane })
}

/** Gives the keyboard to the text of the active pane. */
export function focusActive(): void {
  const { activePane } = useSession.getState()
  if (activePane !== null) focusText(activePane)
}

/** Gives the keyboard to the text that an element stands in, before the element goes. */
export const focusTextAround = (element: Element): void =>
  element.closest<HTMLElement>('[data-pane-text]')?.focus({ preventScroll: true })
