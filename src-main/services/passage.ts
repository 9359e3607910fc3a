import type { Handlers, Input } from '../contract/methods'
import type { Passage, PassageInContext } from '../contract/types'
import { ExpectedError } from '../domain/error'
import { selectorOf } from '../domain/passage'
import type { Reader, Writer } from '../library/handle'
import {
  allPassages,
  insertPassage,
  type PassageRecord,
  passageById,
  passageBySpan,
  passagesByIds,
  passagesOfArticle,
  passagesWithTags,
  tagPassage,
  tagsOfPassages,
  trashPassage,
  updatePassageNote,
} from '../library/queries/passage'
import { refreshDocuments } from '../library/queries/search'
import { allTags } from '../library/queries/tag'
import type { ServiceContext } from './context'
import { checkedSpan, loadSource, loadSources, type Source, type Span, surroundings } from './source'
import { descendantIds, requireTags, tagNames } from './tag-tree'

type Name = 'passage.create' | 'passage.set' | 'passage.tag' | 'passage.delete' | 'passage.list'

export const passageHandlers = ({ library, clock }: ServiceContext) =>
  ({
    'passage.create': (input) => {
      const source = loadSource(library.reader, input.articleId)
      const span = checkedSpan(source, input)
      const tagIds = input.tagIds ?? []
      requireTags(library.reader, tagIds)
      const detail = excerpt(source.text.slice(span.start, span.end))
      return library.operation('passage.create', detail, (writer) => {
        const id = ensurePassage(writer, source, span, clock())
        tagPassage(writer, id, tagIds, [])
        if (input.note !== undefined) {
          updatePassageNote(writer, id, joinedNote([requirePassage(writer, id).note, input.note]))
        }
        refreshDocuments(writer, 'passage', [id])
        return passageOf(writer, id)
      })
    },
    'passage.set': ({ id, note }) => {
      const passage = requirePassage(library.reader, id)
      return library.operation('passage.set', excerpt(passage.quote), (writer) => {
        updatePassageNote(writer, id, note)
        refreshDocuments(writer, 'passage', [id])
        return passageOf(writer, id)
      })
    },
    'passage.tag': ({ id, add, remove }) => {
      requirePassage(library.reader, id)
      requireTags(library.reader, add)
      return library.operation('passage.tag', tagNames(library.reader, [...add, ...remove]), (writer) => {
        tagPassage(writer, id, add, remove)
        refreshDocuments(writer, 'passage', [id])
        return passageOf(writer, id)
      })
    },
    'passage.delete': ({ id }) => {
      const passage = requirePassage(library.reader, id)
      return library.operation('passage.delete', excerpt(passage.quote), (writer) => {
        trashPassage(writer, id, clock())
        refreshDocuments(writer, 'passage', [id])
        return null
      })
    },
    'passage.list': (input) => {
      const found = inContext(library.reader, chosenPassages(library.reader, input))
      return input.query === undefined ? found : found.filter(matcher(input.query))
    },
  }) satisfies Handlers<Name>

/** @returns the id of the live passage of a span, which is made where there is none. */
export function ensurePassage(writer: Writer, source: Source, span: Span, at: string): number {
  const known = passageBySpan(writer, source.id, span.start, span.end)
  if (known) return known.id
  const selector = selectorOf(source.text, span.start, span.end)
  const { id: articleId, version } = source
  const id = insertPassage(writer, { ...selector, articleId, version, note: '', createdAt: at })
  refreshDocuments(writer, 'passage', [id])
  return id
}

/** Notes as one, each once. */
export const joinedNote = (notes: readonly string[]): string =>
  [...new Set(notes.map((note) => note.trim()))].filter((note) => note !== '').join('\n\n')

/** @throws `passage/not-found` */
export function requirePassage(reader: Reader, id: number): PassageRecord {
  const passage = passageById(reader, id)
  if (!passage) throw new ExpectedError('passage/not-found')
  return passage
}

/** Whether the text still has the quotation where the passage says. */
export const holdsQuote = (source: Source, passage: PassageRecord): boolean =>
  passage.version === source.version && source.text.slice(passage.start, passage.end) === passage.quote

/** A passage as the window has it. @throws `passage/not-found` */
export function passageOf(reader: Reader, id: number): Passage {
  const record = requirePassage(reader, id)
  const source = loadSource(reader, record.articleId)
  return toPassage(record, source, tagsOfPassages(reader, [id]).get(id) ?? [])
}

function toPassage(record: PassageRecord, source: Source, tagIds: number[]): Passage {
  const { version: _, ...passage } = record
  return { ...passage, tagIds, orphaned: !holdsQuote(source, record) }
}

/** All passages of an article, as its reader shows them. */
export function articlePassages(reader: Reader, articleId: number): Passage[] {
  const records = passagesOfArticle(reader, articleId)
  if (records.length === 0) return []
  const source = loadSource(reader, articleId)
  const tags = tagsOfPassages(reader, ids(records))
  return records.map((record) => toPassage(record, source, tags.get(record.id) ?? []))
}

/**
 * Passages with the article and the words around them, in the order given.
 * @param sources at least those of the passages
 */
export function inContext(
  reader: Reader,
  records: readonly PassageRecord[],
  sources: ReadonlyMap<number, Source> = sourcesOf(reader, records),
): PassageInContext[] {
  const tags = tagsOfPassages(reader, ids(records))
  return records.flatMap((record) => {
    const source = sources.get(record.articleId)
    if (!source) return []
    const passage = toPassage(record, source, tags.get(record.id) ?? [])
    const around = passage.orphaned ? { paragraph: null, before: '', after: '' } : surroundings(source, passage)
    const { title: articleTitle, standIn, outlet, published, language } = source
    return [{ ...passage, articleTitle, standIn, outlet, published, language, ...around }]
  })
}

/** The articles that passages stand in. */
export const sourcesOf = (reader: Reader, records: readonly PassageRecord[]): Map<number, Source> =>
  loadSources(
    reader,
    records.map((record) => record.articleId),
  )

const ids = (records: readonly PassageRecord[]): number[] => records.map((record) => record.id)

function chosenPassages(reader: Reader, input: Input<'passage.list'>): PassageRecord[] {
  if (input.tagId !== undefined) {
    const tagIds = descendantIds(allTags(reader), input.tagId)
    return passagesWithTags(reader, tagIds).filter(
      (p) => input.articleId === undefined || p.articleId === input.articleId,
    )
  }
  if (input.ids !== undefined) return passagesByIds(reader, input.ids)
  return input.articleId === undefined ? allPassages(reader) : passagesOfArticle(reader, input.articleId)
}

/** All words of the query stand somewhere in the quotation, its note, or the names of its article. */
function matcher(query: string): (passage: PassageInContext) => boolean {
  const words = folded(query).split(/\s+/).filter(Boolean)
  return ({ quote, note, articleTitle, outlet }) => {
    const text = folded([quote, note, articleTitle ?? '', outlet ?? ''].join('\n'))
    return words.every((word) => text.includes(word))
  }
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** The start of a text on one line, to name what an operation was done to. */
export function excerpt(text: string, limit = 60): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length <= limit ? line : `${line.slice(0, limit - 1).trimEnd()}…`
}
