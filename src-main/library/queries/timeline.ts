import type { LaneKind, TimelineChoice } from '../../domain/timeline'
import type { Reader, Writer } from '../handle'

/** A live timeline. `isReading`: shown in the order of reading. */
export type TimelineRecord = { id: number; name: string; choice: TimelineChoice; lanes: LaneKind; isReading: boolean }

/** What was decided of an event in a timeline by hand. */
export type TimelineEventRecord = { eventId: number; verdict: 'in' | 'out' | null; position: number | null }

type TimelineRow = { id: number; name: string; choice: string; lanes: string; reading: number }

const toRecord = ({ id, name, choice, lanes, reading }: TimelineRow): TimelineRecord => ({
  id,
  name,
  choice: JSON.parse(choice) as TimelineChoice,
  lanes: lanes as LaneKind,
  isReading: reading === 1,
})

const live = 'SELECT id, name, choice, lanes, reading FROM timeline WHERE deleted_at IS NULL'

/** All timelines by name. */
export const allTimelines = (reader: Reader): TimelineRecord[] =>
  reader.all<TimelineRow>(`${live} ORDER BY name COLLATE NOCASE, id`).map(toRecord)

export function timelineById(reader: Reader, id: number): TimelineRecord | null {
  const row = reader.get<TimelineRow>(`${live} AND id = :id`, { id })
  return row ? toRecord(row) : null
}

/** The case of its name makes no difference. */
export function timelineByName(reader: Reader, name: string): TimelineRecord | null {
  const row = reader.get<TimelineRow>(`${live} AND name = :name COLLATE NOCASE`, { name })
  return row ? toRecord(row) : null
}

const values = ({ name, choice, lanes, isReading }: Omit<TimelineRecord, 'id'>) => ({
  name,
  choice: JSON.stringify(choice),
  lanes,
  reading: isReading ? 1 : 0,
})

/** @returns the id of the new timeline */
export const insertTimeline = (writer: Writer, timeline: Omit<TimelineRecord, 'id'>, at: string): number =>
  writer.run(
    `INSERT INTO timeline (name, choice, lanes, reading, created_at) VALUES (:name, :choice, :lanes, :reading, :at)`,
    { ...values(timeline), at },
  ).id

export const updateTimeline = (writer: Writer, timeline: TimelineRecord): void => {
  writer.run('UPDATE timeline SET name = :name, choice = :choice, lanes = :lanes, reading = :reading WHERE id = :id', {
    id: timeline.id,
    ...values(timeline),
  })
}

export const trashTimeline = (writer: Writer, id: number, at: string): void => {
  writer.run('UPDATE timeline SET deleted_at = :at WHERE id = :id', { id, at })
}

/** What was decided by hand in a timeline, by event. */
export function timelineEvents(reader: Reader, timelineId: number): TimelineEventRecord[] {
  return reader.all<TimelineEventRecord>(
    'SELECT event_id AS eventId, verdict, position FROM timeline_event WHERE timeline_id = :timelineId',
    { timelineId },
  )
}

/** Keeps what was decided of an event; nothing decided and no place leaves no row. */
export function putTimelineEvent(
  writer: Writer,
  timelineId: number,
  { eventId, verdict, position }: TimelineEventRecord,
): void {
  if (verdict === null && position === null) {
    writer.run('DELETE FROM timeline_event WHERE timeline_id = :timelineId AND event_id = :eventId', {
      timelineId,
      eventId,
    })
    return
  }
  writer.run(
    `INSERT INTO timeline_event (timeline_id, event_id, verdict, position)
     VALUES (:timelineId, :eventId, :verdict, :position)
     ON CONFLICT (timeline_id, event_id) DO UPDATE SET verdict = excluded.verdict, position = excluded.position`,
    { timelineId, eventId, verdict, position },
  )
}

/** Timelines that one event was taken into or left out of by hand treat another so, where nothing was decided of it. */
export function moveTimelineEvents(writer: Writer, from: number, into: number): void {
  writer.run(
    `INSERT INTO timeline_event (timeline_id, event_id, verdict, position)
     SELECT timeline_id, :into, verdict, position FROM timeline_event WHERE event_id = :from
     ON CONFLICT (timeline_id, event_id) DO NOTHING`,
    { from, into },
  )
  writer.run('DELETE FROM timeline_event WHERE event_id = :from', { from })
}

/** @returns ids of accepted events that carry one of the tags */
export const eventsWithTags = (reader: Reader, tagIds: readonly number[]): number[] =>
  reader
    .all<{ id: number }>(
      `SELECT DISTINCT e.id FROM event e JOIN event_tag t ON t.event_id = e.id
       WHERE e.deleted_at IS NULL AND e.status = 'accepted' AND t.tag_id IN (SELECT value FROM json_each(:tagIds))`,
      { tagIds: JSON.stringify(tagIds) },
    )
    .map((row) => row.id)

type PublicationRow = {
  article_id: number
  title: string
  outlet: string | null
  published: string
  published_earliest: string | null
  published_latest: string | null
}

/** Articles with a publication date that accepted events have evidence from, by that date. */
export const publicationsOfEvidence = (reader: Reader) =>
  reader
    .all<PublicationRow>(
      `SELECT a.id AS article_id, coalesce(a.title, a.stand_in) AS title, a.outlet, a.published, a.published_earliest,
         a.published_latest
       FROM article a WHERE a.deleted_at IS NULL AND a.published IS NOT NULL AND a.id IN (
         SELECT p.article_id FROM evidence v JOIN passage p ON p.id = v.passage_id AND p.deleted_at IS NULL
         JOIN event e ON e.id = v.event_id AND e.deleted_at IS NULL AND e.status = 'accepted')
       ORDER BY coalesce(a.published_earliest, a.published_latest), a.id`,
    )
    .map((row) => ({
      articleId: row.article_id,
      title: row.title,
      outlet: row.outlet,
      edtf: row.published,
      interval: { earliest: row.published_earliest, latest: row.published_latest },
    }))
