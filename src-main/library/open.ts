import { existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { ExpectedError } from '../domain/error'
import { backUp } from './backup'
import { type Connection, connect, storageError } from './connection'
import { checkFile, copiedPlace, isWritable, libraryName, readablePlace, readHeader, syncFolder } from './file'
import type { Library } from './handle'
import { createHandle } from './library'
import { acquireLock } from './lock'
import { migrate, readVersion, schemaVersion } from './migrate'

/** `clock` gives the time of operations, as ISO 8601 in UTC. */
export type OpenOptions = { clock: () => string; readOnly?: boolean }

/** Files up to this size are checked whole when they are opened, which takes about a tenth of a second. */
const quickCheckBytes = 32 * 1024 * 1024

/**
 * Opens a library. It opens for reading alone where `readOnly` is set, or where file or folder can't be written; no lock
 * is made then. A failed opening alters nothing.
 * @throws `library/missing`, `library/not-a-library`, `library/no-permission`, `library/locked`, `library/corrupt`,
 * `library/disk-full`, and `library/newer` unless `readOnly` is set
 */
export function openLibrary(path: string, options: OpenOptions): Library {
  checkFile(path)
  return options.readOnly || !isWritable(path) ? openForReading(path, options) : openForWriting(path, options)
}

/**
 * Makes an empty library and opens it. It is built beside its place and moved there when it is complete.
 * @throws `library/exists`, `library/missing` (the folder), `library/locked`, `library/no-permission`,
 * `library/disk-full`
 */
export function createLibrary(path: string, options: { clock: () => string }): Library {
  const name = libraryName(path)
  if (existsSync(path)) throw new ExpectedError('library/exists', { name })
  if (!existsSync(dirname(path))) throw new ExpectedError('library/missing', { name })
  const lock = acquireLock(path, name)
  try {
    if (existsSync(path)) throw new ExpectedError('library/exists', { name })
    writeEmptyLibrary(`${path}-new`)
    renameSync(`${path}-new`, path)
    syncFolder(path)
  } catch (error) {
    rmSync(`${path}-new`, { force: true })
    throw storageError(error, { name })
  } finally {
    lock.release()
  }
  return openForWriting(path, options)
}

function writeEmptyLibrary(path: string): void {
  rmSync(path, { force: true })
  new Database(path).close()
  migrateUnopened(path)
}

function openForWriting(path: string, { clock }: OpenOptions): Library {
  const name = libraryName(path)
  const lock = acquireLock(path, name)
  try {
    rollBack(path)
    inspect(path, name)
    const connection = connect(path, { readOnly: false })
    try {
      if (readVersion(connection) < schemaVersion) backUp(connection, path, `before update ${schemaVersion}`)
      connection.pragma('journal_mode = WAL')
      migrate(connection)
    } catch (error) {
      connection.close()
      throw error
    }
    return createHandle({ connection, path, name, readOnly: false, clock, dispose: lock.release })
  } catch (error) {
    lock.release()
    throw storageError(error, { name })
  }
}

/** A process that was killed as it left one journal mode for another leaves a rollback, which only a writer can make. */
function rollBack(path: string): void {
  if (!existsSync(`${path}-journal`)) return
  const connection = connect(path, { readOnly: false })
  try {
    connection.prepare('SELECT count(*) FROM sqlite_schema').get()
  } finally {
    connection.close()
  }
}

function openForReading(path: string, { clock }: OpenOptions): Library {
  const name = libraryName(path)
  let place = readablePlace(path)
  try {
    if (place.path !== path) rollBack(place.path)
    if (inspect(place.path, name, { newer: true }) < schemaVersion) {
      // What this program asks of a library needs its schema: an older one is brought to it in a copy.
      place = copiedPlace(place)
      migrateUnopened(place.path)
    }
    const connection = connect(place.path, { readOnly: true })
    return createHandle({ connection, path, name, readOnly: true, clock, dispose: place.dispose })
  } catch (error) {
    place.dispose()
    throw storageError(error, { name })
  }
}

function migrateUnopened(path: string): void {
  const connection = connect(path, { readOnly: false })
  try {
    migrate(connection)
  } finally {
    connection.close()
  }
}

/**
 * Looks into a library through a connection that can't write, before anything may be altered.
 * @returns the version of its schema
 */
function inspect(path: string, name: string, allowed: { newer: boolean } = { newer: false }): number {
  const header = readHeader(path)
  const corrupt = (cause?: unknown) => new ExpectedError('library/corrupt', { name }, { cause })
  let version: number
  try {
    version = withConnection(path, (connection) => {
      if (!isSound(connection, header.bytes)) throw corrupt()
      return readVersion(connection)
    })
  } catch (error) {
    const known = storageError(error, { name })
    const notSound = known instanceof ExpectedError && known.code === 'library/not-a-library'
    throw notSound ? corrupt(error) : known
  }
  if (version < 1) throw corrupt()
  if (version > schemaVersion && !allowed.newer) throw new ExpectedError('library/newer', { name })
  return version
}

function withConnection<T>(path: string, use: (connection: Connection) => T): T {
  const connection = connect(path, { readOnly: true })
  try {
    return use(connection)
  } finally {
    connection.close()
  }
}

/** Whole in small files; in large ones what is read first: the schema, and a row of the journal. */
function isSound(connection: Connection, bytes: number): boolean {
  if (bytes > quickCheckBytes) return connection.prepare('SELECT op, images FROM journal_state').get() !== undefined
  return connection.pragma('quick_check(1)', { simple: true }) === 'ok'
}
