import { createHash } from 'node:crypto'
import { alignmentSteps } from '../analysis/alignment/align'
import { type PreparedText, preparationSteps } from '../analysis/alignment/prepared-text'
import type { Caller } from '../contract/methods'
import type { Alignment } from '../domain/alignment'
import { isNumbered } from '../domain/article'
import { ExpectedError } from '../domain/error'
import type { ServiceContext } from './context'
import { inSlices } from './slices'
import type { Source, Span } from './source'

/** Texts and alignments that are kept in memory: those of a few sets of panes. */
const kept = { texts: 16, alignments: 8 }

/** Comparisons that one window waits for at most: of more, it doesn't want the oldest any longer. */
const mostOfCaller = 2

/** A comparison under way. `of`: its articles, whatever their order. */
type Comparison = { key: string; of: string; steps: Generator<undefined, Alignment>; aligned: Promise<Alignment> }

/** A window that waits for a comparison; `leave` makes its `answer` fail with `call/cancelled`. */
type Wait = { caller: Caller | undefined; comparison: Comparison; answer: Promise<Alignment>; leave: () => void }

export type Comparisons = {
  /**
   * Compares articles in slices between which other calls are answered, and keeps the last few answers. All that are under way
   * go on in turns. Throws `call/cancelled` where the caller stops it, or newer ones of its own took its place.
   */
  compare: (sources: readonly Source[], caller: Caller | undefined) => Promise<Alignment>
  /** The caller waits for these articles no longer. What nobody waits for any more ends. */
  stop: (articleIds: readonly number[], caller: Caller | undefined) => void
}

export function comparisons(wordVectors: ServiceContext['wordVectors']): Comparisons {
  const texts = new Recent<PreparedText>(kept.texts)
  const alignments = new Recent<Alignment>(kept.alignments)
  const underWay = new Map<string, Comparison>()
  /** In the order in which they were asked for. */
  let waits: readonly Wait[] = []
  const watched = new WeakSet<Caller>()

  function* steps(sources: readonly Source[], keys: readonly string[]): Generator<undefined, Alignment> {
    const prepared: PreparedText[] = []
    for (const [i, source] of sources.entries()) {
      const key = keys[i] ?? ''
      const text =
        texts.get(key) ?? (yield* preparationSteps(source.text, source.language, wordVectors(), unreadSpans(source)))
      texts.keep(key, text)
      prepared.push(text)
    }
    return yield* alignmentSteps(prepared)
  }

  function begin(key: string, of: string, all: Generator<undefined, Alignment>): Comparison {
    const comparison: Comparison = { key, of, steps: all, aligned: inSlices(all, () => Math.max(1, underWay.size)) }
    underWay.set(key, comparison)
    const end = () => isUnderWay(comparison) && forget(comparison)
    comparison.aligned.then((aligned) => end() && alignments.keep(key, aligned), end)
    return comparison
  }

  const isUnderWay = (comparison: Comparison): boolean => underWay.get(comparison.key) === comparison

  function forget(comparison: Comparison): boolean {
    waits = waits.filter((wait) => wait.comparison !== comparison)
    return underWay.delete(comparison.key)
  }

  function letGo(wait: Wait): void {
    waits = waits.filter((other) => other !== wait)
    wait.leave()
    if (waits.some(({ comparison }) => comparison === wait.comparison)) return
    forget(wait.comparison)
    wait.comparison.steps.return(nothing)
  }

  function waitFor(comparison: Comparison, caller: Caller | undefined): Promise<Alignment> {
    const known = waits.find((wait) => wait.comparison === comparison && wait.caller === caller)
    if (known) return known.answer
    let leave = (): void => undefined
    const left = new Promise<never>((_, fail) => {
      leave = () => fail(new ExpectedError('call/cancelled'))
    })
    const answer = Promise.race([comparison.aligned, left])
    waits = [...waits, { caller, comparison, answer, leave }]
    const [oldest, ...newer] = waitsOf(caller)
    if (oldest && newer.length >= mostOfCaller) letGo(oldest)
    if (caller && !watched.has(caller)) caller.whenGone(() => waitsOf(caller).forEach(letGo))
    if (caller) watched.add(caller)
    return answer
  }

  const waitsOf = (caller: Caller | undefined): Wait[] => waits.filter((wait) => wait.caller === caller)

  return {
    compare: async (sources, caller) => {
      const keys = sources.map(keyOf)
      const key = keys.join('\n')
      const known = alignments.get(key)
      if (known) return known
      const comparison = underWay.get(key) ?? begin(key, unordered(sources.map(({ id }) => id)), steps(sources, keys))
      return waitFor(comparison, caller)
    },
    stop: (articleIds, caller) => {
      const of = unordered(articleIds)
      for (const wait of waitsOf(caller)) if (wait.comparison.of === of) letGo(wait)
    },
  }
}

const unordered = (ids: readonly number[]): string => [...new Set(ids)].sort((a, b) => a - b).join()

/** Of all that a text's comparison rests on. Its version is not enough: after undo another text gets the same number. */
const keyOf = (source: Source): string => {
  const text = createHash('sha256').update(source.text).digest('base64')
  return JSON.stringify([source.id, text, source.language, unreadSpans(source)])
}

const nothing: Alignment = { links: [], onlyHere: [], compared: [] }

/** Blocks that no outlet tells anything in: hidden ones, captions, and lines that were read as metadata. */
const unreadSpans = ({ blocks }: Source): Span[] =>
  blocks
    .filter(({ kind, hidden }) => hidden || !(isNumbered(kind) || kind === 'heading'))
    .map(({ start, end }) => ({ start, end }))

/** The last few values that were asked for, by key. */
class Recent<T> {
  private readonly values = new Map<string, T>()
  private readonly limit: number

  constructor(limit: number) {
    this.limit = limit
  }

  get(key: string): T | undefined {
    const value = this.values.get(key)
    if (value !== undefined) this.keep(key, value)
    return value
  }

  keep(key: string, value: T): void {
    this.values.delete(key)
    this.values.set(key, value)
    for (const oldest of this.values.keys()) {
      if (this.values.size <= this.limit) break
      this.values.delete(oldest)
    }
  }
}
