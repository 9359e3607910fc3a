import { type TimelineFormat, timelineFormatNames } from '../domain/timeline-file'
import type { ServiceContext } from '../services/context'
import { eventRows } from '../services/event-rows'
import { timelineHandlers } from '../services/timeline'
import { exportTimeline } from '../services/timeline-file'
import { type Given, NotDone, UsageError } from './command'
import { type Io, print, printJson } from './io'

/** Writes a timeline of a library, or all its events, to `path`, and tells what the format has no place for. */
export async function writeTimeline(context: ServiceContext, given: Given, io: Io, path: string): Promise<void> {
  const rows = eventRows(context.library)
  const written = exportTimeline(context.library, rows, {
    timelineId: timelineNamed(context, given.text('timeline')),
    format: formatOf(given.text('format')),
    path,
    replace: given.flag('replace'),
  })
  if (given.flag('json')) await printJson(io, written)
  else await print(io, path)
  for (const { what, events } of written.losses) io.note(losses[what](events))
}

/** @returns the number of the timeline of that name, whatever the case of its letters; null where none is asked for */
export function timelineNamed(context: ServiceContext, name: string | undefined): number | null {
  if (name === undefined) return null
  const wanted = name.trim().toLowerCase()
  const timelines = timelineHandlers(context, eventRows(context.library))['timeline.list']()
  const found = timelines.find((timeline) => timeline.name.toLowerCase() === wanted)
  if (!found) throw new NotDone(`There is no timeline called “${name}”.`)
  return found.id
}

function formatOf(text: string | undefined): TimelineFormat {
  const format = timelineFormatNames.find((one) => one === text)
  if (!format) throw new UsageError(`--format: one of ${timelineFormatNames.join(', ')}`)
  return format
}

const losses = {
  undated: (count: number) => `${count} events without a date were left out`,
  vague: (count: number) => `${count} uncertain or approximate dates are drawn as if they were sure`,
  open: (count: number) => `${count} dates without a known end stand at the end that is known`,
  state: (count: number) => `${count} conflicts between sources are words only`,
  evidence: (count: number) => `the evidence of ${count} events became text`,
  actors: (count: number) => `the actors of ${count} events became text`,
} as const
