import type { Block } from '../../../../src-main/domain/article'
import { readBlocks } from '../blocks'
import { type Span, sentencesOf } from '../spans'

/** An end of a passage, and what it is moved by. */
export type Edge = 'start' | 'end'
export type Unit = 'word' | 'sentence'

/** The blocks around a span that are read without a break: a passage never holds words that can't be seen. */
function unbroken(blocks: readonly Block[], span: Span): Block[] {
  const read = new Set(readBlocks(blocks))
  const touched = blocks.findIndex((b) => b.start + b.text.length >= span.start)
  let [first, last] = [touched, touched]
  const isRead = (at: number): boolean => {
    const block = blocks[at]
    return block !== undefined && read.has(block)
  }
  while (isRead(first - 1)) first -= 1
  while (isRead(last + 1)) last += 1
  return blocks.slice(Math.max(0, first), last + 1)
}

/** How far around an end its next word is looked for, in UTF-16 units: a paragraph may be of any length. */
const near = 2000

/** Offsets in the article's text at which words and sentences of a block begin or end, in order; words near one offset. */
function stopsIn(block: Block, edge: Edge, unit: Unit, language: string | null, around: number): number[] {
  const words = unit === 'sentence' ? [] : wordsNear(block.text, language, around - block.start)
  const stops = new Set([...sentencesOf(block.text, language), ...words].map((span) => block.start + span[edge]))
  return [...stops].sort((a, b) => a - b)
}

/** The words around an offset, those at the ends of what is looked at left out: they may be parts of words. */
function wordsNear(text: string, language: string | null, offset: number): Span[] {
  const middle = Math.max(0, Math.min(text.length, offset))
  const from = Math.max(0, middle - near)
  const to = Math.min(text.length, middle + near)
  const segmenter = new Intl.Segmenter(language ?? undefined, { granularity: 'word' })
  return [...segmenter.segment(text.slice(from, to))].flatMap(({ isWordLike, index, segment }) => {
    const [start, end] = [from + index, from + index + segment.length]
    const isCut = (start === from && from > 0) || (end === to && to < text.length)
    return isWordLike && !isCut ? [{ start, end }] : []
  })
}

/**
 * A span with one end moved to the next or last word or sentence, past spans that are taken.
 * @param step 1 towards the text's end
 * @param isFree whether a passage may have a span
 * @returns null where there is none further, or nothing would be left
 */
export function movedEdge(
  blocks: readonly Block[],
  language: string | null,
  span: Span,
  { edge, unit, step }: { edge: Edge; unit: Unit; step: 1 | -1 },
  isFree: (span: Span) => boolean = () => true,
): Span | null {
  const run = unbroken(blocks, span)
  const at = run.findLastIndex((b) => b.start <= span[edge])
  const ordered = step === 1 ? run.slice(Math.max(0, at)) : run.slice(0, at + 1).reverse()
  for (const block of ordered) {
    const stops = stopsIn(block, edge, unit, language, span[edge])
    for (const stop of step === 1 ? stops : stops.reverse()) {
      if ((stop - span[edge]) * step <= 0) continue
      const moved = { ...span, [edge]: stop }
      if (moved.start >= moved.end) return null
      if (isFree(moved)) return moved
    }
  }
  return null
}

/**
 * Where a passage would be split: at the caret where that is inside, else between its sentences, else in its middle.
 * @returns the offset at which the second part begins, or null for one word
 */
export function firstCut(
  blocks: readonly Block[],
  language: string | null,
  span: Span,
  caret: number | null,
): number | null {
  const middle = Math.floor((span.start + span.end) / 2)
  const sentences = cutsIn(blocks, language, span, 'sentence', middle)
  const wanted = caret !== null && caret > span.start && caret < span.end ? caret : null
  if (wanted === null && sentences.length > 0) return nearest(sentences, middle)
  return nearest(cutsIn(blocks, language, span, 'word', wanted ?? middle), wanted ?? middle)
}

/** The place before or after one at which a passage can be split. */
export function nextCut(
  blocks: readonly Block[],
  language: string | null,
  span: Span,
  { at, unit, step }: { at: number; unit: Unit; step: 1 | -1 },
): number {
  const cuts = cutsIn(blocks, language, span, unit, at)
  return (step === 1 ? cuts.find((cut) => cut > at) : cuts.findLast((cut) => cut < at)) ?? at
}

/** Where words or sentences begin inside a span. */
const cutsIn = (blocks: readonly Block[], language: string | null, span: Span, unit: Unit, around: number): number[] =>
  blocks
    .filter((b) => b.start < span.end && b.start + b.text.length > span.start)
    .flatMap((block) => stopsIn(block, 'start', unit, language, around))
    .filter((stop) => stop > span.start && stop < span.end)

const nearest = (offsets: readonly number[], wanted: number): number | null =>
  [...offsets].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? null
