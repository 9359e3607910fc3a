import type { LinkPlace, PassageLink, ReadingAlignment } from '../../../../src-main/contract/reading-types'
import type { OriginReason } from '../../../../src-main/contract/related-types'
import type { LinkKind } from '../../../../src-main/domain/alignment'
import type { Span } from '../spans'

/** The other end of a link, seen from one of its ends. `differences`: words of either end that the other hasn't. */
export type Counterpart = { link: PassageLink; own: LinkPlace; place: LinkPlace }

/** Two places that are the same one. */
export const isSamePlace = (one: LinkPlace, two: LinkPlace): boolean =>
  one.articleId === two.articleId && one.start === two.start && one.end === two.end

export const keyOfPlace = ({ articleId, start, end }: LinkPlace): string => `${articleId}:${start}-${end}`

const byStart = (one: Span, two: Span): number => one.start - two.start || one.end - two.end

/**
 * The passages of each article that another one has as well, in the order of the text, each once.
 * @param links guesses among them are left out
 */
export function sharedPlaces(links: readonly PassageLink[]): ReadonlyMap<number, LinkPlace[]> {
  const seen = new Set<string>()
  const places = new Map<number, LinkPlace[]>()
  for (const place of links.flatMap(({ a, b, likely }) => (likely ? [a, b] : []))) {
    const key = keyOfPlace(place)
    if (seen.has(key)) continue
    seen.add(key)
    const known = places.get(place.articleId)
    if (known) known.push(place)
    else places.set(place.articleId, [place])
  }
  for (const known of places.values()) known.sort(byStart)
  return places
}

type VersionOf = (articleId: number) => number | undefined

/** Whether an answer is of the text of an article that is on the screen, or of one that isn't on the screen yet. */
export const isOfShown = ({ versions }: ReadingAlignment, articleId: number, versionOf: VersionOf): boolean => {
  const shown = versionOf(articleId)
  return shown === undefined || versions[articleId] === undefined || versions[articleId] === shown
}

/**
 * An answer as far as it is of open articles as they are shown: places of another version of a text stand at other words.
 * @param open ids of the open articles
 * @param versionOf version of the text that is shown, undefined of one that isn't yet
 */
export function asShown(all: ReadingAlignment, open: readonly number[], versionOf: VersionOf): ReadingAlignment {
  const valid = new Set(open.filter((id) => isOfShown(all, id, versionOf)))
  return {
    ...all,
    links: all.links.filter(({ a, b }) => valid.has(a.articleId) && valid.has(b.articleId)),
    // That nothing else tells it holds of all that were compared, as they were.
    onlyHere: isWhole(all, open, versionOf) ? all.onlyHere : [],
  }
}

/** Whether an answer is of the very articles that are open, as they are shown. */
export const isWhole = (all: ReadingAlignment, open: readonly number[], versionOf: VersionOf): boolean =>
  Object.keys(all.versions).length === open.length &&
  open.every((id) => all.versions[id] !== undefined && isOfShown(all, id, versionOf))

/** What the other articles have for a passage, by article and then in the order of the text. */
export function counterpartsOf(links: readonly PassageLink[], place: LinkPlace): Counterpart[] {
  return links
    .flatMap((link): Counterpart[] => {
      if (isSamePlace(link.a, place)) return [{ link, own: link.a, place: link.b }]
      return isSamePlace(link.b, place) ? [{ link, own: link.b, place: link.a }] : []
    })
    .sort((one, two) => one.place.articleId - two.place.articleId || byStart(one.place, two.place))
}

/** Counterparts in the order of the panes from left to right, and then of their texts. */
export function fromLeft(found: readonly Counterpart[], panes: readonly { articleId: number }[]): Counterpart[] {
  const rank = ({ place }: Counterpart): number => panes.findIndex(({ articleId }) => articleId === place.articleId)
  return [...found].sort((one, two) => rank(one) - rank(two))
}

const isOpen = ({ link }: Counterpart): boolean => link.likely && link.decision === null

/**
 * The counterpart that keys decide about: the chosen one; else, in the first pane that has one to decide about, the one that
 * the passage is level with; else, where none was chosen yet, the first. Never a guess that wasn't chosen.
 * @param found from left to right
 * @param chosen key of a counterpart's place
 */
export function targetOf(found: readonly Counterpart[], chosen: string | null): Counterpart | null {
  const picked = found.find(({ place }) => keyOfPlace(place) === chosen)
  if (picked) return picked
  const first = found.find(isOpen)
  if (!first) return (chosen === null && found.find(({ link }) => link.likely)) || null
  const best = bestPlaceIn(found.filter(isOpen), first.place.articleId)
  return found.find(({ place }) => best && isSamePlace(place, best)) ?? first
}

