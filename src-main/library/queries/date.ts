import type { DateExpression } from '../../domain/date-expression'
import type { DerivationStep } from '../../domain/event'
import type { Params, Reader, Writer } from '../handle'

/** A date expression as kept for an article, with the sentence that it stands in. Derived: it can be rebuilt. */
export type DateRecord = DateExpression & {
  id: number
  articleId: number
  sentence: { start: number; end: number }
}

/** What the dates of an article are worked out from. */
export type DateInput = { articleId: number; published: string | null; language: string | null; inputKey: string }

type DateRow = {
  id: number
  article_id: number
  start_offset: number
  end_offset: number
  text: string
  edtf: string | null
  earliest: string | null
  latest: string | null
  derivation: string
  confidence: number
  sentence_start: number
  sentence_end: number
}

const toRecord = (row: DateRow): DateRecord => ({
  id: row.id,
  articleId: row.article_id,
  start: row.start_offset,
  end: row.end_offset,
  text: row.text,
  edtf: row.edtf,
  interval: row.edtf === null ? null : { earliest: row.earliest, latest: row.latest },
  derivation: JSON.parse(row.derivation) as DerivationStep[],
  confidence: row.confidence,
  sentence: { start: row.sentence_start, end: row.sentence_end },
})

const records = (reader: Reader, condition: string, params: Params): DateRecord[] =>
  reader
    .all<DateRow>(
      `SELECT d.id, d.article_id, d.start_offset, d.end_offset, d.text, d.edtf, d.earliest, d.latest, d.derivation,
         d.confidence, d.sentence_start, d.sentence_end
       FROM date_expression d JOIN article a ON a.id = d.article_id AND a.deleted_at IS NULL
       WHERE ${condition} ORDER BY d.article_id, d.start_offset, d.end_offset`,
      params,
    )
    .map(toRecord)

export const datesOfArticle = (reader: Reader, articleId: number): DateRecord[] =>
  records(reader, 'd.article_id = :articleId', { articleId })

export const datesByIds = (reader: Reader, ids: readonly number[]): DateRecord[] =>
  records(reader, 'd.id IN (SELECT value FROM json_each(:ids))', { ids: JSON.stringify(ids) })

/** What lists of many dates take of one. */
export type DateOutline = Pick<
  DateRecord,
  'id' | 'articleId' | 'start' | 'end' | 'edtf' | 'interval' | 'confidence' | 'sentence'
>

type OutlineRow = Omit<DateRow, 'text' | 'derivation'>

export const dateOutlines = (reader: Reader, articleIds: readonly number[]): DateOutline[] =>
  reader
    .all<OutlineRow>(
      `SELECT id, article_id, start_offset, end_offset, edtf, earliest, latest, confidence, sentence_start,
         sentence_end
       FROM date_expression WHERE article_id IN (SELECT value FROM json_each(:ids))
       ORDER BY article_id, start_offset, end_offset`,
      { ids: JSON.stringify(articleIds) },
    )
    .map((row) => ({
      id: row.id,
      articleId: row.article_id,
      start: row.start_offset,
      end: row.end_offset,
      edtf: row.edtf,
      interval: row.edtf === null ? null : { earliest: row.earliest, latest: row.latest },
      confidence: row.confidence,
      sentence: { start: row.sentence_start, end: row.sentence_end },
    }))

/** Live articles whose dates are worked out, each with a key that changes whenever its dates may have changed. */
export const datedArticles = (reader: Reader): { id: number; key: string }[] =>
  reader.all<{ id: number; key: string }>(
    `SELECT a.id, n.input_key || '|' || n.method_version || '|' ||
       coalesce((SELECT max(d.id) FROM date_expression d WHERE d.article_id = a.id), 0) AS key
     FROM article a JOIN analysis n ON n.article_id = a.id AND n.kind = 'dates'
     WHERE a.deleted_at IS NULL AND a.status <> 'excluded' ORDER BY a.id`,
  )

/**
 * Live articles whose dates were never worked out, or by another method version, or before their input changed: triggers
 * forget the analysis of an article when its text, visibility, date or language changes.
 */
