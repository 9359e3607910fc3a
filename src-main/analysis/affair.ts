import { noVectors, rarityOf, type WordVectors } from './alignment/vectors'
import { sentences } from './sentences'
import { type Term, termsOf } from './terms'
import { wordHash } from './words'

/** A word that says what an article is about. `weight` is part of 1: the squares of an article's weights add up to it. */
export type AffairTerm = { hash: number; weight: number }

/** Grows when other words would be kept of the same text. */
export const affairVersion = 1

/** Enough to tell affairs apart: more tell hardly more, and slow a large library. */
const keptTerms = 24
/** What an article is about stands in its headline and first sentences; weights by sentence. */
const headWeight = 3
const openingWeight = 2
const openingSentences = 5
/** Names tell two affairs of one kind apart. */
const nameWeight = 1.6
/** Only the beginning of a text is read, in UTF-16 units: more than articles have. */
const readLength = 50_000
/** Where no ranks are known, words of fewer letters than this are taken to be more common the shorter they are. */
const longWord = 8

/**
 * The words that say most of what an article is about, the weightiest first.
 * @param text headline and visible body, a line feed between paragraphs
 * @param language null where it is unknown: words then tell whether it is English
 * @param vectors used for English only
 */
export function affairTerms(text: string, language: string | null, vectors: WordVectors): AffairTerm[] {
  const read = text.slice(0, readLength)
  const own = isEnglish(read, language, vectors) ? vectors : noVectors
  const weights = new Map<string, number>()
  for (const [i, { start, end }] of sentences(read, language).entries()) {
    const place = i === 0 ? headWeight : i < openingSentences ? openingWeight : 1
    for (const term of termsOf(read.slice(start, end))) {
      const weight = place * importance(term) * rarity(term.word, own)
      if (weight > (weights.get(term.stem) ?? 0)) weights.set(term.stem, weight)
    }
  }
  const kept = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, keptTerms)
  const length = Math.hypot(...kept.map(([, weight]) => weight)) || 1
  return kept.map(([stem, weight]) => ({ hash: wordHash(stem), weight: weight / length }))
}

/** So much of an English text's words has a rank; of other languages names and loan words have. */
const rankedPart = 0.6
const wordsLookedAt = 300

function isEnglish(text: string, language: string | null, { ranks }: WordVectors): boolean {
  if (language !== null) return /^en(?:-|$)/i.test(language)
  const found = termsOf(text).slice(0, wordsLookedAt)
  return found.filter(({ word }) => ranks.has(word)).length >= found.length * rankedPart
}

/** Words of who says it weigh little, as they do in {@link termsOf}. */
const importance = ({ weight, isName }: Term): number => (isName ? nameWeight : 1) * Math.min(1, weight)

const rarity = (word: string, vectors: WordVectors): number =>
  rarityOf(word, vectors) * (vectors.ranks.size === 0 ? Math.min(1, word.length / longWord) ** 2 : 1)
