import type { ArticleText } from '../../../src-main/contract/types'
import type { Block } from '../../../src-main/domain/article'
import type { Span } from './spans'

/** What a pane shows in order: blocks of text, and runs of hidden ones folded into a strip. */
export type Piece = { kind: 'block'; block: Block } | { kind: 'removed'; blocks: Block[] }

const inHeader = ['title', 'subtitle', 'byline', 'date']

/** Folds hidden blocks; lines that the header shows are not repeated. */
export function piecesOf(blocks: readonly Block[]): Piece[] {
  const pieces: Piece[] = []
  for (const block of blocks) {
    const last = pieces.at(-1)
    if (!block.hidden) {
      if (!inHeader.includes(block.kind)) pieces.push({ kind: 'block', block })
    } else if (last?.kind === 'removed') last.blocks.push(block)
    else pieces.push({ kind: 'removed', blocks: [block] })
  }
  return pieces
}

/** The blocks that are read, in order: those between which the arrow keys move. */
export const readBlocks = (blocks: readonly Block[]): Block[] =>
  piecesOf(blocks).flatMap((piece) => (piece.kind === 'block' ? [piece.block] : []))

/** The first part of a span that is on the page without a break: a passage never holds words that can't be seen. */
export function withinShown(span: Span, blocks: readonly Block[]): Span {
  const shown = readBlocks(blocks)
  const first = shown.find((b) => b.start + b.text.length > span.start)
  const start = Math.max(span.start, first?.start ?? span.start)
  const gap = blocks.find((b) => !shown.includes(b) && b.start > start && b.start < span.end)
  return { start, end: Math.max(start, gap ? gap.start - 1 : span.end) }
}

/** How many numbered paragraphs an article has. */
export const paragraphCount = (blocks: readonly Block[]): number => blocks.filter((b) => b.label !== null).length

/** The label to show as the position of an offset: its paragraph's, or the last one before it. */
export const labelAt = (blocks: readonly Block[], offset: number): string =>
  blocks.findLast((b) => b.label !== null && b.start <= offset)?.label ??
  blocks.find((b) => b.label !== null)?.label ??
  ''

/** Title or stand-in, for names of panes. */
export const titleOf = ({ article }: ArticleText): string => article.metadata.title.value ?? article.standIn
