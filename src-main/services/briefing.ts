import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { Handlers } from '../contract/methods'
import type { Briefing, ExportedBriefing, RenderedBriefing } from '../contract/types'
import type { BriefingBlock } from '../domain/briefing'
import { ExpectedError } from '../domain/error'
import { writeNote } from '../exporting/markdown/write'
import type { Note, WrittenNote } from '../exporting/note'
import { noteWords } from '../exporting/words'
import { writeFileSafely } from '../exporting/write-file'
import type { Reader } from '../library/handle'
import {
  allBriefings,
  type BriefingRecord,
  briefingById,
  insertBriefing,
  insertBriefingExport,
  trashBriefing,
  updateBriefing,
} from '../library/queries/briefing'
import { defaultNote, noteOfBriefing } from './briefing-note'
import type { ServiceContext } from './context'
import { excerpt, requirePassage } from './passage'

type Name = `briefing.${'list' | 'get' | 'create' | 'save' | 'delete' | 'quote' | 'render' | 'export'}`

export const briefingHandlers = (context: ServiceContext) => {
  const { library, clock } = context
  const { reader } = library
  return {
    'briefing.list': () => allBriefings(reader),
    'briefing.get': ({ id }) => requireBriefing(reader, id),
    'briefing.create': ({ title }) => {
      const name = titled(title)
      return library.operation('briefing.create', name, (writer) =>
        requireBriefing(writer, insertBriefing(writer, name, startingBlocks, clock())),
      )
    },
    'briefing.save': ({ id, title, blocks }) => {
      const briefing = requireBriefing(reader, id)
      const changed = {
        ...briefing,
        title: title === undefined ? briefing.title : titled(title),
        blocks: blocks ?? briefing.blocks,
      }
      if (isSame(briefing, changed)) return briefing
      return library.operation('briefing.save', changed.title, (writer) => {
        updateBriefing(writer, { ...changed, updatedAt: clock() })
        return requireBriefing(writer, id)
      })
    },
    'briefing.delete': ({ id }) => {
      const briefing = requireBriefing(reader, id)
      return library.operation('briefing.delete', briefing.title, (writer) => {
        trashBriefing(writer, id, clock())
        return null
      })
    },
    'briefing.quote': ({ passageId, briefingId }) => {
      const passage = requirePassage(reader, passageId)
      const chosen = briefingId ?? allBriefings(reader)[0]?.id
      const briefing = chosen === undefined ? null : requireBriefing(reader, chosen)
      return library.operation('briefing.quote', excerpt(passage.quote), (writer) => {
        const id = briefing?.id ?? insertBriefing(writer, noteWords.defaultTitle, startingBlocks, clock())
        const current = requireBriefing(writer, id)
        const blocks = withQuote(current.blocks, passageId)
        updateBriefing(writer, { ...current, blocks, updatedAt: clock() })
        return requireBriefing(writer, id)
      })
    },
    'briefing.render': ({ id }) => rendered(writeNote(noteOfBriefing(reader, requireBriefing(reader, id)))),
    'briefing.export': ({ id, path, replace }) => exportBriefing(context, { id, path, replace }),
  } satisfies Handlers<Name>
}

/** What a new note begins with: room for words, the timeline and the sources. */
const startingBlocks: readonly BriefingBlock[] = [
  { kind: 'text', markdown: '' },
  { kind: 'heading', level: 2, text: noteWords.timeline },
  { kind: 'timeline', eventIds: null },
  { kind: 'heading', level: 2, text: noteWords.sources },
  { kind: 'sources' },
]

/**
 * Writes a note to a file and remembers its hash.
 * @param options `id` null writes the default note over everything
 * @throws `briefing/not-found`, `briefing/empty` and the codes of `writeFileSafely`
 */
export function exportBriefing(
  { library, clock }: ServiceContext,
  options: { id: number | null; path: string; replace: boolean },
): ExportedBriefing {
  const note = options.id === null ? defaultNote(library) : chosenNote(library.reader, options.id)
  if (note.blocks.length === 0) throw new ExpectedError('briefing/empty')
  const written = writeNote(note)
  const bytes = new TextEncoder().encode(written.markdown)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  writeFileSafely(options.path, bytes, options)
  // A library that is open for reading remembers nothing.
  if (!library.readOnly) {
    const record = { briefingId: options.id, fileName: basename(options.path), sha256, at: clock() }
    library.unjournalled((writer) => insertBriefingExport(writer, record))
  }
  const { quotes, unsourced, stale } = rendered(written)
  return { file: options.path, sha256, quotes, unsourced: unsourced.length, stale: stale.length }
}

const chosenNote = (reader: Reader, id: number): Note => noteOfBriefing(reader, requireBriefing(reader, id))

function rendered(note: WrittenNote): RenderedBriefing {
  const footnotes = note.footnotes.map(({ number, passage, article }) => ({
    number,
    passageId: passage.id,
    articleId: article.id,
    outlet: article.outlet,
    title: article.title,
    published: article.published,
    paragraph: passage.paragraph,
    quote: passage.quote,
  }))
  const { markdown, unsourced, stale } = note
  return { markdown, footnotes, quotes: footnotes.length, unsourced, stale }
}

/** @throws `briefing/not-found` */
function requireBriefing(reader: Reader, id: number): Briefing {
  const briefing = briefingById(reader, id)
  if (!briefing) throw new ExpectedError('briefing/not-found')
  return briefing
}

const titled = (typed: string): string => typed.trim().replace(/\s+/g, ' ') || noteWords.defaultTitle

const isSame = (a: BriefingRecord, b: BriefingRecord): boolean =>
  a.title === b.title && JSON.stringify(a.blocks) === JSON.stringify(b.blocks)

/** Adds a passage to the last block of chosen quotes; a new one goes before the list of sources that ends a note. */
function withQuote(blocks: readonly BriefingBlock[], passageId: number): BriefingBlock[] {
  const at = blocks.findLastIndex((block) => block.kind === 'quotes' && block.passageIds.length > 0)
  const known = blocks[at]
  if (known?.kind === 'quotes') {
    if (known.passageIds.includes(passageId)) return [...blocks]
    return blocks.with(at, { ...known, passageIds: [...known.passageIds, passageId] })
  }
  return blocks.toSpliced(sourcesStart(blocks), 0, { kind: 'quotes', tagId: null, passageIds: [passageId] })
}

/** Where the closing list of sources begins with its heading, or the end. */
function sourcesStart(blocks: readonly BriefingBlock[]): number {
  if (blocks.at(-1)?.kind !== 'sources') return blocks.length
  return blocks.at(-2)?.kind === 'heading' ? blocks.length - 2 : blocks.length - 1
}
