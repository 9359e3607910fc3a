import type { Reader } from '../handle'

/** How far the journal goes: the last change and the last operation. */
export type JournalEnd = { change: number; operation: number }

export const journalEnd = (reader: Reader): JournalEnd =>
  reader.get<JournalEnd>(
    'SELECT coalesce((SELECT max(seq) FROM change), 0) AS change, coalesce((SELECT max(id) FROM op), 0) AS operation',
  ) ?? { change: 0, operation: 0 }

/**
 * Events of which the journal tells a change since a point of it: of their own rows, of their evidence, or of the passages,
 * articles and tags that these rest on.
 * @returns null where the journal can't tell: imports that were taken back or done again leave no images of their rows
 */
export function eventsChangedSince(reader: Reader, { change, operation }: JournalEnd): number[] | null {
  const untold = reader.get(
    `SELECT 1 FROM op o JOIN op r ON r.id = o.reverses WHERE o.id > :operation AND r.kind = 'import'`,
    { operation },
  )
  if (untold) return null
  return reader
    .all<{ id: number }>(
      `WITH changed AS MATERIALIZED (
         SELECT table_name AS name, json_extract(key, '$[0]') AS key, coalesce(after, before) AS image
         FROM change WHERE seq > :change
       ), articles AS MATERIALIZED (
         SELECT key AS id FROM changed WHERE name IN ('article', 'source_name', 'text_version')
         UNION SELECT json_extract(image, '$.article_id') FROM changed WHERE name = 'block'
       ), events AS MATERIALIZED (
         SELECT key AS id FROM changed WHERE name IN ('event', 'event_actor', 'event_order', 'event_tag', 'resolution')
         UNION SELECT json_extract(image, '$.event_id') FROM changed WHERE name = 'evidence'
         UNION SELECT event_id FROM event_tag WHERE tag_id IN (SELECT key FROM changed WHERE name = 'tag')
         UNION SELECT event_id FROM evidence WHERE passage_id IN (
           SELECT key FROM changed WHERE name = 'passage'
           UNION SELECT p.id FROM passage p WHERE p.article_id IN (SELECT id FROM articles))
       )
       SELECT id FROM events UNION SELECT event_id FROM event_order WHERE other_id IN (SELECT id FROM events)`,
      { change },
    )
    .map((row) => row.id)
}
