import { z } from 'zod'
import { eventFields } from '../domain/event-table'
import { timelineFormatNames } from '../domain/timeline-file'
import type * as E from './exchange-types'
import { id, method, none, offset, shortText } from './method'

const stageId = id
const reading = z.object({
  stageId,
  /** Places of columns, from 0; what is not there is guessed when the whole is left out. */
  holds: z.partialRecord(z.enum(eventFields), offset).optional(),
  order: z.enum(['day-first', 'month-first']).nullable().optional(),
})
const target = z.object({ path: z.string().max(32_768), replace: z.boolean() })
const timeline = z.object({ timelineId: id.nullable(), format: z.enum(timelineFormatNames) })

/** Tables of events on their way in, asked by windows. */
export const exchangeMethods = {
  /** What comes of a table's rows; `only` leaves out the others. */
  'eventTable.read': method(
    reading.extend({ only: z.enum(['all', 'refused']), offset, limit: z.number().int().min(1).max(1000) }),
  ).returns<E.EventTable>(),
  /** Makes events of all rows that say enough, as one operation; those that are there already stay as they are. */
  'eventTable.add': method(reading).returns<E.AddedEvents | null>(),
  'eventTable.close': method(z.object({ stageId })).returns<null>(),
} as const

/** Asked only where paths are known. */
export const trustedExchangeMethods = {
  /** `import/not-a-table`, and the codes of an import. */
  'eventTable.stage': method(z.object({ path: z.string().max(32_768) })).returns<{ stageId: number }>(),
  /** Writes the rows that don't come in, as CSV with the reasons. */
  'eventTable.exportRefused': method(reading.extend(target.shape)).returns<{ file: string; rows: number }>(),
  /** `timelineId` null writes all events. `timeline/not-found`, `timeline/empty`, and the codes of an export. */
  'timeline.export': method(timeline.extend(target.shape)).returns<E.ExportedTimeline>(),
} as const

/** Asked by windows, answered by main. */
export const shellExchangeMethods = {
  /** Asks for a table of events and reads it; null when the dialog was closed. */
  'shell.chooseEventTable': method(none).returns<{ stageId: number } | null>(),
  'shell.exportRefusedRows': method(reading).returns<{ file: string; rows: number } | null>(),
  /** Asks where to write a timeline and writes it; null when the dialog was closed. */
  'shell.exportTimeline': method(timeline.extend({ suggestedName: shortText })).returns<E.ExportedTimeline | null>(),
} as const
