import type { Reader } from '../handle'

/** Suggestions are counted up to this number: in a large library their exact number says nothing. */
const countedSuggestions = 1000

/** Numbers of live passages, accepted events and undecided dated sentences. */
export function workCounts(reader: Reader): { passages: number; events: number; suggestions: number } {
  const row = reader.get<{ passages: number; events: number; suggestions: number }>(
    `SELECT
       (SELECT count(*) FROM passage p JOIN article a ON a.id = p.article_id AND a.deleted_at IS NULL
        WHERE p.deleted_at IS NULL) AS passages,
       (SELECT count(*) FROM event WHERE deleted_at IS NULL AND status = 'accepted') AS events,
       (SELECT count(*) FROM (
          SELECT DISTINCT d.article_id, d.sentence_start FROM date_expression d
          JOIN article a ON a.id = d.article_id AND a.deleted_at IS NULL AND a.status <> 'excluded'
          WHERE NOT EXISTS (SELECT 1 FROM decision c WHERE c.article_id = d.article_id
            AND c.start_offset < d.sentence_end AND c.end_offset > d.sentence_start)
          LIMIT ${countedSuggestions})) AS suggestions`,
  )
  return row ?? { passages: 0, events: 0, suggestions: 0 }
}
