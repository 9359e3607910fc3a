import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { BrowserWindow, clipboard, nativeTheme, shell } from 'electron'
import type { Input, Output, ShellMethodName } from '../contract/methods'
import type { ShellState } from '../contract/types'
import { ExpectedError } from '../domain/error'
import type { Result } from '../domain/result'
import type { LibraryProcess, LibraryState } from '../platform/library-process'
import type { PreferenceStore } from '../platform/preferences'
import { openSample } from '../platform/sample'
import { isOpenable } from '../platform/security'
import { words } from '../platform/words'
import { askArticles, askExport, askFolder, askLibrary, askLink, askNewLibrary } from './dialogs'

export type ShellParts = {
  library: LibraryProcess
  preferences: PreferenceStore
  runtime: ShellState['runtime']
  openWindow: () => void
}

type Answers = { [M in ShellMethodName]: (input: Input<M>, window: BrowserWindow) => Promise<Output<M>> }

/** What main answers. Dialogs open over the window that asked; no path goes back to it. */
export function shellAnswers(parts: ShellParts): Answers {
  const { library, preferences } = parts
  const open = async (path: string, create: boolean): Promise<null> => {
    // A failed opening shows as the window's state, with a screen of its own.
    const opened = await library.open(path, create)
    if (opened.ok || existsSync(path)) preferences.remember(path)
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
    'shell.openSample': async () => {
      value(await openSample(library))
      return null
    },
    'shell.close': async () => {
      await library.close()
      return null
    },
    'shell.chooseFiles': async (_, window) => stage(await askArticles(window)),
    'shell.chooseFolder': async (_, window) => stage(await askFolder(window)),
    'shell.pasteClipboard': async () => {
      const text = await clipboard.readText()
      if (text.trim() === '') return null
      return value(await library.call('import.stageText', { text, html: null, name: words.pastedName }))
    },
    'shell.copy': async ({ text }) => {
      await clipboard.writeText(text)
      return null
    },
    'shell.exportBriefing': async ({ id, suggestedName }, window) => {
      const path = await askExport(window, suggestedName)
      // The system's dialog has asked about a file that is there.
      return path ? value(await library.call('briefing.export', { id, path, replace: existsSync(path) })) : null
    },
    'shell.openLink': async ({ url }, window) => {
      if (!isOpenable(url) || !(await askLink(window, url))) return { opened: false }
      await shell.openExternal(url)
      return { opened: true }
    },
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

/** Tells all windows the state. */
export function tellState(parts: ShellParts): void {
  for (const window of BrowserWindow.getAllWindows()) {
    window.webContents.send('collate:notification', { kind: 'shell.changed', state: shellState(parts) })
  }
}

function value<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new ExpectedError(result.error.code, result.error.params)
}
