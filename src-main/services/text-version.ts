import { anchored, nearestOffset } from '../domain/anchor'
import { type Selector, selectorOf } from '../domain/passage'
import type { TextChange } from '../domain/text-edit'
import type { Reader, Writer } from '../library/handle'
import type { ArticleRecord } from '../library/queries/article'
import { insertBlocks, type NewBlock } from '../library/queries/block'
import { allLayouts, updateLayout } from '../library/queries/layout'
import { movePassage, passagesOfArticle } from '../library/queries/passage'
import { putReadingPosition, readingPosition } from '../library/queries/setting'
import { decisions, deleteDecision, putDecision } from '../library/queries/suggestion'
import { putTextVersion, type TextCause } from '../library/queries/text-version'
import { reassertEvidence } from './evidence'
import { moveLinks } from './link'
import { settleTexts } from './text-facts'

/** A text that is to take the place of an article's. `number` is the paragraph number of a block, or null. */
export type NextText = { blocks: readonly (NewBlock & { number: number | null })[]; change: TextChange }

/** What becomes of the passages of an article with another text. */
export type Reanchored = {
  /** Where passages stand in the next text. */
  moved: { id: number; selector: Selector }[]
  /** Passages that hold in the present text and are not found in the next one: they stay at their version. */
  orphaned: number[]
}

/** Works out where the passages of an article stand in another text. Nothing is written. */
export function reanchored(
  reader: Reader,
  article: Pick<ArticleRecord, 'id' | 'version'>,
  change: TextChange,
): Reanchored {
  const result: Reanchored = { moved: [], orphaned: [] }
  const taken = new Set<string>()
  const found = passagesOfArticle(reader, article.id).map((passage) => {
    const { version, start, end, quote } = passage
    const isOrphan = version !== article.version || change.before.slice(start, end) !== quote
    return { id: passage.id, isOrphan, selector: anchored(passage, change, isOrphan) }
  })
  // Passages that hold keep their places before lost ones that are found again; a place has one passage.
  for (const { id, isOrphan, selector } of [...found].sort((a, b) => Number(a.isOrphan) - Number(b.isOrphan))) {
    const key = selector && `${selector.start}-${selector.end}`
    if (selector && key !== null && !taken.has(key)) {
      taken.add(key)
      result.moved.push({ id, selector })
    } else if (!isOrphan) result.orphaned.push(id)
  }
  return result
}

/**
 * Gives an article its next text, inside an operation: the blocks as a new version, and everything that holds offsets
 * into the text. Passages and decided dates move with their words. A passage whose words are gone stays at its version,
 * which makes it an orphan; a decision is then forgotten.
 * @returns the new version, and what became of the passages
 */
export function writeNextText(
  writer: Writer,
  article: Pick<ArticleRecord, 'id' | 'version'>,
  { blocks, change }: NextText,
  { cause, at }: { cause: TextCause; at: string },
): Reanchored & { version: number } {
  const version = article.version + 1
  const passages = reanchored(writer, article, change)
  insertBlocks(
    writer,
    article.id,
    blocks,
    blocks.map((block) => block.number),
    version,
  )
  putTextVersion(writer, article.id, { version, cause, at })
  for (const { id, selector } of passages.moved) movePassage(writer, id, version, selector)
  moveLinks(writer, article, change, version)
  moveDecisions(writer, article.id, change)
  const position = readingPosition(writer, article.id)
  if (position > 0) putReadingPosition(writer, article.id, nearestOffset(change.kept, position))
  moveLayouts(writer, article.id, change)
  settleTexts(writer, [article.id])
  reassertEvidence(writer, [article.id])
  return { ...passages, version }
}

/** The places that kept panes were read at. */
function moveLayouts(writer: Writer, articleId: number, change: TextChange): void {
  for (const layout of allLayouts(writer)) {
    const panes = layout.panes.map((pane) =>
      pane.articleId === articleId && pane.position > 0
        ? { ...pane, position: nearestOffset(change.kept, pane.position) }
        : pane,
    )
    if (panes.some(({ position }, i) => position !== layout.panes[i]?.position))
      updateLayout(writer, { ...layout, panes })
  }
}

function moveDecisions(writer: Writer, articleId: number, change: TextChange): void {
  const moves = decisions(writer, articleId).map((decision) => ({
    decision,
    place: anchored(selectorOf(change.before, decision.start, decision.end), change),
  }))
  const moved = moves.filter(({ decision, place }) => place?.start !== decision.start || place.end !== decision.end)
  // All go before one comes: the place of one may be where another was.
  for (const { decision } of moved) deleteDecision(writer, decision)
  for (const { decision, place } of moved) {
    if (place) putDecision(writer, { ...decision, start: place.start, end: place.end })
  }
}
