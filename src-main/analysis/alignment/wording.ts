import type { LinkKind } from '../../domain/alignment'
import { runWeight, type SharedPassage, sharedPassages, taken } from '../overlap'
import type { Span } from '../sentences'
import type { Word } from '../words'

/** Wording that two sentences share: its kind and the words within it that only one of them has, as spans. */
export type SentenceWording = {
  a: number
  b: number
  kind: Exclude<LinkKind, 'same-statement'>
  differences: [Span[], Span[]]
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
}

/**
 * The pairs of sentences of two texts that share a quotation or wording.
 * @param sentencesA spans in order that don't overlap; words outside of them are left out
 */
export function sharedBySentence(
  wordsA: readonly Word[],
  wordsB: readonly Word[],
  sentencesA: readonly Span[],
  sentencesB: readonly Span[],
): SentenceWording[] {
  const [ofA, ofB] = [sentenceOfWord(wordsA, sentencesA), sentenceOfWord(wordsB, sentencesB)]
  const parts = new Map<string, Part>()
  for (const passage of sharedPassages(wordsA, wordsB)) addParts(parts, passage, wordsA, wordsB, ofA, ofB)
  const [sizesA, sizesB] = [sizes(ofA, sentencesA.length), sizes(ofB, sentencesB.length)]
  return [...parts.values()].flatMap((part) => {
    const shorter = Math.min(sizesA[part.a] ?? 0, sizesB[part.b] ?? 0)
    const kind = kindOf(part, shorter)
    if (kind === null) return []
    const compared =
      kind === 'quotation'
        ? [quoted(wordsA, ofA, part.a), quoted(wordsB, ofB, part.b)]
        : [wordsA.slice(part.firstA, part.lastA + 1), wordsB.slice(part.firstB, part.lastB + 1)]
    return [{ a: part.a, b: part.b, kind, differences: differences(compared[0] ?? [], compared[1] ?? []) }]
  })
}

/** The quoted words of a sentence: short runs of equal ones count once the quotation is known to be the same. */
function quoted(words: readonly Word[], ofWord: Int32Array, sentence: number): Word[] {
  const first = ofWord.indexOf(sentence)
  return words.slice(first, ofWord.lastIndexOf(sentence) + 1).filter((word) => word.isQuoted)
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

/** More words are not compared one by one. */
const longest = 400

/** The words between the first and the last common one that the other list hasn't there. */
function differences(a: readonly Word[], b: readonly Word[]): [Span[], Span[]] {
  if (Math.max(a.length, b.length) > longest) return [[], []]
  const kept = commonWords(a, b)
  return [unlike(a, kept.a), unlike(b, kept.b)]
}

/** The longest common subsequence of two lists of words, as which words of each stand in it. */
function commonWords(a: readonly Word[], b: readonly Word[]): { a: Set<number>; b: Set<number> } {
  const width = b.length + 1
  const lengths = new Uint16Array((a.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] = a[i]?.key === b[j]?.key ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const kept = { a: new Set<number>(), b: new Set<number>() }
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i]?.key === b[j]?.key) {
      kept.a.add(i++)
      kept.b.add(j++)
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return kept
}

/** Words that are not kept, between those that are; neighbouring ones become one span. */
function unlike(words: readonly Word[], kept: ReadonlySet<number>): Span[] {
  const [first, last] = [Math.min(...kept), Math.max(...kept)]
  const spans: Span[] = []
  for (let i = first; i <= last; i += 1) {
    const word = words[i]
    if (!word || kept.has(i)) continue
    const open = spans.at(-1)
    if (open && i > first && !kept.has(i - 1)) open.end = word.end
    else spans.push({ start: word.start, end: word.end })
  }
  return spans
}
