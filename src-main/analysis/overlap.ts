import type { SharedSpan, SharedWording } from '../domain/relation'
import { atOnce } from './steps'
import { shingleLength, shingleSteps, type Word } from './words'

/**
 * Wording of this weight is not found twice by chance: some seventeen words in a row, fewer where they are chosen ones.
 */
export const taken = 10

/** Grows when the same texts would get other fingerprints or another overlap: what is stored of them is then made anew. */
export const wordingVersion = 1

/** Equal words in a row: those from `a` on in one text and from `b` on in the other. */
export type Run = { a: number; b: number; length: number }

/** Runs of equal words that follow each other in both texts with few other words between them. */
export type SharedPassage = { runs: Run[]; weight: number }

/** A text that repeats itself is compared at its first repetitions only, so that time stays in proportion to length. */
const repeats = 8

/** Words that an editor may have put between two runs of one passage, in either text. */
const bridgedWords = 6

/**
 * The runs of at least {@link shingleLength} equal words of two texts, in the order of the second. No word of the second
 * text stands in two runs.
 */
export const sharedRuns = (a: readonly Word[], b: readonly Word[]): Run[] => atOnce(sharedRunSteps(a, b))

/** Words that are looked at in a step. */
const wordsOfStep = 2000

function* sharedRunSteps(a: readonly Word[], b: readonly Word[]): Generator<undefined, Run[]> {
  const places = yield* placesOf(yield* shingleSteps(a))
  const runs: Run[] = []
  const keys = yield* shingleSteps(b)
  let paused = 0
  for (let j = 0; j < keys.length; ) {
    if (j >= paused + wordsOfStep) {
      paused = j
      yield
    }
    const run = longestRun(a, b, j, places(keys[j] ?? -1), runs.at(-1))
    if (run) runs.push(run)
    j += run?.length ?? 1
  }
  return runs
}

/** @returns the first places of a key in order, {@link repeats} at most */
function* placesOf(keys: Float64Array): Generator<undefined, (key: number) => number[]> {
  const first = new Map<number, number>()
  const next = new Int32Array(keys.length)
  for (let i = keys.length - 1; i >= 0; i -= 1) {
    const key = keys[i] ?? -1
    next[i] = first.get(key) ?? -1
    first.set(key, i)
    if (i % wordsOfStep === 0) yield
  }
  return (key) => {
    const places: number[] = []
    for (let i = first.get(key) ?? -1; i >= 0 && places.length < repeats; i = next[i] ?? -1) places.push(i)
    return places
  }
}

/** Of several as long, the one that goes on where the last run ended. */
function longestRun(
  a: readonly Word[],
  b: readonly Word[],
  j: number,
  starts: readonly number[],
  last: Run | undefined,
): Run | null {
  let best: Run | null = null
  for (const i of starts) {
    let length = 0
    while (i + length < a.length && j + length < b.length && a[i + length]?.key === b[j + length]?.key) length += 1
    if (length < shingleLength || length < (best?.length ?? 0)) continue
    const isLonger = length > (best?.length ?? 0)
    if (isLonger || (last && i >= last.a + last.length && (best?.a ?? 0) < last.a)) best = { a: i, b: j, length }
  }
  return best
}

/**
 * How much a run says about where its words come from: quoted words say nothing, since whoever quotes the same speaker
 * writes them; names, figures and common words say little.
 */
export function runWeight(a: readonly Word[], b: readonly Word[], run: Run): number {
  let weight = 0
  for (let k = 0; k < run.length; k += 1) {
    const [one, two] = [a[run.a + k], b[run.b + k]]
    if (one && two && !one.isQuoted && !two.isQuoted) weight += Math.max(one.weight, two.weight)
  }
  return weight
}

/** Passages that two texts share, in the order of the second, whatever their weight. */
export const sharedPassages = (a: readonly Word[], b: readonly Word[]): SharedPassage[] =>
  atOnce(sharedPassageSteps(a, b))

