import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, sep } from 'node:path'
import { type ErrorCode, ExpectedError } from '../domain/error'

/** Larger files are refused unread: no format allows more. Extraction refuses by the format's own limit. */
const sizeLimitMegabytes = 200
const bytesPerMegabyte = 1024 * 1024

/**
 * A file that was named or found in a folder; `refusal` where a folder has nothing to import. `folder` leads from the
 * named folder, which it begins with, to the file, with "/" between; empty for a file that was named itself.
 */
export type Candidate = { path: string; fileName: string; folder: string; refusal: ExpectedError | null }

/** Files among the paths and in the folders among them, in order of name; hidden ones are left out. */
export async function candidates(paths: readonly string[]): Promise<Candidate[]> {
  const found: Candidate[] = []
  for (const path of paths) found.push(...(await candidatesAt(path)))
  return found
}

async function candidatesAt(path: string): Promise<Candidate[]> {
  const candidate = { path, fileName: basename(path), folder: '', refusal: null }
  try {
    if (!(await stat(path)).isDirectory()) return [candidate]
    const files = await filesIn(path)
    if (files.length === 0) return [{ ...candidate, refusal: new ExpectedError('import/folder') }]
    return files.map((file) => ({
      path: file,
      fileName: basename(file),
      folder: [basename(path), ...relative(path, dirname(file)).split(sep)].filter((name) => name !== '').join('/'),
      refusal: null,
    }))
  } catch (error) {
    return [{ ...candidate, refusal: fileError(error) }]
  }
}
/** Links to folders are not followed: they may lead in circles. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const visible = entries.filter((entry) => !entry.name.startsWith('.'))
  const files: string[] = []
  for (const entry of visible.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) files.push(...(await filesIn(path)))
    else if (await isFile(entry, path)) files.push(path)
  }
  return files
}

async function isFile(entry: Dirent, path: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isFile()
  return stat(path).then(
    (target) => target.isFile(),
    () => false,
  )
}

/**
 * Reads a file once.
 * @throws `import/vanished`, `import/no-permission`, `import/too-large`, `import/not-supported`, `import/unreadable`
 */
export async function readCandidate(path: string): Promise<Uint8Array> {
  try {
    const info = await stat(path)
    if (!info.isFile()) throw new ExpectedError('import/not-supported')
    if (info.size > sizeLimitMegabytes * bytesPerMegabyte) {
      throw new ExpectedError('import/too-large', { limit: sizeLimitMegabytes })
    }
    return await readFile(path)
  } catch (error) {
    throw fileError(error)
  }
}

const fileCodes: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'import/vanished',
  ENOTDIR: 'import/vanished',
  EACCES: 'import/no-permission',
  EPERM: 'import/no-permission',
}

function fileError(error: unknown): ExpectedError {
  if (error instanceof ExpectedError) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = fileCodes[code]
  return known
    ? new ExpectedError(known, {}, { cause: error })
    : new ExpectedError('import/unreadable', { format: 'file' }, { cause: error })
}
