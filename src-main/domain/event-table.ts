/** What a column of a chronology may hold. `source` and `url` say where a row is from, in words. */
export const eventFields = [
  'date',
  'end',
  'year',
  'month',
  'day',
  'endYear',
  'endMonth',
  'endDay',
  'title',
  'description',
  'place',
  'actors',
  'tags',
  'source',
  'url',
] as const
export type EventField = (typeof eventFields)[number]

/** Which column holds what, by the column's place; fields that no column holds are not there. */
export type EventColumns = Partial<Record<EventField, number>>

/** What a row says of an event. `edtf` null is an event without a date. */
export type RowEvent = {
  title: string
  edtf: string | null
  description: string
  place: string
  actors: string[]
  tags: string[]
}

/**
 * Why a row is no event. `ambiguous`: day and month of `text` can be told apart only by their order, which the table doesn't
 * give away.
 */
export type RefusedRow = {
  kind: 'refused'
  reason: 'no-title' | 'not-understood' | 'ambiguous' | 'ends-before-start' | 'unreadable'
  text: string
}

/** What comes of a row. */
export type RowOutcome = { kind: 'event'; event: RowEvent } | RefusedRow
