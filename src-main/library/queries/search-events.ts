import type { SearchQuery } from '../../domain/search-query'
import type { Params, Reader } from '../handle'
import { type Condition, filterConditions } from './article-filter'
import { isOfKind, kindCount, kinds, rowOf } from './search'
import { eventCondition } from './search-hits'
import { matchExpressions } from './search-match'

/** Evidence `v` of the event `e` whose passage and article are there. */
const itsEvidence = `SELECT 1 FROM evidence v JOIN passage p ON p.id = v.passage_id AND p.deleted_at IS NULL
  JOIN article a ON a.id = p.article_id AND a.deleted_at IS NULL WHERE v.event_id = e.id`

/**
 * Ids of accepted events that a query finds: its words in the event itself or in one of its quotations; `tag:` and `date:`
 * ask for the event's own, the other filters for an article that is evidence of it. An empty query finds none.
 */
export function findEventIds(reader: Reader, { terms, filters }: SearchQuery): number[] {
  if (terms.length === 0 && filters.length === 0) return []
  const { wanted, unwanted } = matchExpressions(terms)
  const conditions: Condition[] = [
    ...(wanted === null ? [] : [{ sql: matching('wanted'), params: { wanted } }]),
    ...(unwanted === null ? [] : [{ sql: `NOT (${matching('unwanted')})`, params: { unwanted } }]),
    ...filters.map((filter, index) => {
      if (filter.field === 'tag' || filter.field === 'date') return eventCondition(reader, filter, `own${index}`)
      const [ofArticle] = filterConditions(reader, [filter], `article${index}`)
      return { sql: `EXISTS (${itsEvidence} AND (${ofArticle?.sql}))`, params: ofArticle?.params ?? {} }
    }),
  ]
  const params: Params = Object.assign({}, ...conditions.map((condition) => condition.params))
  const where = conditions.map((condition) => `(${condition.sql})`).join(' AND ')
  return reader
    .all<{ id: number }>(
      `SELECT e.id FROM event e WHERE e.deleted_at IS NULL AND e.status = 'accepted' AND ${where} ORDER BY e.id`,
      params,
    )
    .map((row) => row.id)
}

const matching = (parameter: string): string =>
  `e.id IN (SELECT ${rowOf('i.rowid')} FROM search_index i
     WHERE i.search_index MATCH @${parameter} AND ${isOfKind('i.rowid', 'event')})
   OR EXISTS (${itsEvidence} AND p.id * ${kindCount} + ${kinds.indexOf('passage')} IN (
     SELECT i.rowid FROM search_index i WHERE i.search_index MATCH @${parameter}))`
