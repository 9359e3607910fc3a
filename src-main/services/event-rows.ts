import type { Handlers } from '../contract/methods'
import type { Event, EventRow, EventRows, Evidence, EvidenceRow } from '../contract/timeline-types'
import type { Library } from '../library/handle'
import { acceptedEvents } from '../library/queries/event'
import { eventViews } from './event-view'

/** The accepted events as lists show them, in order of date, kept until something changes. */
export type KeptEventRows = {
  current: () => readonly EventRow[]
  /** What changed since a version that was answered before; all of them without one. */
  since: (version: number | null) => EventRows
}

/** Rows are made of these tables. */
const tablesBehind = new Set([
  'article',
  'block',
  'event',
  'event_actor',
  'event_order',
  'event_tag',
  'evidence',
  'named_source',
  'passage',
  'relation',
  'resolution',
  'source_name',
  'tag',
  'text_version',
])

/** A row, the version that it is of, and what it looked like. */
type KeptRow = { row: EventRow; version: number; image: string }

export function eventRows(library: Library): KeptEventRows {
  const { reader } = library
  let isCurrent = false
  let version = 0
  let first = 0
  let rows = new Map<number, KeptRow>()
  library.onChanged(({ tables }) => {
    if (tables.some((table) => tablesBehind.has(table))) isCurrent = false
  })
  const update = (): void => {
    if (isCurrent) return
    version = Math.max(version + 1, Date.now())
    if (first === 0) first = version
    const next = eventViews(reader, acceptedEvents(reader)).map(toRow)
    rows = new Map(
      next.map((row) => {
        const image = JSON.stringify(row)
        const known = rows.get(row.id)
        return [row.id, known?.image === image ? known : { row, version, image }]
      }),
    )
    isCurrent = true
  }
  return {
    current: () => {
      update()
      return [...rows.values()].map(({ row }) => row)
    },
    since: (known) => {
      update()
      const isWhole = known === null || known < first || known > version
      const changed = [...rows.values()].filter((kept) => isWhole || kept.version > known)
      return { version, order: [...rows.keys()], rows: changed.map(({ row }) => row), isWhole }
    },
  }
}

export const eventRowsHandlers = (rows: KeptEventRows) =>
  ({ 'event.rows': ({ since }) => rows.since(since) }) satisfies Handlers<'event.rows'>

const toRow = ({ description: _, evidence, ...event }: Event): EventRow => ({
  ...event,
  evidence: evidence.map(toEvidenceRow),
})

/** UTF-16 units of a quotation that a list shows. */
const shownQuote = 300

const toEvidenceRow = ({ id, passage, asserted, edtf, derivation, stance }: Evidence): EvidenceRow => ({
  id,
  articleId: passage.articleId,
  passageId: passage.id,
  outlet: passage.outlet,
  asserted,
  edtf,
  asWritten: derivation.length > 0 && derivation.every((step) => step.code === 'as-written'),
  stance,
  quote: passage.quote.slice(0, shownQuote),
  orphaned: passage.orphaned,
})