/** As {@link sharedPassages}, in steps between which other work can be done. */
export function* sharedPassageSteps(a: readonly Word[], b: readonly Word[]): Generator<undefined, SharedPassage[]> {
  const passages: SharedPassage[] = []
  for (const run of yield* sharedRunSteps(a, b)) {
    const weight = runWeight(a, b, run)
    const open = passages.at(-1)
    const last = open?.runs.at(-1)
    if (open && last && isNear(run.a - last.a - last.length) && isNear(run.b - last.b - last.length)) {
      open.runs.push(run)
      open.weight += weight
    } else passages.push({ runs: [run], weight })
  }
  return passages
}

const isNear = (gap: number): boolean => gap >= 0 && gap <= bridgedWords

/** From this part of one text's words on, that text is a copy of the other. */
const copyShare = 0.6
/** A copy has at least so many words; fewer are a passage. */
const copyWords = 30

/**
 * Compares two texts: whether one was taken from the other or both from a third.
 * @returns null where what they share says nothing of that
 */
export function overlap(a: readonly Word[], b: readonly Word[]): SharedWording | null {
  const passages = telling(sharedPassages(a, b).filter((passage) => !isForm(a, b, passage)))
  const isSame = a.length >= shingleLength && a.length === b.length && a.every((word, i) => word.key === b[i]?.key)
  if (passages.length === 0 && !isSame) return null
  const words = isSame ? a.length : sum(passages.flatMap(({ runs }) => runs.map((run) => run.length)))
  const share = Math.min(1, words / a.length)
  const otherShare = words / b.length
  const isCopy = Math.max(share, otherShare) >= copyShare && words >= copyWords
  const kind = isSame ? 'same-text' : isCopy ? 'near-copy' : 'shared-passages'
  const whole: SharedPassage[] = [{ runs: [{ a: 0, b: 0, length: a.length }], weight: 0 }]
  return { kind, share, otherShare, words, spans: (isSame ? whole : passages).map((passage) => spanOf(a, b, passage)) }
}

/** A wire that was cut and reworded leaves several passages, none of which tells by itself. */
const pieces = { each: 5, together: 2 * taken }

/** The passages that tell that one text was taken from the other: long ones, or several. */
function telling(passages: readonly SharedPassage[]): SharedPassage[] {
  const several = passages.filter((passage) => passage.weight >= pieces.each)
  return sum(several.map((passage) => passage.weight)) >= pieces.together
    ? several
    : several.filter((passage) => passage.weight >= taken)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

/** A word or two before or after a paragraph's edge are equal by chance ("The") and no part of what is shared. */
const strayWords = 2

function spanOf(a: readonly Word[], b: readonly Word[], { runs }: SharedPassage): SharedSpan {
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) throw new Error('a passage without runs')
  const isEdge = (i: number, j: number) =>
    a[i - 1]?.paragraph !== a[i]?.paragraph || b[j - 1]?.paragraph !== b[j]?.paragraph
  const strays = [...Array(strayWords).keys()].map((k) => k + 1).reverse()
  const before = strays.find((k) => k < first.length && isEdge(first.a + k, first.b + k)) ?? 0
  const [endA, endB] = [last.a + last.length, last.b + last.length]
  const after = strays.find((k) => k < last.length && isEdge(endA - k, endB - k)) ?? 0
  return {
    start: a[first.a + before]?.start ?? 0,
    end: a[endA - after - 1]?.end ?? 0,
    otherStart: b[first.b + before]?.start ?? 0,
    otherEnd: b[endB - after - 1]?.end ?? 0,
  }
}

/** Passages with fewer figures than this are no forms. */
const formFigures = 3
/** A form's blanks may lie beside the words that were kept. */
const besideWords = 2

/** Whether a passage is a form that was filled in anew, such as a daily report of prices: its figures differ. */
function isForm(a: readonly Word[], b: readonly Word[], { runs }: SharedPassage): boolean {
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return false
  const around = (words: readonly Word[], from: number, to: number) =>
    figures(words.slice(Math.max(0, from - besideWords), to + besideWords))
  const all = Math.min(around(a, first.a, last.a + last.length), around(b, first.b, last.b + last.length))
  return all >= formFigures && sum(runs.map((run) => figures(a.slice(run.a, run.a + run.length)))) < all / 2
}

const figures = (words: readonly Word[]): number => words.filter((word) => /\p{N}/u.test(word.key)).length
