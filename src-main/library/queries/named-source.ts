import type { Reader, Writer } from '../handle'

/** A place of an article's text that names a source; `name` is folded. Offsets in UTF-16 units. */
export type NamedSourceRecord = { articleId: number; start: number; end: number; name: string }

/** What the researcher says of a name found in an article: another name, or null where it is no source. */
export type SourceNameRecord = { articleId: number; found: string; name: string | null }

/** Puts the sources that an article's text names in place of what was known of them. */
export function replaceNamedSources(
  writer: Writer,
  articleId: number,
  sources: readonly Omit<NamedSourceRecord, 'articleId'>[],
): void {
  writer.run('DELETE FROM named_source WHERE article_id = @articleId', { articleId })
  for (const { start, end, name } of sources) {
    writer.run(
      `INSERT INTO named_source (article_id, start_offset, end_offset, name) VALUES (@articleId, @start, @end, @name)`,
      { articleId, start, end, name },
    )
  }
}

/** By article and place. */
export const namedSourcesOf = (reader: Reader, articleIds: readonly number[]): NamedSourceRecord[] =>
  reader.all<NamedSourceRecord>(
    `SELECT article_id AS articleId, start_offset AS start, end_offset AS end, name FROM named_source
     WHERE article_id IN (SELECT value FROM json_each(@ids)) ORDER BY article_id, start_offset`,
    { ids: JSON.stringify(articleIds) },
  )

/** By article and name. */
export const sourceNamesOf = (reader: Reader, articleIds: readonly number[]): SourceNameRecord[] =>
  reader.all<SourceNameRecord>(
    `SELECT article_id AS articleId, found, name FROM source_name
     WHERE article_id IN (SELECT value FROM json_each(@ids)) ORDER BY article_id, found`,
    { ids: JSON.stringify(articleIds) },
  )

export const putSourceName = (writer: Writer, { articleId, found, name }: SourceNameRecord): void => {
  writer.run(
    `INSERT INTO source_name (article_id, found, name) VALUES (@articleId, @found, @name)
     ON CONFLICT (article_id, found) DO UPDATE SET name = excluded.name`,
    { articleId, found, name },
  )
}

export const deleteSourceName = (writer: Writer, articleId: number, found: string): void => {
  writer.run('DELETE FROM source_name WHERE article_id = @articleId AND found = @found', { articleId, found })
}
