import { happeningTitle } from '../analysis/title'
import type { Handlers, Input } from '../contract/methods'
import { parseDateInput } from '../domain/date-input'
import { edtfInterval } from '../domain/edtf'
import { ExpectedError } from '../domain/error'
import type { Reader, Writer } from '../library/handle'
import {
  acceptedEvents,
  actorsOfEvents,
  type EventRecord,
  eventsByIds,
  insertEvent,
  setActors,
  tagEvent,
  tagsOfEvents,
  trashEvent,
  updateEvent,
} from '../library/queries/event'
import { moveOrders } from '../library/queries/event-order'
import {
  deleteEvidence,
  type EvidenceRecord,
  evidenceById,
  evidenceOfEvents,
  putEvidence,
} from '../library/queries/evidence'
import { refreshDocuments } from '../library/queries/search'
import { moveTimelineEvents } from '../library/queries/timeline'
import type { ServiceContext } from './context'
import { refreshDatesNow } from './date'
import { eventView, eventViews, requireEvent } from './event-view'
import { addEvidence, assertedDate, entered, settleEvent } from './evidence'
import { checkedSpan, loadSource, type Span } from './source'
import { ensureTag, namePath } from './tag'
import { requireTags, tagNames } from './tag-tree'
import { takeInto } from './timeline'

type Name =
  | `event.${'propose' | 'list' | 'get' | 'create' | 'set' | 'tag' | 'edit' | 'delete' | 'merge'}`
  | `evidence.${'add' | 'set' | 'delete'}`

export const eventHandlers = (context: ServiceContext) => {
  const { library, clock } = context
  const { reader } = library
  return {
    'event.propose': (input) => {
      refreshDatesNow(library, [input.articleId])
      const source = loadSource(reader, input.articleId)
      const span = checkedSpan(source, input)
      const { asserted, edtf } = assertedDate(reader, source, span)
      return { title: happeningTitle(source.text.slice(span.start, span.end)), edtf, asserted }
    },
    'event.list': ({ ids }) => eventViews(reader, chosenEvents(reader, ids)),
    'event.get': ({ id }) => eventView(reader, id),
    'event.create': (input) => {
      const title = checkedTitle(input.title)
      const date = typedDate(input.date ?? null)
      const evidence = input.evidence ?? []
      refreshDatesNow(library, articlesOf(evidence))
      return library.operation('event.create', title, (writer) => {
        const eventId = insertNewEvent(writer, { title, edtf: date, place: cleanText(input.place ?? '') }, clock())
        setActors(writer, eventId, cleanNames(input.actors ?? []))
        for (const span of evidence) addSpan(writer, eventId, span, clock())
        settleEvent(writer, eventId)
        if (input.timelineId !== undefined) takeInto(writer, input.timelineId, eventId)
        return eventView(writer, eventId)
      })
    },
    'event.set': (input) => {
      const event = requireEvent(reader, input.id)
      const title = input.title === undefined ? event.title : checkedTitle(input.title)
      const date = input.date === undefined ? null : typedDate(input.date)
      return library.operation('event.set', title, (writer) => {
        updateEvent(writer, {
          ...event,
          title,
          description: input.description ?? event.description,
          status: input.status ?? event.status,
          place: input.place === undefined ? event.place : cleanText(input.place),
          ...(input.date === undefined ? {} : dateFields(date)),
        })
        if (input.actors) setActors(writer, event.id, cleanNames(input.actors))
        settleEvent(writer, event.id)
        return eventView(writer, event.id)
      })
    },
    'event.tag': ({ id, add, remove }) => {
      requireEvent(reader, id)
      requireTags(reader, add)
      return library.operation('event.tag', tagNames(reader, [...add, ...remove]), (writer) => {
        tagEvent(writer, id, add, remove)
        return eventView(writer, id)
      })
    },
    'event.edit': ({ ids, edits }) => {
      const events = requireEvents(reader, ids)
      requireTags(reader, edits.addTagIds ?? [])
      return library.operation('event.edit', namesOf(events), (writer) => {
        const made = (edits.addTags ?? []).map((name) =>
          ensureTag(writer, namePath(name), { parentId: null, colour: undefined, at: clock() }),
        )
        const addTagIds = [...new Set([...(edits.addTagIds ?? []), ...made])]
        for (const event of events) editEvent(writer, event, { ...edits, addTagIds })
        refreshDocuments(
          writer,
          'event',
          events.map((event) => event.id),
        )
        return { edited: events.length }
      })
    },
    'event.delete': ({ ids }) => {
      const events = requireEvents(reader, ids)
      return library.operation('event.delete', namesOf(events), (writer) => {
        for (const { id } of events) trashEvent(writer, id, clock())
        refreshDocuments(
          writer,
          'event',
          events.map((event) => event.id),
        )
        return { deleted: events.length }
      })
    },
    'event.merge': ({ from, into }) => {
      const gone = requireEvent(reader, from)
      const kept = requireEvent(reader, into)
      if (gone.id === kept.id) return eventView(reader, into)
      return library.operation('event.merge', kept.title, (writer) => {
        moveEvidence(writer, from, into)
        tagEvent(writer, into, tagsOfEvents(writer, [from]).get(from) ?? [], [])
        if (kept.place === '') updateEvent(writer, { ...kept, place: gone.place })
        const actors = actorsOfEvents(writer, [from, into])
        setActors(writer, into, cleanNames([...(actors.get(into) ?? []), ...(actors.get(from) ?? [])]))
        moveOrders(writer, from, into)
        moveTimelineEvents(writer, from, into)
        trashEvent(writer, from, clock())
        refreshDocuments(writer, 'event', [from])
        settleEvent(writer, into)
        return eventView(writer, into)
      })
    },
    'evidence.add': (input) => {
      const event = requireEvent(reader, input.eventId)
      refreshDatesNow(library, [input.articleId])
      return library.operation('evidence.add', event.title, (writer) => {
        addSpan(writer, event.id, input, clock(), input.stance)
        settleEvent(writer, event.id)
        return eventView(writer, event.id)
      })
    },
    'evidence.set': (input) => {
      const evidence = requireEvidence(reader, input.id)
      const date = input.date === undefined ? undefined : typedDate(input.date)
      return library.operation('evidence.set', requireEvent(reader, evidence.eventId).title, (writer) => {
        putEvidence(writer, {
          ...evidence,
          stance: input.stance ?? evidence.stance,
          ...(date === undefined ? {} : assertedFields(date)),
        })
        settleEvent(writer, evidence.eventId)
        return eventView(writer, evidence.eventId)
      })
    },
    'evidence.delete': ({ id }) => {
      const { eventId } = requireEvidence(reader, id)
      return library.operation('evidence.delete', requireEvent(reader, eventId).title, (writer) => {
        deleteEvidence(writer, id)
        settleEvent(writer, eventId)
        return eventView(writer, eventId)
      })
    },
  } satisfies Handlers<Name>
}

