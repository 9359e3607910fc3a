import type { LinkKind } from '../../domain/alignment'
import { runWeight, type SharedPassage, sharedPassageSteps, taken } from '../overlap'
import type { Span } from '../sentences'
import type { Word } from '../words'
import type { PreparedText } from './prepared-text'
import { inCommon } from './word-alignment'

/** Words within what two sentences share that only the one or only the other has, as spans. */
export type Differences = [Span[], Span[]]

/** Wording that two sentences share: its kind and how it differs. */
export type SentenceWording = {
  a: number
  b: number
  kind: Exclude<LinkKind, 'same-statement'>
  differences: Differences
}

/** What is compared: the words of a text and its sentences, in order and not overlapping. */
type Worded = Pick<PreparedText, 'words'> & { sentences: readonly Span[] }

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
}

/** The pairs of sentences of two texts that share wording, or a quotation by a run of its words. */
export function* wordingSteps(one: Worded, two: Worded): Generator<undefined, SentenceWording[]> {
  const [wordsA, wordsB] = [one.words, two.words]
  const [ofA, ofB] = [sentenceOfWord(wordsA, one.sentences), sentenceOfWord(wordsB, two.sentences)]
  const [sizesA, sizesB] = [sizes(ofA, one.sentences.length), sizes(ofB, two.sentences.length)]
  const [quotedA, quotedB] = [quotationsOf(one), quotationsOf(two)]
  const parts = new Map<string, Part>()
  for (const passage of yield* sharedPassageSteps(wordsA, wordsB)) {
    addParts(parts, passage, wordsA, wordsB, ofA, ofB)
    yield
  }
  const found: SentenceWording[] = []
  for (const part of parts.values()) {
    const { a, b } = part
    const kind = kindOf(part, Math.min(sizesA[a] ?? 0, sizesB[b] ?? 0))
    if (kind === null) continue
    const [inA, inB] =
      kind === 'quotation'
        ? [quotedA[a], quotedB[b]]
        : [wordsA.slice(part.firstA, part.lastA + 1), wordsB.slice(part.firstB, part.lastB + 1)]
    found.push({ a, b, kind, differences: inCommon(inA ?? [], inB ?? []).differences })
    yield
  }
  return found
}

/** The quoted words of each sentence. */
export function quotationsOf({ words, sentences }: Worded): Word[][] {
  const quoted: Word[][] = sentences.map(() => [])
  const ofWord = sentenceOfWord(words, sentences)
  for (const [w, word] of words.entries()) if (word.isQuoted) quoted[ofWord[w] ?? -1]?.push(word)
  return quoted
}

/** Fewer quoted words may be anybody's; they have to be most of the shorter quotation and to say something. */
const quotation = { words: 4, share: 0.65, weight: 2 }

/**
 * How the quoted words of two sentences differ, where they are one quotation that was cut or has words put in; null where
 * they are not.
 */
export function sameQuotation(a: readonly Word[], b: readonly Word[]): Differences | null {
  const least = Math.max(quotation.words, quotation.share * Math.min(a.length, b.length))
  if (Math.min(a.length, b.length) < quotation.words || equalKeys(a, b) < least) return null
  const { words, adjacent, weight, differences } = inCommon(a, b)
  return words >= least && weight >= quotation.weight && adjacent * 2 >= words ? differences : null
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

/** For each word the index of its sentence, -1 for none. */
function sentenceOfWord(words: readonly Word[], sentences: readonly Span[]): Int32Array {
  const found = new Int32Array(words.length).fill(-1)
  let at = 0
  for (const [w, { start }] of words.entries()) {
    while ((sentences[at]?.end ?? Number.POSITIVE_INFINITY) <= start) at += 1
    if ((sentences[at]?.start ?? Number.POSITIVE_INFINITY) <= start) found[w] = at
  }
  return found
}

function sizes(ofWord: Int32Array, count: number): number[] {
  const counts = new Array<number>(count).fill(0)
  for (const sentence of ofWord) if (sentence >= 0) counts[sentence] = (counts[sentence] ?? 0) + 1
  return counts
}

/** Cuts the runs of a passage where either text goes on to its next sentence, and adds them up by pair of sentences. */
function addParts(
  parts: Map<string, Part>,
  { runs }: SharedPassage,
  wordsA: readonly Word[],
  wordsB: readonly Word[],
  ofA: Int32Array,
  ofB: Int32Array,
): void {
  for (const run of runs) {
    for (let k = 0; k < run.length; ) {
      const [a, b] = [ofA[run.a + k] ?? -1, ofB[run.b + k] ?? -1]
      let length = 1
      while (k + length < run.length && ofA[run.a + k + length] === a && ofB[run.b + k + length] === b) length += 1
      if (a >= 0 && b >= 0) addPart(parts, a, b, { a: run.a + k, b: run.b + k, length }, wordsA, wordsB)
      k += length
    }
  }
}

function addPart(
  parts: Map<string, Part>,
  a: number,
  b: number,
  run: { a: number; b: number; length: number },
  wordsA: readonly Word[],
  wordsB: readonly Word[],
): void {
  const key = `${a} ${b}`
  const empty = { a, b, words: 0, quoted: 0, weight: 0, firstA: run.a, lastA: run.a, firstB: run.b, lastB: run.b }
  const part = parts.get(key) ?? empty
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
