import { existsSync } from 'node:fs'
import { extname } from 'node:path'
import { type BrowserWindow, dialog } from 'electron'
import { timelineFormats } from '../domain/timeline-file'
import { safeFileName } from '../platform/file-name'
import { words } from '../platform/words'
import type { ShellAnswers, ShellParts } from './shell'
import { value } from './value'

/** What main answers about timelines as files. */
export function exchangeAnswers({
  library,
}: Pick<ShellParts, 'library'>): Pick<
  ShellAnswers,
  'shell.chooseEventTable' | 'shell.exportRefusedRows' | 'shell.exportTimeline'
> {
  return {
    'shell.chooseEventTable': async (_, window) => {
      const { filePaths } = await dialog.showOpenDialog(window, {
        title: words.exchange.chooseTable,
        filters: [
          { name: words.exchange.tableFilter, extensions: ['csv', 'tsv', 'tab', 'txt', 'json', 'jsonl', 'ndjson'] },
          { name: words.allFiles, extensions: ['*'] },
        ],
        properties: ['openFile'],
      })
      const [path] = filePaths
      return path === undefined ? null : value(await library.call('eventTable.stage', { path }))
    },
    'shell.exportRefusedRows': async (reading, window) => {
      const target = await askWhere(window, words.exchange.refusedName, 'csv')
      return target && value(await library.call('eventTable.exportRefused', { ...reading, ...target }))
    },
    'shell.exportTimeline': async ({ timelineId, format, suggestedName }, window) => {
      const target = await askWhere(window, suggestedName, timelineFormats[format])
      const written = target && value(await library.call('timeline.export', { timelineId, format, ...target }))
      return written && { ...written, file: fileNameOf(written.file) }
    },
  }
}

const fileNameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

/**
 * Asks where to write. The system's dialog asks before it gives the name of a file that exists; a name that was completed
 * after that is not covered by the answer.
 */
export async function askWhere(
  window: BrowserWindow,
  name: string,
  extension: string,
): Promise<{ path: string; replace: boolean } | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: words.exchange.exportTitle,
    defaultPath: `${safeFileName(name, words.timelineName)}.${extension}`,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  })
  if (canceled || !filePath) return null
  const path = extname(filePath).toLowerCase() === `.${extension}` ? filePath : `${filePath}.${extension}`
  return { path, replace: path === filePath && existsSync(path) }
}
