import type { AffairTerm } from './affair'
import type { AffairIndex, AffairOutline } from './affair-search'

/** An article of an index in memory. */
export type IndexedArticle = AffairOutline & { id: number; terms: readonly AffairTerm[] }

/** Articles as {@link AffairIndex}, all of them in memory. @param articles the latest last */
export function affairIndexOf(articles: Iterable<IndexedArticle>): AffairIndex {
  const terms = new Map<number, ReadonlyMap<number, number>>()
  const outlines = new Map<number, AffairOutline>()
  const holders = new Map<number, { id: number; weight: number }[]>()
  for (const { id, terms: own, language, published } of articles) {
    terms.set(id, new Map(own.map(({ hash, weight }) => [hash, weight])))
    outlines.set(id, { language, published })
    for (const { hash, weight } of own) {
      const list = holders.get(hash)
      if (list) list.push({ id, weight })
      else holders.set(hash, [{ id, weight }])
    }
  }
  const none: ReadonlyMap<number, number> = new Map()
  return {
    terms: (id) => terms.get(id) ?? none,
    holders: (hash, limit) => (holders.get(hash) ?? []).slice(-limit),
    outline: (id) => outlines.get(id) ?? null,
  }
}
