import type { BlockKind, ExtractedBlock, HideReason } from '../../domain/article'
import type { Reader, Writer } from '../handle'

/** A stored block. `number` is the paragraph number given at import, or null. */
export type BlockRecord = ExtractedBlock & { id: number; articleId: number; number: number | null }

type BlockRow = {
  id: number
  article_id: number
  kind: string
  text: string
  hidden: number
  reason: string | null
  line: number | null
  number: number | null
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
})

const columns = 'b.id, b.article_id, b.kind, b.text, b.hidden, b.reason, b.line, b.number'

/** The blocks of an article's current text, in reading order. */
export const blocksOfArticle = (reader: Reader, articleId: number): BlockRecord[] =>
  reader
    .all<BlockRow>(
      `SELECT ${columns} FROM article a JOIN block b ON b.article_id = a.id AND b.version = a.version
       WHERE a.id = @articleId ORDER BY b.position`,
      { articleId },
    )
    .map(toRecord)

/** Blocks of live articles among the ids, in reading order. */
export const blocksByIds = (reader: Reader, ids: readonly number[]): BlockRecord[] =>
  reader
    .all<BlockRow>(
      `SELECT ${columns} FROM block b JOIN article a ON a.id = b.article_id AND a.deleted_at IS NULL
       WHERE b.id IN (SELECT value FROM json_each(@ids)) ORDER BY b.article_id, b.position`,
      { ids: JSON.stringify(ids) },
    )
    .map(toRecord)

/**
 * Writes the first text of an article. `numbers` are the paragraph numbers, block by block. One statement for all blocks:
 * each statement on a table with triggers costs as much as several rows.
 */
export function insertBlocks(
  writer: Writer,
  articleId: number,
  blocks: readonly ExtractedBlock[],
  numbers: readonly (number | null)[],
): void {
  const rows = blocks.map(({ kind, text, hidden, reason, line }, position) => [
    kind,
    text,
    hidden ? 1 : 0,
    reason,
    line,
    numbers[position] ?? null,
  ])
  writer.run(
    `INSERT INTO block (article_id, version, position, kind, text, hidden, reason, line, number)
     SELECT @articleId, 1, key, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
     FROM json_each(@rows)`,
    { articleId, rows: JSON.stringify(rows) },
  )
}

export function setBlockVisibility(writer: Writer, id: number, hidden: boolean, reason: HideReason | null): void {
  writer.run('UPDATE block SET hidden = @hidden, reason = @reason WHERE id = @id', {
    id,
    hidden: hidden ? 1 : 0,
    reason,
  })
}
