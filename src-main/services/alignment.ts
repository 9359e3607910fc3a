import { likelyThreshold } from '../analysis/alignment/model'
import type { Handlers } from '../contract/methods'
import type { LinkPlace, LostLink, PassageLink, ReadingAlignment } from '../contract/reading-types'
import type { Alignment, Place } from '../domain/alignment'
import { ExpectedError } from '../domain/error'
import { type LinkRecord, linksOf } from '../library/queries/link'
import { comparisons } from './comparisons'
import type { ServiceContext } from './context'
import { holdsEnd } from './link'
import { originsOf } from './origin'
import { loadSources, type Source } from './source'
import { refreshSourcesOf } from './source-work'

export const alignmentHandlers = ({ library, wordVectors }: ServiceContext) => {
  const { compare, stop } = comparisons(wordVectors)
  return {
    'alignment.get': async ({ articleIds }, caller) => {
      const ids = [...new Set(articleIds)]
      const found = loadSources(library.reader, ids)
      const sources = ids.map((id) => found.get(id) ?? notFound())
      const decided = linksOf(library.reader, ids)
      const aligned = withDecisions(await compare(sources, caller), sources, decided)
      refreshSourcesOf(library, ids)
      const { groups, ties } = originsOf(library.reader, sources, aligned.links)
      const versions = Object.fromEntries(sources.map(({ id, version }) => [id, version]))
      return { ...aligned, origins: groups, ties, versions }
    },
    'alignment.stop': ({ articleIds }, caller) => {
      stop(articleIds, caller)
      return null
    },
  } satisfies Handlers<'alignment.get' | 'alignment.stop'>
}

function notFound(): never {
  throw new ExpectedError('article/not-found')
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
