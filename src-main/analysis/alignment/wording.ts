import type { LinkKind } from '../../domain/alignment'
import { type Run, runWeight, type SharedPassage, sharedPassageSteps, taken } from '../overlap'
import type { Span } from '../sentences'
import type { Word } from '../words'
import { inCommon, longestCompared, others } from './word-alignment'

/** Words within what two sentences share that only the one or only the other has, as spans. */
export type Differences = [Span[], Span[]]

/** Wording that two sentences share: its kind and how it differs. */
export type SentenceWording = {
  a: number
  b: number
  kind: Exclude<LinkKind, 'same-statement'>
  differences: Differences
}

/** A text's words by its sentences: `sentenceOf` gives the index of a word's sentence, -1 for none; `sizes` counts words. */
export type Worded = {
  words: readonly Word[]
  sentenceOf: Int32Array
  sizes: readonly number[]
  quotations: readonly (readonly Word[])[]
}

/** As many quoted words in a row are hardly found twice unless they are one quotation. */
const quotedWords = 6
/** Less wording is enough where it is most of what a sentence says. */
const takenWhole = { weight: 5.5, share: 0.7 }

type Part = {
  a: number
  b: number
  words: number
  quoted: number
  weight: number
  firstA: number
  lastA: number
  firstB: number
  lastB: number
  runs: Run[]
}

/** Words that are looked at before other work may be done. */
const wordsOfStep = 10_000

/**
 * What a text's sentences are worded in, for {@link wordingSteps}.
 * @param sentences in order, not overlapping; words outside of them are left out
 */
export function* wordedBy(words: readonly Word[], sentences: readonly Span[]): Generator<undefined, Worded> {
  const sentenceOf = new Int32Array(words.length).fill(-1)
  const sizes = new Array<number>(sentences.length).fill(0)
  const unquoted: Word[] = []
  const quotations = new Array<Word[]>(sentences.length).fill(unquoted)
  let at = 0
  for (const [w, word] of words.entries()) {
    if (w % wordsOfStep === 0) yield
    while ((sentences[at]?.end ?? Number.POSITIVE_INFINITY) <= word.start) at += 1
    if ((sentences[at]?.start ?? Number.POSITIVE_INFINITY) > word.start) continue
    sentenceOf[w] = at
    sizes[at] = (sizes[at] ?? 0) + 1
    if (!word.isQuoted) continue
    if (quotations[at] === unquoted) quotations[at] = [word]
    else quotations[at]?.push(word)
  }
  return { words, sentenceOf, sizes, quotations }
}

/** The pairs of sentences of two texts that share wording, or a quotation by a run of its words. */
export function* wordingSteps(one: Worded, two: Worded): Generator<undefined, SentenceWording[]> {
  const parts = new Map<string, Part>()
  for (const passage of yield* sharedPassageSteps(one.words, two.words)) {
    yield* addParts(parts, passage, one, two)
  }
  const found: SentenceWording[] = []
  for (const part of parts.values()) {
    const { a, b } = part
    const kind = kindOf(part, Math.min(one.sizes[a] ?? 0, two.sizes[b] ?? 0))
    if (kind === null) continue
    found.push({ a, b, kind, differences: differencesIn(part, kind, one, two) })
    yield
  }
  return found
}

/** Of more words than are compared one by one, all that stand in no run differ. */
function differencesIn(part: Part, kind: SentenceWording['kind'], one: Worded, two: Worded): Differences {
  const { a, b, firstA, lastA, firstB, lastB, runs } = part
  const [inA, inB] =
    kind === 'quotation'
      ? [one.quotations[a] ?? [], two.quotations[b] ?? []]
      : [one.words.slice(firstA, lastA + 1), two.words.slice(firstB, lastB + 1)]
  if (Math.max(inA.length, inB.length) <= longestCompared) return inCommon(inA, inB).differences
  const outside = (words: readonly Word[], first: number, last: number, from: (run: Run) => number): Span[] => {
    const alike = new Set(runs.flatMap((run) => Array.from({ length: run.length }, (_, k) => from(run) + k)))
    if (kind === 'quotation') for (let i = first; i <= last; i += 1) if (!words[i]?.isQuoted) alike.add(i)
    return others(words, first, last, alike)
  }
  return [outside(one.words, firstA, lastA, (run) => run.a), outside(two.words, firstB, lastB, (run) => run.b)]
}

