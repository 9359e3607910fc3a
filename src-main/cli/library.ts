import { existsSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { ExpectedError } from '../domain/error'
import { withToday } from '../domain/extraction'
import type { Library } from '../library/handle'
import { createLibrary, openLibrary } from '../library/open'
import { lastOperationAt } from '../library/queries/operation'
import type { ServiceContext } from '../services/context'
import { type Given, required } from './command'
import type { Extraction } from './extraction'
import type { Io } from './io'

/**
 * `read` leaves the library to others at the same time; `write` takes it for this process; `create` makes it where it is
 * not there.
 */
export type Mode = 'read' | 'write' | 'create'

type Work<T> = (context: ServiceContext) => T | Promise<T>

export const libraryOption = { library: { type: 'string' } } as const

/**
 * Opens the library of `--library`, works with it and closes it, extraction too. One that was made for the work, and into
 * which nothing came, is removed.
 */
export async function withLibrary<T>(given: Given, io: Io, mode: Mode, work: Work<T>): Promise<T> {
  const path = resolve(io.folder, required(given, 'library'))
  const wasThere = existsSync(path)
  const library = open(path, io, mode)
  let isEmpty = false
  try {
    return await worked(library, io, async (context) => {
      try {
        return await work(context)
      } finally {
        isEmpty = lastOperationAt(library.reader) === null
      }
    })
  } finally {
    if (!wasThere && isEmpty) rmSync(path)
  }
}

/** Makes a library at a path, works with it and closes it. @throws `library/exists` */
export const createLibraryAt = <T>(path: string, io: Io, work: Work<T>): Promise<T> =>
  worked(createLibrary(path, { clock: io.clock }), io, work)

/** Tells of the analysis in tenths. */
function analysisNotes(io: Io): (done: number, total: number) => void {
  let told = 0
  return (done, total) => {
    const tenths = Math.floor((done * 10) / total)
    if (tenths > told) io.note(`dates of ${done} of ${total} articles`)
    told = tenths
  }
}

async function worked<T>(library: Library, io: Io, work: Work<T>): Promise<T> {
  const tell = analysisNotes(io)
  const started: Extraction[] = []
  const extraction = (): Extraction => {
    const running = started[0] ?? io.startExtraction()
    started[0] = running
    return running
  }
  try {
    return await work({
      library,
      clock: io.clock,
      extract: withToday((file) => extraction().extract(file), io.clock),
      wordVectors: io.wordVectors,
      notify: (notification) => {
        if (notification.kind === 'analysis.progress') tell(notification.done, notification.total)
      },
    })
  } finally {
    for (const one of started) one.close()
    library.close()
  }
}

function open(path: string, { clock }: Io, mode: Mode): Library {
  if (mode === 'read') return openLibrary(path, { clock, readOnly: true })
  try {
    return openLibrary(path, { clock })
  } catch (error) {
    const missing = error instanceof ExpectedError && error.code === 'library/missing'
    if (!missing || mode !== 'create') throw error
    if (!existsSync(dirname(path))) throw new ExpectedError('export/folder-missing', { file: path })
    return createLibrary(path, { clock })
  }
}
