import { type PreparedSentence, type PreparedText, sameAffair } from './prepared-text'
import { sameMeaning } from './vectors'

/** Two sentences of different texts by their indices, with what speaks for their telling the same: see {@link featureNames}. */
export type Candidate = { a: number; b: number; features: readonly number[] }

/**
 * What two sentences are compared by. `words`: cosine of their words weighted by rarity; `meaning`: of their word vectors;
 * `affair`: how much their articles are about one affair; `covered`: the part of the shorter one's words that the other has;
 * `shared`: weight of the words they share; `best`: how near the pair is to the best pair that either sentence has in the
 * other text; `sameFigures`, `otherFigures`: whether they share a figure, or each has figures and none is shared.
 */
export const featureNames = [
  'words',
  'wordsRoot',
  'meaning',
  'affair',
  'affairRoot',
  'covered',
  'shared',
  'best',
  'sameFigures',
  'otherFigures',
  'wordsAndAffair',
] as const

/** Rarity is smoothed as if there were more sentences than given, so that two short articles are weighed sensibly. */
const assumedSentences = 20
/** Part of a word's weight that comes from its rarity in news at large; the rest is its rarity in the given texts. */
const generalPart = 0
/** Words of more sentences of one text than this are too common there to lead to pairs. */
const widespread = 400

type Weighted = { weights: readonly (readonly [stem: string, weight: number])[]; length: number; total: number }

/** In how many sentences of the given texts a stem stands. */
export function sentenceFrequencies(texts: readonly PreparedText[]): Map<string, number> {
  const frequencies = new Map<string, number>()
  for (const text of texts) {
    for (const { terms } of text.sentences) {
      for (const { stem } of terms) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
    }
  }
  return frequencies
}

/** The sentences of a text with the weights of their words among the given texts. */
export function weighted(text: PreparedText, frequencies: ReadonlyMap<string, number>, count: number): Weighted[] {
  return text.sentences.map(({ terms, rarities }) => {
    const weights = terms.map(({ stem, weight }, i) => {
      const own = Math.max(0.1, Math.log((count + assumedSentences) / (frequencies.get(stem) ?? 1)))
      return [stem, weight * ((1 - generalPart) * own + generalPart * (rarities[i] ?? 0))] as const
    })
    return {
      weights,
      length: Math.hypot(...weights.map(([, weight]) => weight)) || 1,
      total: weights.reduce((sum, [, weight]) => sum + weight, 0),
    }
  })
}

/** The pairs of sentences of two texts that have a word in common, in order. */
export function candidates(
  a: PreparedText,
  b: PreparedText,
  weightsA: readonly Weighted[],
  weightsB: readonly Weighted[],
): Candidate[] {
  const affair = sameAffair(a, b)
  const found = commonWords(weightsA, weightsB).map((pair) => ({ ...pair, ...alike(a, b, pair) }))
  const bestA = new Float64Array(a.sentences.length)
  const bestB = new Float64Array(b.sentences.length)
  for (const pair of found) {
    bestA[pair.a] = Math.max(bestA[pair.a] ?? 0, pair.likeness)
    bestB[pair.b] = Math.max(bestB[pair.b] ?? 0, pair.likeness)
  }
  return found.map((pair) => {
    const best = pair.likeness / (Math.max(bestA[pair.a] ?? 0, bestB[pair.b] ?? 0) || 1)
    const features = [
      pair.words,
      Math.sqrt(pair.words),
      pair.meaning,
      affair,
      Math.sqrt(affair),
      pair.covered,
      Math.log1p(pair.shared),
      best,
      pair.figures === 'same' ? 1 : 0,
      pair.figures === 'other' ? 1 : 0,
      Math.sqrt(pair.words * affair),
    ]
    return { a: pair.a, b: pair.b, features }
  })
}

type Common = { a: number; b: number; words: number; shared: number; covered: number }

/** For each sentence of the one text the sentences of the other that share a word with it. */
function commonWords(weightsA: readonly Weighted[], weightsB: readonly Weighted[]): Common[] {
  const postings = new Map<string, (readonly [index: number, weight: number])[]>()
  for (const [j, { weights }] of weightsB.entries()) {
    for (const [stem, weight] of weights) {
      const list = postings.get(stem)
      if (list) list.push([j, weight])
      else postings.set(stem, [[j, weight]])
    }
  }
  const found: Common[] = []
  const products = new Float64Array(weightsB.length)
  const sums = new Float64Array(weightsB.length)
  for (const [i, one] of weightsA.entries()) {
    const touched: number[] = []
    for (const [stem, weight] of one.weights) {
      const list = postings.get(stem)
      if (!list || list.length > widespread) continue
      for (const [j, other] of list) {
        if (sums[j] === 0) touched.push(j)
        products[j] = (products[j] ?? 0) + weight * other
        sums[j] = (sums[j] ?? 0) + (weight + other) / 2
      }
    }
    for (const j of touched.sort((x, y) => x - y)) {
      const two = weightsB[j]
      if (!two) continue
      const shared = sums[j] ?? 0
      const words = (products[j] ?? 0) / (one.length * two.length)
      found.push({ a: i, b: j, words, shared, covered: shared / (Math.min(one.total, two.total) + shortSentence) })
      products[j] = 0
      sums[j] = 0
    }
  }
  return found
}

/** Two words in common say less where a sentence has hardly more. */
const shortSentence = 3
const wordsPart = 0.6

type Alike = { meaning: number; likeness: number; figures: 'same' | 'other' | 'none' }

function alike(a: PreparedText, b: PreparedText, pair: Common): Alike {
  const [one, two] = [a.sentences[pair.a], b.sentences[pair.b]]
  const meaning = one && two ? sameMeaning(one.meaning, two.meaning) : 0
  const likeness = wordsPart * pair.words + (1 - wordsPart) * meaning
  return { meaning, likeness, figures: one && two ? compareFigures(one, two) : 'none' }
}

function compareFigures(one: PreparedSentence, two: PreparedSentence): Alike['figures'] {
  if (one.figures.size === 0 || two.figures.size === 0) return 'none'
  for (const figure of one.figures) if (two.figures.has(figure)) return 'same'
  return 'other'
}
