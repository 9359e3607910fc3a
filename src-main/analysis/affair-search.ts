import { type DayInterval, dayNumber } from '../domain/edtf'
import type { AffairTerm } from './affair'

/** What affairs are told apart by, besides words. */
export type AffairOutline = { language: string | null; published: DayInterval | null }

/** An article as it is compared; `terms` the weightiest first. */
export type AffairArticle = AffairOutline & { terms: readonly AffairTerm[] }

/** The articles among which companions are looked for. */
export type AffairIndex = {
  /** Null where there is no such article. */
  article: (id: number) => AffairArticle | null
  /** Articles with a term: no more than `limit`, the latest ones. */
  holders: (hash: number, limit: number) => readonly number[]
}

/** `score`: the share of such pairs that were about one affair in development data, from 0 to 1. */
export type AffairMatch = { id: number; score: number }

/**
 * From this score on, two articles are taken to tell of one affair: the strictest at which F1 on the development half is
 * within half a point of its best, since a wrong companion costs more than a missing one.
 */
export const affairThreshold = 0.6

/** Of the articles with a term only the latest are looked at: a word of more is none that tells affairs apart. */
const holdersRead = 400
/** An article's words by which others are looked for: the rest tells among those that were found. */
export const indexedTerms = 24
/** Articles that are compared by all their terms. */
const comparedArticles = 32
/** Articles whose own neighbours are looked at. */
const companionsRead = 30
/** An article is judged by so many neighbours of the other. */
const neighboursRead = 5
/** How much of the judgement is likeness to these. */
const neighbourPart = 0.5
/** Articles that are less alike are not about one affair, whatever their neighbours are. */
const leastLikeness = 0.06

/**
 * The articles that tell of the same affair as one does. Two are judged by their own likeness and by how alike each is to
 * the other's nearest neighbours, so that two affairs of one kind fall apart.
 */
export type AffairSearch = {
  /**
   * In steps between which other work can be done.
   * @returns those of a score of `least` or more, the likeliest first
   */
  companions: (id: number, least: number) => Generator<undefined, AffairMatch[]>
}

type Neighbour = { id: number; likeness: number }
type Known = AffairOutline & { terms: readonly AffairTerm[]; weights: ReadonlyMap<number, number> }

/** Begins to search an index, which must not change meanwhile: what was read of it is kept. */
export function affairSearch(index: AffairIndex): AffairSearch {
  const articles = kept((id: number): Known | null => {
    const article = index.article(id)
    return article && { ...article, weights: new Map(article.terms.map(({ hash, weight }) => [hash, weight])) }
  })
  const holders = kept((hash: number) => index.holders(hash, holdersRead))
  const neighboursOf = new Map<number, Neighbour[]>()

  const likeness = (a: number, b: number): number => {
    const [one, two] = [articles(a), articles(b)]
    return one && two ? product(one, two) * agreement(one, two) : 0
  }
  const likely = (id: number): number[] => {
    const sums = new Map<number, number>()
    for (const { hash, weight } of articles(id)?.terms.slice(0, indexedTerms) ?? []) {
      for (const other of holders(hash)) if (other !== id) sums.set(other, (sums.get(other) ?? 0) + weight)
    }
    return [...sums]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, comparedArticles)
      .map(([other]) => other)
  }
  const neighbours = (id: number): readonly Neighbour[] => {
    const known = neighboursOf.get(id)
    if (known) return known
    const found = likely(id)
      .map((other) => ({ id: other, likeness: likeness(id, other) }))
      .sort((a, b) => b.likeness - a.likeness || a.id - b.id)
    neighboursOf.set(id, found)
    return found
  }
  /** How alike an article is to the nearest neighbours of another. */
  const byNeighbours = (id: number, other: number): number => {
    let [sum, weights] = [0, 0]
    for (const neighbour of neighbours(other)
      .filter((one) => one.id !== id)
      .slice(0, neighboursRead)) {
      sum += neighbour.likeness * likeness(id, neighbour.id)
      weights += neighbour.likeness
    }
    return weights === 0 ? 0 : sum / weights
  }
  return {
    *companions(id, least) {
      const near = neighbours(id).filter((one) => one.likeness >= leastLikeness)
      const most = near[0]?.likeness ?? 0
      const found: AffairMatch[] = []
      for (const other of near.slice(0, companionsRead)) {
        yield
        const fromHere = byNeighbours(other.id, id)
        const judged = (fromThere: number): number =>
          probability((1 - neighbourPart) * other.likeness + (neighbourPart * (fromHere + fromThere)) / 2)
        // Looking for the other's neighbours takes longest, and they are no more like this one than its nearest is.
        if (judged(most) < least) continue
        const score = judged(byNeighbours(id, other.id))
        if (score >= least) found.push({ id: other.id, score })
      }
      return found.sort((a, b) => b.score - a.score || a.id - b.id)
    },
  }
}

/** Logistic regression over the development half: `npm run bench -- related fit` prints it. */
const steepness = 20
const middle = 0.207

const probability = (likeness: number): number =>
  Math.floor(1000 / (1 + Math.exp(-steepness * (likeness - middle)))) / 1000

function kept<T>(read: (key: number) => T): (key: number) => T {
  const values = new Map<number, { value: T }>()
  return (key) => {
    const known = values.get(key) ?? { value: read(key) }
    values.set(key, known)
    return known.value
  }
}

function product(a: Known, b: Known): number {
  let sum = 0
  for (const { hash, weight } of a.terms) sum += weight * (b.weights.get(hash) ?? 0)
  return sum
}

/** Articles so many days apart may be of one day's affair; each `fadingDays` more halve, third, … their likeness. */
const freshDays = 7
const fadingDays = 90

/** 0 where two articles have no language in common, 1 where nothing speaks against one affair. */
function agreement(a: AffairOutline, b: AffairOutline): number {
  if (a.language !== null && b.language !== null && primary(a.language) !== primary(b.language)) return 0
  return 1 / (1 + Math.max(0, daysApart(a.published, b.published) - freshDays) / fadingDays)
}

const primary = (language: string): string => language.toLowerCase().split('-')[0] ?? ''

function daysApart(a: DayInterval | null, b: DayInterval | null): number {
  const gap = (later: string | null | undefined, earlier: string | null | undefined): number =>
    later && earlier ? dayNumber(later) - dayNumber(earlier) : 0
  return Math.max(0, gap(a?.earliest, b?.latest), gap(b?.earliest, a?.latest))
}