/**
 * The counterpart to decide about after another one, beginning again at the first; null where that was the last.
 * @param before keys of places that were decided about, which the answer may not tell yet
 */
export function nextTarget(
  found: readonly Counterpart[],
  decided: Counterpart,
  before: readonly string[] = [],
): Counterpart | null {
  const at = found.indexOf(decided)
  return (
    [...found.slice(at + 1), ...found.slice(0, at)].find(
      (one) => isOpen(one) && !before.includes(keyOfPlace(one.place)),
    ) ?? null
  )
}

/** The place of an article that a passage is brought level with: that of the surest link, the first of equals. */
export function bestPlaceIn(counterparts: readonly Counterpart[], articleId: number): LinkPlace | null {
  const there = counterparts.filter(({ place, link }) => place.articleId === articleId && link.likely)
  return (
    there.reduce<Counterpart | null>((best, one) => (best && best.link.score >= one.link.score ? best : one), null)
      ?.place ?? null
  )
}

/**
 * The passage after or before the one in hand, beginning again at the other end.
 * @param places in the order of the text
 * @param from offset to begin at while none is in hand
 */
export function stepped(
  places: readonly LinkPlace[],
  current: LinkPlace | null,
  step: 1 | -1,
  from: number,
): LinkPlace | null {
  const at = current ? places.findIndex((place) => isSamePlace(place, current)) : -1
  if (at >= 0) return places[(at + step + places.length) % places.length] ?? null
  const next = step === 1 ? places.find((p) => p.start >= from) : places.findLast((p) => p.start < from)
  return next ?? places.at(step === 1 ? 0 : -1) ?? null
}

/**
 * How many outlets tell a passage, and how many of them at most by themselves: articles of one origin count once, and so do
 * passages that are tied to one.
 * @param places the passage and those linked with it
 * @param outletOf names of outlets
 * @returns `unknown`: articles without an outlet, which may be of any; `independent`: at most, each of those taken for one
 */
export function voices(
  places: readonly LinkPlace[],
  { origins, ties }: Pick<ReadingAlignment, 'origins' | 'ties'>,
  outletOf: (articleId: number) => string | null,
): { outlets: number; unknown: number; independent: number; because: OriginReason[] } {
  const articles = [...new Set(places.map(({ articleId }) => articleId))]
  const outlets = new Set(articles.flatMap((id) => outletOf(id) ?? []))
  const unknown = articles.filter((id) => outletOf(id) === null).length
  const has = (place: LinkPlace): boolean => places.some((one) => isSamePlace(one, place))
  const bonds = [
    ...origins.map(({ articleIds, because }) => ({
      articleIds: articleIds.filter((id) => articles.includes(id)),
      because,
    })),
    ...ties
      .filter(({ a, b }) => has(a) && has(b))
      .map(({ a, b, because }) => ({ articleIds: [a.articleId, b.articleId], because: [because] })),
  ].filter(({ articleIds }) => articleIds.length > 1)
  let groups = articles.map((id) => [id])
  for (const { articleIds } of bonds) {
    const joined = groups.filter((group) => group.some((id) => articleIds.includes(id)))
    groups = [...groups.filter((group) => !joined.includes(group)), joined.flat()]
  }
  const reasons = bonds.flatMap(({ because }) => because)
  return {
    outlets: outlets.size,
    unknown,
    independent: Math.min(outlets.size + unknown, groups.length),
    because: reasons.filter((one, i) => reasons.findIndex((other) => isSameReason(one, other)) === i),
  }
}

const isSameReason = (one: OriginReason, two: OriginReason): boolean => JSON.stringify(one) === JSON.stringify(two)

/** What is said of how two places are alike: that a statement is the same is likely until somebody has read both. */
export const kindOf = ({ kind, decision }: PassageLink): LinkKind | 'likely-same' =>
  kind === 'same-statement' && decision === null ? 'likely-same' : kind

/** What a connector's node says: the same words as a quotation or a copy, the same statement, or words that differ. */
export type Sign = '=' | '”' | '≈' | '≠'

export function signOf({ kind, differences }: PassageLink): Sign {
  if (kind === 'same-statement') return '≈'
  if (differences.length > 0) return '≠'
  return kind === 'quotation' ? '”' : '='
}

/** The words of a place that differ from its counterpart's, within the place. */
export const differencesIn = ({ differences }: PassageLink, place: LinkPlace): LinkPlace[] =>
  differences.filter((d) => d.articleId === place.articleId && d.start >= place.start && d.end <= place.end)
