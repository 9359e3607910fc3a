import type { SearchFilter, SearchQuery } from '../../domain/search-query'
import type { Params, Reader } from '../handle'
import { foldWithOffsets } from '../search-text'
import { articleCondition, type Condition, filterConditions, tagsNamed } from './article-filter'
import { type DocumentKind, documentOf, type SearchDocument } from './search'
import { matchExpressions, rankFunction } from './search-match'

/** A document that a query finds. `matches` are spans of the document's body as it was before folding. */
export type FoundDocument = {
  kind: DocumentKind
  id: number
  score: number
  document: SearchDocument
  matches: { start: number; end: number }[]
}

type Page = { limit: number; offset: number }
type HitRow = { kind: DocumentKind; ref_id: number; score: number; body: string }

/** Set around matches by FTS5's `highlight`. Text from files has no control characters. */
const open = '\u0001'
const close = '\u0002'

/** Documents that a query finds, best first; a query of filters alone finds articles. */
export function findDocuments(
  reader: Reader,
  query: SearchQuery,
  page: Page,
): { total: number; hits: FoundDocument[] } {
  const { wanted, unwanted } = matchExpressions(query.terms)
  if (wanted === null) return findByFilters(reader, query, page)
  const match = unwanted === null ? wanted : `(${wanted}) NOT (${unwanted})`
  const condition = documentCondition(reader, query.filters)
  const from = `FROM search_index i ${condition ? 'JOIN search_document d ON d.id = i.rowid' : ''}
    WHERE i.search_index MATCH @match ${condition ? `AND (${condition.sql})` : ''}`
  const params: Params = { match, ...condition?.params }
  const total = reader.get<{ n: number }>(`SELECT count(*) AS n ${from}`, params)?.n ?? 0
  const rows = reader.all<HitRow>(
    `SELECT s.kind, s.ref_id, hit.score, hit.body FROM (
       SELECT i.rowid AS id, -i.rank AS score, highlight(search_index, 1, '${open}', '${close}') AS body
       ${from} AND i.rank MATCH '${rankFunction}' ORDER BY i.rank LIMIT @limit OFFSET @offset
     ) hit JOIN search_document s ON s.id = hit.id ORDER BY hit.score DESC, s.id`,
    { ...params, ...page },
  )
  return { total, hits: rows.flatMap((row) => found(reader, row) ?? []) }
}

function found(reader: Reader, row: HitRow): FoundDocument | null {
  const document = documentOf(reader, row.kind, row.ref_id)
  return (
    document && { kind: row.kind, id: row.ref_id, score: row.score, document, matches: matchesIn(row.body, document) }
  )
}

/** Leads the marked spans of the folded text back to the original. */
function matchesIn(highlighted: string, document: SearchDocument): FoundDocument['matches'] {
  const pieces = highlighted.split(open)
  if (pieces.length === 1) return []
  const { original } = foldWithOffsets(document.body)
  let at = pieces[0]?.length ?? 0
  return pieces.slice(1).map((piece) => {
    const [matched = '', after = ''] = piece.split(close)
    const span = { start: original(at), end: original(at + matched.length) }
    at += matched.length + after.length
    return span
  })
}

function findByFilters(reader: Reader, query: SearchQuery, page: Page): { total: number; hits: FoundDocument[] } {
  if (query.filters.length === 0 && query.terms.length === 0) return { total: 0, hits: [] }
  const condition = articleCondition(reader, { query, view: 'all', tagId: null })
  const where = `FROM article a WHERE ${condition.sql}`
  const total = reader.get<{ n: number }>(`SELECT count(*) AS n ${where}`, condition.params)?.n ?? 0
  const rows = reader.all<{ id: number }>(`SELECT a.id ${where} ORDER BY a.id LIMIT @limit OFFSET @offset`, {
    ...condition.params,
    ...page,
  })
  const hits = rows.flatMap(({ id }) => found(reader, { kind: 'article', ref_id: id, score: 0, body: '' }) ?? [])
  return { total, hits }
}

/**
 * A condition over `search_document AS d`, or null where there are no filters. Articles and their passages follow the
 * article's metadata; `tag:` looks at what carries the tag itself; events have tags and dates of their own; tags have
 * nothing that a filter could ask for.
 */
function documentCondition(reader: Reader, filters: readonly SearchFilter[]): Condition | null {
  if (filters.length === 0) return null
  const articles = articleCondition(reader, { query: { terms: [], filters: [...filters] }, view: 'all', tagId: null })
  const passages = and(filters.map((filter, index) => passageCondition(reader, filter, `passage${index}`)))
  const events = and(filters.map((filter, index) => eventCondition(reader, filter, `event${index}`)))
  return {
    sql: `d.kind = 'article' AND d.ref_id IN (SELECT a.id FROM article a WHERE ${articles.sql})
      OR d.kind = 'passage' AND d.ref_id IN (
        SELECT p.id FROM passage p JOIN article a ON a.id = p.article_id WHERE ${passages.sql})
      OR d.kind = 'event' AND d.ref_id IN (SELECT e.id FROM event e WHERE ${events.sql})`,
    params: { ...articles.params, ...passages.params, ...events.params },
  }
}

const and = (conditions: readonly Condition[]): Condition => ({
  sql: conditions.map((condition) => `(${condition.sql})`).join(' AND '),
  params: Object.assign({}, ...conditions.map((condition) => condition.params)),
})

const negated = (condition: Condition, not: boolean): Condition =>
  not ? { ...condition, sql: `(${condition.sql}) IS NOT TRUE` } : condition

function passageCondition(reader: Reader, filter: SearchFilter, name: string): Condition {
  if (filter.field !== 'tag') return and(filterConditions(reader, [filter], name))
  const sql = `p.id IN (SELECT passage_id FROM passage_tag WHERE tag_id IN (SELECT value FROM json_each(@${name})))`
  return negated({ sql, params: { [name]: JSON.stringify(tagsNamed(reader, filter.value)) } }, filter.not)
}

function eventCondition(reader: Reader, filter: SearchFilter, name: string): Condition {
  if (filter.field === 'tag') {
    const sql = `e.id IN (SELECT event_id FROM event_tag WHERE tag_id IN (SELECT value FROM json_each(@${name})))`
    return negated({ sql, params: { [name]: JSON.stringify(tagsNamed(reader, filter.value)) } }, filter.not)
  }
  if (filter.field !== 'date') return { sql: '0', params: {} }
  const sql = `e.edtf IS NOT NULL AND coalesce(e.latest, '9999') >= @${name}from
    AND coalesce(e.earliest, '0000') <= @${name}to`
  const params = { [`${name}from`]: filter.from ?? '0000', [`${name}to`]: filter.to ?? '9999' }
  return negated({ sql, params }, filter.not)
}
