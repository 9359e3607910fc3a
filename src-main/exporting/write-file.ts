import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type ErrorCode, ExpectedError } from '../domain/error'

/**
 * Writes a file so that it is there whole or not at all: beside its place first, onto the disk, then renamed.
 * @param options `replace`: whether a file that is there may go
 * @throws `export/exists`, `export/folder-missing`, `export/no-permission`, `export/disk-full`
 */
export function writeFileSafely(path: string, bytes: Uint8Array, options: { replace: boolean }): void {
  const file = basename(path)
  const folder = dirname(path)
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new ExpectedError('export/folder-missing', { file })
  if (existsSync(path) && (!options.replace || !statSync(path).isFile())) {
    throw new ExpectedError('export/exists', { file })
  }
  // A name of its own, short enough for any file system beside a name of 255 bytes.
  const temporary = join(folder, `.collate-${randomBytes(8).toString('hex')}.tmp`)
  try {
    writeToDisk(temporary, bytes)
    if (options.replace) renameSync(temporary, path)
    else moveWithoutReplacing(temporary, path)
    syncFolder(folder)
  } catch (error) {
    throw expected(error, file)
  } finally {
    rmSync(temporary, { force: true })
  }
}

function writeToDisk(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx')
  try {
    let written = 0
    while (written < bytes.length) written += writeSync(file, bytes, written)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Two names of one file can be made only where the second is free; file systems without them are asked before. */
function moveWithoutReplacing(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || existsSync(to)) throw new ExpectedError('export/exists', { file: basename(to) })
    renameSync(from, to)
  }
}

/** The new name lasts once its folder is on the disk; Windows knows no such call, and needs none. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

const codes: Readonly<Record<string, ErrorCode>> = {
  EEXIST: 'export/exists',
  EISDIR: 'export/exists',
  ENOENT: 'export/folder-missing',
  ENOTDIR: 'export/folder-missing',
  EACCES: 'export/no-permission',
  EPERM: 'export/no-permission',
  EROFS: 'export/no-permission',
  ENAMETOOLONG: 'export/no-permission',
  ENOSPC: 'export/disk-full',
  EDQUOT: 'export/disk-full',
  EFBIG: 'export/disk-full',
}

function expected(error: unknown, file: string): unknown {
  const code = codes[codeOf(error)]
  return code === undefined ? error : new ExpectedError(code, { file }, { cause: error })
}
