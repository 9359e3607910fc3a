import { basename, extname } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { words } from '../platform/words'

const libraryFilters = [{ name: words.libraryFilter, extensions: ['collate'] }]
const articleFilters = [
  { name: words.articleFilter, extensions: ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml'] },
  { name: words.allFiles, extensions: ['*'] },
]

/** Asks where to make a library. The dialog has asked before naming a file that exists. */
export async function askNewLibrary(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.createTitle,
    defaultPath: words.untitledLibrary,
    filters: libraryFilters,
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

/** Asks where to write a note. The system's dialog asks before it returns the name of a file that exists. */
export async function askExport(window: BrowserWindow, suggestedName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.exportTitle,
    defaultPath: basename(suggestedName),
    filters: [{ name: words.markdownFilter, extensions: ['md'] }],
  })
  return canceled || !filePath ? null : withExtension(filePath, '.md')
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

const withExtension = (path: string, extension: string): string => (extname(path) === '' ? path + extension : path)
