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
      const nearestOfBoth = { a: nearest[x], b: nearest[y] }
      const rows = yield* pairsOf(worded[x] ?? unworded, worded[y] ?? unworded, found, nearestOfBoth)
      for (const row of yield* bestOf(rows)) {
        for (const pair of row) links.push(toLink(x, y, one, two, pair))
        yield
      }
    }
  }
  return { links, compared, onlyHere: texts.flatMap((text, t) => (compared[t] ? untold(text, t, nearest[t]) : [])) }
}

const unworded = atOnce(wordedBy([], []))

type Pair = {
  a: number
  b: number
  score: number
  kind: LinkKind
  differences: readonly [readonly Span[], readonly Span[]]
}
/** Pairs by the sentence of the first text. */
type Rows = readonly Pair[][]
/** The highest evidence of each sentence of two texts. */
type Nearest = { a: Float64Array | undefined; b: Float64Array | undefined }

const noDifferences: Pair['differences'] = [[], []]

/** After so many pairs other work may be done. */
const pauseEvery = 1000

/**
 * The pairs of sentences above the threshold with their scores, and those that share wording with what they share.
 * @param nearest is raised to the evidence of all pairs
 */
function* pairsOf(
  one: Worded,
  two: Worded,
  found: ReturnType<typeof candidates>,
  nearest: Nearest,
): Generator<undefined, Rows> {
  const rows = one.quotations.map((): Pair[] => [])
  const addWording = ({ a, b, kind, differences }: SentenceWording, score = 0) => {
    const row = rows[a] ?? []
    const known = row.find((pair) => pair.b === b)
    const pair = { a, b, score: Math.max(known?.score ?? score, wordingScores[kind]), kind, differences }
    if (known) Object.assign(known, pair)
    else row.push(pair)
    raise(nearest, a, b, 1)
  }
  let count = 0
  for (const candidate of found) {
    count += 1
    if (!candidate || count % pauseEvery === 0) yield
    if (!candidate) continue
    const { a, b } = candidate
    const score = scoreOf(candidate)
    raise(nearest, a, b, evidenceOf(candidate))
    const quotation = sharedQuotation(one.quotations[a] ?? [], two.quotations[b] ?? [])
    if (quotation && (quotation.isLong || score >= linkThreshold)) {
      addWording({ a, b, kind: 'quotation', differences: quotation.differences }, score)
    } else if (score >= linkThreshold) {
      rows[a]?.push({ a, b, score, kind: 'same-statement', differences: noDifferences })
    }
  }
  for (const wording of yield* wordingSteps(one, two)) addWording(wording)
  return rows
}

/** The pairs that are among the best of either sentence, in the order of the texts. */
function* bestOf(rows: Rows): Generator<undefined, Rows> {
  const columns = new Map<number, Pair[]>()
  const kept = new Set<Pair>()
  const keepBest = (pairs: readonly Pair[]) => {
    const best = pairs.length <= mostCounterparts ? pairs : [...pairs].sort((p, q) => q.score - p.score)
    for (const pair of best.slice(0, mostCounterparts)) kept.add(pair)
  }
  for (const row of rows) {
    keepBest(row)
    for (const pair of row) {
      const column = columns.get(pair.b)
      if (column) column.push(pair)
      else columns.set(pair.b, [pair])
    }
    yield
  }
  for (const column of columns.values()) {
    keepBest(column)
    yield
  }
  const found: Pair[][] = []
  for (const row of rows) {
    found.push(row.filter((pair) => kept.has(pair)).sort((p, q) => p.b - q.b))
    yield
  }
  return found
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

function raise({ a, b }: Nearest, i: number, j: number, evidence: number): void {
  if (a && (a[i] ?? 0) < evidence) a[i] = evidence
  if (b && (b[j] ?? 0) < evidence) b[j] = evidence
}
