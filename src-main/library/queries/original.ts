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
