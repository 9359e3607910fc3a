import Database from 'better-sqlite3'
import { type ErrorCode, type ErrorParams, ExpectedError } from '../domain/error'
import type { Params, Reader, Writer } from './handle'
import { foldText } from './search-text'

export type Connection = Database.Database

/** "Coll" in ASCII: marks a SQLite file as a library. */
export const applicationId = 0x43_6f_6c_6c

/** How long a statement waits for another process that briefly holds the file, such as a reader that opens it. */
const busyTimeoutMs = 5000

/**
 * Opens a SQLite file with the settings that every connection to a library has. The defaults of the SQLite that
 * better-sqlite3 brings differ between versions, so each is set explicitly.
 */
export function connect(path: string, options: { readOnly: boolean }): Connection {
  const connection = new Database(path, { readonly: options.readOnly, fileMustExist: true, timeout: busyTimeoutMs })
  try {
    connection.pragma('synchronous = FULL')
    connection.pragma('foreign_keys = ON')
    connection.pragma('trusted_schema = OFF')
    connection.pragma('cell_size_check = ON')
    connection.pragma('secure_delete = ON')
    connection.pragma('temp_store = MEMORY')
    connection.function('fold_text', { deterministic: true, directOnly: true }, (text) => foldText(String(text)))
    // As long as the text, so that offsets stay.
    connection.function('blank_text', { deterministic: true, directOnly: true }, (text) =>
      ' '.repeat(String(text).length),
    )
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/**
 * Runs SQL over one connection with statements that are prepared once.
 * @param name the library's name, for the messages of what SQLite refuses
 */
export function createReader(connection: Connection, name: string): Reader {
  const prepare = statementCache(connection)
  const guarded = <T>(read: () => T): T => {
    try {
      return read()
    } catch (error) {
      throw storageError(error, { name })
    }
  }
  return {
    get: <Row>(sql: string, params: Params = {}) => guarded(() => prepare(sql).get(params) as Row | undefined),
    all: <Row>(sql: string, params: Params = {}) => guarded(() => prepare(sql).all(params) as Row[]),
    iterate: <Row>(sql: string, params: Params = {}) =>
      guarded(() => prepare(sql).iterate(params) as IterableIterator<Row>),
  }
}

/**
 * A writer for transactions over one connection. It adds the tables that it writes to to `tables`.
 * REPLACE is refused: its deletions escape the journal's triggers.
 */
export function createWriter(connection: Connection, reader: Reader, tables: Set<string>): Writer {
  const prepare = statementCache(connection)
  const targets = new Map<string, string>()
  const targetOf = (sql: string): string => {
    const table = targets.get(sql) ?? writtenTable(sql)
    targets.set(sql, table)
    return table
  }
  const run = (sql: string, params: Params = {}) => {
    if (!connection.inTransaction) throw new Error(`outside a transaction: ${sql}`)
    const table = targetOf(sql)
    const result = prepare(sql).run(params)
    if (result.changes > 0) tables.add(table)
    return { changes: result.changes, id: Number(result.lastInsertRowid) }
  }
  return { ...reader, run }
}

function writtenTable(sql: string): string {
  const match =
    /\b(?:INSERT(?:\s+OR\s+(IGNORE|REPLACE))?\s+INTO|(REPLACE)\s+INTO|UPDATE|DELETE\s+FROM)\s+"?(\w+)/i.exec(sql)
  if (!match?.[3]) throw new Error(`not a write: ${sql}`)
  if (match[2] || match[1]?.toUpperCase() === 'REPLACE') throw new Error(`REPLACE escapes the journal: ${sql}`)
  return match[3]
}

function statementCache(connection: Connection): (sql: string) => Database.Statement {
  const statements = new Map<string, Database.Statement>()
  return (sql) => {
    let statement = statements.get(sql)
    if (!statement) {
      statement = connection.prepare(sql)
      statements.set(sql, statement)
    }
    return statement
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Database.SqliteError || (error instanceof Error && 'code' in error)
    ? String((error as { code: unknown }).code)
    : ''

/** SQLite's result codes that a user can cause or must be told, by their beginnings; the first that fits counts. */
const storageCodes: readonly (readonly [start: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'library/disk-full'],
  ['SQLITE_IOERR_WRITE', 'library/disk-full'],
  ['SQLITE_IOERR_FSYNC', 'library/disk-full'],
  ['SQLITE_IOERR_TRUNCATE', 'library/disk-full'],
  ['SQLITE_IOERR_SHMSIZE', 'library/disk-full'],
  ['ENOSPC', 'library/disk-full'],
  ['EFBIG', 'library/disk-full'],
  ['EDQUOT', 'library/disk-full'],
  ['SQLITE_CORRUPT', 'library/corrupt'],
  ['SQLITE_IOERR_SHORT_READ', 'library/corrupt'],
  ['SQLITE_NOTADB', 'library/not-a-library'],
  ['SQLITE_BUSY', 'library/locked'],
  ['SQLITE_LOCKED', 'library/locked'],
  ['SQLITE_READONLY', 'library/read-only'],
  ['EROFS', 'library/read-only'],
  ['SQLITE_PERM', 'library/no-permission'],
  ['SQLITE_AUTH', 'library/no-permission'],
  ['EACCES', 'library/no-permission'],
  ['EPERM', 'library/no-permission'],
  ['ENOENT', 'library/missing'],
]

/** Whether the file was busy: another process holds it. */
export const isBusy = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_BUSY')

/** Whether a constraint of the schema refused a write. */
export const isConstraint = (error: unknown): boolean => codeOf(error).startsWith('SQLITE_CONSTRAINT')

/** @returns an `ExpectedError` for what SQLite or the file system refused, or `error` itself where it is a bug. */
export function storageError(error: unknown, params: ErrorParams): unknown {
  if (error instanceof ExpectedError) return error
  const code = codeOf(error)
  const found = storageCodes.find(([start]) => code.startsWith(start))
  return found ? new ExpectedError(found[1], params, { cause: error }) : error
}
