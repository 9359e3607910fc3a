import type { ArticleStatus } from '../../../src-main/domain/article'

/**
 * The query to ask while somebody types: the status as a filter, and an unfinished last word as the beginning of one, so
 * that rows narrow with every letter.
 */
export function queryOf({ query, status }: { query: string; status: ArticleStatus | null }): string {
  const typed = query.trimStart()
  const unfinished = /(?:^|\s)-?[\p{L}\p{N}]{2,}$/u.test(typed) && !insideQuotes(typed)
  const words = unfinished ? `${typed}*` : typed.trim()
  return [words, status ? `status:${status}` : ''].filter((part) => part !== '').join(' ')
}

const insideQuotes = (text: string): boolean => (text.match(/"/g) ?? []).length % 2 === 1
