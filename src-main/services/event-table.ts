import { basename } from 'node:path'
import { dateOrderOf, guessEventColumns, readEventRow } from '../analysis/event-table'
import type { EventTable } from '../contract/exchange-types'
import type { Handlers, Input } from '../contract/methods'
import { edtfInterval } from '../domain/edtf'
import { ExpectedError } from '../domain/error'
import type { EventColumns, RowEvent, RowOutcome } from '../domain/event-table'
import type { TextTable } from '../domain/extraction'
import { tagPath } from '../domain/tag'
import { writeRefusedRows } from '../exporting/timeline/refused-rows'
import { writeFileSafely } from '../exporting/write-file'
import type { Reader, Writer } from '../library/handle'
import { acceptedEvents, insertEvent, setActors, tagEvent } from '../library/queries/event'
import { refreshDocuments } from '../library/queries/search'
import type { ServiceContext } from './context'
import { readCandidate } from './import-files'
import { inSlices } from './slices'
import { ensureTag } from './tag'

type Name = `eventTable.${'stage' | 'read' | 'add' | 'close' | 'exportRefused'}`

/** A table of events on its way in. */
type Stage = { fileName: string; table: TextTable; last: Reading | null }

type DateOrder = EventTable['order']

/** What came of all rows with these columns in this order of day and month. */
type Reading = { holds: EventColumns; order: DateOrder; orderIsGiven: boolean; outcomes: readonly RowOutcome[] }

/** So many tables wait at a time; one that nobody closed goes when others come. */
const mostStages = 4

export const eventTableHandlers = (context: ServiceContext) => {
  const { library } = context
  const stages = new Map<number, Stage>()
  let lastId = 0
  const required = (id: number): Stage => {
    const stage = stages.get(id)
    if (!stage) throw new ExpectedError('import/stage-not-found')
    return stage
  }
  const reading = async (input: Input<'eventTable.add'>): Promise<{ stage: Stage; read: Reading }> => {
    const stage = required(input.stageId)
    const read = await readingOf(stage, input)
    return { stage, read }
  }
  return {
    'eventTable.stage': async ({ path }) => {
      const fileName = basename(path)
      const result = await context.extract({ bytes: await readCandidate(path), fileName, tableOnly: true })
      if (!result.ok) throw new ExpectedError(result.error.code, result.error.params)
      const { table } = result.value
      if (!table) throw new ExpectedError('import/not-a-table')
      lastId += 1
      stages.set(lastId, { fileName, table, last: null })
      for (const id of [...stages.keys()].slice(0, -mostStages)) stages.delete(id)
      return { stageId: lastId }
    },
    'eventTable.read': async (input) => {
      const { stage, read } = await reading(input)
      return view(input, stage, read, knownKeys(library.reader))
    },
    'eventTable.add': async (input) => {
      const { stage, read } = await reading(input)
      const known = knownKeys(library.reader)
      const events: RowEvent[] = []
      for (const outcome of read.outcomes)
        if (outcome.kind === 'event' && isNew(known, outcome.event)) events.push(outcome.event)
      const refused =
        read.outcomes.filter((outcome) => outcome.kind === 'refused').length + stage.table.unreadable.length
      const all = read.outcomes.length + stage.table.unreadable.length
      const counts = { known: all - refused - events.length, refused }
      if (events.length === 0) return { eventIds: [], ...counts }
      const eventIds = await library.longOperation('eventTable.add', stage.fileName, (writer) =>
        addEvents(writer, events, context.clock()),
      )
      return eventIds && { eventIds, ...counts }
    },
    'eventTable.close': ({ stageId }) => {
      stages.delete(stageId)
      return null
    },
    'eventTable.exportRefused': async (input) => {
      const { stage, read } = await reading(input)
      const rows = stage.table.rows.flatMap(({ number, cells }, at) => {
        const outcome = read.outcomes[at]
        return outcome?.kind === 'refused' ? [{ number, cells, reason: outcome.reason }] : []
      })
      const text = writeRefusedRows(stage.table.columns, rows)
      writeFileSafely(input.path, new TextEncoder().encode(text), { replace: input.replace })
      return { file: input.path, rows: rows.length }
    },
  } satisfies Handlers<Name>
}

