import type { Handlers } from '../contract/methods'
import type { Timeline } from '../contract/timeline-types'
import { ExpectedError } from '../domain/error'
import { parseSearchQuery } from '../domain/search-query'
import type { Reader, Writer } from '../library/handle'
import { findEventIds } from '../library/queries/search-events'
import { allTags } from '../library/queries/tag'
import {
  allTimelines,
  eventsWithTags,
  insertTimeline,
  publicationsOfEvidence,
  putTimelineEvent,
  type TimelineEventRecord,
  type TimelineRecord,
  timelineById,
  timelineByName,
  timelineEvents,
  trashTimeline,
  updateTimeline,
} from '../library/queries/timeline'
import type { ServiceContext } from './context'
import type { KeptEventRows } from './event-rows'
import { requireEvent } from './event-view'
import { descendantIds } from './tag-tree'

type Name = `timeline.${'list' | 'create' | 'set' | 'delete' | 'choose' | 'move' | 'publications'}`

export const timelineHandlers = ({ library, clock }: ServiceContext, rows: KeptEventRows) => {
  const { reader } = library
  const inDateOrder = (): number[] => rows.current().map((row) => row.id)
  const view = (id: number): Timeline => toTimeline(reader, requireTimeline(reader, id), inDateOrder())
  return {
    'timeline.list': () => {
      const order = inDateOrder()
      return allTimelines(reader).map((timeline) => toTimeline(reader, timeline, order))
    },
    'timeline.create': ({ name: typed, choice = { kind: 'hand' }, lanes = 'none', eventIds = [] }) => {
      const name = freeName(reader, typed, null)
      for (const eventId of eventIds) requireEvent(reader, eventId)
      const id = library.operation('timeline.create', name, (writer) => {
        const made = insertTimeline(writer, { name, choice, lanes, isReading: false }, clock())
        choose(writer, { id: made, choice }, eventIds, [])
        return made
      })
      return view(id)
    },
    'timeline.set': ({ id, name: typed, choice, lanes, order }) => {
      const timeline = requireTimeline(reader, id)
      const name = typed === undefined ? timeline.name : freeName(reader, typed, id)
      library.operation('timeline.set', name, (writer) =>
        updateTimeline(writer, {
          id,
          name,
          choice: choice ?? timeline.choice,
          lanes: lanes ?? timeline.lanes,
          isReading: order === undefined ? timeline.isReading : order === 'reading',
        }),
      )
      return view(id)
    },
    'timeline.delete': ({ id }) => {
      const timeline = requireTimeline(reader, id)
      return library.operation('timeline.delete', timeline.name, (writer) => {
        trashTimeline(writer, id, clock())
        return null
      })
    },
    'timeline.choose': ({ id, add, remove }) => {
      const timeline = requireTimeline(reader, id)
      for (const eventId of [...add, ...remove]) requireEvent(reader, eventId)
      library.operation('timeline.choose', timeline.name, (writer) => choose(writer, timeline, add, remove))
      return view(id)
    },
    'timeline.move': ({ id, eventId, before }) => {
      const timeline = requireTimeline(reader, id)
      const shown = view(id).eventIds.filter((one) => one !== eventId)
      const at = before === null ? shown.length : shown.indexOf(before)
      if (at < 0 || !view(id).eventIds.includes(eventId)) throw new ExpectedError('event/not-found')
      const order = shown.toSpliced(at, 0, eventId)
      library.operation('timeline.move', timeline.name, (writer) => {
        putInOrder(writer, id, order)
        updateTimeline(writer, { ...timeline, isReading: true })
      })
      return view(id)
    },
    'timeline.publications': () => publicationsOfEvidence(reader),
  } satisfies Handlers<Name>
}

/**
 * The events of a timeline in the order to show, with its name; all events in order of date where `id` is null.
 * @throws `timeline/not-found`
 */
export function eventsOfTimeline(
  reader: Reader,
  rows: KeptEventRows,
  id: number | null,
): { name: string | null; eventIds: number[] } {
  const order = rows.current().map((row) => row.id)
  if (id === null) return { name: null, eventIds: order }
  const { name, eventIds } = toTimeline(reader, requireTimeline(reader, id), order)
  return { name, eventIds }
}

