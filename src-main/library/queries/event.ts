import type { DayInterval } from '../../domain/edtf'
import type { EventStatus } from '../../domain/event'
import type { Reader, Writer } from '../handle'

/** A live event without its evidence. `interval` is null where it has no date. */
export type EventRecord = {
  id: number
  title: string
  description: string
  edtf: string | null
  interval: DayInterval | null
  dateOrigin: 'evidence' | 'researcher'
  status: EventStatus
  place: string
  sequence: number | null
}

type EventRow = {
  id: number
  title: string
  description: string
  edtf: string | null
  earliest: string | null
  latest: string | null
  date_origin: string
  status: string
  place: string
  sequence: number | null
}

const toRecord = (row: EventRow): EventRecord => ({
  id: row.id,
  title: row.title,
  description: row.description,
  edtf: row.edtf,
  interval: row.edtf === null ? null : { earliest: row.earliest, latest: row.latest },
  dateOrigin: row.date_origin as EventRecord['dateOrigin'],
  status: row.status as EventStatus,
  place: row.place,
  sequence: row.sequence,
})

const columns = 'id, title, description, edtf, earliest, latest, date_origin, status, place, sequence'

export function eventById(reader: Reader, id: number): EventRecord | null {
  const row = reader.get<EventRow>(`SELECT ${columns} FROM event WHERE id = :id AND deleted_at IS NULL`, { id })
  return row ? toRecord(row) : null
}

/** Live events of given ids, in the order in which they were made. */
export const eventsByIds = (reader: Reader, ids: readonly number[]): EventRecord[] =>
  reader
    .all<EventRow>(
      `SELECT ${columns} FROM event WHERE id IN (SELECT value FROM json_each(:ids)) AND deleted_at IS NULL ORDER BY id`,
      { ids: JSON.stringify(ids) },
    )
    .map(toRecord)

/** Live accepted events, in the order in which they were made. */
export const acceptedEvents = (reader: Reader): EventRecord[] =>
  reader
    .all<EventRow>(`SELECT ${columns} FROM event WHERE deleted_at IS NULL AND status = 'accepted' ORDER BY id`)
    .map(toRecord)

/** @returns live tags by event. */
export function tagsOfEvents(reader: Reader, ids: readonly number[]): Map<number, number[]> {
  const rows = reader.all<{ event_id: number; tag_id: number }>(
    `SELECT l.event_id, l.tag_id FROM event_tag l JOIN tag t ON t.id = l.tag_id AND t.deleted_at IS NULL
     WHERE l.event_id IN (SELECT value FROM json_each(:ids)) ORDER BY l.event_id, l.tag_id`,
    { ids: JSON.stringify(ids) },
  )
  const tags = new Map<number, number[]>()
  for (const row of rows) tags.set(row.event_id, [...(tags.get(row.event_id) ?? []), row.tag_id])
  return tags
}

const values = (event: Omit<EventRecord, 'id'>) => ({
  title: event.title,
  description: event.description,
  edtf: event.edtf,
  earliest: event.interval?.earliest ?? null,
  latest: event.interval?.latest ?? null,
  dateOrigin: event.dateOrigin,
  status: event.status,
  place: event.place,
  sequence: event.sequence,
})

/** @returns the id of the new event. */
export const insertEvent = (writer: Writer, event: Omit<EventRecord, 'id'>, createdAt: string): number =>
  writer.run(
    `INSERT INTO event (title, description, edtf, earliest, latest, date_origin, status, place, sequence,
       created_at)
     VALUES (:title, :description, :edtf, :earliest, :latest, :dateOrigin, :status, :place, :sequence, :createdAt)`,
    { ...values(event), createdAt },
  ).id

export const updateEvent = (writer: Writer, event: EventRecord): void => {
  writer.run(
    `UPDATE event SET title = :title, description = :description, edtf = :edtf, earliest = :earliest,
       latest = :latest, date_origin = :dateOrigin, status = :status, place = :place,
       sequence = :sequence WHERE id = :id`,
    { id: event.id, ...values(event) },
  )
}

/** Puts an event in the trash with its evidence and tags. */
export const trashEvent = (writer: Writer, id: number, at: string): void => {
  writer.run('UPDATE event SET deleted_at = :at WHERE id = :id', { id, at })
}

export function tagEvent(writer: Writer, id: number, add: readonly number[], remove: readonly number[]): void {
  for (const tagId of add) {
    writer.run('INSERT INTO event_tag (event_id, tag_id) VALUES (:id, :tagId) ON CONFLICT DO NOTHING', { id, tagId })
  }
  for (const tagId of remove) {
    writer.run('DELETE FROM event_tag WHERE event_id = :id AND tag_id = :tagId', { id, tagId })
  }
}

/** @returns who acts in events, in order, by event */
export function actorsOfEvents(reader: Reader, ids: readonly number[]): Map<number, string[]> {
  const rows = reader.all<{ event_id: number; name: string }>(
    `SELECT event_id, name FROM event_actor WHERE event_id IN (SELECT value FROM json_each(:ids))
     ORDER BY event_id, position`,
    { ids: JSON.stringify(ids) },
  )
  const actors = new Map<number, string[]>()
  for (const row of rows) actors.set(row.event_id, [...(actors.get(row.event_id) ?? []), row.name])
  return actors
}

export function setActors(writer: Writer, eventId: number, names: readonly string[]): void {
  writer.run('DELETE FROM event_actor WHERE event_id = :eventId AND position >= :count', {
    eventId,
    count: names.length,
  })
  for (const [position, name] of names.entries()) {
    writer.run(
      `INSERT INTO event_actor (event_id, position, name) VALUES (:eventId, :position, :name)
       ON CONFLICT (event_id, position) DO UPDATE SET name = excluded.name`,
      { eventId, position, name },
    )
  }
}

/** @returns when events were made, ISO 8601 in UTC, by event */
export const whenMade = (reader: Reader, ids: readonly number[]): Map<number, string> =>
  new Map(
    reader
      .all<{ id: number; created_at: string }>(
        'SELECT id, created_at FROM event WHERE id IN (SELECT value FROM json_each(:ids))',
        { ids: JSON.stringify(ids) },
      )
      .map((row) => [row.id, row.created_at]),
  )
