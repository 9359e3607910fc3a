import type { SearchFilter, SearchQuery } from '../../domain/search-query'
import { tagPath } from '../../domain/tag'
import type { Params, Reader } from '../handle'
import { foldText } from '../search-text'
import { copies } from './relation'
import { isOfKind, rowOf } from './search'
import { matchExpressions } from './search-match'
import { allTags, type TagRecord } from './tag'

/** Which articles: of a query, of a fixed view, and with a tag or one below it. */
export type ArticleFilter = {
  query: SearchQuery
  view: 'all' | 'not-reviewed' | 'undated' | 'unattributed'
  tagId: number | null
  /** Whether the article itself must carry the tag; else one of its passages is enough. */
  ownTag?: boolean
}

/** An SQL condition over `article AS a`, with its parameters. */
export type Condition = { sql: string; params: Params }

const views = {
  all: '1',
  'not-reviewed': "a.status IN ('to-read', 'reading')",
  undated: 'a.published IS NULL',
  unattributed: 'a.outlet IS NULL',
} as const satisfies Record<ArticleFilter['view'], string>

/** Live articles that a filter leaves. */
export function articleCondition(reader: Reader, filter: ArticleFilter): Condition {
  const conditions: Condition[] = [
    { sql: 'a.deleted_at IS NULL', params: {} },
    ...(filter.view === 'all' ? [] : [{ sql: views[filter.view], params: {} }]),
    ...(filter.tagId === null ? [] : [tagCondition(reader, filter.tagId, filter.ownTag ?? false)]),
    ...filterConditions(reader, filter.query.filters),
    ...termConditions(filter.query),
  ]
  return {
    sql: conditions.map((condition) => `(${condition.sql})`).join(' AND '),
    params: Object.assign({}, ...conditions.map((condition) => condition.params)),
  }
}

/** Conditions over `article AS a` of the filters of a query; their parameters begin with `name`. */
export const filterConditions = (reader: Reader, filters: readonly SearchFilter[], name = 'filter'): Condition[] =>
  filters.map((filter, index) => {
    const condition = filterCondition(reader, filter, `${name}${index}`)
    return filter.not ? { ...condition, sql: `(${condition.sql}) IS NOT TRUE` } : condition
  })

function termConditions({ terms }: SearchQuery): Condition[] {
  const { wanted, unwanted } = matchExpressions(terms)
  const matching = (parameter: string) =>
    `SELECT ${rowOf('i.rowid')} FROM search_index i
     WHERE i.search_index MATCH @${parameter} AND ${isOfKind('i.rowid', 'article')}`
  return [
    ...(wanted === null ? [] : [{ sql: `a.id IN (${matching('wanted')})`, params: { wanted } }]),
    ...(unwanted === null ? [] : [{ sql: `a.id NOT IN (${matching('unwanted')})`, params: { unwanted } }]),
  ]
}

function filterCondition(reader: Reader, filter: SearchFilter, name: string): Condition {
  switch (filter.field) {
    case 'is':
      return {
        sql: {
          undated: views.undated,
          unattributed: views.unattributed,
          untitled: 'a.title IS NULL',
          copy: `a.id IN (${copies})`,
        }[filter.value],
        params: {},
      }
    case 'date':
      return {
        sql: `a.published IS NOT NULL AND coalesce(a.published_latest, '9999') >= @${name}from
          AND coalesce(a.published_earliest, '0000') <= @${name}to`,
        params: { [`${name}from`]: filter.from ?? '0000', [`${name}to`]: filter.to ?? '9999' },
      }
    case 'status':
      return { sql: `a.status = @${name}`, params: { [name]: filter.value } }
    case 'lang':
      return {
        sql: `lower(a.language) = @${name} OR lower(a.language) LIKE @${name} || '-%'`,
        params: { [name]: filter.value.toLowerCase() },
      }
    case 'outlet':
      return {
        sql: `a.outlet IN (SELECT value FROM json_each(@${name}))`,
        params: { [name]: JSON.stringify(outletsNamed(reader, filter.value)) },
      }
    case 'tag':
      return taggedWith(tagsNamed(reader, filter.value), name)
  }
}

function tagCondition(reader: Reader, tagId: number, ownTag: boolean): Condition {
  const tagIds = withDescendants(allTags(reader), [tagId])
  if (!ownTag) return taggedWith(tagIds, 'tagId')
  return {
    sql: 'a.id IN (SELECT l.article_id FROM article_tag l WHERE l.tag_id IN (SELECT value FROM json_each(@tagId)))',
    params: { tagId: JSON.stringify(tagIds) },
  }
}

/** Articles that carry one of the tags themselves or in one of their passages. */
function taggedWith(tagIds: readonly number[], name: string): Condition {
  return {
    sql: `a.id IN (SELECT l.article_id FROM article_tag l WHERE l.tag_id IN (SELECT value FROM json_each(@${name}))
      UNION ALL SELECT p.article_id FROM passage_tag l JOIN passage p ON p.id = l.passage_id AND p.deleted_at IS NULL
      WHERE l.tag_id IN (SELECT value FROM json_each(@${name})))`,
    params: { [name]: JSON.stringify(tagIds) },
  }
}

const key = (text: string): string =>
  foldText(text)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

/** Outlets of which `part` is a part, whatever the case and diacritics. */
const outletsNamed = (reader: Reader, part: string): string[] =>
  reader
    .all<{ outlet: string }>('SELECT DISTINCT outlet FROM article WHERE outlet IS NOT NULL AND deleted_at IS NULL')
    .map((row) => row.outlet)
    .filter((outlet) => key(outlet).includes(key(part)))

/** Ids of the tags of that name or path ("Aid/Deliveries"), and of all tags below them. */
export function tagsNamed(reader: Reader, typed: string): number[] {
  const wanted = tagPath(typed).map(key)
  const tags = allTags(reader)
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  const named = tags.filter((tag) => {
    let at: TagRecord | undefined = tag
    for (const level of wanted.toReversed()) {
      if (!at || key(at.name) !== level) return false
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    }
    return wanted.length > 0
  })
  return withDescendants(
    tags,
    named.map((tag) => tag.id),
  )
}

function withDescendants(tags: readonly TagRecord[], ids: readonly number[]): number[] {
  const found = new Set(ids)
  let grown = -1
  while (grown !== found.size) {
    grown = found.size
    for (const tag of tags) if (tag.parentId !== null && found.has(tag.parentId)) found.add(tag.id)
  }
  return [...found]
}
