import { basename, extname } from 'node:path'
import type { Event, PassageInContext } from '../contract/types'
import { type BriefingBlock, defaultBriefingBlocks } from '../domain/briefing'
import type { Note, NoteArticle, NoteBlock, NoteEvent, NotePassage } from '../exporting/note'
import { noteWords, sourceName } from '../exporting/words'
import type { Library, Reader } from '../library/handle'
import type { BriefingRecord } from '../library/queries/briefing'
import { acceptedEvents, type EventRecord } from '../library/queries/event'
import { allOrders } from '../library/queries/event-order'
import { passagesByIds, passagesWithTags, trashedQuotes, untaggedPassages } from '../library/queries/passage'
import { includedArticleIds } from '../library/queries/source'
import { allTags } from '../library/queries/tag'
import { eventViews } from './event-view'
import { importedWordings } from './imported-wording'
import { inContext } from './passage'
import { grouped, loadSources, type Source } from './source'
import { descendantIds, fullName, inTreeOrder } from './tag-tree'
import { eventIdsOf } from './timeline'

/** A briefing with its choices looked up, ready to be written. */
export function noteOfBriefing(reader: Reader, briefing: Pick<BriefingRecord, 'title' | 'blocks'>): Note {
  const blocks = briefing.blocks.flatMap((block) => resolved(reader, block))
  return withSources(reader, briefing.title, blocks)
}

/** The note over everything in a library, named after its file. Parts that would be empty are left out. */
export function defaultNote({ reader, path }: Pick<Library, 'reader' | 'path'>): Note {
  const title = basename(path, extname(path)) || noteWords.defaultTitle
  const blocks = defaultBriefingBlocks.flatMap((block) => overEverything(reader, block))
  return withSources(reader, title, blocks)
}

/** The note that is a timeline alone, with the sources of its evidence as footnotes. */
export const noteOfEvents = (reader: Reader, title: string, events: readonly Event[]): Note =>
  withSources(reader, title, [{ kind: 'timeline', events: events.map(toNoteEvent) }])

/** A block with its choices; quotes of neither a tag nor chosen passages are all tagged ones, by tag. */
function resolved(reader: Reader, block: BriefingBlock): NoteBlock[] {
  if (block.kind === 'timeline') return [{ kind: 'timeline', events: chosenEvents(reader, block) }]
  if (block.kind === 'sources') return [{ kind: 'sources', articleIds: null }]
  if (block.kind !== 'quotes') return [block]
  const { tagId, passageIds } = block
  if (passageIds.length > 0) return [{ kind: 'quotes', passageIds }]
  if (tagId === null) return sections(quotesByTag(reader), 3)
  return [{ kind: 'quotes', passageIds: idsOf(passagesWithTags(reader, descendantIds(allTags(reader), tagId))) }]
}

function overEverything(reader: Reader, block: BriefingBlock): NoteBlock[] {
  if (block.kind === 'timeline') {
    const events = chosenEvents(reader, block)
    return events.length === 0 ? [] : [heading(noteWords.timeline), { kind: 'timeline', events }]
  }
  if (block.kind === 'quotes') {
    const others = sections(quotesByArticle(reader), 3)
    const untagged = others.length === 0 ? [] : [heading(noteWords.otherPassages), ...others]
    return [...sections(quotesByTag(reader), 2), ...untagged]
  }
  if (block.kind !== 'sources') return resolved(reader, block)
  const articleIds = includedArticleIds(reader)
  return articleIds.length === 0 ? [] : [heading(noteWords.sources), { kind: 'sources', articleIds }]
}

type Quotes = { name: string; passageIds: number[] }

/** The passages of each tag itself, in the order of the tag tree. */
function quotesByTag(reader: Reader): Quotes[] {
  const tags = inTreeOrder(allTags(reader))
  return tags.map((tag) => ({ name: fullName(tags, tag), passageIds: idsOf(passagesWithTags(reader, [tag.id])) }))
}

/** The passages without a tag of each article. */
function quotesByArticle(reader: Reader): Quotes[] {
  const passages = grouped(untaggedPassages(reader), (passage) => passage.articleId)
  return [...loadSources(reader, passages.keys()).values()].map((source) => ({
    name: sourceName(source),
    passageIds: idsOf(passages.get(source.id) ?? []),
  }))
}

