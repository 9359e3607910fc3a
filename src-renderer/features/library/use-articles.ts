import { useMemo } from 'react'
import type { ArticlePage, ArticleRow } from '../../../src-main/contract/types'
import { useAnswer } from '../../data/queries'
import { useSession } from '../../data/session'
import { queryOf } from './filter'

const pageRows = 100
const noIds: readonly number[] = []

/** What the table is filtered by, as it is asked. */
export function useArticleFilter() {
  const view = useSession((s) => s.view)
  const tagId = useSession((s) => s.viewTagId)
  const typed = useSession((s) => s.filter)
  return useMemo(() => {
    const query = queryOf(typed)
    return { ...(query === '' ? {} : { query }), ...(tagId === null ? { view } : { tagId }) }
  }, [view, tagId, typed])
}

/** The ids of all rows in order, and the figures above the table. */
export function useArticles() {
  const filter = useArticleFilter()
  const sort = useSession((s) => s.sort)
  const ids = useAnswer('article.ids', { filter, sort }, { keepPrevious: true })
  const first = useAnswer('article.list', { filter, sort, offset: 0, limit: pageRows }, { keepPrevious: true })
  return {
    ids: ids.data ?? noIds,
    /** Rows of another filter stand in while the answer is under way. */
    settled: ids.isSuccess && !ids.isPlaceholderData,
    page: first.data,
    error: first.error ?? ids.error,
    again: () => void Promise.all([ids.refetch(), first.refetch()]),
    filtered: filter.query !== undefined,
  }
}

/** The rows from one index to another, as far as they have arrived. A screenful touches two pages at most. */
export function useRows(from: number): (index: number) => ArticleRow | undefined {
  const filter = useArticleFilter()
  const sort = useSession((s) => s.sort)
  const page = Math.max(0, Math.floor(from / pageRows))
  const ask = (number: number) => ({ filter, sort, offset: number * pageRows, limit: pageRows })
  const here = useAnswer('article.list', ask(page), { keepPrevious: true }).data
  const next = useAnswer('article.list', ask(page + 1), { keepPrevious: true }).data
  return (index) => rowOf(here, index) ?? rowOf(next, index)
}

const rowOf = (page: ArticlePage | undefined, index: number): ArticleRow | undefined => page?.rows[index - page.offset]
