import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { WatchState } from '../contract/import-types'
import type { Handlers } from '../contract/methods'
import { putSetting, settingValue } from '../library/queries/setting'
import { storedFiles } from '../library/queries/stored-file'
import type { ServiceContext } from './context'
import type { Reviews } from './import'
import { worksOfPaths } from './import-work'

type Name = 'watch.state' | 'watch.review' | 'watch.files'

/** Hashes of files of the watched folder that went through a review, added or not: they are not offered again. */
const reviewedKey = 'watch.reviewed'
const mostReviewed = 20_000

type Watched = { path: string; sha256: string; stamp: string }

/**
 * The watched folder, as main tells of it. A file is new as long as its bytes are in no article, not even one in the
 * trash, and went through no review of the folder that ended with adding.
 */
export const watchHandlers = (context: ServiceContext, reviews: Reviews) => {
  const { reader } = context.library
  let folder: string | null = null
  let missing = false
  let files: Watched[] = []
  let turn: Promise<void> = Promise.resolve()

  const reviewed = (): string[] => {
    const kept = settingValue(reader, reviewedKey)
    return Array.isArray(kept) ? kept.filter((hash) => typeof hash === 'string') : []
  }
  const newFiles = (): Watched[] => {
    const stored = storedFiles(
      reader,
      files.map((file) => file.sha256),
    )
    const seen = new Set(reviewed())
    return files.filter(({ sha256 }) => !stored.has(sha256) && !seen.has(sha256))
  }
  const state = (): WatchState => ({ folder, missing, count: newFiles().length })
  const tell = (): void => context.notify({ kind: 'watch.found', ...state() })
  const look = async (paths: readonly string[]): Promise<void> => {
    const known = new Map(files.map((file) => [file.path, file]))
    const next: Watched[] = []
    for (const path of paths) {
      const file = await watchedFile(path, known.get(path))
      if (file) next.push(file)
    }
    files = next
  }

  return {
    'watch.state': state,
    'watch.review': () => {
      const found = newFiles()
      const stage = reviews.begin(
        () => worksOfPaths(found.map((file) => file.path)),
        () => {
          const hashes = new Set([...reviewed(), ...found.map((file) => file.sha256)])
          context.library.unjournalled((writer) => putSetting(writer, reviewedKey, [...hashes].slice(-mostReviewed)))
          tell()
        },
      )
      return { stageId: stage.id }
    },
    'watch.files': (watched) => {
      const next = turn.then(async () => {
        const before = JSON.stringify(state())
        folder = watched.folder
        missing = watched.missing
        await look(watched.paths)
        if (JSON.stringify(state()) !== before) tell()
      })
      // A folder that could not be taken keeps no later one from being taken.
      turn = next.catch(() => undefined)
      return next.then(() => null)
    },
  } satisfies Handlers<Name>
}

/** Piece by piece: a file of some gigabytes must neither fill the memory nor keep the library waiting. */
async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece)
  return hash.digest('hex')
}

/** Hashes a file, unless it is as it was. @returns null where it can't be read */
async function watchedFile(path: string, known: Watched | undefined): Promise<Watched | null> {
  try {
    const { size, mtimeMs } = await stat(path)
    const stamp = `${size} ${mtimeMs}`
    return known?.stamp === stamp ? known : { path, stamp, sha256: await hashOfFile(path) }
  } catch {
    // It is gone again, or not ours to read: the next change in the folder tells.
    return null
  }
}
