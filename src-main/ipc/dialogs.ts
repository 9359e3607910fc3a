import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { articleExtensions } from '../platform/article-files'
import { safeFileName } from '../platform/file-name'
import { words } from '../platform/words'

const libraryFilters = [{ name: words.libraryFilter, extensions: ['collate'] }]
const articleFilters = [
  { name: words.articleFilter, extensions: [...articleExtensions] },
  { name: words.allFiles, extensions: ['*'] },
]

/** Asks where to make a library. A file that exists is never replaced, whatever the dialog asked. */
export async function askNewLibrary(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.createTitle,
    defaultPath: words.untitledLibrary,
    filters: libraryFilters,
    properties: ['createDirectory'],
  })
  return canceled || !filePath ? null : withExtension(filePath, '.collate')
}

export async function askLibrary(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.openTitle,
    filters: [...libraryFilters, { name: words.allFiles, extensions: ['*'] }],
    properties: ['openFile'],
  })
  return filePaths[0] ?? null
}

export async function askArticles(window: BrowserWindow): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.importTitle,
    filters: articleFilters,
    properties: ['openFile', 'multiSelections'],
  })
  return filePaths
}

export async function askFolder(window: BrowserWindow): Promise<string[]> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.importFolderTitle,
    properties: ['openDirectory', 'multiSelections'],
  })
  return filePaths
}

export async function askWatchedFolder(window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, {
    title: words.watchFolderTitle,
    properties: ['openDirectory'],
  })
  return filePaths[0] ?? null
}

/** Where to write a note; `replace` where the dialog has asked about the file that is there. */
export type ExportTarget = { path: string; replace: boolean }

/**
 * Asks where to write a note. The system's dialog asks before it gives the name of a file that exists; a name that was
 * completed after that is not covered by the answer.
 */
export async function askExport(window: BrowserWindow, suggestedName: string): Promise<ExportTarget | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.exportTitle,
    defaultPath: safeFileName(suggestedName, words.exportTitle),
    filters: [{ name: words.markdownFilter, extensions: ['md'] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (canceled || !filePath) return null
  const path = withExtension(filePath, '.md')
  return { path, replace: path === filePath && existsSync(path) }
}

/** Shows an address and asks whether the system's browser may open it. */
export async function askLink(window: BrowserWindow, url: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: words.link.message,
    detail: `${url}\n\n${words.link.detail}`,
    buttons: [words.link.cancel, words.link.open],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

const withExtension = (path: string, extension: string): string =>
  extname(path).toLowerCase() === extension ? path : path + extension
