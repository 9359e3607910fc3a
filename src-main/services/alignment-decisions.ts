import { likelyThreshold } from '../analysis/alignment/model'
import type { LinkPlace, LostLink, PassageLink, ReadingAlignment } from '../contract/reading-types'
import type { Alignment, Link, Place } from '../domain/alignment'
import type { LinkRecord } from '../library/queries/link'
import { ByPlace } from './by-place'
import { holdsEnd } from './link'
import type { Source } from './source'

/** After so many links other work may be done. */
const pauseEvery = 500

/**
 * What was found, changed by what the researcher said; in steps between which other work can be done: books have tens of
 * thousands of links.
 * @param sources the articles that were compared, in that order
 */
export function* decidedSteps(
  { links, onlyHere, compared }: Alignment,
  sources: readonly Source[],
  decided: readonly LinkRecord[],
): Generator<undefined, Omit<ReadingAlignment, 'origins' | 'ties' | 'versions'>> {
  const byId = new Map(sources.map((source) => [source.id, source]))
  const here = decided.filter(({ ends }) => ends.every(({ articleId }) => byId.has(articleId)))
  const holds = (end: LinkRecord['ends'][number]): boolean => {
    const source = byId.get(end.articleId)
    return source !== undefined && holdsEnd(source, end)
  }
  const standing = here.filter(({ ends }) => ends.every(holds))
  const lost = ({ id, decision, ends }: LinkRecord): LostLink => {
    const place = (end: LinkRecord['ends'][number]) => ({
      articleId: end.articleId,
      quote: end.quote,
      isOrphaned: !holds(end),
    })
    return { id, decision, quotes: [place(ends[0]), place(ends[1])] }
  }
  const placeOf = ({ text, start, end }: Place): LinkPlace => ({ articleId: sources[text]?.id ?? 0, start, end })
  const all = yield* withStanding(links, standing, placeOf)
  return {
    links: all,
    onlyHere: yield* untoldIn(all, onlyHere.map(placeOf)),
    compared: sources.filter((_, i) => compared[i]).map(({ id }) => id),
    rejected: standing.filter(({ decision }) => decision === 'rejected').map(lost),
    orphaned: here.filter(({ ends }) => !ends.every(holds)).map(lost),
  }
}

/** Links by place: those that were found but for what decisions are about, and what was decided. */
function* withStanding(
  links: readonly Link[],
  standing: readonly LinkRecord[],
  placeOf: (place: Place) => LinkPlace,
): Generator<undefined, PassageLink[]> {
  const decisions = new ByPlace<LinkRecord>()
  for (const decision of standing) for (const end of decision.ends) decisions.add(end, decision)
  const differences = new Map<number, LinkPlace[]>()
  const all: PassageLink[] = []
  for (const [i, found] of links.entries()) {
    if (i % pauseEvery === 0) yield
    const link = undecided(found, placeOf)
    const about = [...decisions.near(link.a)].filter((decision) => isAbout(decision, link))
    for (const { id } of about) if (!differences.has(id)) differences.set(id, link.differences)
    if (about.length === 0) all.push(link)
  }
  for (const { id, kind, decision, ends } of standing) {
    if (decision === 'rejected') continue
    const [a, b] = [placeAt(ends[0]), placeAt(ends[1])]
    all.push({ id, decision, kind, score: 1, likely: true, a, b, differences: differences.get(id) ?? [] })
  }
  return all.sort(byPlace)
}

const undecided = ({ kind, score, a, b, differences }: Link, placeOf: (place: Place) => LinkPlace): PassageLink => ({
  id: null,
  decision: null,
  kind,
  score,
  likely: score >= likelyThreshold,
  a: placeOf(a),
  b: placeOf(b),
  differences: differences.map(placeOf),
})

/** Those of the places that no likely link touches. */
function* untoldIn(links: readonly PassageLink[], places: readonly LinkPlace[]): Generator<undefined, LinkPlace[]> {
  const told = new ByPlace<LinkPlace>()
  for (const [i, { a, b, likely }] of links.entries()) {
    if (i % pauseEvery === 0) yield
    if (likely) for (const end of [a, b]) told.add(end, end)
  }
  const untold: LinkPlace[] = []
  for (const [i, place] of places.entries()) {
    if (i % pauseEvery === 0) yield
    if (![...told.near(place)].some((end) => overlap(end, place) > 0)) untold.push(place)
  }
  return untold
}

const placeAt = ({ articleId, start, end }: LinkPlace): LinkPlace => ({ articleId, start, end })

const byPlace = (one: PassageLink, two: PassageLink): number =>
  one.a.articleId - two.a.articleId ||
  one.a.start - two.a.start ||
  one.b.articleId - two.b.articleId ||
  one.b.start - two.b.start

/**
 * Whether a decision is about a link that was found: most of the found places lies in its own, or the other way round. A link
 * that was drawn takes the place of a found one only where most of the longer place is in both: it may be one of a word.
 */
function isAbout({ ends: [one, two], decision }: LinkRecord, { a, b }: PassageLink): boolean {
  const measured = decision === 'drawn' ? Math.max : Math.min
  const isSame = (end: LinkPlace, place: LinkPlace) => isSamePlace(end, place, measured)
  return (isSame(one, a) && isSame(two, b)) || (isSame(one, b) && isSame(two, a))
}

const isSamePlace = (one: LinkPlace, two: LinkPlace, measured: typeof Math.max): boolean =>
  overlap(one, two) * 2 > measured(one.end - one.start, two.end - two.start)

/** Characters that two places have in common. */
const overlap = (one: LinkPlace, two: LinkPlace): number =>
  one.articleId === two.articleId ? Math.max(0, Math.min(one.end, two.end) - Math.max(one.start, two.start)) : 0
