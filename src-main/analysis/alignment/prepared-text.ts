import { type Span, sentences } from '../sentences'
import { atOnce } from '../steps'
import { type Term, termsOf } from '../terms'
import { type Word, wordsOf } from '../words'
import { type Figures, figuresOf } from './figures'
import { meaningOf, noVectors, rarityOf, type WordVectors } from './vectors'

/** A sentence as it is compared. */
export type PreparedSentence = Span & {
  terms: readonly Term[]
  /** By term, in the same order: 0 for the commonest words. */
  rarities: readonly number[]
  meaning: Float32Array | null
  figures: Figures
}

/** An article's text as it is compared: made once for each version of a text. Offsets in UTF-16 units. */
export type PreparedText = {
  language: string | null
  script: string | null
  sentences: readonly PreparedSentence[]
  words: readonly Word[]
  /** Weights by stem of the whole text and of its opening, of length 1. */
  about: ReadonlyMap<string, number>
  opening: ReadonlyMap<string, number>
}

/** What an article is about mostly stands in its first sentences. */
const openingSentences = 5

/**
 * Prepares a text for `align`.
 * @param hidden spans that are no part of the article, in order; what lies in them is not compared
 * @param vectors used for English only
 */
export const prepareText = (
  text: string,
  language: string | null,
  vectors: WordVectors,
  hidden: readonly Span[] = [],
): PreparedText => atOnce(preparationSteps(text, language, vectors, hidden))

/** As {@link prepareText}, in steps between which other work can be done: a book takes a second. */
export function* preparationSteps(
  text: string,
  language: string | null,
  vectors: WordVectors,
  hidden: readonly Span[],
): Generator<undefined, PreparedText> {
  const primary = language?.split('-')[0]?.toLowerCase() ?? null
  const visible = withoutSpans(text, hidden)
  const isEnglish = primary === null ? looksEnglish(visible, vectors) : primary === 'en'
  const own = isEnglish ? vectors : noVectors
  const prepared: PreparedSentence[] = []
  const words: Word[] = []
  let paragraphs = 0
  for (const { start, end } of pieces(visible)) {
    const piece = visible.slice(start, end)
    for (const span of sentences(piece, language)) {
      const whole = { start: start + span.start, end: start + span.end }
      prepared.push(toSentence(piece.slice(span.start, span.end), whole, own))
      yield
    }
    for (const word of wordsOf(piece)) {
      words.push({ ...word, start: start + word.start, end: start + word.end, paragraph: paragraphs + word.paragraph })
    }
    paragraphs += piece.split('\n').length - 1
    yield
  }
  return {
    language: primary,
    script: scriptOf(visible),
    sentences: prepared,
    words,
    about: yield* contentOf(prepared),
    opening: yield* contentOf(prepared.slice(0, openingSentences)),
  }
}

/** Of so many words of a text in an unknown language, most have to have vectors. */
const sampledWords = 200
const knownPart = 0.7

function looksEnglish(text: string, { ranks }: WordVectors): boolean {
  const words =
    text
      .slice(0, 4000)
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, sampledWords) ?? []
  return words.filter((word) => ranks.has(word)).length >= knownPart * words.length
}

/** So many UTF-16 units are prepared in a step or two, unless a paragraph is longer. */
const pieceLength = 4000

/** Whole paragraphs together: neither sentences nor quotations go beyond the end of one. */
function* pieces(text: string): Generator<Span> {
  for (let start = 0; start < text.length; ) {
    const lineEnd = text.indexOf('\n', start + pieceLength)
    const end = lineEnd < 0 ? text.length : lineEnd + 1
    yield { start, end }
    start = end
  }
}

/** Hidden text becomes blank, so that offsets stay. */
function withoutSpans(text: string, hidden: readonly Span[]): string {
  let visible = ''
  let at = 0
  for (const { start, end } of hidden) {
    visible += text.slice(at, start) + text.slice(start, end).replace(/[^\n]/g, ' ')
    at = end
  }
  return visible + text.slice(at)
}

function toSentence(sentence: string, span: Span, vectors: WordVectors): PreparedSentence {
  const terms = termsOf(inPairs(sentence))
  const rarities = terms.map(({ word }) => rarityOf(word, vectors))
  const weighted = terms.map(({ word, weight }, i) => [word, weight * (rarities[i] ?? 0)] as const)
  return { ...span, terms, rarities, meaning: meaningOf(weighted, vectors), figures: figuresOf(sentence) }
}

const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]{3,}/gu

/** Where no spaces divide words, every two characters in a row count as one. */
const inPairs = (sentence: string): string =>
  sentence.replace(unspaced, (run) => {
    const characters = [...run]
    return ` ${characters
      .slice(1)
      .map((character, i) => `${characters[i]}${character}`)
      .join(' ')} `
  })

/** Weights of the terms of some sentences, by stem. */
function* contentOf(parts: readonly PreparedSentence[]): Generator<undefined, Map<string, number>> {
  const weights = new Map<string, number>()
  for (const { terms, rarities } of parts) {
    for (const [i, { stem, weight }] of terms.entries()) {
      const own = weight * (rarities[i] ?? 0)
      if (own > (weights.get(stem) ?? 0)) weights.set(stem, own)
    }
    yield
  }
  let sum = 0
  for (const weight of weights.values()) sum += weight ** 2
  const length = Math.sqrt(sum) || 1
  for (const [stem, weight] of weights) weights.set(stem, weight / length)
  return weights
}

const scripts = {
  Latin: /\p{Script=Latin}/u,
  Arabic: /\p{Script=Arabic}/u,
  Hebrew: /\p{Script=Hebrew}/u,
  Cyrillic: /\p{Script=Cyrillic}/u,
  Greek: /\p{Script=Greek}/u,
  /** Japanese is written in all of them. */
  Han: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
  Hangul: /\p{Script=Hangul}/u,
  Devanagari: /\p{Script=Devanagari}/u,
  Thai: /\p{Script=Thai}/u,
}
const letters = Object.entries(scripts)
/** So many letters tell the script of a text. */
const sampledLetters = 200

/** The script of most letters near the beginning; null where there are none. */
function scriptOf(text: string): string | null {
  const counts = new Map<string, number>()
  const sample = text.slice(0, 4000).match(/\p{L}/gu)?.slice(0, sampledLetters) ?? []
  for (const letter of sample) {
    const script = letters.find(([, pattern]) => pattern.test(letter))?.[0]
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1)
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? null
}

/** Whether two texts can be compared at all: both say something, in one script, and in one language as far as is known. */
export const areComparable = (a: PreparedText, b: PreparedText): boolean =>
  a.sentences.length > 0 &&
  b.sentences.length > 0 &&
  a.script === b.script &&
  (a.language === null || b.language === null || a.language === b.language)

/** How much two articles are about the same affair, from 0 to 1. */
export const sameAffair = (a: PreparedText, b: PreparedText): number =>
  (cosine(a.about, b.about) + cosine(a.opening, b.opening)) / 2

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [short, long] = a.size < b.size ? [a, b] : [b, a]
  let product = 0
  for (const [stem, weight] of short) product += weight * (long.get(stem) ?? 0)
  return product
}
