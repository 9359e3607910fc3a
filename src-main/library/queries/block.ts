import type { BlockKind, ExtractedBlock, HideReason } from '../../domain/article'
import type { Visibility } from '../../domain/cleaning-rule'
import type { Reader, Writer } from '../handle'

/**
 * A stored block. `number` is the paragraph number given at import, or null. `ruleId` is the cleaning rule that hides the
 * block, or that it was restored from by hand where it is visible.
 */
export type BlockRecord = ExtractedBlock & {
  id: number
  articleId: number
  number: number | null
  ruleId: number | null
}

type BlockRow = {
  id: number
  article_id: number
  kind: string
  text: string
  hidden: number
  reason: string | null
  line: number | null
  number: number | null
  rule_id: number | null
}

const toRecord = (row: BlockRow): BlockRecord => ({
  id: row.id,
  articleId: row.article_id,
  kind: row.kind as BlockKind,
  text: row.text,
  hidden: row.hidden === 1,
  reason: row.reason as HideReason | null,
  line: row.line,
  number: row.number,
  ruleId: row.rule_id,
})

const columns = 'b.id, b.article_id, b.kind, b.text, b.hidden, b.reason, b.line, b.number, b.rule_id'

/** The blocks of an article's current text, in reading order. */
export const blocksOfArticle = (reader: Reader, articleId: number): BlockRecord[] =>
  reader
    .all<BlockRow>(
      `SELECT ${columns} FROM article a JOIN block b ON b.article_id = a.id AND b.version = a.version
       WHERE a.id = @articleId ORDER BY b.position`,
      { articleId },
    )
    .map(toRecord)

/**
 * Blocks of the current texts of live articles that are not longer than so many characters, and those that a rule hides
 * or hid, by article, in reading order.
 */
export const shortBlocks = (reader: Reader, articleIds: readonly number[], longest: number): BlockRecord[] =>
  reader
    .all<BlockRow>(
      `SELECT ${columns} FROM article a JOIN block b ON b.article_id = a.id AND b.version = a.version
       WHERE a.id IN (SELECT value FROM json_each(@ids)) AND a.deleted_at IS NULL
         AND (b.rule_id IS NOT NULL OR length(b.text) <= @longest)
       ORDER BY a.id, b.position`,
      { ids: JSON.stringify(articleIds), longest },
    )
    .map(toRecord)

/** The blocks of the current texts of live articles, by article, in reading order. */
export const blocksOfArticles = (reader: Reader, articleIds: readonly number[]): BlockRecord[] =>
  reader
    .all<BlockRow>(
      `SELECT ${columns} FROM article a JOIN block b ON b.article_id = a.id AND b.version = a.version
       WHERE a.id IN (SELECT value FROM json_each(@ids)) AND a.deleted_at IS NULL ORDER BY a.id, b.position`,
      { ids: JSON.stringify(articleIds) },
    )
    .map(toRecord)

/** Blocks of the current texts of live articles among the ids, in reading order. */
export const blocksByIds = (reader: Reader, ids: readonly number[]): BlockRecord[] =>
  reader
    .all<BlockRow>(
      `SELECT ${columns} FROM block b
       JOIN article a ON a.id = b.article_id AND a.version = b.version AND a.deleted_at IS NULL
       WHERE b.id IN (SELECT value FROM json_each(@ids)) ORDER BY b.article_id, b.position`,
      { ids: JSON.stringify(ids) },
    )
    .map(toRecord)

/** The blocks of one version of an article's text, in reading order. */
export const blocksOfVersion = (reader: Reader, articleId: number, version: number): BlockRecord[] =>
  reader
    .all<BlockRow>(
      `SELECT ${columns} FROM block b WHERE b.article_id = @articleId AND b.version = @version ORDER BY b.position`,
      { articleId, version },
    )
    .map(toRecord)

/** Whether a block was part of an earlier text of a live article. */
export const isEarlierBlock = (reader: Reader, id: number): boolean =>
  reader.get(
    `SELECT 1 FROM block b JOIN article a ON a.id = b.article_id AND a.deleted_at IS NULL
     WHERE b.id = @id AND b.version < a.version`,
    { id },
  ) !== undefined

/** A block to write; without `ruleId` no rule hides it. */
export type NewBlock = ExtractedBlock & { ruleId?: number | null }

/**
 * Writes one version of the text of an article, the first unless another is given. `numbers` are the paragraph numbers,
 * block by block. One statement for all blocks: each statement on a table with triggers costs as much as several rows.
 */
export function insertBlocks(
  writer: Writer,
  articleId: number,
  blocks: readonly NewBlock[],
  numbers: readonly (number | null)[],
  version = 1,
): void {
  const rows = blocks.map(({ kind, text, hidden, reason, line, ruleId }, position) => [
    kind,
    text,
    hidden ? 1 : 0,
    reason,
    line,
    numbers[position] ?? null,
    ruleId ?? null,
  ])
  writer.run(
    `INSERT INTO block (article_id, version, position, kind, text, hidden, reason, line, number, rule_id)
     SELECT @articleId, @version, key, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
       value ->> 6
     FROM json_each(@rows)`,
    { articleId, version, rows: JSON.stringify(rows) },
  )
}

export function setBlockVisibility(writer: Writer, id: number, { hidden, reason, ruleId }: Visibility): void {
  writer.run('UPDATE block SET hidden = @hidden, reason = @reason, rule_id = @ruleId WHERE id = @id', {
    id,
    hidden: hidden ? 1 : 0,
    reason,
    ruleId,
  })
}
