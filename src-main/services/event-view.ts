import { upstreamSource } from '../analysis/upstream'
import { sharesWording } from '../analysis/wording'
import type { Event, Evidence } from '../contract/types'
import { compareIntervals } from '../domain/edtf'
import { ExpectedError } from '../domain/error'
import { eventState, type StateEvidence } from '../domain/event'
import type { Reader } from '../library/handle'
import { type EventRecord, eventById, tagsOfEvents } from '../library/queries/event'
import { type EvidenceRecord, evidenceOfEvents } from '../library/queries/evidence'
import { passagesByIds } from '../library/queries/passage'
import { commonDate } from './event-date'
import { inContext, sourcesOf } from './passage'
import { grouped, wholeSentences } from './source'

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

/** A piece of evidence with the whole sentences that its passage stands in. */
export type Statement = { record: EvidenceRecord; view: Evidence; sentences: string }

/** Events with evidence and state, in order of date, undated last. */
export function eventViews(reader: Reader, records: readonly EventRecord[]): Event[] {
  const ids = records.map((record) => record.id)
  const statements = grouped(statementsOf(reader, ids), (statement) => statement.record.eventId)
  const tags = tagsOfEvents(reader, ids)
  return records
    .map((record) => toEvent(record, statements.get(record.id) ?? [], tags.get(record.id) ?? []))
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
    return [{ record, view: toEvidence(record, passage), sentences }]
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

function toEvent(record: EventRecord, statements: readonly Statement[], tagIds: number[]): Event {
  const supporting = statements.filter((statement) => statement.record.stance === 'supports')
  const date =
    record.dateOrigin === 'researcher'
      ? { edtf: record.edtf, interval: record.interval }
      : (commonDate(supporting.map((statement) => statement.record)) ?? { edtf: null, interval: null })
  return {
    id: record.id,
    title: record.title,
    description: record.description,
    ...date,
    dateOrigin: record.dateOrigin,
    status: record.status,
    state: eventState(stateEvidence(statements)),
    tagIds,
    evidence: statements.map((statement) => statement.view),
  }
}

function stateEvidence(statements: readonly Statement[]): StateEvidence[] {
  return statements.map(({ record, view, sentences }) => ({
    id: record.id,
    articleId: view.passage.articleId,
    outlet: view.passage.outlet,
    stance: record.stance,
    interval: record.interval,
    upstream: upstreamSource(sentences),
    sharesWordingWith: statements
      // Two passages of one article are of one origin however they are worded.
      .filter((other) => other.record.id < record.id && other.view.passage.articleId !== view.passage.articleId)
      .filter((other) => sharesWording(other.sentences, sentences))
      .map((other) => other.record.id),
  }))
}
