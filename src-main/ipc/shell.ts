import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { BrowserWindow, clipboard, nativeTheme, shell } from 'electron'
import type { Input, Output, ShellMethodName } from '../contract/methods'
import type { ShellState } from '../contract/types'
import { ExpectedError } from '../domain/error'
import { openableAddress } from '../platform/addresses'
import { readClipboard } from '../platform/clipboard'
import type { LibraryProcess, LibraryState } from '../platform/library-process'
import type { LibraryWatch } from '../platform/library-watch'
import type { OpenedFiles } from '../platform/opened-files'
import type { PreferenceStore } from '../platform/preferences'
import { openSample } from '../platform/sample'
import { words } from '../platform/words'
import { askArticles, askExport, askFolder, askLibrary, askLink, askNewLibrary, askWatchedFolder } from './dialogs'
import { drawingAnswers } from './drawing'
import { exchangeAnswers } from './exchange'
import { originalAnswers } from './originals'
import { printPage } from './print'
import { value } from './value'

export type ShellParts = {
  library: LibraryProcess
  preferences: PreferenceStore
  runtime: ShellState['runtime']
  openWindow: () => void
  opened: OpenedFiles
  watch: LibraryWatch
}

export type ShellAnswers = { [M in ShellMethodName]: (input: Input<M>, window: BrowserWindow) => Promise<Output<M>> }

/** What main answers. Dialogs open over the window that asked; no path goes back to it. */
export function shellAnswers(parts: ShellParts): ShellAnswers {
  const { library, preferences } = parts
  const open = async (path: string, create: boolean): Promise<null> => {
    await openPath(parts, path, create)
    return null
  }
  const stage = async (paths: string[]): Promise<{ stageId: number } | null> =>
    paths.length === 0 ? null : value(await library.call('import.stage', { paths }))

  return {
    'shell.state': async () => shellState(parts),
    'shell.create': async (_, window) => {
      const path = await askNewLibrary(window)
      if (path && existsSync(path)) throw new ExpectedError('library/exists', { name: basename(path) })
      return path ? open(path, true) : null
    },
    'shell.open': async (_, window) => {
      const path = await askLibrary(window)
      return path ? open(path, false) : null
    },
    'shell.openRecent': async ({ index }) => {
      const path = preferences.get().recent[index]
      return path ? open(path, false) : null
    },
    'shell.forgetRecent': async ({ index }) => {
      preferences.forget(index)
      return null
    },
    'shell.openAgain': async () => {
      const state = library.state()
      return state.status === 'failed' ? open(state.path, false) : null
    },
    'shell.openSample': async () => {
      const opened = await openSample(library)
      if (library.state().status !== 'failed') value(opened)
      return null
    },
    'shell.close': async () => {
      await library.close()
      return null
    },
    'shell.chooseFiles': async (_, window) => stage(await askArticles(window)),
    'shell.chooseFolder': async (_, window) => stage(await askFolder(window)),
    'shell.pasteClipboard': async () => {
      const copied = await readClipboard(clipboard)
      if (copied.text.trim() === '') throw new ExpectedError('import/clipboard-empty')
      return value(await library.call('import.stageText', { ...copied, name: words.pastedName }))
    },
    'shell.chooseWatchedFolder': async (_, window) => {
      const path = await askWatchedFolder(window)
      const folder = path && (await parts.watch.choose(path))
      return folder ? { folder } : null
    },
    'shell.stopWatching': async () => {
      await parts.watch.stop()
      return null
    },
    'shell.copy': async ({ text }) => {
      await clipboard.writeText(text)
      return null
    },
    'shell.exportBriefing': async ({ id, suggestedName }, window) => {
      const target = await askExport(window, suggestedName)
      return target && value(await library.call('briefing.export', { id, ...target }))
    },
    ...originalAnswers(parts, parts.opened),
    ...exchangeAnswers(parts),
    ...drawingAnswers(parts),
    'shell.openLink': async ({ url }, window) => {
      const address = openableAddress(url)
      if (!address || !(await askLink(window, address))) return { opened: false }
      await shell.openExternal(address)
      return { opened: true }
    },
    'shell.print': async (_, window) => printPage(window),
    'shell.setTheme': async ({ theme }) => {
      nativeTheme.themeSource = theme
      preferences.change({ theme })
      tellState(parts)
      return null
    },
    'shell.newWindow': async () => {
      parts.openWindow()
      return null
    },
  }
}

/**
 * Opens a library, or makes it. A failed opening shows as the windows' state, with a screen of its own; one that can't
 * come to anything leaves an open library as it is.
 */
export async function openPath(parts: ShellParts, path: string, create: boolean): Promise<void> {
  const { library, preferences } = parts
  const state = library.state()
  if (state.status === 'open' && state.path === path) return
  if (state.status === 'open' && !create && !existsSync(path)) {
    throw new ExpectedError('library/missing', { name: libraryName(path) })
  }
  const opened = await library.open(path, create)
  if (!opened.ok && !existsSync(path)) return
  preferences.remember(path)
  tellState(parts)
}

/** What every window shows before and around a library. */
export function shellState({ library, preferences, runtime }: ShellParts): ShellState {
  const { recent, theme } = preferences.get()
  return {
    library: withoutPath(library.state()),
    recent: recent.map((path) => ({
      name: libraryName(path),
      folder: dirname(path),
      missing: !existsSync(path),
    })),
    runtime,
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    theme,
  }
}

export const libraryName = (path: string): string => basename(path)

function withoutPath(state: LibraryState): ShellState['library'] {
  if (state.status === 'none') return state
  const { path, ...rest } = state
  return { ...rest, name: libraryName(path) }
}

/** Tells all windows the state; their titles name the library. */
export function tellState(parts: ShellParts): void {
  const state = shellState(parts)
  for (const window of BrowserWindow.getAllWindows()) {
    window.setTitle(titleOf(state))
    window.webContents.send('collate:notification', { kind: 'shell.changed', state })
  }
}

/** What a window is called in the system's list of windows. */
export const titleOf = ({ library }: ShellState): string =>
  library.status === 'none' ? 'Collate' : `${library.name} – Collate`
