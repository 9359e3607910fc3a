import type { OperationSummary } from '../contract/types'
import { ExpectedError } from '../domain/error'
import type { Reader, SqlValue, Writer } from './handle'
import { imageExpression, type TableShape, tableShape } from './journal-triggers'
import {
  articlesOfImport,
  beginOperation,
  type ChangeRow,
  changesOf,
  discardUndone,
  doneById,
  endOperation,
  forgetOperation,
  hasChanges,
  lastDone,
  lastUndone,
  type OperationRow,
  reopenImport,
  setImportTrash,
  setState,
} from './queries/operation'
import { putSetting, settingValue } from './queries/setting'
import { refreshTouched } from './search-refresh'

type Image = Record<string, SqlValue>

/** Runs a command as one operation. One that changed nothing leaves no trace, and redo stays possible. */
export function runOperation<T>(
  writer: Writer,
  operation: { label: string; detail: string; at: string; kind: 'do' | 'import' },
  work: (writer: Writer, operationId: number) => T,
): T {
  const id = beginOperation(writer, { ...operation, reverses: null, images: operation.kind === 'do' })
  const result = work(writer, id)
  endOperation(writer)
  if (hasChanges(writer, id)) discardUndone(writer)
  else forgetOperation(writer, id)
  return result
}

/** Goes on with an import. @returns null, having done nothing, where it was taken back or forgotten meanwhile */
export function continueOperation<T>(
  writer: Writer,
  { id, detail }: { id: number; detail: string },
  work: (writer: Writer) => T,
): T | null {
  if (!reopenImport(writer, id, detail)) return null
  const result = work(writer)
  endOperation(writer)
  return result
}

/** Under this key stands the id of an operation that goes over several transactions, until its last one. */
const unfinishedKey = 'journal.unfinished'

/** Begins an operation over several transactions. @returns its id */
export function beginLong(writer: Writer, operation: { label: string; detail: string; at: string }): number {
  const id = beginOperation(writer, { ...operation, kind: 'do', reverses: null, images: true })
  putSetting(writer, unfinishedKey, id)
  return id
}

/** Ends a transaction of an operation that goes on in another. */
export function pauseLong(writer: Writer, id: number): void {
  endOperation(writer)
  if (hasChanges(writer, id)) discardUndone(writer)
}

/** Ends the last transaction of an operation. One that changed nothing leaves no trace. */
export function endLong(writer: Writer, id: number): void {
  endOperation(writer)
  putSetting(writer, unfinishedKey, null)
  if (hasChanges(writer, id)) discardUndone(writer)
  else forgetOperation(writer, id)
}

/** The operation that was not brought to its end, or null. */
export function unfinishedOperation(reader: Reader): number | null {
  const id = settingValue(reader, unfinishedKey)
  return typeof id === 'number' ? id : null
}

/** Takes an operation back that was not brought to its end, for good. @throws `undo/conflict` */
export function takeBack(writer: Writer, id: number, at: string): void {
  const op = doneById(writer, id)
  if (op) reverse(writer, op, 'undo', at)
  setState(writer, id, 'discarded')
  leaveUnfinished(writer)
}

/** Lets an operation stand that was not brought to its end. */
export const leaveUnfinished = (writer: Writer): void => putSetting(writer, unfinishedKey, null)

/** @throws `undo/nothing`, `undo/conflict` */
export function undoLast(writer: Writer, at: string): OperationSummary {
  const op = lastDone(writer)
  if (!op) throw new ExpectedError('undo/nothing')
  return reverse(writer, op, 'undo', at)
}

/** @throws `redo/nothing`, `undo/conflict` */
export function redoNext(writer: Writer, at: string): OperationSummary {
  const op = lastUndone(writer)
  if (!op) throw new ExpectedError('redo/nothing')
  return reverse(writer, op, 'redo', at)
}

/** Takes an operation back or does it again, as an operation of its own. The caller defers foreign keys to the commit. */
function reverse(writer: Writer, op: OperationRow, kind: 'undo' | 'redo', at: string): OperationSummary {
  const images = op.kind === 'do'
  beginOperation(writer, { label: op.label, detail: op.detail, at, kind, reverses: op.id, images })
  if (images) applyChanges(writer, op, kind)
  else setImportTrash(writer, op.id, kind === 'undo' ? at : null)
  endOperation(writer)
  setState(writer, op.id, kind === 'undo' ? 'undone' : 'done')
  refreshTouched(writer, images ? changesOf(writer, op.id) : [], images ? [] : articlesOfImport(writer, op.id))
  return { id: op.id, label: op.label, at: op.at, detail: op.detail }
}

function applyChanges(writer: Writer, op: OperationRow, kind: 'undo' | 'redo'): void {
  const changes = changesOf(writer, op.id)
  const shapes = new Map<string, TableShape>()
  const shapeOf = (table: string): TableShape => {
    const shape = shapes.get(table) ?? tableShape(writer, table)
    shapes.set(table, shape)
    return shape
  }
  for (const change of kind === 'undo' ? changes.reverse() : changes) {
    const [from, to] = kind === 'undo' ? [change.after, change.before] : [change.before, change.after]
    if (!applyImage(writer, shapeOf(change.table_name), change, parse(from), parse(to))) {
      throw new ExpectedError('undo/conflict', { label: op.label, detail: op.detail, table: change.table_name })
    }
  }
}

const parse = (image: string | null): Image | null => (image === null ? null : (JSON.parse(image) as Image))

/** @returns false where the row is no longer as the operation left it */
function applyImage(
  writer: Writer,
  shape: TableShape,
  change: ChangeRow,
  from: Image | null,
  to: Image | null,
): boolean {
  const keys = JSON.parse(change.key) as SqlValue[]
  const key = Object.fromEntries(shape.key.map((column, i) => [column, keys[i] ?? null]))
  if (!isAs(readImage(writer, shape, key), from)) return false
  const where = shape.key.map((column) => `"${column}" = @${column}`).join(' AND ')
  const present = shape.columns.filter((column) => to === null || column in to)
  if (to === null) {
    writer.run(`DELETE FROM "${shape.name}" WHERE ${where}`, key)
  } else if (from === null) {
    const names = present.map((column) => `"${column}"`).join(', ')
    writer.run(`INSERT INTO "${shape.name}" (${names}) VALUES (${present.map((c) => `@${c}`).join(', ')})`, to)
  } else {
    const set = present.map((column) => `"${column}" = @${column}`).join(', ')
    writer.run(`UPDATE "${shape.name}" SET ${set} WHERE ${where}`, { ...to, ...key })
  }
  return true
}

function readImage(reader: Reader, shape: TableShape, key: Image): Image | null {
  const where = shape.key.map((column) => `"${column}" = @${column}`).join(' AND ')
  const row = reader.get<{ image: string }>(
    `SELECT ${imageExpression(shape, 't')} AS image FROM "${shape.name}" AS t WHERE ${where}`,
    key,
  )
  return parse(row?.image ?? null)
}

/** Compares the columns that the image has: a column added by a later migration is in no older image. */
function isAs(current: Image | null, image: Image | null): boolean {
  if (current === null || image === null) return current === image
  return Object.entries(image).every(([column, value]) => current[column] === value)
}
