import { type Span, sentences } from '../sentences'
import { type Term, termsOf } from '../terms'
import { type Word, wordsOf } from '../words'
import { meaningOf, noVectors, rarityOf, type WordVectors } from './vectors'

/** A sentence as it is compared. `figures`: its numbers as written. */
export type PreparedSentence = Span & {
  terms: readonly Term[]
  /** By term, in the same order: 0 for the commonest words. */
  rarities: readonly number[]
  meaning: Float32Array | null
  figures: ReadonlySet<string>
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
 * Prepares a text for {@link align}.
 * @param hidden spans that are no part of the article, in order; what lies in them is not compared
 * @param vectors used for English only
 */
export function prepareText(
  text: string,
  language: string | null,
  vectors: WordVectors,
  hidden: readonly Span[] = [],
): PreparedText {
  const primary = language?.split('-')[0]?.toLowerCase() ?? null
  const own = primary === null || primary === 'en' ? vectors : noVectors
  const visible = withoutSpans(text, hidden)
  const prepared = sentences(visible, language).map((span) =>
    toSentence(visible.slice(span.start, span.end), span, own),
  )
  return {
    language: primary,
    script: scriptOf(visible),
    sentences: prepared,
    words: wordsOf(visible),
    about: contentOf(prepared),
    opening: contentOf(prepared.slice(0, openingSentences)),
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
  const terms = termsOf(sentence)
  const rarities = terms.map(({ word }) => rarityOf(word, vectors))
  return {
    ...span,
    terms,
    rarities,
    meaning: meaningOf(
      terms.map(({ word, weight }, i) => [word, weight * (rarities[i] ?? 0)] as const),
      vectors,
    ),
    figures: new Set(sentence.match(/\p{Nd}+(?:[.,٫٬]\p{Nd}+)*/gu)),
  }
}

/** Weights of the terms of some sentences, by stem. */
function contentOf(parts: readonly PreparedSentence[]): Map<string, number> {
  const weights = new Map<string, number>()
  for (const { terms, rarities } of parts) {
    for (const [i, { stem, weight }] of terms.entries()) {
      const own = weight * (rarities[i] ?? 0)
      if (own > (weights.get(stem) ?? 0)) weights.set(stem, own)
    }
  }
  const length = Math.hypot(...weights.values()) || 1
  for (const [stem, weight] of weights) weights.set(stem, weight / length)
  return weights
}

const scripts = ['Latin', 'Arabic', 'Hebrew', 'Cyrillic', 'Greek', 'Han', 'Hiragana', 'Hangul', 'Devanagari', 'Thai']
const letters = scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')] as const)

/** The script of most letters near the beginning; null where there are none. */
function scriptOf(text: string): string | null {
  const sample = text.slice(0, 4000)
  const [most] = letters
    .map(([script, letter]) => ({ script, count: sample.match(letter)?.length ?? 0 }))
    .sort((a, b) => b.count - a.count)
  return most && most.count > 0 ? most.script : null
}

/** Whether two texts can be compared at all: one language, or one script where a language is unknown. */
export const areComparable = (a: PreparedText, b: PreparedText): boolean =>
  a.language !== null && b.language !== null ? a.language === b.language : a.script !== null && a.script === b.script

/** How much two articles are about the same affair, from 0 to 1. */
export const sameAffair = (a: PreparedText, b: PreparedText): number =>
  (cosine(a.about, b.about) + cosine(a.opening, b.opening)) / 2

function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [short, long] = a.size < b.size ? [a, b] : [b, a]
  let product = 0
  for (const [stem, weight] of short) product += weight * (long.get(stem) ?? 0)
  return product
}
