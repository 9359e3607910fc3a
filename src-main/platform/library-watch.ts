import { basename } from 'node:path'
import type { LibraryProcess, LibraryState } from './library-process'
import type { PreferenceStore } from './preferences'
import { watchFolder } from './watched-folder'

/** As many as a review takes. */
const mostFiles = 100_000

type Parts = { library: Pick<LibraryProcess, 'call'>; preferences: PreferenceStore; log: (line: string) => void }

/**
 * Watches the folder that belongs to the open library, and tells the library process what lies there. Which folder that
 * is stays with this machine's preferences: its path is in no library and reaches no window.
 */
export function createLibraryWatch({ library, preferences, log }: Parts) {
  let path: string | null = null
  let end: () => Promise<void> = () => Promise.resolve()
  let turn: Promise<void> = Promise.resolve()

  const tell = async (folder: string | null, missing: boolean, paths: string[]): Promise<void> => {
    const told = await library.call('watch.files', { folder, missing, paths: paths.slice(0, mostFiles) })
    if (!told.ok && told.error.code !== 'library/not-open') log(`the watched folder was not taken: ${told.error.code}`)
  }
  const begin = (): Promise<void> => {
    turn = turn.then(beginNext).catch((error: unknown) => log(`the watched folder could not be watched: ${error}`))
    return turn
  }
  const beginNext = async (): Promise<void> => {
    await end()
    end = () => Promise.resolve()
    const folder = path === null ? undefined : preferences.get().watched[path]
    if (folder === undefined) return
    const name = basename(folder)
    await tell(name, false, [])
    end = watchFolder(folder, ({ missing, paths }) => void tell(name, missing, paths))
  }

  return {
    /** Follows the library process: the folder of the library that is open is watched. */
    follow: (state: LibraryState): void => {
      if (state.status === 'opening' || state.status === 'recovering') return
      path = state.status === 'open' && !state.readOnly ? state.path : null
      void begin()
    },
    /** Watches a folder for the open library from now on. @returns its name, or null where no library is open */
    choose: async (folder: string): Promise<string | null> => {
      if (path === null) return null
      preferences.change({ watched: { ...preferences.get().watched, [path]: folder } })
      await begin()
      return basename(folder)
    },
    stop: async (): Promise<void> => {
      if (path === null) return
      const { [path]: _, ...others } = preferences.get().watched
      preferences.change({ watched: others })
      await begin()
      await tell(null, false, [])
    },
  }
}

export type LibraryWatch = ReturnType<typeof createLibraryWatch>
