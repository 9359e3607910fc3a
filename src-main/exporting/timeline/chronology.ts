import type { DayInterval } from '../../domain/edtf'
import type { EventState, Stance } from '../../domain/event'
import type { Loss } from '../../domain/timeline-file'

/** A timeline with everything looked up: what its files are written from, and nothing else. Events are in order. */
export type Chronology = { name: string; events: ChronologyEvent[] }

export type ChronologyEvent = {
  /** The same for the same event in every file, and no other event's anywhere. */
  uid: string
  /** When the event was made, ISO 8601 in UTC: files have no time of their own, so that the same events give the same bytes. */
  createdAt: string
  title: string
  description: string
  /** EDTF, or null where no date is known. */
  edtf: string | null
  interval: DayInterval | null
  place: string
  actors: string[]
  /** Full names, as "Parent / Child". */
  tags: string[]
  state: EventState
  /** Why a conflict counts as resolved; null where it does not. */
  resolution: string | null
  evidence: ChronologyEvidence[]
}

export type ChronologyEvidence = {
  outlet: string | null
  /** The article's title, or its first sentence. */
  title: string
  /** EDTF. */
  published: string | null
  url: string | null
  /** Paragraph label, or null where the words are gone from the text. */
  paragraph: string | null
  quote: string
  /** The date as written, or empty. */
  asserted: string
  edtf: string | null
  stance: Stance
}

/** A file's text, with what it could not say. */
export type WrittenTimeline = { text: string; losses: Loss[] }

/** Counts, for each kind of loss, the events that it holds of; kinds that hold of none are left out. */
export function countLosses(
  events: readonly ChronologyEvent[],
  holds: Partial<Record<Loss['what'], (event: ChronologyEvent) => boolean>>,
): Loss[] {
  return Object.entries(holds).flatMap(([what, of]) => {
    const count = events.filter(of).length
    return count === 0 ? [] : [{ what: what as Loss['what'], events: count }]
  })
}
