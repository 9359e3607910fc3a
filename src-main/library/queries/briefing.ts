import type { BriefingBlock } from '../../domain/briefing'
import type { Reader, Writer } from '../handle'

/** A live briefing; `updatedAt` is ISO 8601 in UTC. */
export type BriefingRecord = { id: number; title: string; blocks: BriefingBlock[]; updatedAt: string }

type BriefingRow = { id: number; title: string; blocks: string; updated_at: string }

const toRecord = (row: BriefingRow): BriefingRecord => ({
  id: row.id,
  title: row.title,
  blocks: JSON.parse(row.blocks) as BriefingBlock[],
  updatedAt: row.updated_at,
})

/** Live briefings without their blocks, the last changed first. */
export const allBriefings = (reader: Reader): Omit<BriefingRecord, 'blocks'>[] =>
  reader
    .all<Omit<BriefingRow, 'blocks'>>(
      'SELECT id, title, updated_at FROM briefing WHERE deleted_at IS NULL ORDER BY updated_at DESC, id DESC',
    )
    .map((row) => ({ id: row.id, title: row.title, updatedAt: row.updated_at }))

export function briefingById(reader: Reader, id: number): BriefingRecord | null {
  const row = reader.get<BriefingRow>(
    'SELECT id, title, blocks, updated_at FROM briefing WHERE id = :id AND deleted_at IS NULL',
    { id },
  )
  return row ? toRecord(row) : null
}

/** @returns the id of the new briefing. */
export const insertBriefing = (writer: Writer, title: string, blocks: readonly BriefingBlock[], at: string): number =>
  writer.run('INSERT INTO briefing (title, blocks, created_at, updated_at) VALUES (:title, :blocks, :at, :at)', {
    title,
    blocks: JSON.stringify(blocks),
    at,
  }).id

export const updateBriefing = (writer: Writer, briefing: BriefingRecord): void => {
  writer.run('UPDATE briefing SET title = :title, blocks = :blocks, updated_at = :at WHERE id = :id', {
    id: briefing.id,
    title: briefing.title,
    blocks: JSON.stringify(briefing.blocks),
    at: briefing.updatedAt,
  })
}

export const trashBriefing = (writer: Writer, id: number, at: string): void => {
  writer.run('UPDATE briefing SET deleted_at = :at WHERE id = :id', { id, at })
}

/** Remembers a written note by its hash. `briefingId` is null for the default note. */
export const insertBriefingExport = (
  writer: Writer,
  record: { briefingId: number | null; fileName: string; sha256: string; at: string },
): void => {
  writer.run(
    `INSERT INTO briefing_export (briefing_id, file_name, sha256, at)
     VALUES (:briefingId, :fileName, :sha256, :at)`,
    record,
  )
}