export const staleDateArticles = (reader: Reader, methodVersion: number, ids: readonly number[] | null): number[] =>
  reader
    .all<{ id: number }>(
      `SELECT a.id FROM article a LEFT JOIN analysis n ON n.article_id = a.id AND n.kind = 'dates'
       WHERE a.deleted_at IS NULL AND n.method_version IS NOT :methodVersion
         ${ids === null ? '' : 'AND a.id IN (SELECT value FROM json_each(:ids))'} ORDER BY a.id`,
      ids === null ? { methodVersion } : { methodVersion, ids: JSON.stringify(ids) },
    )
    .map((row) => row.id)

/**
 * Live articles whose dates were worked out with a part of the input that may have changed since.
 * @param parts of the input key, between two bars each
 */
export const articlesWorkedOutBy = (
  reader: Reader,
  methodVersion: number,
  parts: readonly string[],
  ids: readonly number[] | null,
): { id: number; outlet: string | null; inputKey: string }[] =>
  reader.all(
    `SELECT a.id, a.outlet, n.input_key AS inputKey FROM analysis n
     JOIN article a ON a.id = n.article_id AND a.deleted_at IS NULL
     WHERE n.kind = 'dates' AND n.method_version = :methodVersion
       ${ids === null ? '' : 'AND n.article_id IN (SELECT value FROM json_each(:ids))'}
       AND EXISTS (SELECT 1 FROM json_each(:parts) WHERE instr(n.input_key, '|' || value || '|'))
     ORDER BY a.id`,
    { methodVersion, parts: JSON.stringify(parts), ...(ids === null ? {} : { ids: JSON.stringify(ids) }) },
  )

/** Forgets that the dates of articles are worked out: they are stale from then on. */
export const forgetDates = (writer: Writer, articleIds: readonly number[]): void => {
  writer.run("DELETE FROM analysis WHERE kind = 'dates' AND article_id IN (SELECT value FROM json_each(:articleIds))", {
    articleIds: JSON.stringify(articleIds),
  })
}

/** Puts what was found in place of what was known of an article's dates; spans found again keep their ids. */
export function replaceDates(
  writer: Writer,
  input: { articleId: number; methodVersion: number; inputKey: string },
  found: readonly Omit<DateRecord, 'id' | 'articleId'>[],
): void {
  const spans = JSON.stringify(found.map((date) => `${date.start}-${date.end}`))
  writer.run(
    `DELETE FROM date_expression WHERE article_id = :articleId
       AND start_offset || '-' || end_offset NOT IN (SELECT value FROM json_each(:spans))`,
    { articleId: input.articleId, spans },
  )
  for (const date of found) putDate(writer, input.articleId, date)
  writer.run(
    `INSERT INTO analysis (article_id, kind, method_version, input_key)
     VALUES (:articleId, 'dates', :methodVersion, :inputKey)
     ON CONFLICT (article_id, kind) DO UPDATE
       SET method_version = excluded.method_version, input_key = excluded.input_key`,
    input,
  )
}

function putDate(writer: Writer, articleId: number, date: Omit<DateRecord, 'id' | 'articleId'>): void {
  writer.run(
    `INSERT INTO date_expression (article_id, start_offset, end_offset, text, edtf, earliest, latest, derivation,
       confidence, sentence_start, sentence_end)
     VALUES (:articleId, :start, :end, :text, :edtf, :earliest, :latest, :derivation, :confidence, :sentenceStart,
       :sentenceEnd)
     ON CONFLICT (article_id, start_offset, end_offset) DO UPDATE SET text = excluded.text, edtf = excluded.edtf,
       earliest = excluded.earliest, latest = excluded.latest, derivation = excluded.derivation,
       confidence = excluded.confidence, sentence_start = excluded.sentence_start,
       sentence_end = excluded.sentence_end`,
    {
      articleId,
      start: date.start,
      end: date.end,
      text: date.text,
      edtf: date.edtf,
      earliest: date.interval?.earliest ?? null,
      latest: date.interval?.latest ?? null,
      derivation: JSON.stringify(date.derivation),
      confidence: date.confidence,
      sentenceStart: date.sentence.start,
      sentenceEnd: date.sentence.end,
    },
  )
}
