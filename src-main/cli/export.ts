import { resolve } from 'node:path'
import { ExpectedError } from '../domain/error'
import { timelineFormatNames } from '../domain/timeline-file'
import { briefingHandlers, exportBriefing } from '../services/briefing'
import type { ServiceContext } from '../services/context'
import { type Command, type Given, required, UsageError, wholeNumber } from './command'
import { writeTimeline } from './export-timeline'
import { type Io, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'

export const exportCommand: Command = {
  name: 'export',
  usage: 'briefing|timeline --library L --out FILE [--id ID] [--format F] [--timeline NAME] [--replace] [--json]',
  summary: 'Writes a note as Markdown (the last changed one, or everything where none was made), or a timeline.',
  details: [
    '--id ID          the briefing to write',
    `--format F       of a timeline: ${timelineFormatNames.join(', ')}`,
    '--timeline NAME  the timeline to write; all events without it',
    '--replace        replaces FILE where it is there',
    '--json           {file,sha256,quotes,unsourced,stale}, of a timeline {file,sha256,events,losses:[{what,events}]}',
  ],
  options: {
    ...libraryOption,
    out: { type: 'string' },
    id: { type: 'string' },
    format: { type: 'string' },
    timeline: { type: 'string' },
    replace: { type: 'boolean' },
  },
  words: { least: 1, most: 1 },
  run: async (given, io) => {
    const [what] = given.words
    if (what !== 'briefing' && what !== 'timeline') throw new UsageError(`export: unknown: ${what}`)
    refuseForeign(given, what)
    const path = resolve(io.folder, required(given, 'out'))
    await withFreeLibrary(given, io, (context) => writers[what](context, given, io, path))
    return 0
  },
}

/** Options that say nothing of what is written are a mistake. */
function refuseForeign(given: Given, what: keyof typeof writers): void {
  const foreign = what === 'briefing' ? ['format', 'timeline'] : ['id']
  const found = foreign.find((option) => given.text(option) !== undefined)
  if (found) throw new UsageError(`export ${what}: --${found} is not for it`)
}

const writers = { briefing: writeBriefing, timeline: writeTimeline } as const

async function writeBriefing(context: ServiceContext, given: Given, io: Io, path: string): Promise<void> {
  const id = given.text('id')
  const wanted = id === undefined ? null : wholeNumber(id, '--id')
  const latest = briefingHandlers(context)['briefing.list']()[0]?.id ?? null
  const exported = exportBriefing(context, { id: wanted ?? latest, path, replace: given.flag('replace') })
  if (given.flag('json')) await printJson(io, { ...exported, file: path })
  else await print(io, path)
  if (exported.unsourced > 0) io.note(`${exported.unsourced} statements without a source`)
  if (exported.stale > 0) io.note(`${exported.stale} quotations are no longer found in their article`)
}

/** A note can be written while the library is open elsewhere; that it was written is then not remembered in it. */
async function withFreeLibrary<T>(given: Given, io: Io, work: (context: ServiceContext) => Promise<T>): Promise<T> {
  try {
    return await withLibrary(given, io, 'write', work)
  } catch (error) {
    if (!(error instanceof ExpectedError) || error.code !== 'library/locked') throw error
    return await withLibrary(given, io, 'read', work)
  }
}
