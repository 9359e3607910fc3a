import { resolve } from 'node:path'
import { ExpectedError } from '../domain/error'
import { briefingHandlers, exportBriefing } from '../services/briefing'
import type { ServiceContext } from '../services/context'
import { type Command, type Given, required, UsageError, wholeNumber } from './command'
import { type Io, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'

export const exportCommand: Command = {
  name: 'export',
  usage: 'briefing --library L --out FILE [--id ID] [--replace] [--json]',
  summary: 'Writes a note as Markdown: the last changed one, or everything in the library where none was made.',
  details: [
    '--id ID    the briefing to write',
    '--replace  replaces FILE where it is there',
    '--json     {file,sha256,quotes,unsourced,stale}',
  ],
  options: { ...libraryOption, out: { type: 'string' }, id: { type: 'string' }, replace: { type: 'boolean' } },
  words: { least: 1, most: 1 },
  run: async (given, io) => {
    if (given.words[0] !== 'briefing') throw new UsageError(`export: unknown: ${given.words[0]}`)
    const path = resolve(io.folder, required(given, 'out'))
    const id = given.text('id')
    const wanted = id === undefined ? null : wholeNumber(id, '--id')
    const exported = await withFreeLibrary(given, io, (context) => {
      const latest = briefingHandlers(context)['briefing.list']()[0]?.id ?? null
      return exportBriefing(context, { id: wanted ?? latest, path, replace: given.flag('replace') })
    })
    if (given.flag('json')) await printJson(io, { ...exported, file: path })
    else await print(io, path)
    if (exported.unsourced > 0) io.note(`${exported.unsourced} statements without a source`)
    if (exported.stale > 0) io.note(`${exported.stale} quotations are no longer found in their article`)
    return 0
  },
}

/** A note can be written while the library is open elsewhere; that it was written is then not remembered in it. */
async function withFreeLibrary<T>(given: Given, io: Io, work: (context: ServiceContext) => T): Promise<T> {
  try {
    return await withLibrary(given, io, 'write', work)
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.code !== 'library/locked') throw error
    return await withLibrary(given, io, 'read', work)
  }
}
