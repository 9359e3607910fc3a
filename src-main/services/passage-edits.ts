import type { Handlers } from '../contract/methods'
import { ExpectedError } from '../domain/error'
import { selectorOf } from '../domain/passage'
import type { Reader, Writer } from '../library/handle'
import { evidenceOfPassage, putEvidence } from '../library/queries/evidence'
import {
  insertPassage,
  movePassage,
  type PassageRecord,
  passageBySpan,
  tagPassage,
  tagsOfPassages,
  trashPassage,
  updatePassageNote,
} from '../library/queries/passage'
import { refreshDocuments } from '../library/queries/search'
import { replaceCited } from './briefing-passages'
import type { ServiceContext } from './context'
import { moveEvidenceOfPassage, reassertPassage } from './evidence'
import { excerpt, holdsQuote, joinedNote, passageOf, requirePassage } from './passage'
import { checkedSpan, loadSource, requireVersion, type Source, type Span } from './source'

type Name = 'passage.move' | 'passage.split' | 'passage.merge'

export const passageEditHandlers = ({ library, clock }: ServiceContext) => {
  const { reader } = library
  return {
    'passage.move': ({ id, ...wanted }) => {
      const passage = requirePassage(reader, id)
      const source = loadSource(reader, passage.articleId)
      const span = checkedSpan(source, wanted)
      const holds = holdsQuote(source, passage)
      if (holds && isSame(span, passage)) return passageOf(reader, id)
      requireFree(reader, source, span, [id])
      const label = holds ? 'passage.move' : 'passage.reanchor'
      return library.operation(label, excerpt(source.text.slice(span.start, span.end)), (writer) => {
        putOn(writer, source, id, span)
        reassertPassage(writer, source, { id, ...span })
        refreshDocuments(writer, 'passage', [id])
        return passageOf(writer, id)
      })
    },
    'passage.split': ({ id, at, version }) => {
      const passage = requirePassage(reader, id)
      const source = loadSource(reader, passage.articleId)
      requireVersion(source, version)
      if (!holdsQuote(source, passage)) throw new ExpectedError('passage/orphaned')
      if (at <= passage.start || at >= passage.end) throw new ExpectedError('passage/empty')
      const cut = wholeCharacter(source.text, at)
      const head = checkedSpan(source, { start: passage.start, end: cut })
      const tail = checkedSpan(source, { start: cut, end: passage.end })
      for (const part of [head, tail]) requireFree(reader, source, part, [id])
      return library.operation('passage.split', excerpt(passage.quote), (writer) => {
        putOn(writer, source, id, head)
        const second = copyOnto(writer, source, passage, tail)
        replaceCited(writer, { from: id, to: [id, second], at: clock() })
        reassertPassage(writer, source, { id, ...head }, true)
        reassertPassage(writer, source, { id: second, ...tail }, true)
        refreshDocuments(writer, 'passage', [id, second])
        return { first: passageOf(writer, id), second: passageOf(writer, second) }
      })
    },
    'passage.merge': ({ from, into }) => {
      const [gone, kept] = [requirePassage(reader, from), requirePassage(reader, into)]
      if (gone.id === kept.id) return passageOf(reader, into)
      if (gone.articleId !== kept.articleId) throw new ExpectedError('passage/not-adjacent')
      const source = loadSource(reader, kept.articleId)
      const span = joinedSpan(source, gone, kept)
      requireFree(reader, source, span, [from, into])
      return library.operation('passage.merge', excerpt(source.text.slice(span.start, span.end)), (writer) => {
        moveEvidenceOfPassage(writer, from, into)
        trashPassage(writer, from, clock())
        putOn(writer, source, into, span)
        tagPassage(writer, into, tagsOfPassages(writer, [from]).get(from) ?? [], [])
        updatePassageNote(writer, into, notesOf(gone, kept))
        replaceCited(writer, { from, to: [into], at: clock() })
        reassertPassage(writer, source, { id: into, ...span })
        refreshDocuments(writer, 'passage', [from, into])
        return passageOf(writer, into)
      })
    },
  } satisfies Handlers<Name>
}

const isSame = (a: Span, b: Span): boolean => a.start === b.start && a.end === b.end

/** @throws `passage/span-taken` where a passage that is not among `ids` has exactly this span */
function requireFree(reader: Reader, source: Source, span: Span, ids: readonly number[]): void {
  const there = passageBySpan(reader, source.id, span.start, span.end)
  if (there && !ids.includes(there.id)) throw new ExpectedError('passage/span-taken')
}

const putOn = (writer: Writer, { text, version }: Source, id: number, { start, end }: Span): void =>
  movePassage(writer, id, version, selectorOf(text, start, end))

/** Not between the halves of a surrogate pair. */
const wholeCharacter = (text: string, at: number): number =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1)) ? at - 1 : at

/** A passage with the tags, the note and the events of another. @returns its id */
function copyOnto(writer: Writer, { text, version, id: articleId }: Source, of: PassageRecord, span: Span): number {
  const { note, createdAt } = of
  const id = insertPassage(writer, { ...selectorOf(text, span.start, span.end), articleId, version, note, createdAt })
  tagPassage(writer, id, tagsOfPassages(writer, [of.id]).get(of.id) ?? [], [])
  for (const evidence of evidenceOfPassage(writer, of.id)) putEvidence(writer, { ...evidence, passageId: id })
  return id
}

/** The span of two passages together. @throws `passage/orphaned`, `passage/not-adjacent` */
function joinedSpan(source: Source, a: PassageRecord, b: PassageRecord): Span {
  const held = [a, b].filter((passage) => holdsQuote(source, passage)).sort((x, y) => x.start - y.start)
  const [first, second] = held
  if (!first) throw new ExpectedError('passage/orphaned')
  if (!second) return { start: first.start, end: first.end }
  if (second.start > first.end && !follows(source, first, second)) throw new ExpectedError('passage/not-adjacent')
  return { start: first.start, end: Math.max(first.end, second.end) }
}

/** Whether two passages stand in one paragraph or in two between which there is none, nothing unseen either. */
function follows({ blocks }: Source, first: Span, second: Span): boolean {
  const last = blocks.findIndex((block) => first.end <= block.end)
  return blocks.findIndex((block) => second.start < block.end) - last <= 1
}

/** The notes of both in the order of the text. */
function notesOf(a: PassageRecord, b: PassageRecord): string {
  return joinedNote([a, b].sort((x, y) => x.start - y.start || x.id - y.id).map((passage) => passage.note))
}