/** The outcome of every row; kept until columns or order are chosen anew. */
async function readingOf(stage: Stage, input: Input<'eventTable.add'>): Promise<Reading> {
  const { table } = stage
  const holds = withinTable(input.holds ?? guessEventColumns(table), table)
  const given = dateOrderOf(table, holds)
  const order = input.order === undefined ? given : input.order
  const { last } = stage
  if (last && last.order === order && JSON.stringify(last.holds) === JSON.stringify(holds)) return last
  const outcomes = await inSlices(outcomesOf(table, holds, order))
  stage.last = { holds, order, orderIsGiven: given !== null, outcomes }
  return stage.last
}

const withinTable = (holds: EventColumns, { columns }: TextTable): EventColumns =>
  Object.fromEntries(Object.entries(holds).filter(([, at]) => at !== undefined && at < columns.length))

function* outcomesOf(table: TextTable, holds: EventColumns, order: DateOrder): Generator<undefined, RowOutcome[]> {
  const outcomes: RowOutcome[] = []
  for (const { cells } of table.rows) {
    outcomes.push(readEventRow(cells, holds, order))
    yield undefined
  }
  return outcomes
}

function view(input: Input<'eventTable.read'>, stage: Stage, read: Reading, known: Set<string>): EventTable {
  const { fileName, table } = stage
  const rows: EventTable['rows'] = table.rows.map(({ number, cells }, at) => {
    const outcome = read.outcomes[at] ?? { kind: 'refused', reason: 'unreadable', text: '' }
    return { number, cells, outcome, known: outcome.kind === 'event' && !isNew(known, outcome.event) }
  })
  for (const number of table.unreadable) {
    rows.push({ number, cells: [], outcome: { kind: 'refused', reason: 'unreadable', text: '' }, known: false })
  }
  const refused = rows.filter(({ outcome }) => outcome.kind === 'refused')
  const there = rows.filter((row) => row.known).length
  const shown = input.only === 'refused' ? refused : rows
  return {
    stageId: input.stageId,
    fileName,
    columns: table.columns,
    holds: read.holds,
    order: read.order,
    orderIsGiven: read.orderIsGiven,
    ready: rows.length - refused.length - there,
    known: there,
    refused: refused.length,
    ambiguous: refused.filter(({ outcome }) => outcome.kind === 'refused' && outcome.reason === 'ambiguous').length,
    truncated: table.truncated,
    rows: shown.slice(input.offset, input.offset + input.limit),
  }
}

/** What makes two events the same when a table is read again: title, date and place. */
const keyOf = ({ title, edtf, place }: Pick<RowEvent, 'title' | 'edtf' | 'place'>): string =>
  JSON.stringify([title.toLowerCase(), edtf, place.toLowerCase()])

const knownKeys = (reader: Reader): Set<string> => new Set(acceptedEvents(reader).map(keyOf))

/** Whether an event is not among the known ones, which it belongs to from now on. */
function isNew(known: Set<string>, event: RowEvent): boolean {
  const key = keyOf(event)
  if (known.has(key)) return false
  known.add(key)
  return true
}

function* addEvents(writer: Writer, events: readonly RowEvent[], at: string): Generator<undefined, number[]> {
  const added: number[] = []
  for (const { title, edtf, description, place, actors, tags } of events) {
    const id = insertEvent(
      writer,
      {
        title,
        description,
        edtf,
        interval: edtf === null ? null : edtfInterval(edtf),
        dateOrigin: edtf === null ? 'evidence' : 'researcher',
        status: 'accepted',
        place,
        sequence: null,
      },
      at,
    )
    setActors(writer, id, actors)
    const paths = tags.map(tagPath).filter((path) => path.length > 0)
    const tagIds = paths.map((path) => ensureTag(writer, path, { parentId: null, colour: undefined, at }))
    tagEvent(writer, id, tagIds, [])
    refreshDocuments(writer, 'event', [id])
    added.push(id)
    yield undefined
  }
  return added
}
