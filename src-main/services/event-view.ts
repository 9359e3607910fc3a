import type { Event, Evidence } from '../contract/types'
import { compareIntervals } from '../domain/edtf'
import { ExpectedError } from '../domain/error'
import { eventState, type StateEvidence } from '../domain/event'
import type { Reader } from '../library/handle'
import { type EventRecord, eventById, tagsOfEvents } from '../library/queries/event'
import { type EvidenceRecord, evidenceOfEvents } from '../library/queries/evidence'
import { passagesByIds } from '../library/queries/passage'
import { commonDate } from './event-date'
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

/** Events with evidence and state, in order of date, undated last. */
export function eventViews(reader: Reader, records: readonly EventRecord[]): Event[] {
  const ids = records.map((record) => record.id)
  const all = statementsOf(reader, ids)
  const statements = grouped(all, (statement) => statement.record.eventId)
  const articleIds = all.map((statement) => statement.view.passage.articleId)
  const judgement = { isOneOrigin: oneOrigin(reader, articleIds), sources: sourcesNamedIn(reader, articleIds) }
  const tags = tagsOfEvents(reader, ids)
  return records
    .map((record) => toEvent(record, statements.get(record.id) ?? [], tags.get(record.id) ?? [], judgement))
    .sort((a, b) => compareIntervals(a.interval, b.interval) || a.id - b.id)
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

function toEvent(record: EventRecord, statements: readonly Statement[], tagIds: number[], judgement: Judgement): Event {
  const supporting = statements.filter((statement) => statement.record.stance === 'supports')
  const held = supporting.filter((statement) => statement.span !== null)
  const date =
    record.dateOrigin === 'researcher'
      ? { edtf: record.edtf, interval: record.interval }
      : (commonDate((held.length > 0 ? held : supporting).map((statement) => statement.record)) ?? {
          edtf: null,
          interval: null,
        })
  return {
    id: record.id,
    title: record.title,
    description: record.description,
    ...date,
    dateOrigin: record.dateOrigin,
    status: record.status,
    state: eventState(stateEvidence(statements, judgement)),
    tagIds,
    evidence: statements.map((statement) => statement.view),
  }
}

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
