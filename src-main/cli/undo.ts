import { libraryHandlers } from '../services/library'
import type { Command } from './command'
import { type ExitStatus, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'
import { operationNames } from './operations'

/** What was done, and to what. */
const told = ({ label, detail }: { label: string; detail: string }): string =>
  `${operationNames[label] ?? label}${detail === '' ? '' : `: ${detail}`}`

export const undoCommand: Command = {
  name: 'undo',
  usage: '--library L [--redo] [--json]',
  summary: 'Takes back the last operation, whoever made it.',
  details: ['--redo  does again what was last taken back', '--json  {id,label,at,detail}'],
  options: { ...libraryOption, redo: { type: 'boolean' } },
  words: { least: 0, most: 0 },
  run: (given, io) =>
    withLibrary(given, io, 'write', async (context): Promise<ExitStatus> => {
      const redo = given.flag('redo')
      const done = libraryHandlers(context)[redo ? 'library.redo' : 'library.undo']()
      const verb = redo ? 'done again' : 'taken back'
      await (given.flag('json') ? printJson(io, done) : print(io, `${verb}: ${told(done)}`))
      return 0
    }),
}
