import type { Selector } from '../domain/passage'
import { type Word, wordSteps, wordsOf } from './words'

/** A span that has the words of a quotation, or most of them. `share`: how much of the quotation is there, from 0 to 1. */
export type LikelySpan = { start: number; end: number; share: number }

/** What a word costs that only one of the two texts has, where a word that both have is worth up to 1. */
const gap = 0.35

/** Below this share a place has nothing in common with the quotation but words that any text has. */
const leastShare = 0.35

/** Words compared with words beyond which only the beginning of a long quotation is looked for: some tenths of a second. */
const mostComparisons = 30_000_000
/** Words compared with words in a step. */
const comparisonsOfStep = 200_000

/** How many words around a place are compared with those around the quotation, and what each is worth. */
const contextWords = 6
const contextWorth = 0.03

/**
 * Where the words of a quotation stand in a text, in about the same order: the best local alignments word by word (Smith
 * and Waterman 1981), rare words counting more. Words at the ends that were changed belong to the place as well. In steps between which other work can be
 * done: a book takes some tenths of a second.
 * @param limit of places
 * @returns places that don't overlap, the likeliest first; where two are alike, the one with likelier words around it
 */
export function* likelyPlaces(passage: Selector, text: string, limit = 5): Generator<undefined, LikelySpan[]> {
  const words = yield* wordSteps(text)
  const all = wordsOf(passage.quote)
  const quote = all.slice(0, Math.max(20, Math.floor(mostComparisons / Math.max(1, words.length))))
  if (words.length === 0 || quote.length === 0) return []
  const { ids, numbers, counts } = yield* numbered(words)
  const worth = quote.map(({ key }) => worthOf(counts[ids.get(key) ?? -1] ?? 1))
  const whole = worth.reduce((sum, one) => sum + one, 0)
  const around = { before: keysOf(passage.prefix), after: keysOf(passage.suffix) }
  const ends = yield* alignmentEnds(
    quote.map((word) => ids.get(word.key) ?? -1),
    numbers,
    worth,
    leastShare * whole,
  )
  const found: (LikelySpan & { rank: number })[] = []
  for (const end of ends.sort((a, b) => b.score - a.score)) {
    const share = Math.min(1, end.matched / whole)
    if (found.length >= limit * 2) break
    const [from, to] = [words[end.firstText]?.start ?? 0, words[end.lastText]?.end ?? 0]
    if (found.some((one) => one.start < to && from < one.end)) continue
    const first = widened(words, end.firstText, -1, end.firstQuote, around.before.at(-1))
    const last = widened(words, end.lastText, 1, all.length - 1 - end.lastQuote, around.after[0])
    const span = { start: words[first]?.start ?? 0, end: words[last]?.end ?? 0 }
    if (found.some((one) => one.start < span.end && span.start < one.end)) continue
    found.push({ ...span, share, rank: end.score + contextOf(words, first, last, around) })
  }
  return found
    .sort((a, b) => b.rank - a.rank || a.start - b.start)
    .slice(0, limit)
    .map(({ start, end, share }) => ({ start, end, share }))
}

const keysOf = (text: string): string[] => wordsOf(text).map((word) => word.key)

type Numbered = { ids: ReadonlyMap<string, number>; numbers: Int32Array; counts: readonly number[] }

const wordsOfStep = 20_000

/** A number for each word, so that they are compared quickly, those of a text one by one, and how often it has each. */
function* numbered(words: readonly Word[]): Generator<undefined, Numbered> {
  const ids = new Map<string, number>()
  const numbers = new Int32Array(words.length)
  const counts: number[] = []
  for (const [i, { key }] of words.entries()) {
    if (i % wordsOfStep === 0) yield
    const id = ids.get(key) ?? ids.size
    ids.set(key, id)
    numbers[i] = id
    counts[id] = (counts[id] ?? 0) + 1
  }
  return { ids, numbers, counts }
}

/** What a word of a quotation is worth: less the more often the text has it. */
const worthOf = (count: number): number => 1 / (1 + Math.log2(count))

/** The best alignment that ends with a word of the text; `first…` and `last…` are indices of words. */
type Alignment = {
  score: number
  matched: number
  firstText: number
  lastText: number
  firstQuote: number
  lastQuote: number
}

/** The columns of the table of alignments, of which the last two are kept. */
const column = (rows: number) => ({
  score: new Float64Array(rows + 1),
  matched: new Float64Array(rows + 1),
  text: new Int32Array(rows + 1),
  quote: new Int32Array(rows + 1),
})

/** @param least worth of the words that an alignment has to match */
function* alignmentEnds(
  quote: readonly number[],
  text: Int32Array,
  worth: readonly number[],
  least: number,
): Generator<undefined, Alignment[]> {
  let before = column(quote.length)
  let now = column(quote.length)
  const ends: Alignment[] = []
  const pauseEvery = Math.ceil(comparisonsOfStep / quote.length)
  for (const [j, word] of text.entries()) {
    if (j % pauseEvery === 0) yield
    let best: Alignment | null = null
    for (let i = 1; i <= quote.length; i += 1) {
      const value = quote[i - 1] === word ? (worth[i - 1] ?? 0) : 0
      const diagonal = value > 0 ? (before.score[i - 1] ?? 0) + value : (before.score[i - 1] ?? 0) - gap
      const skipText = (before.score[i] ?? 0) - gap
      const skipQuote = (now.score[i - 1] ?? 0) - gap
      const score = Math.max(0, diagonal, skipText, skipQuote)
      now.score[i] = score
      if (score === 0) continue
      const from = score === diagonal ? before : score === skipText ? before : now
      const row = score === skipText && score !== diagonal ? i : i - 1
      const begins = value > 0 && score === diagonal && (before.score[i - 1] ?? 0) === 0
      now.matched[i] = (begins ? 0 : (from.matched[row] ?? 0)) + (score === diagonal ? value : 0)
      now.text[i] = begins ? j : (from.text[row] ?? 0)
      now.quote[i] = begins ? i - 1 : (from.quote[row] ?? 0)
      if (value > 0 && score === diagonal && (!best || score > best.score)) {
        const firstText = now.text[i] ?? 0
        const firstQuote = now.quote[i] ?? 0
        best = { score, matched: now.matched[i] ?? 0, firstText, lastText: j, firstQuote, lastQuote: i - 1 }
      }
    }
    if (best && best.matched >= least) ends.push(best)
    const done = before
    before = now
    now = done
  }
  return ends
}

/**
 * Takes in words at an end that stand where the quotation had others.
 * @param most how many words the quotation has there
 * @param stop the word that stood next to the quotation: what it had there is gone
 */
function widened(words: readonly Word[], at: number, step: 1 | -1, most: number, stop: string | undefined): number {
  let index = at
  for (let taken = 0; taken < most; taken += 1) {
    const next = words[index + step]
    if (!next || next.paragraph !== words[at]?.paragraph || next.key === stop) break
    index += step
  }
  return index
}

/** How much of what stands around a place stood around the quotation. */
function contextOf(
  words: readonly Word[],
  first: number,
  last: number,
  around: { before: readonly string[]; after: readonly string[] },
): number {
  const before = words.slice(Math.max(0, first - contextWords), first)
  const after = words.slice(last + 1, last + 1 + contextWords)
  const alike =
    before.filter((word) => around.before.includes(word.key)).length +
    after.filter((word) => around.after.includes(word.key)).length
  return alike * contextWorth
}
