import { existsSync } from 'node:fs'
import { type BrowserWindow, dialog, shell } from 'electron'
import { ExpectedError } from '../domain/error'
import { documentName, type OpenedFiles } from '../platform/opened-files'
import { words } from '../platform/words'
import type { ShellAnswers, ShellParts } from './shell'
import { value } from './value'

/** What main answers about originals. They leave the library only after asking, and only as bytes. */
export function originalAnswers(
  { library }: Pick<ShellParts, 'library'>,
  opened: OpenedFiles,
): Pick<ShellAnswers, 'shell.openOriginal' | 'shell.exportOriginal'> {
  const nameOf = async (articleId: number): Promise<string> =>
    documentName(value(await library.call('article.get', { id: articleId })).original.fileName)
  return {
    'shell.openOriginal': async ({ articleId }, window) => {
      const name = await nameOf(articleId)
      if (!(await askToOpen(window, name))) return { opened: false }
      const path = opened.place(name)
      value(await library.call('original.export', { articleId, path, replace: false }))
      opened.protect(path)
      const problem = await shell.openPath(path)
      if (problem !== '') throw new ExpectedError('original/no-program', { file: name })
      return { opened: true }
    },
    'shell.exportOriginal': async ({ articleId }, window) => {
      const path = await askWhere(window, await nameOf(articleId))
      if (path === null) return null
      return value(await library.call('original.export', { articleId, path, replace: existsSync(path) }))
    },
  }
}

async function askToOpen(window: BrowserWindow, name: string): Promise<boolean> {
  const { message, detail, cancel, open } = words.original
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message,
    detail: `${name}\n\n${detail}`,
    buttons: [cancel, open],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** The system's dialog asks before it gives the name of a file that exists. */
async function askWhere(window: BrowserWindow, name: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.original.exportTitle,
    defaultPath: name,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  return canceled || !filePath ? null : filePath
}
