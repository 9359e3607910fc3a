import { sentences } from '../analysis/sentences'
import { articleText, type BlockKind, blockStarts, paragraphLabels } from '../domain/article'
import { ExpectedError } from '../domain/error'
import { trimSpan } from '../domain/passage'
import type { Reader } from '../library/handle'
import { type SourceBlockRecord, type SourceRecord, sourceBlocks, sourcesByIds } from '../library/queries/source'

/** An article as passages, dates and notes use it: who published it, and its text with the blocks that it is made of. */
export type Source = SourceRecord & { text: string; blocks: SourceBlock[] }

/** `start` and `end` are offsets into the source's text; `label` is null where the block has no paragraph number. */
export type SourceBlock = { kind: BlockKind; start: number; end: number; hidden: boolean; label: string | null }

export type Span = { start: number; end: number }

/** @returns the live articles among the ids, with their texts. */
export function loadSources(reader: Reader, ids: Iterable<number>): Map<number, Source> {
  const unique = [...new Set(ids)]
  const blocks = grouped(sourceBlocks(reader, unique), (block) => block.articleId)
  return new Map(
    sourcesByIds(reader, unique).map((record) => [record.id, withText(record, blocks.get(record.id) ?? [])]),
  )
}

/** Items by key, in their order. */
export function grouped<K, T>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) group.push(item)
    else groups.set(key, [item])
  }
  return groups
}

/** @throws `article/not-found` */
export function loadSource(reader: Reader, id: number): Source {
  const source = loadSources(reader, [id]).get(id)
  if (!source) throw new ExpectedError('article/not-found')
  return source
}

function withText(record: SourceRecord, records: readonly SourceBlockRecord[]): Source {
  const starts = blockStarts(records)
  const labels = paragraphLabels(records)
  const blocks = records.map((block, index): SourceBlock => {
    const start = starts[index] ?? 0
    const { kind, hidden, text } = block
    return { kind, hidden, start, end: start + text.length, label: labels[index] ?? null }
  })
  return { ...record, text: articleText(records), blocks }
}

/** @throws `text/version-changed` where offsets were read from another version of the text */
export function requireVersion(source: Source, version: number | undefined): void {
  if ((version ?? source.version) !== source.version) throw new ExpectedError('text/version-changed')
}

/**
 * A span without white space at its ends.
 * @param span `version`: of the text that its offsets were read from, where that is known
 * @throws `text/version-changed`, `passage/out-of-range`, `passage/empty`
 */
export function checkedSpan(source: Source, span: Span & { version?: number | undefined }): Span {
  requireVersion(source, span.version)
  if (Math.max(span.start, span.end) > source.text.length) throw new ExpectedError('passage/out-of-range')
  const trimmed = trimSpan(source.text, span.start, span.end)
  if (!trimmed) throw new ExpectedError('passage/empty')
  return trimmed
}

/** The block in which an offset lies; the last one where the offset is the text's end. */
const blockAt = (source: Source, offset: number): SourceBlock | undefined =>
  source.blocks.find((block) => offset <= block.end)

/** Paragraph label of a span's first block, and what its paragraphs say before and after it. */
export function surroundings(source: Source, span: Span): { paragraph: string | null; before: string; after: string } {
  const first = blockAt(source, span.start)
  const last = blockAt(source, span.end)
  return {
    paragraph: first?.label ?? null,
    before: source.text.slice(first?.start ?? span.start, span.start),
    after: source.text.slice(span.end, last?.end ?? span.end),
  }
}

/** A span widened to whole sentences. */
export function wholeSentences(source: Source, span: Span): Span {
  const first = blockAt(source, span.start)
  const last = blockAt(source, span.end)
  if (!first || !last) return span
  const found = sentences(source.text.slice(first.start, last.end), source.language)
    .map((sentence) => ({ start: sentence.start + first.start, end: sentence.end + first.start }))
    .filter((sentence) => sentence.start < span.end && sentence.end > span.start)
  return {
    start: Math.min(span.start, ...found.map((sentence) => sentence.start)),
    end: Math.max(span.end, ...found.map((sentence) => sentence.end)),
  }
}
