import type { Alignment, Link, LinkKind, Place } from '../../domain/alignment'
import type { Span } from '../sentences'
import { atOnce } from '../steps'
import { candidates, weighingSteps } from './likeness'
import { evidenceOf, linkThreshold, onlyHereThreshold, scoreOf } from './model'
import { areComparable, type PreparedText } from './prepared-text'
import { type SentenceWording, sharedQuotation, type Worded, wordedBy, wordingSteps } from './wording'

/** A sentence is linked to no more sentences of another text than this, unless these have it as their own best. */
const mostCounterparts = 6
/** What shared words tell by themselves, whatever the model says of the sentences. */
const wordingScores = { quotation: 0.97, 'shared-wording': 0.98 } as const

/**
 * Links the sentences of several texts that report the same thing. Every two texts are compared; texts without a language
 * or script in common are not. Deterministic: the same texts in the same order give the same answer.
 */
export const align = (texts: readonly PreparedText[]): Alignment => atOnce(alignmentSteps(texts))

/** As {@link align}, in steps between which other work can be done: a book takes seconds. */
export function* alignmentSteps(texts: readonly PreparedText[]): Generator<undefined, Alignment> {
  const weighed = yield* weighingSteps(texts)
  const worded: Worded[] = []
  for (const { words, sentences } of texts) worded.push(yield* wordedBy(words, sentences))
  const links: Link[] = []
  const compared = texts.map(() => false)
  const nearest = texts.map(({ sentences }) => new Float64Array(sentences.length))
  for (const [x, one] of texts.entries()) {
    for (const [y, two] of texts.entries()) {
      if (y <= x || !areComparable(one, two)) continue
      compared[x] = true
      compared[y] = true
      const found = candidates(one, two, weighed[x] ?? [], weighed[y] ?? [])
      const pairs = yield* pairsOf(worded[x] ?? unworded, worded[y] ?? unworded, found)
      for (const { a, b, evidence } of pairs) {
        raise(nearest[x], a, evidence)
        raise(nearest[y], b, evidence)
      }
      for (const [k, pair] of (yield* best(pairs)).entries()) {
        links.push(toLink(x, y, one, two, pair))
        if (k % pauseEvery === 0) yield
      }
    }
  }
  return { links, compared, onlyHere: texts.flatMap((text, t) => (compared[t] ? untold(text, t, nearest[t]) : [])) }
}

const unworded = atOnce(wordedBy([], []))

type Pair = { a: number; b: number; score: number; evidence: number; kind: LinkKind; differences: [Span[], Span[]] }

/** After so many pairs other work may be done. */
const pauseEvery = 1000

/** The pairs of sentences that may tell the same with their scores, and those that share wording with what they share. */
function* pairsOf(one: Worded, two: Worded, found: ReturnType<typeof candidates>): Generator<undefined, Pair[]> {
  const pairs = new Map<number, Pair>()
  const keyOf = (a: number, b: number): number => a * two.quotations.length + b
  const addWording = ({ a, b, kind, differences }: SentenceWording) => {
    const score = Math.max(pairs.get(keyOf(a, b))?.score ?? 0, wordingScores[kind])
    pairs.set(keyOf(a, b), { a, b, score, evidence: 1, kind, differences })
  }
  let count = 0
  for (const candidate of found) {
    count += 1
    if (!candidate || count % pauseEvery === 0) yield
    if (!candidate) continue
    const { a, b } = candidate
    const score = scoreOf(candidate)
    const evidence = evidenceOf(candidate)
    if (score >= linkThreshold || evidence >= onlyHereThreshold) {
      pairs.set(keyOf(a, b), { a, b, score, evidence, kind: 'same-statement', differences: [[], []] })
    }
    const quotation = sharedQuotation(one.quotations[a] ?? [], two.quotations[b] ?? [])
    if (quotation && (quotation.isLong || score >= linkThreshold)) {
      addWording({ a, b, kind: 'quotation', differences: quotation.differences })
    }
  }
  for (const wording of yield* wordingSteps(one, two)) addWording(wording)
  return [...pairs.values()]
}

/** The pairs above the threshold that are among the best of either sentence, in the order of the texts. */
function* best(pairs: readonly Pair[]): Generator<undefined, Pair[]> {
  const kept = new Set<Pair>()
  for (const side of ['a', 'b'] as const) {
    for (const group of (yield* bySentence(pairs, side)).values()) {
      for (const pair of group.sort((p, q) => q.score - p.score).slice(0, mostCounterparts)) kept.add(pair)
      yield
    }
  }
  // They come in this order nearly all, which is what makes sorting them quick.
  return pairs.filter((pair) => kept.has(pair)).sort((p, q) => p.a - q.a || p.b - q.b)
}

/** The pairs above the threshold by the sentence of one side. */
function* bySentence(pairs: readonly Pair[], side: 'a' | 'b'): Generator<undefined, Map<number, Pair[]>> {
  const groups = new Map<number, Pair[]>()
  for (const [k, pair] of pairs.entries()) {
    if (k % pauseEvery === 0) yield
    if (pair.score < linkThreshold) continue
    const group = groups.get(pair[side])
    if (group) group.push(pair)
    else groups.set(pair[side], [pair])
  }
  return groups
}

function toLink(x: number, y: number, one: PreparedText, two: PreparedText, pair: Pair): Link {
  const place = (text: number, span: Span | undefined): Place => ({
    text,
    start: span?.start ?? 0,
    end: span?.end ?? 0,
  })
  const [inA, inB] = pair.differences
  return {
    a: place(x, one.sentences[pair.a]),
    b: place(y, two.sentences[pair.b]),
    kind: pair.kind,
    score: Math.round(pair.score * 1000) / 1000,
    differences: [...inA.map((span) => place(x, span)), ...inB.map((span) => place(y, span))],
  }
}

/** A sentence with fewer words that tell something is no statement: it can't be said to stand here alone. */
const fewestTerms = 4

function untold({ sentences }: PreparedText, text: number, nearest: Float64Array | undefined): Place[] {
  return sentences.flatMap(({ start, end, terms }, i) =>
    terms.length >= fewestTerms && (nearest?.[i] ?? 0) < onlyHereThreshold ? [{ text, start, end }] : [],
  )
}

function raise(values: Float64Array | undefined, index: number, value: number): void {
  if (values && (values[index] ?? 0) < value) values[index] = value
}
