import { rmSync, statSync } from 'node:fs'
import Database from 'better-sqlite3'
import { ExpectedError } from '../domain/error'
import { isBusy, storageError } from './connection'

export type Lock = { release: () => void }

/** The lock database lies beside its library: `NAME.collate-lock`. */
export const lockPath = (libraryPath: string): string => `${libraryPath}-lock`

/**
 * Keeps every other instance from writing to a library, by an exclusive transaction on a sidecar database. The operating
 * system drops it with the process, so a stale file locks nobody out.
 * @param name the library's name, for the message
 * @throws `library/locked`, `library/no-permission`, `library/read-only`, `library/disk-full`
 */
export function acquireLock(libraryPath: string, name: string): Lock {
  const path = lockPath(libraryPath)
  for (;;) {
    const held = tryLock(path, name)
    if (held) return held
  }
}

/**
 * @returns null where the file that was locked is not known to be the one that was at `path` before and is now: it was
 * just made, or its former holder removed it in between and another instance may hold the new one
 */
function tryLock(path: string, name: string): Lock | null {
  let database: Database.Database | undefined
  try {
    const before = statSync(path, { throwIfNoEntry: false })?.ino
    database = new Database(path, { timeout: 0 })
    database.exec('BEGIN EXCLUSIVE')
    if (before === undefined || statSync(path, { throwIfNoEntry: false })?.ino !== before) {
      database.close()
      return null
    }
  } catch (error) {
    database?.close()
    if (isBusy(error)) throw new ExpectedError('library/locked', { name })
    throw storageError(error, { name })
  }
  const locked = database
  return { release: () => releaseLock(locked, path) }
}

/** Where open files can be removed, the file goes while it is still locked: no other instance can hold it then. */
function releaseLock(database: Database.Database, path: string): void {
  const removable = process.platform !== 'win32'
  if (removable) rmSync(path, { force: true })
  database.close()
  if (removable) return
  try {
    rmSync(path, { force: true })
  } catch {
    // Another instance opened it meanwhile; an empty lock file locks nobody out.
  }
}
