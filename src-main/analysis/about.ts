import type { ContentWord } from './terms'

/** What a text is about: weights by stem, whose squares add up to 1. */
export type About = ReadonlyMap<string, number>

/** A sentence's terms. `rarities`: of each, in the same order: 0 for the commonest words. */
export type ToldTerms = { terms: readonly ContentWord[]; rarities: readonly number[] }

/** What an article is about stands in its headline and first sentences; weights by sentence. */
const headWeight = 4
const openingWeight = 3
const openingSentences = 5
/** Names and figures tell two affairs of one kind apart. */
const nameWeight = 1.5
const figureWeight = 2

/**
 * What a text is about by its words: those of its opening, rare ones, names and figures weigh most.
 * @param sentences of the text in order, from its beginning
 * @param areRanked whether words are known by how common they are; else short ones are taken to be common
 */
export function* aboutSteps(sentences: Iterable<ToldTerms>, areRanked: boolean): Generator<undefined, About> {
  const weights = new Map<string, number>()
  let at = 0
  for (const { terms, rarities } of sentences) {
    const place = at === 0 ? headWeight : at < openingSentences ? openingWeight : 1
    at += 1
    for (const [i, term] of terms.entries()) {
      const weight = place * importance(term) * (rarities[i] ?? 0) * (areRanked ? 1 : byLength(term.word))
      if (weight > (weights.get(term.stem) ?? 0)) weights.set(term.stem, weight)
    }
    yield
  }
  return ofLength1(weights)
}

/** The weightiest words alone, the weightiest first; of several as weighty those that come first in the text. */
export const mainWords = (about: About, count: number): About =>
  ofLength1(new Map([...about].sort((a, b) => b[1] - a[1]).slice(0, count)))

/** How much two texts are about the same, from 0 to 1. */
export function sameAffair(a: About, b: About): number {
  const [short, long] = a.size < b.size ? [a, b] : [b, a]
  let product = 0
  for (const [stem, weight] of short) product += weight * (long.get(stem) ?? 0)
  return product
}

/** Words of who says it weigh little, as they do in `termsOf`. */
const importance = ({ word, weight, isName }: ContentWord): number =>
  (/^\p{Nd}/u.test(word) ? figureWeight : isName ? nameWeight : 1) * Math.min(1, weight)

/** Words of fewer letters than this are taken to be more common the shorter they are, where nothing else tells. */
const longWord = 8

/** Figures and pairs of Chinese characters are short and tell much. */
const byLength = (word: string): number =>
  /^(?:\p{Nd}|\p{Script=Han}|\p{Script=Katakana})/u.test(word) ? 1 : Math.min(1, word.length / longWord) ** 2

function ofLength1(weights: ReadonlyMap<string, number>): About {
  let sum = 0
  for (const weight of weights.values()) sum += weight ** 2
  const length = Math.sqrt(sum) || 1
  return new Map([...weights].map(([stem, weight]) => [stem, weight / length]))
}
