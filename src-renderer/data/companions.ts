import { useQueries } from '@tanstack/react-query'
import type { Companion } from '../../src-main/contract/related-types'
import { answerOptions } from './queries'

/** Asked for of each article. */
const asked = 12

/**
 * Articles to read beside those that are open, the likeliest first; none that is open itself.
 * @param articleIds articles that are open; none asks nothing
 */
export function useCompanions(articleIds: readonly number[]): Companion[] {
  const open = [...new Set(articleIds)]
  return useQueries({
    queries: open.map((articleId) => answerOptions('affair.companions', { articleId, limit: asked })),
    combine: (answers) =>
      merged(
        answers.flatMap(({ data }) => data ?? []),
        open,
      ),
  })
}

/** Each once with its best reason, those of the same affair before copies, which tell nothing more. */
export function merged(found: readonly Companion[], open: readonly number[]): Companion[] {
  const best = new Map<number, Companion>()
  for (const one of found) {
    const known = best.get(one.articleId)
    if (!open.includes(one.articleId) && (!known || rank(one) > rank(known))) best.set(one.articleId, one)
  }
  return [...best.values()].sort((a, b) => rank(b) - rank(a) || a.articleId - b.articleId)
}

/** A copy of one open article may be of the same affair as another: it is a copy all the same. */
const rank = ({ kind, score }: Companion): number => (kind === 'same-affair' ? 0 : -1) + score
