import type { Handlers } from '../contract/methods'
import type { EventRow, EventRows, EvidenceRow } from '../contract/timeline-types'
import { inOrder } from '../domain/event-order'
import type { Library, Reader } from '../library/handle'
import { acceptedEvents, type EventRecord, eventsByIds } from '../library/queries/event'
import { eventsChangedSince, type JournalEnd, journalEnd } from '../library/queries/event-change'
import { evidenceOfEvents } from '../library/queries/evidence'
import { type PassageRecord, passagesByIds } from '../library/queries/passage'
import { sourcesByIds } from '../library/queries/source'
import { belongingsOf, eventFields, judgedPieces, type Piece, type Told } from './event-fields'
import { oneOrigin } from './event-origin'
import { sourcesNamedIn } from './origin'
import { inSlices } from './slices'
import { grouped, loadSources, type Source, wholeSentences } from './source'

/** The accepted events as lists show them, in order of date, kept until something changes. */
export type KeptEventRows = {
  current: () => readonly EventRow[]
  /** What changed since a version that was answered before; all of them without one. */
  since: (version: number | null) => EventRows
  /** Works them out where they are not known yet, in slices, so that the first answer comes at once. */
  prepare: () => Promise<void>
}

/** Rows are made of these tables, of which the journal tells what changed. */
const journalled = new Set([
  'article',
  'block',
  'event',
  'event_actor',
  'event_order',
  'event_tag',
  'evidence',
  'passage',
  'resolution',
  'source_name',
  'tag',
  'text_version',
])

/** And of these, which are derived: a change of them may change any row. */
const derived = new Set(['named_source', 'relation'])

/** Rows being worked out, as of a point of the journal. */
type Building = { end: JournalEnd; rows: EventRow[]; steps: Generator<undefined, void> }

type KeptRow = { row: EventRow; version: number }

export function eventRows(library: Library): KeptEventRows {
  const { reader } = library
  let stale: 'all' | 'some' | null = 'all'
  let building: Building | null = null
  let end = journalEnd(reader)
  // Versions of an earlier process are never taken for those of this one.
  let version = Date.now()
  const first = version + 1
  let rows: readonly KeptRow[] = []
  const forget = (): void => {
    stale = 'all'
    building = null
  }
  library.onChanged(({ tables }) => {
    if (tables.some((table) => derived.has(table))) forget()
    else if (tables.some((table) => journalled.has(table))) stale ??= 'some'
  })
  const update = (): void => {
    if (stale === 'all') {
      building ??= begun(reader)
      drain(building.steps)
      version += 1
      rows = taken(rows, null, building.rows, version)
      end = building.end
      building = null
      stale = 'some'
    }
    if (stale === null) return
    const changed = eventsChangedSince(reader, end)
    if (changed === null) {
      forget()
      update()
      return
    }
    end = journalEnd(reader)
    stale = null
    if (changed.length === 0) return
    version += 1
    const records = eventsByIds(reader, changed).filter(({ status }) => status === 'accepted')
    rows = taken(rows, new Set(changed), [...rowSteps(reader, records)], version)
  }
  return {
    current: () => {
      update()
      return rows.map(({ row }) => row)
    },
    since: (known) => {
      update()
      const isWhole = known === null || known < first || known > version
      const changed = isWhole ? rows : rows.filter((kept) => kept.version > known)
      return { version, order: rows.map(({ row }) => row.id), rows: changed.map(({ row }) => row), isWhole }
    },
    prepare: async () => {
      if (stale !== 'all') return
      building ??= begun(reader)
      await inSlices(building.steps)
    },
  }
}

/** Begins to work out all rows. */
function begun(reader: Reader): Building {
  const rows: EventRow[] = []
  const end = journalEnd(reader)
  const found = rowSteps(reader, acceptedEvents(reader))
  return { end, rows, steps: collecting(found, rows) }
}

function* collecting(found: Iterable<EventRow>, rows: EventRow[]): Generator<undefined, void> {
  for (const row of found) {
    rows.push(row)
    yield
  }
}

function drain(steps: Generator<undefined, void>): void {
  while (!steps.next().done);
}

/**
 * Rows after a change, in order.
 * @param changed the events that may have changed, null where all may
 * @param found the rows that these have now
 */
