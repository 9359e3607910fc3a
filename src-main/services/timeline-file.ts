import { createHash } from 'node:crypto'
import { basename, extname } from 'node:path'
import type { ExportedTimeline } from '../contract/exchange-types'
import type { Handlers, Input } from '../contract/methods'
import type { Event, Evidence } from '../contract/timeline-types'
import { ExpectedError } from '../domain/error'
import type { TimelineFormat } from '../domain/timeline-file'
import { writeNote } from '../exporting/markdown/write'
import type { Chronology, ChronologyEvent, ChronologyEvidence, WrittenTimeline } from '../exporting/timeline/chronology'
import { writeCsv } from '../exporting/timeline/csv'
import { writeICalendar } from '../exporting/timeline/icalendar'
import { writeJson } from '../exporting/timeline/json'
import { writeTimelineJs } from '../exporting/timeline/timeline-js'
import { writeFileSafely } from '../exporting/write-file'
import type { Library, Reader } from '../library/handle'
import { eventsByIds, whenMade } from '../library/queries/event'
import { allTags } from '../library/queries/tag'
import { noteOfEvents } from './briefing-note'
import type { ServiceContext } from './context'
import type { KeptEventRows } from './event-rows'
import { eventViews } from './event-view'
import { loadSources } from './source'
import { fullName } from './tag-tree'
import { eventsOfTimeline } from './timeline'

export const timelineFileHandlers = ({ library }: ServiceContext, rows: KeptEventRows) =>
  ({ 'timeline.export': (input) => exportTimeline(library, rows, input) }) satisfies Handlers<'timeline.export'>

/**
 * Writes a timeline, or all events, to a file.
 * @throws `timeline/not-found`, `timeline/empty` and the codes of `writeFileSafely`
 */
export function exportTimeline(
  library: Library,
  rows: KeptEventRows,
  input: Input<'timeline.export'>,
): ExportedTimeline {
  const { timelineId, format, path, replace } = input
  const { name, eventIds } = eventsOfTimeline(library.reader, rows, timelineId)
  const title = name ?? basename(library.path, extname(library.path))
  const events = eventsInOrder(library, eventIds)
  if (events.length === 0) throw new ExpectedError('timeline/empty')
  const { text, losses } =
    format === 'markdown'
      ? markdown(library.reader, title, events)
      : written[format](chronology(library, title, events))
  const bytes = new TextEncoder().encode(text)
  writeFileSafely(path, bytes, { replace })
  return { file: path, sha256: createHash('sha256').update(bytes).digest('hex'), events: events.length, losses }
}

const whole = (text: string): WrittenTimeline => ({ text, losses: [] })

const written: Readonly<Record<Exclude<TimelineFormat, 'markdown'>, (timeline: Chronology) => WrittenTimeline>> = {
  csv: (timeline) => whole(writeCsv(timeline)),
  json: (timeline) => whole(writeJson(timeline)),
  timelinejs: writeTimelineJs,
  icalendar: writeICalendar,
}

const markdown = (reader: Reader, title: string, events: readonly Event[]): WrittenTimeline =>
  whole(writeNote(noteOfEvents(reader, title, events)).markdown)

function eventsInOrder({ reader }: Library, eventIds: readonly number[]): Event[] {
  const views = new Map(eventViews(reader, eventsByIds(reader, eventIds)).map((event) => [event.id, event]))
  return eventIds.flatMap((id) => views.get(id) ?? [])
}

function chronology({ reader }: Library, name: string, events: readonly Event[]): Chronology {
  const tags = allTags(reader)
  const made = whenMade(
    reader,
    events.map(({ id }) => id),
  )
  const sources = loadSources(
    reader,
    events.flatMap(({ evidence }) => evidence.map(({ passage }) => passage.articleId)),
  )
  const known: Known = {
    tagNames: new Map(tags.map((tag) => [tag.id, fullName(tags, tag)])),
    addresses: new Map([...sources].map(([id, { url }]) => [id, url])),
  }
  return { name, events: events.map((event) => toChronologyEvent(event, made.get(event.id) ?? '', known)) }
}

/** Names of tags and addresses of articles, by id. */
type Known = { tagNames: ReadonlyMap<number, string>; addresses: ReadonlyMap<number, string | null> }

const toChronologyEvent = (event: Event, createdAt: string, known: Known): ChronologyEvent => ({
  // When it was made tells it from the events of other libraries, whose numbers begin at 1 too.
  uid: `event-${createHash('sha256').update(`${event.id} ${createdAt}`).digest('hex').slice(0, 24)}`,
  createdAt,
  title: event.title,
  description: event.description,
  edtf: event.edtf,
  interval: event.interval,
  place: event.place,
  actors: event.actors,
  tags: event.tagIds.flatMap((id) => known.tagNames.get(id) ?? []),
  state: event.state,
  resolution: event.resolution?.holds ? event.resolution.reason : null,
  evidence: event.evidence.map((one) => toEvidence(one, known)),
})

const toEvidence = ({ passage, asserted, edtf, stance }: Evidence, known: Known): ChronologyEvidence => ({
  outlet: passage.outlet,
  title: passage.articleTitle ?? passage.standIn,
  published: passage.published,
  url: known.addresses.get(passage.articleId) ?? null,
  paragraph: passage.orphaned ? null : passage.paragraph,
  quote: passage.quote,
  asserted,
  edtf,
  stance,
})