/** Takes an event into a timeline by hand, inside an operation. @throws `timeline/not-found` */
export const takeInto = (writer: Writer, id: number, eventId: number): void =>
  choose(writer, requireTimeline(writer, id), [eventId], [])

/** The events of a timeline in the order to show; none where it is gone. @param order ids of all events in order of date */
export function eventIdsOf(reader: Reader, id: number, order: readonly number[]): number[] {
  const timeline = timelineById(reader, id)
  return timeline ? toTimeline(reader, timeline, order).eventIds : []
}

/** @throws `timeline/not-found` */
function requireTimeline(reader: Reader, id: number): TimelineRecord {
  const timeline = timelineById(reader, id)
  if (!timeline) throw new ExpectedError('timeline/not-found')
  return timeline
}

/** @throws `timeline/name-empty`, `timeline/name-taken` */
function freeName(reader: Reader, typed: string, id: number | null): string {
  const name = typed.trim().replace(/\s+/g, ' ')
  if (name === '') throw new ExpectedError('timeline/name-empty')
  const other = timelineByName(reader, name)
  if (other && other.id !== id) throw new ExpectedError('timeline/name-taken', { name: other.name })
  return name
}

/** @param order ids of all accepted events in order of date */
function toTimeline(reader: Reader, timeline: TimelineRecord, order: readonly number[]): Timeline {
  const { id, name, choice, lanes, isReading } = timeline
  const chosen = chosenIds(reader, choice)
  const byHand = new Map(timelineEvents(reader, id).map((record) => [record.eventId, record]))
  const dated = order.filter((eventId) => {
    const verdict = byHand.get(eventId)?.verdict ?? null
    return verdict === null ? chosen === 'all' || chosen.has(eventId) : verdict === 'in'
  })
  const eventIds = isReading ? inReadingOrder(dated, byHand) : dated
  return { id, name, choice, lanes, order: isReading ? 'reading' : 'date', eventIds }
}

/** Events that were given a place, then the others in order of date. */
function inReadingOrder(dated: readonly number[], byHand: ReadonlyMap<number, TimelineEventRecord>): number[] {
  const place = (eventId: number): number => byHand.get(eventId)?.position ?? Number.POSITIVE_INFINITY
  return [...dated].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}

function chosenIds(reader: Reader, choice: TimelineRecord['choice']): 'all' | ReadonlySet<number> {
  if (choice.kind === 'all') return 'all'
  if (choice.kind === 'hand') return new Set()
  if (choice.kind === 'search') return new Set(findEventIds(reader, parseSearchQuery(choice.query)))
  const tags = allTags(reader)
  return new Set(
    eventsWithTags(
      reader,
      choice.tagIds.flatMap((tagId) => descendantIds(tags, tagId)),
    ),
  )
}

function choose(
  writer: Writer,
  timeline: Pick<TimelineRecord, 'id' | 'choice'>,
  add: readonly number[],
  remove: readonly number[],
): void {
  const known = new Map(timelineEvents(writer, timeline.id).map((record) => [record.eventId, record]))
  for (const eventId of add) {
    putTimelineEvent(writer, timeline.id, { eventId, verdict: 'in', position: known.get(eventId)?.position ?? null })
  }
  // Nothing is in a choice by hand but what was taken in.
  const verdict = timeline.choice.kind === 'hand' ? null : 'out'
  for (const eventId of remove) putTimelineEvent(writer, timeline.id, { eventId, verdict, position: null })
}

/** Gives events their places in the order of reading, from 1. */
function putInOrder(writer: Writer, timelineId: number, order: readonly number[]): void {
  const known = new Map(timelineEvents(writer, timelineId).map((record) => [record.eventId, record]))
  for (const [at, eventId] of order.entries()) {
    const record = known.get(eventId)
    if (record?.position === at + 1) continue
    putTimelineEvent(writer, timelineId, { eventId, verdict: record?.verdict ?? null, position: at + 1 })
  }
}
