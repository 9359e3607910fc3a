import { type AffairArticle, type AffairIndex, indexedTerms } from './affair-search'

/** An article of an index in memory. */
export type IndexedArticle = AffairArticle & { id: number }

/** Articles as {@link AffairIndex}, all of them in memory. @param articles the latest last */
export function affairIndexOf(articles: Iterable<IndexedArticle>): AffairIndex {
  const known = new Map<number, IndexedArticle>()
  const holders = new Map<number, number[]>()
  for (const article of articles) {
    known.set(article.id, article)
    for (const { hash } of article.terms.slice(0, indexedTerms)) {
      const list = holders.get(hash)
      if (list) list.push(article.id)
      else holders.set(hash, [article.id])
    }
  }
  return {
    article: (id) => known.get(id) ?? null,
    holders: (hash, limit) => (holders.get(hash) ?? []).slice(-limit),
  }
}
