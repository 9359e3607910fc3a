import { resolve } from 'node:path'
import type { EventTable, EventTableRow } from '../contract/exchange-types'
import { type EventColumns, type EventField, eventFields } from '../domain/event-table'
import type { ServiceContext } from '../services/context'
import { eventTableHandlers } from '../services/event-table'
import { type Command, type Given, UsageError } from './command'
import { type ExitStatus, type Io, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'

/** Rows are asked for so many at a time. */
const pageSize = 1000

export const addEventsCommand: Command = {
  name: 'add-events',
  usage: 'FILE --library L [--columns FIELD=NAME,…] [--order ORDER] [--dry-run] [--refused FILE] [--json]',
  summary:
    'Adds events from a table (CSV, TSV, JSON, one object a line), as one operation. What is there already stays as it is.',
  details: [
    `--columns F=N,…  which column holds what, instead of a guess: ${eventFields.join(', ')}`,
    '--order ORDER    of days and months in digits where the table does not tell it: day-first, month-first',
    '--dry-run        only tells what would come of the rows',
    '--refused FILE   writes the rows that do not come in, with the reasons, as CSV; never replaces a file',
    '--json           {added,known,refused,columns,rows:[{row,date,title} or {row,reason,text}]}',
  ],
  options: {
    ...libraryOption,
    columns: { type: 'string' },
    order: { type: 'string' },
    'dry-run': { type: 'boolean' },
    refused: { type: 'string' },
  },
  words: { least: 1, most: 1 },
  run: (given, io) =>
    withLibrary(given, io, given.flag('dry-run') ? 'read' : 'create', (context) => addEvents(context, given, io)),
}

async function addEvents(context: ServiceContext, given: Given, io: Io): Promise<ExitStatus> {
  const handlers = eventTableHandlers(context)
  const { stageId } = await handlers['eventTable.stage']({ path: resolve(io.folder, given.words[0] ?? '') })
  const page = (offset: number, more: object = {}) =>
    handlers['eventTable.read']({ stageId, only: 'all', offset, limit: pageSize, ...more })
  const first = await page(0)
  const order = orderOf(given.text('order'))
  const holds = columnsOf(given.text('columns'), first)
  const reading = { stageId, ...(order ? { order } : {}), ...(holds ? { holds } : {}) }
  const table = await page(0, reading)
  const rows = [...table.rows]
  const count = table.ready + table.known + table.refused
  while (rows.length < count) rows.push(...(await page(rows.length, reading)).rows)
  const added = given.flag('dry-run') ? null : await handlers['eventTable.add'](reading)
  const path = given.text('refused')
  if (path && table.refused > 0) {
    await handlers['eventTable.exportRefused']({ ...reading, path: resolve(io.folder, path), replace: false })
  }
  const counts = { added: added ? added.eventIds.length : 0, known: table.known, refused: table.refused }
  const columns = Object.fromEntries(Object.entries(table.holds).map(([field, at]) => [field, table.columns[at] ?? '']))
  if (given.flag('json')) await printJson(io, { ...counts, columns, rows: rows.map(asJson) })
  else for (const row of rows) await print(io, asLine(row))
  io.note(given.flag('dry-run') ? `${table.ready} events would come in` : `${counts.added} events added`)
  if (table.known > 0) io.note(`${table.known} are in the library already`)
  if (table.refused > 0) io.note(`${table.refused} rows do not come in`)
  return table.refused === 0 ? 0 : table.ready + table.known > 0 ? 1 : 3
}

const orderOf = (text: string | undefined): 'day-first' | 'month-first' | null => {
  if (text === undefined) return null
  if (text === 'day-first' || text === 'month-first') return text
  throw new UsageError('--order: day-first or month-first')
}

/** "date=Datum,title=Was" as the places of these columns. */
function columnsOf(text: string | undefined, { columns }: EventTable): EventColumns | null {
  if (text === undefined) return null
  const pairs = text.split(',').map((pair): [EventField, number] => {
    const [field = '', name = ''] = pair.split(/=(.*)/s)
    const known = eventFields.find((one) => one === field.trim())
    if (!known) throw new UsageError(`--columns: ${field.trim()} is none of ${eventFields.join(', ')}`)
    const at = columns.findIndex((column) => column.toLowerCase() === name.trim().toLowerCase())
    if (at < 0) throw new UsageError(`--columns: there is no column ${name.trim()}; there are ${columns.join(', ')}`)
    return [known, at]
  })
  return Object.fromEntries(pairs)
}

const asJson = ({ number, outcome, known }: EventTableRow) =>
  outcome.kind === 'event'
    ? { row: number, date: outcome.event.edtf, title: outcome.event.title, known }
    : { row: number, reason: outcome.reason, text: outcome.text }

const asLine = ({ number, outcome, known }: EventTableRow): string =>
  outcome.kind === 'event'
    ? [number, known ? 'there already' : 'event', outcome.event.edtf ?? 'undated', outcome.event.title].join('\t')
    : [number, 'refused', outcome.reason, outcome.text].join('\t')
