import { create } from 'zustand'
import type { Passage } from '../../../src-main/contract/types'
import { useSession } from '../../data/session'
import type { Editing } from './correction'
import type { Span } from './spans'

/**
 * A selection or a chosen passage of one pane. The span of a passage that is no longer found is empty. `version`: of the
 * text that was selected in; undefined of a stored passage, which moves with its words. Panes are meant by their id.
 */
export type Held = Span & { articleId: number; pane: number; passageId: number | null; version?: number | undefined }

/** What is in hand in Read, and the form that is open over a passage. */
type ReaderState = {
  inHand: Held | null
  form: OpenForm | null
  /** How many moves of a passage's ends are shown and not stored yet. */
  moving: number
  /** Where a click took a passage in hand: others may lie over the same words. */
  pointedAt: number | null
  /**
   * The menu over a block: where it opens in the window, and where in the block's text a split would be, if anywhere. It
   * is shut when something was chosen, which is then done to its block.
   */
  menu: { pane: number; blockId: number; x: number; y: number; splitAt: number | null; isOpen: boolean } | null
  /** The block whose text is being corrected, as it was and where, and what is written so far. */
  editing: Editing | null
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

/**
 * A form over a passage or a selection, with what is written in it so far. One with words in it outlasts that something
 * else is taken in hand, that its pane goes, and that another workspace is shown.
 */
export type OpenForm = {
  kind: 'tag' | 'note' | 'event' | 'split'
  over: Held
  /** The words that it is about, and the version of the text they were read in. */
  quote: string
  version: number
  /** What was typed, by field; a field that was left as it was proposed is missing. */
  words: Readonly<Record<string, string>>
  /** Where a passage would be split, as an offset in the article's text; null where it can't be. */
  cut: number | null
  /** Something was typed or moved: it goes only when that is asked for. */
  isTouched: boolean
  /** The title that is proposed for an event. */
  proposed?: string
  /** Its passage was deleted since; undo may bring it back. */
  isDeleted?: boolean
}

export const useReader = create<ReaderState>(() => ({
  inHand: null,
  form: null,
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

// What is written belongs to the library that it was written in.
useSession.subscribe(({ openings }, before) => {
  if (openings !== before.openings) useReader.setState({ inHand: null, form: null, editing: null })
})

/** Takes something in hand, or nothing. A form that was opened and not used goes. */
export const take = (inHand: ReaderState['inHand']): void =>
  useReader.setState(({ form }) => ({ inHand, form: form?.isTouched ? form : null, pointedAt: null }))

/** Takes a passage in hand. One whose words are no longer in the text has no place there. */
export function takePassage(articleId: number, pane: number, passage: Passage): void {
  const { start, end } = passage.orphaned ? { start: 0, end: 0 } : passage
  take({ articleId, pane, start, end, passageId: passage.id })
}

/** What is in hand as the library is told of it. */
export const spanOf = ({ articleId, start, end, version }: Held) => ({
  articleId,
  start,
  end,
  version,
})

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
