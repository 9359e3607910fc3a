import type { EventColumns, RowOutcome } from '../domain/event-table'
import type { Loss } from '../domain/timeline-file'

/** A timeline that was written to a file. */
export type ExportedTimeline = { file: string; sha256: string; events: number; losses: Loss[] }

/** A row of a table of events: `number` is where the reader finds it; `known` where the same event is in the library. */
export type EventTableRow = { number: number; cells: string[]; outcome: RowOutcome; known: boolean }

/**
 * A table of events before it is added. `columns` by name; `holds` which of them holds what. `order`: the one in use for days
 * and months in digits; `orderIsGiven` where the table's own dates tell it. `rows`: those asked for; the counts are of all.
 */
export type EventTable = {
  stageId: number
  fileName: string
  columns: string[]
  holds: EventColumns
  order: 'day-first' | 'month-first' | null
  orderIsGiven: boolean
  /** Rows that come in, that are there already, and that don't come in. */
  ready: number
  known: number
  refused: number
  /** Rows whose date needs to be told the order of day and month. */
  ambiguous: number
  truncated: boolean
  rows: EventTableRow[]
}

export type AddedEvents = { eventIds: number[]; known: number; refused: number }
