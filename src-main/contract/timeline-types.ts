import type { DayInterval } from '../domain/edtf'
import type { DerivationStep, EventOrder, EventState, EventStatus, Stance } from '../domain/event'
import type { LaneKind, TimelineChoice, TimelineOrder } from '../domain/timeline'
import type { PassageInContext } from './types'

/**
 * What a quotation says of an event, with its place in the article. `differing`: names and figures of the quotation that no
 * other article's evidence of the event has, as UTF-16 offsets into it.
 */
export type Evidence = {
  id: number
  eventId: number
  passage: PassageInContext
  /** The date as written, or empty. */
  asserted: string
  edtf: string | null
  derivation: DerivationStep[]
  stance: Stance
  differing: { start: number; end: number }[]
}

/**
 * How the researcher resolved a conflict. `edtf`: the date settled on, null where the evidence's stays. `holds`: the
 * conflict is still the one that was resolved; where it changed, the event is conflicting again and the reason is kept.
 */
export type Resolution = { reason: string; edtf: string | null; at: string; holds: boolean }

/** What both an event and its row say. */
export type EventFields = {
  id: number
  title: string
  edtf: string | null
  interval: DayInterval | null
  /** Whether the date follows from the evidence (or from how its conflict was resolved) or was entered. */
  dateOrigin: 'evidence' | 'researcher'
  status: EventStatus
  place: string
  actors: string[]
  /** Order among events of the same days, the least first; null where none was given: those come last. */
  sequence: number | null
  /** What was said of its place in time beside its date. */
  orders: EventOrder[]
  /** Stays 'conflicting' where the conflict is resolved. */
  state: EventState
  resolution: Resolution | null
  tagIds: number[]
}

/** An event with all that is known of it. */
export type Event = EventFields & { description: string; evidence: Evidence[] }

/**
 * Evidence as lists show it. `quote`: the quotation's first 300 UTF-16 units. `asWritten`: the date stands in the text as it
 * is; false where it was worked out or entered, or there is none.
 */
export type EvidenceRow = {
  id: number
  articleId: number
  passageId: number
  outlet: string | null
  asserted: string
  edtf: string | null
  asWritten: boolean
  stance: Stance
  quote: string
  orphaned: boolean
}

/** An event as lists and drawings show it. */
export type EventRow = EventFields & { evidence: EvidenceRow[] }

/**
 * Accepted events in order of date (the rule: `domain/event-order`), as far as they changed since the version that was
 * asked for: `rows` are new or changed, `order` the ids of all. `isWhole`: `rows` are all of them.
 */
export type EventRows = { version: number; order: number[]; rows: EventRow[]; isWhole: boolean }

/** An article that is evidence of an event, with its date of publication. */
export type Publication = {
  articleId: number
  title: string
  outlet: string | null
  edtf: string
  interval: DayInterval
}

/** A named choice of events. `eventIds` in the order to show. */
export type Timeline = {
  id: number
  name: string
  choice: TimelineChoice
  lanes: LaneKind
  order: TimelineOrder
  eventIds: number[]
}
