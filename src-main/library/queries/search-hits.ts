import type { SearchFilter, SearchQuery } from '../../domain/search-query'
import type { Params, Reader } from '../handle'
import { foldWithOffsets } from '../search-text'
import { articleCondition, type Condition, filterConditions, tagsNamed } from './article-filter'
import {
  type DocumentKind,
  documentsOf,
  isOfKind,
  kindOfDocument,
  kinds,
  rowOf,
  rowOfDocument,
  type SearchDocument,
} from './search'
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
type HitRow = { document: number; score: number; body: string }

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
  const where = `search_index MATCH @match ${condition ? `AND (${condition.sql})` : ''}`
  const params: Params = { match, ...condition?.params }
  const total = reader.get<{ n: number }>(`SELECT count(*) AS n FROM search_index i WHERE ${where}`, params)?.n ?? 0
  const rows = reader.all<HitRow>(
    `SELECT i.rowid AS document, -i.rank AS score, highlight(search_index, 1, '${open}', '${close}') AS body
     FROM search_index i WHERE ${where} AND i.rank MATCH '${rankFunction}' ORDER BY i.rank LIMIT @limit OFFSET @offset`,
    { ...params, ...page },
  )
  return { total, hits: found(reader, rows) }
}

function found(reader: Reader, rows: readonly HitRow[]): FoundDocument[] {
  const idsOf = (kind: DocumentKind) =>
    rows.filter((row) => kindOfDocument(row.document) === kind).map((row) => rowOfDocument(row.document))
  const documents = new Map(kinds.map((kind) => [kind, documentsOf(reader, kind, idsOf(kind))]))
  return rows.flatMap(({ document: documentId, score, body }) => {
    const [kind, id] = [kindOfDocument(documentId), rowOfDocument(documentId)]
    const document = documents.get(kind)?.get(id)
    return document ? [{ kind, id, score, document, matches: matchesIn(body, document) }] : []
  })
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
  const ids = reader
    .all<{ id: number }>(`SELECT a.id ${where} ORDER BY a.id LIMIT @limit OFFSET @offset`, {
      ...condition.params,
      ...page,
    })
    .map((row) => row.id)
  const documents = documentsOf(reader, 'article', ids)
  const hits = ids.flatMap((id): FoundDocument[] => {
    const document = documents.get(id)
    return document ? [{ kind: 'article', id, score: 0, document, matches: [] }] : []
  })
  return { total, hits }
}

/**
 * A condition over `search_index AS i`, or null where there are no filters. Articles and their passages follow the
 * article's metadata; `tag:` looks at what carries the tag itself; events have tags and dates of their own; tags have
 * nothing that a filter could ask for.
 */
function documentCondition(reader: Reader, filters: readonly SearchFilter[]): Condition | null {
  if (filters.length === 0) return null
  const articles = articleCondition(reader, { query: { terms: [], filters: [...filters] }, view: 'all', tagId: null })
  const passages = and(filters.map((filter, index) => passageCondition(reader, filter, `passage${index}`)))
  const events = and(filters.map((filter, index) => eventCondition(reader, filter, `event${index}`)))
  return {
    sql: `${isOfKind('i.rowid', 'article')} AND ${rowOf('i.rowid')} IN (SELECT a.id FROM article a WHERE ${articles.sql})
      OR ${isOfKind('i.rowid', 'passage')} AND ${rowOf('i.rowid')} IN (
        SELECT p.id FROM passage p JOIN article a ON a.id = p.article_id WHERE ${passages.sql})
      OR ${isOfKind('i.rowid', 'event')} AND ${rowOf('i.rowid')} IN (SELECT e.id FROM event e WHERE ${events.sql})`,
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

/** Over `event AS e`. Events have tags and dates; nothing else that a filter could ask for. */
export function eventCondition(reader: Reader, filter: SearchFilter, name: string): Condition {
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
