import type { OperationSummary } from '../contract/types'
import { ExpectedError } from '../domain/error'
import { type Connection, createReader, createWriter, isConstraint, storageError } from './connection'
import type { ChangeListener, Library, Reader, Writer } from './handle'
import {
  continueOperation,
  leaveUnfinished,
  redoNext,
  runOperation,
  takeBack,
  undoLast,
  unfinishedOperation,
} from './journal'
import { longOperations, type Transaction } from './long-operation'
import { lastDone, lastUndone, summaryOf } from './queries/operation'

/** What an open library is made of; `dispose` ends what was opened with it, such as its lock. */
export type LibraryParts = {
  connection: Connection
  path: string
  name: string
  readOnly: boolean
  clock: () => string
  dispose: () => void
}

/** Builds the handle of an open library. Listeners are called after the commit. */
export function createHandle(parts: LibraryParts): Library {
  const { connection, name, clock } = parts
  const reader = createReader(connection, name)
  const listeners = new Set<ChangeListener>()
  const tables = new Set<string>()
  const tell = (label: string, changed: ReadonlySet<string>): void => {
    if (changed.size > 0) for (const listener of listeners) listener({ tables: [...changed], label })
  }
  const transaction = transactions(parts, { writer: createWriter(connection, reader, tables), tables }, tell)
  const operation =
    (kind: 'do' | 'import') =>
    <T>(label: string, detail: string, work: (writer: Writer, operationId: number) => T): T =>
      transaction(label, (writer) => runOperation(writer, { label, detail, at: clock(), kind }, work))
  const reverse = (label: string, work: (writer: Writer, at: string) => OperationSummary, at: string) => {
    try {
      return transaction(label, (writer) => {
        connection.pragma('defer_foreign_keys = ON')
        return work(writer, at)
      })
    } catch (error) {
      throw isConstraint(error) ? new ExpectedError('undo/conflict', {}, { cause: error }) : error
    }
  }
  const takingBack = (id: number): void =>
    transaction('library.undo', (writer) => {
      connection.pragma('defer_foreign_keys = ON')
      takeBack(writer, id, clock())
    })
  if (!parts.readOnly) recover(reader, takingBack, () => transaction('', leaveUnfinished))
  return {
    path: parts.path,
    readOnly: parts.readOnly,
    reader,
    operation: operation('do'),
    longOperation: longOperations({ transaction, takingBack, clock, tell }),
    importOperation: operation('import'),
    continueImport: (id, detail, work) =>
      transaction('import.add', (writer) => continueOperation(writer, { id, detail }, work)),
    unjournalled: (work) => transaction('', work),
    undo: (at) => reverse('library.undo', undoLast, at),
    redo: (at) => reverse('library.redo', redoNext, at),
    nextUndo: () => summaryOf(lastDone(reader)),
    nextRedo: () => summaryOf(lastUndone(reader)),
    onChanged: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => close(parts),
  }
}

/** Takes back what a process that ended left half done. What rests on it by now makes it stand. */
function recover(reader: Reader, takingBack: (id: number) => void, leave: () => void): void {
  const id = unfinishedOperation(reader)
  if (id === null) return
  try {
    takingBack(id)
  } catch (error) {
    // A full disk is no reason not to open: the next opening tries again.
    if (!(error instanceof ExpectedError)) throw error
    if (error.code === 'undo/conflict') leave()
  }
}

/** @returns a function that runs work in one transaction: all of it is kept, or nothing */
function transactions(
  parts: LibraryParts,
  { writer, tables }: { writer: Writer; tables: Set<string> },
  tell: (label: string, changed: ReadonlySet<string>) => void,
): Transaction {
  const { connection, name } = parts
  return (label, work, changed) => {
    if (parts.readOnly) throw new ExpectedError('library/read-only', { name })
    if (connection.inTransaction) throw new Error('transactions do not nest')
    tables.clear()
    const result = commit(connection, name, () => work(writer))
    if (changed) for (const table of tables) changed.add(table)
    else tell(label, new Set(tables))
    return result
  }
}

function commit<T>(connection: Connection, name: string, work: () => T): T {
  try {
    connection.exec('BEGIN IMMEDIATE')
    const result = work()
    connection.exec('COMMIT')
    return result
  } catch (error) {
    // SQLite has rolled back by itself where the disk was full.
    if (connection.inTransaction) connection.exec('ROLLBACK')
    throw storageError(error, { name })
  }
}

/** A closed library is one complete file: its write-ahead log is merged and gone, unless another process reads it now. */
function close({ connection, readOnly, dispose }: LibraryParts): void {
  if (!connection.open) return
  try {
    if (!readOnly) connection.pragma('journal_mode = DELETE')
  } catch {
    // The log stays beside the file, as after a crash; the next opening takes it in.
  }
  connection.close()
  dispose()
}
