import type { Event, Evidence, Resolution } from '../contract/timeline-types'
import { ExpectedError } from '../domain/error'
import { type EventOrder, eventState, type StateEvidence } from '../domain/event'
import { inOrder } from '../domain/event-order'
import type { Reader } from '../library/handle'
import { actorsOfEvents, type EventRecord, eventById, tagsOfEvents } from '../library/queries/event'
import { allOrders } from '../library/queries/event-order'
import { type EvidenceRecord, evidenceOfEvents } from '../library/queries/evidence'
import { passagesByIds } from '../library/queries/passage'
import { type ResolutionRecord, resolutionsOf } from '../library/queries/resolution'
import { evidenceDate, holdsFor } from './event-date'
import { type OneOrigin, oneOrigin } from './event-origin'
import { sourcesNamedIn } from './origin'
import { inContext, sourcesOf } from './passage'
import { grouped, type Span, wholeSentences } from './source'

/** One event with its evidence and state. @throws `event/not-found` */
export function eventView(reader: Reader, id: number): Event {
  const [event] = eventViews(reader, [requireEvent(reader, id)])
  if (!event) throw new ExpectedError('event/not-found')
  return event
}

/** @throws `event/not-found` */
export function requireEvent(reader: Reader, id: number): EventRecord {
  const event = eventById(reader, id)
  if (!event) throw new ExpectedError('event/not-found')
  return event
}

/** A piece of evidence with the whole sentences that its passage stands in; `span` is null where it is orphaned. */
export type Statement = { record: EvidenceRecord; view: Evidence; sentences: string; span: Span | null }

/** By what statements count as one origin. */
type Judgement = { isOneOrigin: OneOrigin; sources: ReturnType<typeof sourcesNamedIn> }

/** What belongs to an event beside its own row and its evidence. */
export type Belongings = {
  tagIds: number[]
  actors: string[]
  orders: EventOrder[]
  resolution: ResolutionRecord | null
}

/** @returns a function that gives what belongs to each of the events */
export function belongingsOf(reader: Reader, eventIds: readonly number[]): (eventId: number) => Belongings {
  const tags = tagsOfEvents(reader, eventIds)
  const actors = actorsOfEvents(reader, eventIds)
  const orders = allOrders(reader)
  const resolutions = resolutionsOf(reader, eventIds)
  return (id) => ({
    tagIds: tags.get(id) ?? [],
    actors: actors.get(id) ?? [],
    orders: orders.get(id) ?? [],
    resolution: resolutions.get(id) ?? null,
  })
}

/** Events with evidence and state, in order of date. */
export function eventViews(reader: Reader, records: readonly EventRecord[]): Event[] {
  const ids = records.map((record) => record.id)
  const all = statementsOf(reader, ids)
  const statements = grouped(all, (statement) => statement.record.eventId)
  const articleIds = all.map((statement) => statement.view.passage.articleId)
  const judgement = { isOneOrigin: oneOrigin(reader, articleIds), sources: sourcesNamedIn(reader, articleIds) }
  const belongings = belongingsOf(reader, ids)
  return inOrder(
    records.map((record) => toEvent(record, statements.get(record.id) ?? [], belongings(record.id), judgement)),
  )
}

/** All evidence of events whose passage and article are there. */
export function statementsOf(reader: Reader, eventIds: readonly number[]): Statement[] {
  const evidence = evidenceOfEvents(reader, eventIds)
  const passages = passagesByIds(
    reader,
    evidence.map((record) => record.passageId),
  )
  const sources = sourcesOf(reader, passages)
  const contexts = new Map(inContext(reader, passages, sources).map((passage) => [passage.id, passage]))
  return evidence.flatMap((record) => {
    const passage = contexts.get(record.passageId)
    const source = passage && sources.get(passage.articleId)
    if (!passage || !source) return []
    const span = passage.orphaned ? null : wholeSentences(source, passage)
    const sentences = span ? source.text.slice(span.start, span.end) : passage.quote
    return [{ record, view: toEvidence(record, passage), sentences, span }]
  })
}

const toEvidence = (record: EvidenceRecord, passage: Evidence['passage']): Evidence => ({
  id: record.id,
  eventId: record.eventId,
  passage,
  asserted: record.asserted,
  edtf: record.edtf,
  derivation: record.derivation,
  stance: record.stance,
})

function toEvent(
  record: EventRecord,
  statements: readonly Statement[],
  { tagIds, actors, orders, resolution }: Belongings,
  judgement: Judgement,
): Event {
  const claims = stateEvidence(statements, judgement)
  const holds = resolution !== null && holdsFor(resolution, claims)
  const date =
    record.dateOrigin === 'researcher'
      ? record
      : evidenceDate(
          statements.map(({ record: evidence, span }) => ({ ...evidence, orphaned: span === null })),
          holds ? resolution.edtf : null,
        )
  return {
    id: record.id,
    title: record.title,
    description: record.description,
    edtf: date?.edtf ?? null,
    interval: date?.interval ?? null,
    dateOrigin: record.dateOrigin,
    status: record.status,
    place: record.place,
    actors,
    sequence: record.sequence,
    orders,
    state: eventState(claims),
    resolution: resolution && toResolution(resolution, holds),
    tagIds,
    evidence: statements.map((statement) => statement.view),
  }
}

const toResolution = ({ reason, edtf, at }: ResolutionRecord, holds: boolean): Resolution => ({
  reason,
  edtf,
  at,
  holds,
})

function stateEvidence(statements: readonly Statement[], { isOneOrigin, sources }: Judgement): StateEvidence[] {
  return statements.map((statement) => ({
    id: statement.record.id,
    articleId: statement.view.passage.articleId,
    outlet: statement.view.passage.outlet,
    stance: statement.record.stance,
    interval: statement.record.interval,
    upstreams: sources(statement.view.passage.articleId, statement.sentences),
    sharesWordingWith: statements
      .filter((other) => other.record.id < statement.record.id && isOneOrigin(placed(other), placed(statement)))
      .map((other) => other.record.id),
    orphaned: statement.span === null,
  }))
}

const placed = ({ view, sentences, span }: Statement) => ({ articleId: view.passage.articleId, sentences, span })
