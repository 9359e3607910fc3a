import type { OriginalInfo } from '../../contract/types'
import type { Reader, Writer } from '../handle'

type OriginalRow = {
  id: number
  file_name: string
  media_type: string
  sha256: string
  size: number
  imported_at: string
}

const toInfo = (row: OriginalRow): OriginalInfo => ({
  id: row.id,
  fileName: row.file_name,
  mediaType: row.media_type,
  sha256: row.sha256,
  bytes: row.size,
  importedAt: row.imported_at,
})

/** What is known of originals, by id, without their bytes. */
export function originalsByIds(reader: Reader, ids: readonly number[]): Map<number, OriginalInfo> {
  const rows = reader.all<OriginalRow>(
    `SELECT id, file_name, media_type, sha256, size, imported_at FROM original
     WHERE id IN (SELECT value FROM json_each(@ids))`,
    { ids: JSON.stringify(ids) },
  )
  return new Map(rows.map((row) => [row.id, toInfo(row)]))
}

export type NewOriginal = { sha256: string; mediaType: string; fileName: string; bytes: Uint8Array; importedAt: string }

/** Originals with the given hashes, and whether a live article was made from them. */
export function originalsByHashes(
  reader: Reader,
  hashes: readonly string[],
): Map<string, { id: number; hasArticle: boolean }> {
  const rows = reader.all<{ id: number; sha256: string; live: number }>(
    `SELECT id, sha256,
       EXISTS (SELECT 1 FROM article a WHERE a.original_id = original.id AND a.deleted_at IS NULL) AS live
     FROM original WHERE sha256 IN (SELECT value FROM json_each(@hashes))`,
    { hashes: JSON.stringify(hashes) },
  )
  return new Map(rows.map((row) => [row.sha256, { id: row.id, hasArticle: row.live === 1 }]))
}

/** Keeps the bytes of a file. @returns the id of the original */
export const insertOriginal = (writer: Writer, original: NewOriginal): number =>
  writer.run(
    `INSERT INTO original (sha256, media_type, file_name, bytes, size, imported_at)
     VALUES (@sha256, @mediaType, @fileName, @bytes, @size, @importedAt)`,
    {
      sha256: original.sha256,
      mediaType: original.mediaType,
      fileName: original.fileName,
      bytes: original.bytes,
      size: original.bytes.length,
      importedAt: original.importedAt,
    },
  ).id
