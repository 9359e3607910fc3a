import type { Reader, Writer } from '../handle'

/** How a conflict was resolved. `conflict` is the one it holds for, see `conflictKey`. */
export type ResolutionRecord = { eventId: number; reason: string; edtf: string | null; conflict: string; at: string }

type ResolutionRow = { event_id: number; reason: string; edtf: string | null; conflict: string; created_at: string }

/** @returns resolutions by event */
export function resolutionsOf(reader: Reader, eventIds: readonly number[]): Map<number, ResolutionRecord> {
  const rows = reader.all<ResolutionRow>(
    `SELECT event_id, reason, edtf, conflict, created_at FROM resolution
     WHERE event_id IN (SELECT value FROM json_each(:ids))`,
    { ids: JSON.stringify(eventIds) },
  )
  return new Map(
    rows.map(({ event_id, reason, edtf, conflict, created_at }) => [
      event_id,
      { eventId: event_id, reason, edtf, conflict, at: created_at },
    ]),
  )
}

/** Keeps a resolution; a later one of the same event takes its place. */
export const putResolution = (writer: Writer, { eventId, reason, edtf, conflict, at }: ResolutionRecord): void => {
  writer.run(
    `INSERT INTO resolution (event_id, reason, edtf, conflict, created_at)
     VALUES (:eventId, :reason, :edtf, :conflict, :at)
     ON CONFLICT (event_id) DO UPDATE SET reason = excluded.reason, edtf = excluded.edtf,
       conflict = excluded.conflict, created_at = excluded.created_at`,
    { eventId, reason, edtf, conflict, at },
  )
}

export const deleteResolution = (writer: Writer, eventId: number): void => {
  writer.run('DELETE FROM resolution WHERE event_id = :eventId', { eventId })
}