const chosenEvents = (reader: Reader, ids: readonly number[] | undefined): EventRecord[] =>
  ids === undefined ? acceptedEvents(reader) : eventsByIds(reader, ids).filter((event) => event.status === 'accepted')

/** @throws `event/not-found` where one of the events is not there */
function requireEvents(reader: Reader, ids: readonly number[]): EventRecord[] {
  const events = eventsByIds(reader, ids)
  if (events.length < new Set(ids).size) throw new ExpectedError('event/not-found')
  return events
}

/** What an operation was done to, in words. */
function namesOf(events: readonly EventRecord[]): string {
  const [first, ...others] = events.map((event) => event.title)
  return others.length === 0 ? (first ?? '') : `${first} +${others.length}`
}

function editEvent(writer: Writer, event: EventRecord, edits: Input<'event.edit'>['edits']): void {
  tagEvent(writer, event.id, edits.addTagIds ?? [], edits.removeTagIds ?? [])
  if (edits.place !== undefined) updateEvent(writer, { ...event, place: cleanText(edits.place) })
  const gone = new Set(cleanNames(edits.removeActors ?? []).map(nameKey))
  const known = actorsOfEvents(writer, [event.id]).get(event.id) ?? []
  const actors = cleanNames([...known, ...(edits.addActors ?? [])]).filter((name) => !gone.has(nameKey(name)))
  setActors(writer, event.id, actors)
}

const cleanText = (typed: string): string => typed.trim().replace(/\s+/g, ' ')

const nameKey = (name: string): string => name.toLowerCase()

/** Names without white space around them; empty ones and those named twice (whatever their case) are left out. */
function cleanNames(typed: readonly string[]): string[] {
  const names = new Map<string, string>()
  for (const name of typed.map(cleanText)) if (name !== '' && !names.has(nameKey(name))) names.set(nameKey(name), name)
  return [...names.values()]
}

/** @throws `event/title-empty` */
export function checkedTitle(typed: string): string {
  const title = cleanText(typed)
  if (title === '') throw new ExpectedError('event/title-empty')
  return title
}

/** EDTF of a date as typed; null and nothing typed stay null. @throws `date/not-understood` */
export function typedDate(typed: string | null): string | null {
  if (typed === null || typed.trim() === '') return null
  const edtf = parseDateInput(typed)
  if (edtf === null) throw new ExpectedError('date/not-understood', { text: typed })
  return edtf
}

const dateFields = (edtf: string | null) => ({
  edtf,
  interval: edtf === null ? null : edtfInterval(edtf),
  dateOrigin: edtf === null ? ('evidence' as const) : ('researcher' as const),
})

const assertedFields = (edtf: string | null) => ({
  edtf,
  interval: edtf === null ? null : edtfInterval(edtf),
  derivation: edtf === null ? [] : entered(edtf),
})

/** @returns the id of an accepted event without evidence; `edtf` null leaves its date to the evidence */
export const insertNewEvent = (
  writer: Writer,
  { title, edtf, place = '' }: { title: string; edtf: string | null; place?: string },
  at: string,
): number =>
  insertEvent(writer, { title, description: '', status: 'accepted', place, sequence: null, ...dateFields(edtf) }, at)

type ArticleSpan = Span & { articleId: number }

const articlesOf = (spans: readonly ArticleSpan[]): number[] => [...new Set(spans.map((span) => span.articleId))]

function addSpan(
  writer: Writer,
  eventId: number,
  input: ArticleSpan,
  at: string,
  stance: EvidenceRecord['stance'] = 'supports',
): void {
  const source = loadSource(writer, input.articleId)
  const span = checkedSpan(source, input)
  addEvidence(writer, source, span, { eventId, stance, date: assertedDate(writer, source, span), at })
}

/** Evidence of a passage that both events have stays as `into` has it. */
function moveEvidence(writer: Writer, from: number, into: number): void {
  const known = new Set(evidenceOfEvents(writer, [into]).map((evidence) => evidence.passageId))
  for (const evidence of evidenceOfEvents(writer, [from])) {
    if (!known.has(evidence.passageId)) putEvidence(writer, { ...evidence, eventId: into })
    deleteEvidence(writer, evidence.id)
  }
}

/** @throws `evidence/not-found` */
function requireEvidence(reader: Reader, id: number): EvidenceRecord {
  const evidence = evidenceById(reader, id)
  if (!evidence) throw new ExpectedError('evidence/not-found')
  return evidence
}
