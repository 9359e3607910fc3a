import type { Handlers, Input } from '../contract/methods'
import type { ArticlePage } from '../contract/types'
import { parseSearchQuery } from '../domain/search-query'
import type { Library } from '../library/handle'
import { type ArticleRecord, tagArticle, trashArticles, updateArticle } from '../library/queries/article'
import { articleCondition } from '../library/queries/article-filter'
import { articleIds, articleRows, articleTotals, viewCounts } from '../library/queries/article-list'
import { refreshDocuments } from '../library/queries/search'
import { edited } from './article-edits'
import { articleTextView, articleView, articleViews, namedArticles, requireArticles } from './article-view'
import type { ServiceContext } from './context'
import { reassertEvidence } from './evidence'
import { changedOrders } from './evidence-orders'
import { reapplyRules } from './rule-apply'
import { requireTags, tagNames } from './tag-tree'

type Name =
  | 'article.list'
  | 'article.ids'
  | 'article.get'
  | 'article.text'
  | 'article.set'
  | 'article.trash'
  | 'article.tag'

type Filter = Input<'article.list'>['filter']

/** What of an article the dates of its text are worked out from: an outlet has its own order of day and month. */
const datesRestOn = ['published', 'language', 'outlet'] as const

export const articleHandlers = ({ library, clock }: ServiceContext) => {
  const { reader } = library
  const totals = totalsUntilChange(library)
  return {
    'article.list': ({ filter, sort, offset, limit }) => {
      const ids = articleIds(reader, conditionOf(library, filter), sort, { offset, limit })
      return { ...totals(filter), offset, rows: articleRows(reader, ids) }
    },
    'article.ids': ({ filter, sort }) => articleIds(reader, conditionOf(library, filter), sort),
    'article.get': ({ id }) => articleView(reader, id),
    'article.text': ({ id }) => articleTextView(reader, id),
    'article.set': ({ ids, edits }) => {
      const records = requireArticles(reader, ids)
      const changed = records.map((record) => ({ ...record, ...edited(record, edits) }))
      const areDatesTouched = datesRestOn.some((field) => edits[field] !== undefined)
      const otherwiseRead = changedOrders(reader, areDatesTouched ? outletsOf([...records, ...changed]) : [])
      return library.operation('article.set', named(changed), (writer) => {
        for (const record of changed) updateArticle(writer, record)
        refreshDocuments(writer, 'article', ids)
        if (areDatesTouched) reassertEvidence(writer, [...new Set([...ids, ...otherwiseRead(writer)])])
        if (edits.outlet !== undefined) reapplyRules(writer, ids)
        return articleViews(writer, requireArticles(writer, ids))
      })
    },
    'article.trash': ({ ids }) => {
      const records = requireArticles(reader, ids)
      const otherwiseRead = changedOrders(reader, outletsOf(records))
      return library.operation('article.trash', named(records), (writer) => {
        const trashed = trashArticles(writer, ids, clock())
        refreshDocuments(writer, 'article', ids)
        reassertEvidence(writer, otherwiseRead(writer))
        return { trashed }
      })
    },
    'article.tag': ({ ids, add, remove }) => {
      requireArticles(reader, ids)
      requireTags(reader, add)
      return library.operation('article.tag', tagNames(reader, [...add, ...remove]), (writer) => ({
        tagged: ids.filter((id) => tagArticle(writer, id, { add, remove })).length,
      }))
    },
  } satisfies Handlers<Name>
}

const named = (records: readonly ArticleRecord[]): string =>
  namedArticles(records.map(({ metadata, standIn }) => ({ title: metadata.title.value, standIn })))

const outletsOf = (records: readonly Pick<ArticleRecord, 'metadata'>[]): (string | null)[] =>
  records.map(({ metadata }) => metadata.outlet.value)

const conditionOf = (library: Library, filter: Filter) =>
  articleCondition(library.reader, {
    query: parseSearchQuery(filter.query ?? ''),
    view: filter.view ?? 'all',
    tagId: filter.tagId ?? null,
    ownTag: filter.ownTag ?? false,
  })

type Totals = Pick<ArticlePage, 'total' | 'words' | 'passages' | 'counts'>

/** Filters whose totals are kept; each open table has one. */
const keptFilters = 8

/** Totals run over the whole library, so they are kept from page to page until something changes. */
function totalsUntilChange(library: Library): (filter: Filter) => Totals {
  const kept = new Map<string, Totals>()
  library.onChanged(() => kept.clear())
  return (filter) => {
    const key = JSON.stringify([filter.query, filter.view, filter.tagId, filter.ownTag])
    const known = kept.get(key)
    if (known) return known
    const totals = {
      ...articleTotals(library.reader, conditionOf(library, filter)),
      counts: viewCounts(library.reader),
    }
    if (kept.size >= keptFilters) kept.clear()
    kept.set(key, totals)
    return totals
  }
}
