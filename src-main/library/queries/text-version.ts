import type { Reader, Writer } from '../handle'

/** How a text of an article after the first came about. */
export const textCauses = ['correction', 'merge', 'split', 'extraction'] as const
export type TextCause = (typeof textCauses)[number]

export type TextVersionRecord = { version: number; cause: TextCause; at: string }

/** The texts of an article after the first, oldest first. */
export const textVersions = (reader: Reader, articleId: number): TextVersionRecord[] =>
  reader
    .all<{ version: number; cause: string; created_at: string }>(
      'SELECT version, cause, created_at FROM text_version WHERE article_id = @articleId ORDER BY version',
      { articleId },
    )
    .map((row) => ({ version: row.version, cause: row.cause as TextCause, at: row.created_at }))

/** Makes a version the article's text. Its blocks are written by `insertBlocks`. */
export function putTextVersion(writer: Writer, articleId: number, { version, cause, at }: TextVersionRecord): void {
  writer.run(
    'INSERT INTO text_version (article_id, version, cause, created_at) VALUES (@articleId, @version, @cause, @at)',
    { articleId, version, cause, at },
  )
  writer.run('UPDATE article SET version = @version WHERE id = @articleId', { articleId, version })
}

/** What is kept of an article's text beside its blocks: its words, and the first sentence for an untitled one. */
export function putTextFacts(writer: Writer, articleId: number, facts: { words: number; standIn: string }): void {
  writer.run(
    `UPDATE article SET words = @words, stand_in = @standIn
     WHERE id = @articleId AND (words <> @words OR stand_in <> @standIn)`,
    { articleId, words: facts.words, standIn: facts.standIn },
  )
}

/** Spans of the live passages that hold in the current texts of articles, by article. */
export function quotedSpans(
  reader: Reader,
  articleIds: readonly number[],
): Map<number, { id: number; start: number; end: number }[]> {
  const rows = reader.all<{ id: number; article_id: number; start_offset: number; end_offset: number }>(
    `SELECT p.id, p.article_id, p.start_offset, p.end_offset FROM passage p
     JOIN article a ON a.id = p.article_id AND a.version = p.version
     WHERE p.deleted_at IS NULL AND p.article_id IN (SELECT value FROM json_each(@ids))
     ORDER BY p.article_id, p.start_offset`,
    { ids: JSON.stringify(articleIds) },
  )
  const spans = new Map<number, { id: number; start: number; end: number }[]>()
  for (const row of rows) {
    const span = { id: row.id, start: row.start_offset, end: row.end_offset }
    spans.set(row.article_id, [...(spans.get(row.article_id) ?? []), span])
  }
  return spans
}
