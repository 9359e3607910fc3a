import { basename } from 'node:path'
import { askWhere } from './exchange'
import type { ShellAnswers, ShellParts } from './shell'
import { value } from './value'

/** What main answers about drawings of timelines as files. */
export function drawingAnswers({ library }: Pick<ShellParts, 'library'>): Pick<ShellAnswers, 'shell.saveDrawing'> {
  return {
    'shell.saveDrawing': async ({ format, content, suggestedName }, window) => {
      const target = await askWhere(window, suggestedName, format)
      if (!target) return null
      value(await library.call('drawing.save', { format, content, ...target }))
      return { file: basename(target.path) }
    },
  }
}
