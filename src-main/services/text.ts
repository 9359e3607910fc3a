import type { Handlers } from '../contract/methods'
import type { CorrectedText } from '../contract/text-types'
import type { ArticleText } from '../contract/types'
import type { HideReason } from '../domain/article'
import type { Visibility } from '../domain/cleaning-rule'
import { ExpectedError } from '../domain/error'
import { correctBlock, type EditedText, mergeBlocks, splitBlock } from '../domain/text-edit'
import type { Reader } from '../library/handle'
import {
  type BlockRecord,
  blocksByIds,
  blocksOfArticle,
  isEarlierBlock,
  setBlockVisibility,
} from '../library/queries/block'
import type { TextCause } from '../library/queries/text-version'
import { articleTextView, requireArticle } from './article-view'
import type { ServiceContext } from './context'
import { excerpt } from './passage'
import { ruleAgainst } from './rule-apply'
import { settleTexts } from './text-facts'
import { textHistory } from './text-history'
import { writeNextText } from './text-version'

type Name = 'block.set' | 'block.restore' | 'block.correct' | 'block.merge' | 'block.split' | 'text.history'

export const textHandlers = (context: ServiceContext) => {
  const { reader } = context.library
  return {
    'block.set': ({ id, hidden, reason }) =>
      setVisibility(context, 'block.set', requireBlocks(reader, [id]), (block) =>
        hidden ? hiddenByHand(block, reason ?? null) : restoredByHand(reader, block),
      ),
    'block.restore': ({ ids }) =>
      setVisibility(context, 'block.restore', requireBlocks(reader, ids), (block) => restoredByHand(reader, block)),
    'block.correct': ({ id, text }) => {
      const { block, blocks, index } = inText(reader, id)
      const wording = typedText(block, text)
      if (wording === '') throw new ExpectedError('text/empty')
      if (wording === block.text) throw new ExpectedError('text/unchanged')
      return writeEdited(context, block, 'correction', correctBlock(blocks, index, wording))
    },
    'block.merge': ({ ids }) => {
      const [first, second] = ids
      const upper = inText(reader, first)
      const lower = inText(reader, second)
      return writeEdited(context, upper.block, 'merge', merged(upper, lower))
    },
    'block.split': ({ id, at }) => {
      const { block, blocks, index } = inText(reader, id)
      const split = splitBlock(blocks, index, at)
      if (!split) throw new ExpectedError('text/empty')
      return writeEdited(context, block, 'split', split)
    },
    'text.history': ({ articleId }) => textHistory(reader, articleId),
  } satisfies Handlers<Name>
}

const labels = { correction: 'block.correct', merge: 'block.merge', split: 'block.split' } as const

/** Writes an edited text as one operation. @returns what became of the passages, and the edited block */
function writeEdited(
  { library, clock }: ServiceContext,
  { articleId, text }: BlockRecord,
  cause: Exclude<TextCause, 'extraction'>,
  edited: EditedText<BlockRecord>,
): CorrectedText {
  return library.operation(labels[cause], excerpt(text), (writer) => {
    const { version, moved, orphaned } = writeNextText(writer, requireArticle(writer, articleId), edited, {
      cause,
      at: clock(),
    })
    const block = blocksOfArticle(writer, articleId)[edited.edited]
    if (!block) throw new Error(`article ${articleId} lost the block that was edited`)
    return { version, blockId: block.id, kept: moved.length, orphaned: orphaned.length }
  })
}

type InText = { block: BlockRecord; blocks: BlockRecord[]; index: number }

/** A block with the text that it stands in. @throws `block/not-found`, `text/version-changed` */
function inText(reader: Reader, id: number): InText {
  const [block] = requireBlocks(reader, [id])
  if (!block) throw new ExpectedError('block/not-found')
  const blocks = blocksOfArticle(reader, block.articleId)
  return { block, blocks, index: blocks.findIndex((one) => one.id === id) }
}

/** @throws `block/not-adjacent` where the two are not shown in one article, or something is shown between them */
function merged(one: InText, other: InText): EditedText<BlockRecord> {
  const [upper, lower] = one.index < other.index ? [one, other] : [other, one]
  const between = upper.blocks.slice(upper.index + 1, lower.index)
  const isOneText = upper.block.articleId === lower.block.articleId && upper.index < lower.index
  const areShown = !upper.block.hidden && !lower.block.hidden
  if (!isOneText || !areShown || between.some((block) => !block.hidden)) throw new ExpectedError('block/not-adjacent')
  return mergeBlocks(upper.blocks, upper.index, lower.index)
}

/** A paragraph is one line, unless the file had it in several. */
const typedText = (block: BlockRecord, typed: string): string =>
  block.text.includes('\n') ? typed.trim() : typed.replace(/\s*\n\s*/g, ' ').trim()

/** @throws `block/not-found` where one is not there, `text/version-changed` where it was part of an earlier text */
function requireBlocks(reader: Reader, ids: readonly number[]): BlockRecord[] {
  const blocks = blocksByIds(reader, ids)
  if (blocks.length > 0 && blocks.length === new Set(ids).size) return blocks
  const isEarlier = ids.some((id) => !blocks.some((block) => block.id === id) && isEarlierBlock(reader, id))
  throw new ExpectedError(isEarlier ? 'text/version-changed' : 'block/not-found')
}

const hiddenByHand = (block: BlockRecord, reason: HideReason | null): Visibility =>
  block.hidden && reason === null
    ? { hidden: true, reason: block.reason ?? 'researcher', ruleId: block.ruleId }
    : { hidden: true, reason: reason ?? 'researcher', ruleId: null }

/** A restored block remembers the rule that hid it or would hide it, which then leaves it alone. */
const restoredByHand = (reader: Reader, block: BlockRecord): Visibility => ({
  hidden: false,
  reason: null,
  ruleId: block.ruleId ?? ruleAgainst(reader, requireArticle(reader, block.articleId).metadata.outlet.value, block),
})

/** Hides or restores blocks as one operation. @returns the article of the first block */
function setVisibility(
  { library }: ServiceContext,
  label: string,
  blocks: readonly BlockRecord[],
  wanted: (block: BlockRecord) => Visibility,
): ArticleText {
  const [first] = blocks
  if (!first) throw new ExpectedError('block/not-found')
  return library.operation(label, excerpt(first.text), (writer) => {
    for (const block of blocks) setBlockVisibility(writer, block.id, wanted(block))
    settleTexts(writer, [...new Set(blocks.map((block) => block.articleId))])
    return articleTextView(writer, first.articleId)
  })
}
