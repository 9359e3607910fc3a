import type { DayInterval } from '../../domain/edtf'
import type { DerivationStep, Stance } from '../../domain/event'
import type { Params, Reader, Writer } from '../handle'

/** What a passage says of an event: the date as written, what it means and how that was worked out. */
export type EvidenceRecord = {
  id: number
  eventId: number
  passageId: number
  asserted: string
  edtf: string | null
  interval: DayInterval | null
  derivation: DerivationStep[]
  stance: Stance
}

type EvidenceRow = {
  id: number
  event_id: number
  passage_id: number
  asserted: string
  edtf: string | null
  earliest: string | null
  latest: string | null
  derivation: string
  stance: string
}

const toRecord = (row: EvidenceRow): EvidenceRecord => ({
  id: row.id,
  eventId: row.event_id,
  passageId: row.passage_id,
  asserted: row.asserted,
  edtf: row.edtf,
  interval: row.edtf === null ? null : { earliest: row.earliest, latest: row.latest },
  derivation: JSON.parse(row.derivation) as DerivationStep[],
  stance: row.stance as Stance,
})

/** Evidence whose event, passage and article are all there. */
const records = (reader: Reader, condition: string, params: Params): EvidenceRecord[] =>
  reader
    .all<EvidenceRow>(
      `SELECT e.id, e.event_id, e.passage_id, e.asserted, e.edtf, e.earliest, e.latest, e.derivation, e.stance
       FROM evidence e
       JOIN event v ON v.id = e.event_id AND v.deleted_at IS NULL
       JOIN passage p ON p.id = e.passage_id AND p.deleted_at IS NULL
       JOIN article a ON a.id = p.article_id AND a.deleted_at IS NULL
       WHERE ${condition} ORDER BY e.event_id, e.id`,
      params,
    )
    .map(toRecord)

export const evidenceById = (reader: Reader, id: number): EvidenceRecord | null =>
  records(reader, 'e.id = :id', { id })[0] ?? null

export const evidenceOfEvents = (reader: Reader, eventIds: readonly number[]): EvidenceRecord[] =>
  records(reader, 'e.event_id IN (SELECT value FROM json_each(:ids))', { ids: JSON.stringify(eventIds) })

export const evidenceOfArticles = (reader: Reader, articleIds: readonly number[]): EvidenceRecord[] =>
  records(reader, 'p.article_id IN (SELECT value FROM json_each(:ids))', { ids: JSON.stringify(articleIds) })

/** Live articles that have an outlet, and in which evidence of events stands. */
export const articlesWithEvidence = (reader: Reader): { id: number; outlet: string }[] =>
  reader.all(
    `SELECT DISTINCT a.id, a.outlet
     FROM evidence e
     JOIN event v ON v.id = e.event_id AND v.deleted_at IS NULL
     JOIN passage p ON p.id = e.passage_id AND p.deleted_at IS NULL
     JOIN article a ON a.id = p.article_id AND a.deleted_at IS NULL
     WHERE a.outlet IS NOT NULL ORDER BY a.id`,
  )

export const evidenceOfPassage = (reader: Reader, passageId: number): EvidenceRecord[] =>
  records(reader, 'e.passage_id = :passageId', { passageId })

const values = (evidence: Omit<EvidenceRecord, 'id'>) => ({
  eventId: evidence.eventId,
  passageId: evidence.passageId,
  asserted: evidence.asserted,
  edtf: evidence.edtf,
  earliest: evidence.interval?.earliest ?? null,
  latest: evidence.interval?.latest ?? null,
  derivation: JSON.stringify(evidence.derivation),
  stance: evidence.stance,
})

/** Adds evidence; the same passage again for the same event changes what is there. */
export const putEvidence = (writer: Writer, evidence: Omit<EvidenceRecord, 'id'>): void => {
  writer.run(
    `INSERT INTO evidence (event_id, passage_id, asserted, edtf, earliest, latest, derivation, stance)
     VALUES (:eventId, :passageId, :asserted, :edtf, :earliest, :latest, :derivation, :stance)
     ON CONFLICT (event_id, passage_id) DO UPDATE SET asserted = excluded.asserted, edtf = excluded.edtf,
       earliest = excluded.earliest, latest = excluded.latest, derivation = excluded.derivation,
       stance = excluded.stance`,
    values(evidence),
  )
}

/** Removes evidence; its passage stays. */
export const deleteEvidence = (writer: Writer, id: number): void => {
  writer.run('DELETE FROM evidence WHERE id = :id', { id })
}