/** Fewer quoted words may be anybody's; they have to be most of the shorter quotation and to say something. */
const quotation = { words: 3, share: 0.65, weight: 2 }
/** Where so much of the shorter quotation is found, its words may all stand apart. */
const nearlyAll = 0.8

/** Quoted words that two sentences share; `isLong` where nobody else would say as many. */
export type SharedQuotation = { isLong: boolean; differences: Differences }

/**
 * How the quoted words of two sentences differ, where they are one quotation that was cut or has words put in; null where
 * they are not.
 */
export function sharedQuotation(a: readonly Word[], b: readonly Word[]): SharedQuotation | null {
  const shorter = Math.min(a.length, b.length)
  const least = Math.max(quotation.words, quotation.share * shorter)
  if (shorter < quotation.words || equalKeys(a, b) < least) return null
  const { words, adjacent, weight, differences } = inCommon(a, b)
  if (words < least || weight < quotation.weight) return null
  if (adjacent * 2 < words && words < nearlyAll * shorter) return null
  return { isLong: words >= quotedWords, differences }
}

function equalKeys(a: readonly Word[], b: readonly Word[]): number {
  const keys = new Set(a.map(({ key }) => key))
  return b.reduce((count, { key }) => count + (keys.has(key) ? 1 : 0), 0)
}

function kindOf({ words, quoted, weight }: Part, shorter: number): SentenceWording['kind'] | null {
  if (quoted >= quotedWords && quoted > words / 2) return 'quotation'
  const isTaken = weight >= taken || (weight >= takenWhole.weight && words >= takenWhole.share * shorter)
  return isTaken ? 'shared-wording' : null
}

/** Cuts the runs of a passage where either text goes on to its next sentence, and adds them up by pair of sentences. */
function* addParts(
  parts: Map<string, Part>,
  { runs }: SharedPassage,
  one: Worded,
  two: Worded,
): Generator<undefined, void> {
  const at = (k: number, run: Run) => [one.sentenceOf[run.a + k] ?? -1, two.sentenceOf[run.b + k] ?? -1] as const
  for (const run of runs) {
    for (let k = 0; k < run.length; ) {
      const [a, b] = at(k, run)
      let length = 1
      for (; k + length < run.length; length += 1) {
        const [nextA, nextB] = at(k + length, run)
        if (nextA !== a || nextB !== b) break
      }
      if (a >= 0 && b >= 0) addPart(parts, a, b, { a: run.a + k, b: run.b + k, length }, one.words, two.words)
      k += length
      yield
    }
  }
}

function addPart(
  parts: Map<string, Part>,
  a: number,
  b: number,
  run: Run,
  wordsA: readonly Word[],
  wordsB: readonly Word[],
): void {
  const key = `${a} ${b}`
  const ends = { firstA: run.a, lastA: run.a, firstB: run.b, lastB: run.b }
  const part = parts.get(key) ?? { a, b, words: 0, quoted: 0, weight: 0, ...ends, runs: [] }
  part.runs.push(run)
  part.words += run.length
  part.weight += runWeight(wordsA, wordsB, run)
  for (let k = 0; k < run.length; k += 1) {
    if (wordsA[run.a + k]?.isQuoted || wordsB[run.b + k]?.isQuoted) part.quoted += 1
  }
  part.firstA = Math.min(part.firstA, run.a)
  part.firstB = Math.min(part.firstB, run.b)
  part.lastA = Math.max(part.lastA, run.a + run.length - 1)
  part.lastB = Math.max(part.lastB, run.b + run.length - 1)
  parts.set(key, part)
}
