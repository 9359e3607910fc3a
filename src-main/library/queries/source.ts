import type { BlockKind } from '../../domain/article'
import type { Reader } from '../handle'

/** What is told of an article wherever it is a source: beside a passage, a date or an event. */
export type SourceRecord = {
  id: number
  version: number
  title: string | null
  standIn: string
  outlet: string | null
  published: string | null
  language: string | null
  url: string | null
}

/** A block of an article's current text, in order. `number` is the paragraph number given at import. */
export type SourceBlockRecord = {
  articleId: number
  kind: BlockKind
  text: string
  hidden: boolean
  number: number | null
}

type SourceRow = {
  id: number
  version: number
  title: string | null
  stand_in: string
  outlet: string | null
  published: string | null
  language: string | null
  url: string | null
}

const toRecord = (row: SourceRow): SourceRecord => ({
  id: row.id,
  version: row.version,
  title: row.title,
  standIn: row.stand_in,
  outlet: row.outlet,
  published: row.published,
  language: row.language,
  url: row.url,
})

/** Live articles among the ids. */
export const sourcesByIds = (reader: Reader, ids: readonly number[]): SourceRecord[] =>
  reader
    .all<SourceRow>(
      `SELECT id, version, title, stand_in, outlet, published, language, url FROM article
       WHERE deleted_at IS NULL AND id IN (SELECT value FROM json_each(:ids)) ORDER BY id`,
      { ids: JSON.stringify(ids) },
    )
    .map(toRecord)

/** All live articles that were not excluded, by id. */
export const includedArticleIds = (reader: Reader): number[] =>
  reader
    .all<{ id: number }>("SELECT id FROM article WHERE deleted_at IS NULL AND status <> 'excluded' ORDER BY id")
    .map((row) => row.id)

type BlockRow = { article_id: number; kind: string; text: string; hidden: number; number: number | null }

/** The blocks of the articles' current texts, hidden ones too, by article and position. */
export const sourceBlocks = (reader: Reader, articleIds: readonly number[]): SourceBlockRecord[] =>
  reader
    .all<BlockRow>(
      `SELECT b.article_id, b.kind, b.text, b.hidden, b.number FROM block b
       JOIN article a ON a.id = b.article_id AND a.version = b.version
       WHERE b.article_id IN (SELECT value FROM json_each(:ids)) ORDER BY b.article_id, b.position`,
      { ids: JSON.stringify(articleIds) },
    )
    .map((row) => ({
      articleId: row.article_id,
      kind: row.kind as BlockKind,
      text: row.text,
      hidden: row.hidden === 1,
      number: row.number,
    }))
