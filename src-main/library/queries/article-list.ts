import type { ArticlePage, ArticleRow, ArticleSort } from '../../contract/types'
import type { ArticleStatus } from '../../domain/article'
import type { Origin } from '../../domain/origin'
import type { TagColour } from '../../domain/tag'
import type { Reader } from '../handle'
import type { Condition } from './article-filter'

/**
 * Orders of the article table; each has an index of the same expressions. `unknown` tells which rows come last in either
 * direction.
 */
const orders: Record<ArticleSort['by'], { unknown?: string; by: string[] }> = {
  title: { by: ['coalesce(a.title, a.stand_in) COLLATE NOCASE'] },
  outlet: { unknown: 'a.outlet IS NULL', by: ['a.outlet COLLATE NOCASE'] },
  // By earliest possible day, then exact before estimated.
  published: {
    unknown: 'a.published IS NULL',
    by: ['coalesce(a.published_earliest, a.published_latest)', "coalesce(a.published_latest, '9999')"],
  },
  status: { by: ["CASE a.status WHEN 'to-read' THEN 1 WHEN 'reading' THEN 2 WHEN 'reviewed' THEN 3 ELSE 4 END"] },
  words: { by: ['a.words'] },
  passages: { by: ['(SELECT count(*) FROM passage p WHERE p.article_id = a.id AND p.deleted_at IS NULL)'] },
  added: { by: [] },
}

function orderBy(sort: ArticleSort): string {
  const { unknown, by } = orders[sort.by]
  const direction = sort.descending ? ' DESC' : ''
  const known = by.map((term) => `${term}${direction}`)
  // Equals stay in one order where unknown values do, so that an index serves each direction.
  return unknown ? [unknown, ...known, 'a.id'].join(', ') : [...known, `a.id${direction}`].join(', ')
}

/** Ids of one page, or of all where no page is given. */
export function articleIds(
  reader: Reader,
  condition: Condition,
  sort: ArticleSort,
  page: { offset: number; limit: number } = { offset: 0, limit: -1 },
): number[] {
  const row = reader.get<{ ids: string }>(
    `SELECT json_group_array(id) AS ids FROM (SELECT a.id FROM article a WHERE ${condition.sql}
     ORDER BY ${orderBy(sort)} LIMIT @limit OFFSET @offset)`,
    { ...condition.params, ...page },
  )
  return JSON.parse(row?.ids ?? '[]') as number[]
}

/** What the table says of all rows that a filter leaves. */
export function articleTotals(reader: Reader, condition: Condition): Pick<ArticlePage, 'total' | 'words' | 'passages'> {
  const articles = reader.get<{ total: number; words: number }>(
    `SELECT count(*) AS total, coalesce(sum(a.words), 0) AS words FROM article a WHERE ${condition.sql}`,
    condition.params,
  )
  const passages = reader.get<{ n: number }>(
    `SELECT count(*) AS n FROM passage p JOIN article a ON a.id = p.article_id
     WHERE p.deleted_at IS NULL AND ${condition.sql}`,
    condition.params,
  )
  return { total: articles?.total ?? 0, words: articles?.words ?? 0, passages: passages?.n ?? 0 }
}

/** How many live articles each fixed view shows. SQLite would rather read the rows, which takes thirty times as long. */
export const viewCounts = (reader: Reader): ArticlePage['counts'] =>
  reader.get<ArticlePage['counts']>(
    `SELECT count(*) AS "all", count(*) FILTER (WHERE status IN ('to-read', 'reading')) AS notReviewed,
       count(*) FILTER (WHERE published IS NULL) AS undated, count(*) FILTER (WHERE outlet IS NULL) AS unattributed
     FROM article INDEXED BY article_overview WHERE deleted_at IS NULL`,
  ) ?? { all: 0, notReviewed: 0, undated: 0, unattributed: 0 }

type ListRow = {
  id: number
  title: string | null
  stand_in: string
  outlet: string | null
  published: string | null
  published_origin: string
  status: string
  language: string | null
  words: number
  passages: number
  tags: string
}

type TagColumn = { id: number; name: string; colour: TagColour }[]

/** Rows of the article table, in the order of the ids. Tags are those of the article and of its passages. */
export function articleRows(reader: Reader, ids: readonly number[]): ArticleRow[] {
  const rows = reader.all<ListRow>(
    `SELECT a.id, a.title, a.stand_in, a.outlet, a.published, a.origins ->> '$.published.origin' AS published_origin,
       a.status, a.language, a.words,
       (SELECT count(*) FROM passage p WHERE p.article_id = a.id AND p.deleted_at IS NULL) AS passages,
       (SELECT json_group_array(json_object('id', t.id, 'name', t.name, 'colour', t.colour) ORDER BY t.id)
        FROM tag t WHERE t.deleted_at IS NULL AND t.id IN (
          SELECT l.tag_id FROM article_tag l WHERE l.article_id = a.id
          UNION SELECT l.tag_id FROM passage p JOIN passage_tag l ON l.passage_id = p.id
          WHERE p.article_id = a.id AND p.deleted_at IS NULL)) AS tags
     FROM json_each(@ids) wanted JOIN article a ON a.id = wanted.value ORDER BY wanted.key`,
    { ids: JSON.stringify(ids) },
  )
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    standIn: row.stand_in,
    outlet: row.outlet,
    published: row.published,
    publishedOrigin: row.published_origin as Origin,
    status: row.status as ArticleStatus,
    language: row.language,
    tags: JSON.parse(row.tags) as TagColumn,
    words: row.words,
    passages: row.passages,
  }))
}
