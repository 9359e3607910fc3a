import {
  accessSync,
  chmodSync,
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { ExpectedError } from '../domain/error'
import { applicationId, storageError } from './connection'

/** A library's name as people see it: the file's name without `.collate`. */
export const libraryName = (path: string): string => basename(path).replace(/\.collate$/i, '')

/**
 * Looks at a file without SQLite, so that nothing is altered where it turns out to be something else.
 * @throws `library/missing`, `library/not-a-library`, `library/no-permission`
 */
export function checkFile(path: string): void {
  const name = libraryName(path)
  try {
    const stat = statSync(path)
    if (!stat.isFile() || stat.size === 0) throw new ExpectedError('library/not-a-library', { name })
    accessSync(path, constants.R_OK)
  } catch (error) {
    throw storageError(error, { name })
  }
}

/** The first 100 bytes of a SQLite file. Source: https://www.sqlite.org/fileformat2.html, section 1.3 */
type Header = { writeAheadLog: boolean; bytes: number }

/** @throws `library/not-a-library` where the file is no SQLite file, or one of another program */
export function readHeader(path: string): Header {
  const header = Buffer.alloc(100)
  const file = openSync(path, 'r')
  try {
    const length = readSync(file, header, 0, 100, 0)
    const ours = length === 100 && header.toString('latin1', 0, 16) === 'SQLite format 3\0'
    if (!ours || header.readUInt32BE(68) !== applicationId) {
      throw new ExpectedError('library/not-a-library', { name: libraryName(path) })
    }
    const pageBytes = header.readUInt16BE(16)
    return {
      writeAheadLog: header.readUInt8(18) === 2,
      bytes: (pageBytes === 1 ? 65_536 : pageBytes) * header.readUInt32BE(28),
    }
  } finally {
    closeSync(file)
  }
}

/** Whether both the file and its folder can be written: SQLite makes its logs beside the file. */
export function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    accessSync(dirname(path), constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Where a library is read from, and what removes it again where it is a copy. */
export type ReadablePlace = { path: string; dispose: () => void }

/**
 * Where to read a library from that can't be written. One that was closed is complete and is read in place; one that
 * was not needs its logs replayed, which happens in a temporary copy.
 */
export function readablePlace(path: string): ReadablePlace {
  const place = { path, dispose: () => undefined }
  const needsCopy = existsSync(`${path}-journal`) || (readHeader(path).writeAheadLog && !isWritable(path))
  return needsCopy ? copiedPlace(place) : place
}

/** A temporary copy, in place of what it was copied from. */
export function copiedPlace(from: ReadablePlace): ReadablePlace {
  const folder = mkdtempSync(join(tmpdir(), 'collate-'))
  const dispose = () => {
    rmSync(folder, { recursive: true, force: true })
    from.dispose()
  }
  try {
    const copy = join(folder, 'library.collate')
    for (const part of ['', '-wal', '-journal']) {
      if (!existsSync(from.path + part)) continue
      copyFileSync(from.path + part, copy + part)
      chmodSync(copy + part, 0o600)
    }
    return { path: copy, dispose }
  } catch (error) {
    dispose()
    throw error
  }
}

/** Makes a rename durable; folders can't be synced on Windows. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(dirname(path), 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