const sections = (quotes: readonly Quotes[], level: 2 | 3): NoteBlock[] =>
  quotes
    .filter(({ passageIds }) => passageIds.length > 0)
    .flatMap(({ name, passageIds }) => [heading(name, level), { kind: 'quotes', passageIds }])

const heading = (text: string, level: 2 | 3 = 2): NoteBlock => ({ kind: 'heading', level, text })

const idsOf = (records: readonly { id: number }[]): number[] => records.map((record) => record.id)

type TimelineBlock = Extract<BriefingBlock, { kind: 'timeline' }>

function chosenEvents(reader: Reader, { eventIds, timelineId }: TimelineBlock): NoteEvent[] {
  const accepted = acceptedEvents(reader)
  if (timelineId === undefined && eventIds !== null) {
    const chosen = new Set(eventIds)
    const events = eventViews(reader, withOrdering(reader, accepted, eventIds))
    return events.filter(({ id }) => chosen.has(id)).map(toNoteEvent)
  }
  const events = eventViews(reader, accepted)
  if (timelineId === undefined) return events.map(toNoteEvent)
  const byId = new Map(events.map((event) => [event.id, event]))
  const order = eventIdsOf(reader, timelineId, [...byId.keys()])
  return order.flatMap((id) => byId.get(id) ?? []).map(toNoteEvent)
}

/** Events, and those that they are said to be before or after, and so on: by these an undated one has its place. */
function withOrdering(reader: Reader, events: readonly EventRecord[], ids: readonly number[]): EventRecord[] {
  const orders = allOrders(reader)
  const needed = new Set(ids)
  // A set goes on to what is added on the way.
  for (const id of needed) for (const { eventId } of orders.get(id) ?? []) needed.add(eventId)
  return events.filter((event) => needed.has(event.id))
}

const toNoteEvent = ({ title, description, edtf, interval, state, evidence }: Event): NoteEvent => ({
  title,
  description,
  edtf,
  interval,
  state,
  evidence: evidence.map((one) => ({
    id: one.id,
    passageId: one.passage.id,
    asserted: one.asserted,
    edtf: one.edtf,
    stance: one.stance,
  })),
})

/** Adds the passages and articles that the blocks name. */
function withSources(reader: Reader, title: string, blocks: NoteBlock[]): Note {
  const named = [...new Set(blocks.flatMap(namedPassages))]
  const importedWording = importedWordings(reader)
  const passages = inContext(reader, passagesByIds(reader, named)).map((passage) => ({
    ...toNotePassage(passage),
    imported: passage.orphaned ? null : importedWording(passage),
  }))
  const trashed = trashedQuotes(reader, named).map(
    (quote): NotePassage => ({ ...quote, paragraph: null, imported: null, holds: false, trashed: true }),
  )
  const listed = blocks.flatMap((block) => (block.kind === 'sources' ? (block.articleIds ?? []) : []))
  const articles = loadSources(reader, [...passages.map((passage) => passage.articleId), ...listed])
  return {
    title,
    blocks,
    passages: new Map([...passages, ...trashed].map((passage) => [passage.id, passage])),
    articles: new Map([...articles].map(([id, source]) => [id, toNoteArticle(source)])),
  }
}

function namedPassages(block: NoteBlock): number[] {
  if (block.kind === 'quotes') return block.passageIds
  if (block.kind === 'timeline') return block.events.flatMap((event) => event.evidence.map((one) => one.passageId))
  if (block.kind !== 'text') return []
  return [...block.markdown.matchAll(/\[@(\d{1,15})\]/g)].map((match) => Number(match[1]))
}

const toNotePassage = (passage: PassageInContext): Omit<NotePassage, 'imported'> => ({
  id: passage.id,
  articleId: passage.articleId,
  quote: passage.quote,
  paragraph: passage.paragraph,
  holds: !passage.orphaned,
  trashed: false,
})

export const toNoteArticle = ({ id, title, standIn, outlet, published, url }: Source): NoteArticle => ({
  id,
  title,
  standIn,
  outlet,
  published,
  url,
})
