import { create } from 'zustand'
import type { SuggestionOrder } from '../../../src-main/domain/event'
import type { LaneKind } from '../../../src-main/domain/timeline'
import { useSession } from '../../data/session'
import { type EventFilter, noFilter } from './event-filter'
import { type EventSort, ownOrder } from './event-order'
import { type Marks, noMarks } from './marks'

/** What the researcher changed about a suggestion before deciding. @see `queue/use-queue.ts` */
export type SuggestionDraft = {
  title: string | null
  date: string | null
  left: readonly number[]
  /** Whether it is to join the event that it may join; null where that was not chosen. */
  join: boolean | null
}

/** How this window's Timeline is looked at. Nothing of it is stored; which timeline is shown is the session's. */
export type TimelineView = {
  /** Lanes of all events; a named timeline has its own. */
  lanes: LaneKind
  filter: EventFilter
  sort: EventSort
  marks: Marks
  /** An event whose row is to have the keyboard as soon as the table lists it. */
  focusWanted: number | null
  queueShown: boolean
  queueOrder: SuggestionOrder
  /** Whether only what the articles in Read tell of is suggested; what is open changes with what is read. */
  queueOfOpen: boolean
  /** The key of the suggestion in hand; null: the first. */
  suggestion: string | null
  /** By the suggestions' keys. */
  drafts: Readonly<Record<string, SuggestionDraft>>
  /** Null: as the window's width allows. */
  detailsShown: boolean | null
}

/** What is about the events of one library. */
const ofLibrary = { filter: noFilter, sort: ownOrder, marks: noMarks, focusWanted: null, suggestion: null, drafts: {} }

export const useView = create<TimelineView>(() => ({
  lanes: 'outlet',
  ...ofLibrary,
  queueShown: true,
  queueOrder: 'date',
  queueOfOpen: false,
  detailsShown: null,
}))

export const setView = useView.setState

useSession.subscribe(({ openings }, before) => {
  if (openings !== before.openings) setView(ofLibrary)
})

export const setFilter = (change: Partial<EventFilter>): void =>
  setView(({ filter }) => ({ filter: { ...filter, ...change } }))

export const setMarks = (marks: Marks): void => setView({ marks })

/**
 * Gives the keyboard to an event's row where what has it is about to go from the screen, or has gone: nothing else is near.
 * @param eventId null where no event is left
 */
export function handOver(eventId: number | null): void {
  const at = document.activeElement
  if (at === null || at === document.body || at.closest('.evwrap, .insp, .marked, [role=dialog]')) {
    setView({ focusWanted: eventId })
  }
}

/** Shows another timeline, whole and in its own order. */
export function showTimeline(timelineId: number | null): void {
  useSession.setState({ timelineId })
  setView({ filter: noFilter, sort: ownOrder, marks: noMarks })
}
