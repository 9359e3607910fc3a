import type { Reader, Writer } from '../handle'

/** @returns the JSON value that was kept under a key, or null */
export function settingValue(reader: Reader, key: string): unknown {
  const row = reader.get<{ value: string }>('SELECT value FROM setting WHERE key = @key', { key })
  return row ? JSON.parse(row.value) : null
}

export function putSetting(writer: Writer, key: string, value: unknown): void {
  writer.run(
    `INSERT INTO setting (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value
     WHERE value <> excluded.value`,
    { key, value: JSON.stringify(value) },
  )
}

/** Where reading of an article stopped: an offset into its text, 0 where it was never read. */
export const readingPosition = (reader: Reader, articleId: number): number =>
  reader.get<{ start_offset: number }>('SELECT start_offset FROM position WHERE article_id = @articleId', { articleId })
    ?.start_offset ?? 0

export function putReadingPosition(writer: Writer, articleId: number, start: number): void {
  writer.run(
    `INSERT INTO position (article_id, start_offset) VALUES (@articleId, @start)
     ON CONFLICT (article_id) DO UPDATE SET start_offset = excluded.start_offset`,
    { articleId, start },
  )
}