function taken(
  kept: readonly KeptRow[],
  changed: ReadonlySet<number> | null,
  found: readonly EventRow[],
  version: number,
): KeptRow[] {
  const known = new Map(kept.map((one) => [one.row.id, one]))
  const staying = changed === null ? [] : kept.filter(({ row }) => !changed.has(row.id))
  const coming = found.map((row) => {
    const before = known.get(row.id)
    return before && JSON.stringify(before.row) === JSON.stringify(row) ? before : { row, version }
  })
  const all = new Map([...staying, ...coming].map((one) => [one.row.id, one]))
  return inOrder([...all.values()].map(({ row }) => row)).flatMap((row) => all.get(row.id) ?? [])
}

export const eventRowsHandlers = (rows: KeptEventRows) =>
  ({ 'event.rows': ({ since }) => rows.since(since) }) satisfies Handlers<'event.rows'>

type PlacedPiece = Piece & { passage: PassageRecord }

/** The rows of events, one after the other: what they are made of is read at the beginning. */
function rowSteps(reader: Reader, records: readonly EventRecord[]): Iterable<EventRow> {
  const ids = records.map((record) => record.id)
  const all = piecesOf(reader, ids)
  const pieces = grouped(all, (piece) => piece.record.eventId)
  const judged = new Set<Piece>([...pieces.values()].flatMap(judgedPieces))
  const articleIds = [...new Set([...judged].map((piece) => piece.articleId))]
  const judgement = {
    told: toldBy(
      reader,
      all.filter((piece) => judged.has(piece)),
    ),
    isOneOrigin: oneOrigin(reader, articleIds),
    sources: sourcesNamedIn(reader, articleIds),
  }
  const belongings = belongingsOf(reader, ids)
  return made(records, (record) => {
    const own = pieces.get(record.id) ?? []
    return { ...eventFields(record, own, belongings(record.id), judgement), evidence: own.map(toEvidenceRow) }
  })
}

function* made<T, R>(items: readonly T[], make: (item: T) => R): Generator<R> {
  for (const item of items) yield make(item)
}

/** Evidence whose passage and article are there. A text never changes: at a passage's own version its words are there. */
function piecesOf(reader: Reader, eventIds: readonly number[]): PlacedPiece[] {
  const evidence = evidenceOfEvents(reader, eventIds)
  const passages = new Map(
    passagesByIds(
      reader,
      evidence.map((record) => record.passageId),
    ).map((passage) => [passage.id, passage]),
  )
  const articles = new Map(
    sourcesByIds(reader, [...new Set([...passages.values()].map((passage) => passage.articleId))]).map((article) => [
      article.id,
      article,
    ]),
  )
  return evidence.flatMap((record) => {
    const passage = passages.get(record.passageId)
    const article = passage && articles.get(passage.articleId)
    if (!article) return []
    const orphaned = passage.version !== article.version
    return [{ record, passage, articleId: article.id, outlet: article.outlet, orphaned }]
  })
}

/** @returns a function that tells the sentences of these pieces */
function toldBy(reader: Reader, pieces: readonly PlacedPiece[]): (piece: Piece) => Told {
  const passages = new Map(pieces.map(({ record, passage }) => [record.id, passage]))
  const sources = loadSources(
    reader,
    pieces.map((piece) => piece.articleId),
  )
  const known = new Map<number, Told>()
  return ({ record, articleId }) => {
    const told = known.get(record.id) ?? sentencesAt(sources.get(articleId), passages.get(record.id))
    known.set(record.id, told)
    return told
  }
}

function sentencesAt(source: Source | undefined, passage: PassageRecord | undefined): Told {
  if (!source || !passage) return { sentences: '', span: null }
  const span = wholeSentences(source, passage)
  return { sentences: source.text.slice(span.start, span.end), span }
}

/** UTF-16 units of a quotation that a list shows. */
const shownQuote = 300

const toEvidenceRow = ({ record, passage, outlet, orphaned }: PlacedPiece): EvidenceRow => ({
  id: record.id,
  articleId: passage.articleId,
  passageId: passage.id,
  outlet,
  asserted: record.asserted,
  edtf: record.edtf,
  asWritten: record.derivation.length > 0 && record.derivation.every((step) => step.code === 'as-written'),
  stance: record.stance,
  quote: passage.quote.slice(0, shownQuote),
  orphaned,
})
