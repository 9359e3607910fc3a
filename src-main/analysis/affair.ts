import { aboutSteps, mainWords, type ToldTerms } from './about'
import { rarityOf, vectorsFor, type WordVectors } from './alignment/vectors'
import { sentences } from './sentences'
import { atOnce } from './steps'
import { contentWordReader } from './terms'
import { wordHash } from './words'

/** A word that says what an article is about, as 32 bits. `weight` is part of 1: the squares of an article's weights add up to it. */
export type AffairTerm = { hash: number; weight: number }

/** Grows when other words would be kept of the same text. */
export const affairVersion = 2

/** Enough to tell affairs apart: more tell hardly more, and slow a large library. */
const keptTerms = 48
/** Only the beginning of a text is read, in UTF-16 units: more than articles have. */
const readLength = 50_000

/**
 * The words that say most of what an article is about, the weightiest first.
 * @param text headline and visible body, a line feed between paragraphs
 * @param language null where it is unknown: words then tell whether it is English
 * @param vectors used for English only
 */
export function affairTerms(text: string, language: string | null, vectors: WordVectors): AffairTerm[] {
  const read = text.slice(0, readLength)
  const own = vectorsFor(read, language, vectors)
  const about = atOnce(aboutSteps(toldTerms(read, language, own), own.ranks.size > 0))
  return [...mainWords(about, keptTerms)].map(([stem, weight]) => ({ hash: wordHash(stem) >>> 0, weight }))
}

function* toldTerms(text: string, language: string | null, vectors: WordVectors): Generator<ToldTerms> {
  const termsOf = contentWordReader()
  for (const { start, end } of sentences(text, language)) {
    const terms = termsOf(text.slice(start, end))
    yield { terms, rarities: terms.map(({ word }) => rarityOf(word, vectors)) }
  }
}
