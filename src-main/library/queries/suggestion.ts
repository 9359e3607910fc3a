import type { Reader, Writer } from '../handle'

/** What was decided of a dated span. It outlives the analysis that found the span. */
export type DecisionRecord = {
  articleId: number
  start: number
  end: number
  verdict: 'accepted' | 'dismissed'
  eventId: number | null
}

type DecisionRow = {
  article_id: number
  start_offset: number
  end_offset: number
  verdict: string
  event_id: number | null
}

/** Decisions of live articles, or of one. */
export function decisions(reader: Reader, articleId: number | null): DecisionRecord[] {
  const condition = articleId === null ? '' : 'AND d.article_id = :articleId'
  return reader
    .all<DecisionRow>(
      `SELECT d.article_id, d.start_offset, d.end_offset, d.verdict, d.event_id FROM decision d
       JOIN article a ON a.id = d.article_id AND a.deleted_at IS NULL ${condition}
       ORDER BY d.article_id, d.start_offset`,
      articleId === null ? {} : { articleId },
    )
    .map((row) => ({
      articleId: row.article_id,
      start: row.start_offset,
      end: row.end_offset,
      verdict: row.verdict as DecisionRecord['verdict'],
      eventId: row.event_id,
    }))
}

/** Records a decision; a later one of the same span takes its place. */
export const putDecision = (writer: Writer, decision: DecisionRecord): void => {
  writer.run(
    `INSERT INTO decision (article_id, start_offset, end_offset, verdict, event_id)
     VALUES (:articleId, :start, :end, :verdict, :eventId)
     ON CONFLICT (article_id, start_offset, end_offset) DO UPDATE
       SET verdict = excluded.verdict, event_id = excluded.event_id`,
    {
      articleId: decision.articleId,
      start: decision.start,
      end: decision.end,
      verdict: decision.verdict,
      eventId: decision.eventId,
    },
  )
}

/** Forgets a decision: its span is open again. */
export const deleteDecision = (
  writer: Writer,
  { articleId, start, end }: Omit<DecisionRecord, 'verdict' | 'eventId'>,
): void => {
  writer.run('DELETE FROM decision WHERE article_id = :articleId AND start_offset = :start AND end_offset = :end', {
    articleId,
    start,
    end,
  })
}
