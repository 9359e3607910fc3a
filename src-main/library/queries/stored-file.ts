import type { Reader } from '../handle'

/** A file whose bytes are kept, and the live articles that were made from it, by their part; the oldest of each. */
export type StoredFile = { originalId: number; fileName: string; articles: Map<string | null, number> }

type Row = { sha256: string; id: number; file_name: string; article: number | null; part: string | null }

/** Files of the library among the hashes, by hash. */
export function storedFiles(reader: Reader, hashes: readonly string[]): Map<string, StoredFile> {
  const rows = reader.all<Row>(
    `SELECT o.sha256, o.id, o.file_name, a.id AS article, a.part
     FROM original o LEFT JOIN article a ON a.original_id = o.id AND a.deleted_at IS NULL
     WHERE o.sha256 IN (SELECT value FROM json_each(@hashes)) ORDER BY a.id`,
    { hashes: JSON.stringify(hashes) },
  )
  const files = new Map<string, StoredFile>()
  for (const { sha256, id, file_name: fileName, article, part } of rows) {
    const file = files.get(sha256) ?? { originalId: id, fileName, articles: new Map() }
    if (article !== null && !file.articles.has(part)) file.articles.set(part, article)
    files.set(sha256, file)
  }
  return files
}

/** The library's file of that hash, or null. */
export const storedFile = (reader: Reader, sha256: string): StoredFile | null =>
  storedFiles(reader, [sha256]).get(sha256) ?? null
