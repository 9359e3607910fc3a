import { differingNames } from '../analysis/differing'
import type { Event, Evidence } from '../contract/timeline-types'
import { ExpectedError } from '../domain/error'
import { inOrder } from '../domain/event-order'
import type { Reader } from '../library/handle'
import { type EventRecord, eventById } from '../library/queries/event'
import { type EvidenceRecord, evidenceOfEvents } from '../library/queries/evidence'
import { passagesByIds } from '../library/queries/passage'
import { belongingsOf, eventFields, type Piece, type Told } from './event-fields'
import { oneOrigin } from './event-origin'
import { sourcesNamedIn } from './origin'
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

/** A piece of evidence with its place in the article, and the whole sentences there. */
export type Statement = Told & { record: EvidenceRecord; view: Evidence }

/** Events with evidence and state, in order of date. */
export function eventViews(reader: Reader, records: readonly EventRecord[]): Event[] {
  const ids = records.map((record) => record.id)
  const all = statementsOf(reader, ids)
  const statements = grouped(all, (statement) => statement.record.eventId)
  const told = new Map<number, Told>(all.map((statement) => [statement.record.id, statement]))
  const articleIds = all.map((statement) => statement.view.passage.articleId)
  const judgement = {
    told: ({ record }: Piece): Told => told.get(record.id) ?? { sentences: '', span: null },
    isOneOrigin: oneOrigin(reader, articleIds),
    sources: sourcesNamedIn(reader, articleIds),
  }
  const belongings = belongingsOf(reader, ids)
  return inOrder(
    records.map((record) => {
      const own = statements.get(record.id) ?? []
      const fields = eventFields(record, own.map(toPiece), belongings(record.id), judgement)
      return { ...fields, description: record.description, evidence: withDifferences(own) }
    }),
  )
}

/** What each says that none of another article does: agreeing on the day, they may tell of other people. */
function withDifferences(statements: readonly Statement[]): Evidence[] {
  const held = statements.filter((statement) => statement.span !== null)
  const differing = differingNames(
    held.map(({ view: { passage, asserted } }) => {
      const start = asserted === '' ? -1 : passage.quote.indexOf(asserted)
      const dates = start < 0 ? [] : [{ start, end: start + asserted.length }]
      return { articleId: passage.articleId, text: passage.quote, dates }
    }),
  )
  const byEvidence = new Map(held.map(({ record }, i) => [record.id, differing[i] ?? []]))
  return statements.map(({ record, view }) => ({ ...view, differing: byEvidence.get(record.id) ?? [] }))
}

const toPiece = ({ record, view, span }: Statement): Piece => ({
  record,
  articleId: view.passage.articleId,
  outlet: view.passage.outlet,
  orphaned: span === null,
})

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
  differing: [],
})
