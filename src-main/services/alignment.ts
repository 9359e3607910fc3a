import { align } from '../analysis/alignment/align'
import { likelyThreshold } from '../analysis/alignment/model'
import { type PreparedText, prepareText } from '../analysis/alignment/prepared-text'
import type { Handlers } from '../contract/methods'
import type { LinkPlace, LostLink, PassageLink, ReadingAlignment } from '../contract/reading-types'
import type { Alignment, Place } from '../domain/alignment'
import { isNumbered } from '../domain/article'
import { ExpectedError } from '../domain/error'
import { type LinkRecord, linksOf } from '../library/queries/link'
import type { ServiceContext } from './context'
import { holdsEnd } from './link'
import { loadSources, type Source, type Span } from './source'

/** Texts and alignments that are kept in memory: those of a few sets of panes. */
const kept = { texts: 16, alignments: 8 }

export const alignmentHandlers = ({ library, wordVectors }: ServiceContext) => {
  const texts = new Recent<PreparedText>(kept.texts)
  const alignments = new Recent<Alignment>(kept.alignments)
  const prepared = (source: Source, hidden: readonly Span[], key: string): PreparedText =>
    texts.get(key, () => prepareText(source.text, source.language, wordVectors(), hidden))
  return {
    'alignment.get': ({ articleIds }) => {
      const ids = [...new Set(articleIds)]
      const found = loadSources(library.reader, ids)
      const sources = ids.map((id) => found.get(id) ?? notFound())
      const hidden = sources.map(unreadSpans)
      const keys = sources.map(({ id, version, language }, i) => JSON.stringify([id, version, language, hidden[i]]))
      const aligned = alignments.get(keys.join('\n'), () =>
        align(sources.map((source, i) => prepared(source, hidden[i] ?? [], keys[i] ?? ''))),
      )
      return withDecisions(aligned, sources, linksOf(library.reader, ids))
    },
  } satisfies Handlers<'alignment.get'>
}

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

  get(key: string, make: () => T): T {
    const value = this.values.get(key) ?? make()
    this.values.delete(key)
    this.values.set(key, value)
    for (const oldest of this.values.keys()) {
      if (this.values.size <= this.limit) break
      this.values.delete(oldest)
    }
    return value
  }
}

/** What was found, changed by what the researcher said. */
function withDecisions(
  { links, onlyHere, compared }: Alignment,
  sources: readonly Source[],
  decided: readonly LinkRecord[],
): ReadingAlignment {
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
    origins: sources.map(({ id }) => [id]),
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
