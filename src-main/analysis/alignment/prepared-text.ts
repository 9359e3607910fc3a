import { type About, aboutSteps, type ToldTerms } from '../about'
import { type Span, sentencesInTurn } from '../sentences'
import { atOnce } from '../steps'
import { type ContentWord, contentWordReader } from '../terms'
import { type Word, wordSteps } from '../words'
import { type Figures, figuresOf } from './figures'
import { meaningOf, rarityOf, vectorsFor, type WordVectors } from './vectors'

/** A sentence as it is compared. */
export type PreparedSentence = Span & ToldTerms & { meaning: Float32Array | null; figures: Figures }

/** An article's text as it is compared: made once for each version of a text. Offsets in UTF-16 units. */
export type PreparedText = {
  language: string | null
  script: string | null
  sentences: readonly PreparedSentence[]
  words: readonly Word[]
  about: About
}

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
  const own = vectorsFor(visible, language, vectors)
  const termsOf = contentWordReader()
  const prepared: PreparedSentence[] = []
  for (const span of sentencesInTurn(visible, language)) {
    const sentence = visible.slice(span.start, span.end)
    prepared.push(toSentence(sentence, termsOf(sentence), span, own))
    yield
  }
  return {
    language: primary,
    script: scriptOf(visible),
    sentences: prepared,
    words: yield* wordSteps(visible),
    about: yield* aboutSteps(prepared, own.ranks.size > 0),
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

function toSentence(
  sentence: string,
  terms: readonly ContentWord[],
  span: Span,
  vectors: WordVectors,
): PreparedSentence {
  const rarities = terms.map(({ word }) => rarityOf(word, vectors))
  const weighted = terms.map(({ word, weight }, i) => [word, weight * (rarities[i] ?? 0)] as const)
  return { ...span, terms, rarities, meaning: meaningOf(weighted, vectors), figures: figuresOf(sentence) }
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
