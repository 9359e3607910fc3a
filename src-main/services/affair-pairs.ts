import { affairTerms } from '../analysis/affair'
import { affairIndexOf, type IndexedArticle } from '../analysis/affair-index'
import { affairSearch, affairThreshold } from '../analysis/affair-search'
import { atOnce } from '../analysis/steps'
import type { Reader } from '../library/handle'
import { allAffairs } from '../library/queries/affair'
import type { ServiceContext } from './context'

/** Two articles of one affair, the one with the smaller id first. */
export type AffairPair = { a: number; b: number; score: number }

/** All pairs of live articles of one affair, as far as the library's words are known; all of these are held in memory. */
export const affairPairsOfLibrary = (reader: Reader): AffairPair[] => pairsAmong([...allAffairs(reader)])

/** Pairs of one affair among texts, by their places in the list. */
export const affairPairsOfTexts = (
  texts: readonly { text: string; language: string | null }[],
  vectors: ServiceContext['wordVectors'],
): AffairPair[] =>
  pairsAmong(
    texts.map(({ text, language }, id) => ({
      id,
      terms: affairTerms(text, language, vectors()),
      language,
      published: null,
    })),
  )

function pairsAmong(articles: readonly IndexedArticle[]): AffairPair[] {
  const search = affairSearch(affairIndexOf(articles))
  const pairs = new Map<string, AffairPair>()
  for (const { id } of articles) {
    for (const match of atOnce(search.companions(id, affairThreshold))) {
      const [a, b] = id < match.id ? [id, match.id] : [match.id, id]
      pairs.set(`${a} ${b}`, { a, b, score: match.score })
    }
  }
  return [...pairs.values()].sort((x, y) => x.a - y.a || x.b - y.b)
}
