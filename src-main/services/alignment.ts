import { alignmentSteps } from '../analysis/alignment/align'
import { likelyThreshold } from '../analysis/alignment/model'
import { type PreparedText, preparationSteps } from '../analysis/alignment/prepared-text'
import type { Handlers } from '../contract/methods'
import type { LinkPlace, LostLink, PassageLink, ReadingAlignment } from '../contract/reading-types'
import type { Alignment, Place } from '../domain/alignment'
import { isNumbered } from '../domain/article'
import { ExpectedError } from '../domain/error'
import { type LinkRecord, linksOf } from '../library/queries/link'
import type { ServiceContext } from './context'
import { holdsEnd } from './link'
import { originsOf } from './origin'
import { inSlices } from './slices'
import { loadSources, type Source, type Span } from './source'
import { refreshSourcesOf } from './source-work'

/** Texts and alignments that are kept in memory: those of a few sets of panes. */
const kept = { texts: 16, alignments: 8 }

/** Comparisons that are under way at once, for windows of their own: of more, nobody waits for the oldest any longer. */
const mostUnderWay = 2

export const alignmentHandlers = ({ library, wordVectors }: ServiceContext) => {
  const compare = comparisons(wordVectors)
  return {
    'alignment.get': async ({ articleIds }) => {
      const ids = [...new Set(articleIds)]
      const found = loadSources(library.reader, ids)
      const sources = ids.map((id) => found.get(id) ?? notFound())
      const decided = linksOf(library.reader, ids)
      const aligned = withDecisions(await compare(sources), sources, decided)
      refreshSourcesOf(library, ids)
      const { groups, ties } = originsOf(library.reader, sources, aligned.links)
      const versions = Object.fromEntries(sources.map(({ id, version }) => [id, version]))
      return { ...aligned, origins: groups, ties, versions }
    },
  } satisfies Handlers<'alignment.get'>
}

type Comparison = { steps: Generator<undefined, Alignment>; isStopped: boolean }

/**
 * Compares articles in slices between which other calls are answered, and keeps the last few answers.
 * @returns what does so; it throws `call/cancelled` when newer comparisons of other articles took its place
 */
function comparisons(wordVectors: ServiceContext['wordVectors']) {
  const texts = new Recent<PreparedText>(kept.texts)
  const alignments = new Recent<Alignment>(kept.alignments)
  const underWay = new Map<string, { comparison: Comparison; aligned: Promise<Alignment> }>()

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

  async function finished(key: string, comparison: Comparison): Promise<Alignment> {
    try {
      const aligned = await inSlices(comparison.steps)
      if (comparison.isStopped) throw new ExpectedError('call/cancelled')
      alignments.keep(key, aligned)
      return aligned
    } finally {
      if (underWay.get(key)?.comparison === comparison) underWay.delete(key)
    }
  }

  function begin(key: string, all: Generator<undefined, Alignment>): Promise<Alignment> {
    const comparison = { steps: all, isStopped: false }
    const aligned = finished(key, comparison)
    underWay.set(key, { comparison, aligned })
    const [oldest] = underWay
    if (oldest && underWay.size > mostUnderWay) stop(...oldest)
    return aligned
  }

  function stop(key: string, { comparison }: { comparison: Comparison }): void {
    comparison.isStopped = true
    comparison.steps.return(nothing)
    underWay.delete(key)
  }

  return async (sources: readonly Source[]): Promise<Alignment> => {
    const keys = sources.map((source) =>
      JSON.stringify([source.id, source.version, source.language, unreadSpans(source)]),
    )
    const key = keys.join('\n')
    return alignments.get(key) ?? underWay.get(key)?.aligned ?? begin(key, steps(sources, keys))
  }
}

const nothing: Alignment = { links: [], onlyHere: [], compared: [] }

function notFound(): never {
  throw new ExpectedError('article/not-found')
}

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

/** What was found, changed by what the researcher said. */
function withDecisions(
  { links, onlyHere, compared }: Alignment,
  sources: readonly Source[],
  decided: readonly LinkRecord[],
): Omit<ReadingAlignment, 'origins' | 'ties' | 'versions'> {
  const placeOf = ({ text, start, end }: Place): LinkPlace => ({ articleId: sources[text]?.id ?? 0, start, end })
  const here = decided.filter(({ ends }) => ends.every((end) => sources.some(({ id }) => id === end.articleId)))
  const holds = (link: LinkRecord) =>
    link.ends.every((end) => sources.some((source) => source.id === end.articleId && holdsEnd(source, end)))
  const standing = here.filter(holds)
  const found = links.map(
    (link): PassageLink => ({
      id: null,
      decision: null,
      kind: link.kind,
      score: link.score,
      likely: link.score >= likelyThreshold,
      a: placeOf(link.a),
      b: placeOf(link.b),
      differences: link.differences.map(placeOf),
    }),
  )
  const undecided = found.filter((link) => !standing.some((decision) => isAbout(decision, link)))
  const said = standing.flatMap(({ id, kind, decision, ends }): PassageLink[] => {
    if (decision === 'rejected') return []
    const [a, b] = [placeAt(ends[0]), placeAt(ends[1])]
    const differences = found.find((link) => isAbout({ ends }, link))?.differences ?? []
    return [{ id, decision, kind, score: 1, likely: true, a, b, differences }]
  })
  const all = [...undecided, ...said].sort(byPlace)
  return {
    links: all,
    onlyHere: onlyHere
      .map(placeOf)
      .filter((place) => !all.some(({ a, b, likely }) => likely && [a, b].some((end) => overlap(end, place) > 0))),
    compared: sources.filter((_, i) => compared[i]).map(({ id }) => id),
    rejected: standing.filter(({ decision }) => decision === 'rejected').map((link) => lost(link, sources)),
    orphaned: here.filter((link) => !holds(link)).map((link) => lost(link, sources)),
  }
}

const placeAt = ({ articleId, start, end }: LinkPlace): LinkPlace => ({ articleId, start, end })

const byPlace = (one: PassageLink, two: PassageLink): number =>
  one.a.articleId - two.a.articleId ||
  one.a.start - two.a.start ||
  one.b.articleId - two.b.articleId ||
  one.b.start - two.b.start

/** Whether a decision is about a link that was found: most of the found places lies in its own, or the other way round. */
const isAbout = ({ ends }: Pick<LinkRecord, 'ends'>, { a, b }: PassageLink): boolean =>
  (isSamePlace(ends[0], a) && isSamePlace(ends[1], b)) || (isSamePlace(ends[0], b) && isSamePlace(ends[1], a))

const isSamePlace = (one: LinkPlace, two: LinkPlace): boolean =>
  overlap(one, two) * 2 > Math.min(one.end - one.start, two.end - two.start)

/** Characters that two places have in common. */
const overlap = (one: LinkPlace, two: LinkPlace): number =>
  one.articleId === two.articleId ? Math.max(0, Math.min(one.end, two.end) - Math.max(one.start, two.start)) : 0

function lost({ id, decision, ends }: LinkRecord, sources: readonly Source[]): LostLink {
  const place = (end: LinkRecord['ends'][number]) => ({
    articleId: end.articleId,
    quote: end.quote,
    isOrphaned: !sources.some((source) => source.id === end.articleId && holdsEnd(source, end)),
  })
  return { id, decision, quotes: [place(ends[0]), place(ends[1])] }
}
