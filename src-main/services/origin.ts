import { isTaken, openingEnd, restsOn } from '../analysis/origins'
import { namedSources } from '../analysis/upstream'
import type { PassageLink } from '../contract/reading-types'
import type { NamedSource, OriginGroup, OriginReason, OriginTie } from '../contract/related-types'
import { isNumbered } from '../domain/article'
import { foldedSource } from '../domain/named-source'
import type { Reader } from '../library/handle'
import { relationsAmong } from '../library/queries/relation'
import { ByPlace } from './by-place'
import { grouped, type Source } from './source'
import { countedName, namedSourceViews, sourceEdits } from './source-name'

/** What of several articles counts once. */
export type Origins = { groups: OriginGroup[]; ties: OriginTie[] }

/**
 * Groups articles that are of one origin: they share agency wording, or have what they tell from the same source. A source
 * that is named in passing ties the passages that name it, not the articles.
 * In steps between which other work can be done: books have tens of thousands of links.
 * @param links what was found between the articles
 */
export function* originSteps(
  reader: Reader,
  sources: readonly Source[],
  links: readonly PassageLink[],
): Generator<undefined, Origins> {
  const named = grouped(
    namedSourceViews(reader, sources).filter(({ name }) => name !== null),
    ({ articleId }) => articleId,
  )
  const namedIn = (articleId: number) => named.get(articleId) ?? []
  const main = new Map(sources.map((source) => [source.id, mainSources(source, namedIn(source.id))]))
  const joins: Join[] = []
  for (const relation of relationsAmong(reader, idsOf(sources))) {
    if (isTaken(relation)) joins.push({ a: relation.articleId, b: relation.otherId, because: { kind: 'wording' } })
  }
  for (const [i, one] of sources.entries()) {
    for (const two of sources.slice(i + 1)) {
      for (const [key, name] of main.get(one.id) ?? []) {
        if (main.get(two.id)?.has(key)) joins.push({ a: one.id, b: two.id, because: { kind: 'source', name } })
      }
    }
  }
  return { groups: groupsOf(idsOf(sources), joins), ties: yield* tiesOf(links, [...named.values()].flat()) }
}

type Join = { a: number; b: number; because: OriginReason }

const idsOf = (sources: readonly Source[]): number[] => sources.map(({ id }) => id)

/** The sources that an article rests on as a whole, by folded name. */
function mainSources({ blocks }: Source, named: readonly NamedSource[]): Map<string, string> {
  const end = openingEnd(blocks.filter(({ kind, hidden }) => !hidden && isNumbered(kind)))
  const found = new Map<string, string>()
  for (const [key, places] of grouped(named, ({ name }) => foldedSource(name ?? ''))) {
    if (restsOn(places, end)) found.set(key, places[0]?.name ?? key)
  }
  return found
}

/** Articles joined directly or through others, in the order given. */
function groupsOf(ids: readonly number[], joins: readonly Join[]): OriginGroup[] {
  const groupOf = new Map(ids.map((id) => [id, id]))
  for (const { a, b } of joins) {
    const [into, from] = [groupOf.get(a) ?? a, groupOf.get(b) ?? b]
    for (const [id, group] of groupOf) if (group === from) groupOf.set(id, into)
  }
  return [...grouped(ids, (id) => groupOf.get(id))].map(([group, articleIds]) => ({
    articleIds,
    because: reasons(joins.filter(({ a }) => groupOf.get(a) === group).map(({ because }) => because)),
  }))
}

/** Each reason once. */
const reasons = (all: readonly OriginReason[]): OriginReason[] => [
  ...new Map(all.map((one) => [keyOf(one), one])).values(),
]

const keyOf = (reason: OriginReason): string => (reason.kind === 'wording' ? '' : foldedSource(reason.name))

/** After so many links other work may be done. */
const pauseEvery = 500

/** Linked passages that share wording or name the same source. */
function* tiesOf(links: readonly PassageLink[], named: readonly NamedSource[]): Generator<undefined, OriginTie[]> {
  const byPlace = new ByPlace<NamedSource>()
  for (const source of named) byPlace.add(source, source)
  const within = (place: PassageLink['a']) =>
    [...byPlace.near(place)].filter(({ start, end }) => start >= place.start && end <= place.end)
  const ties: OriginTie[] = []
  for (const [i, { a, b, kind, likely }] of links.entries()) {
    if (i % pauseEvery === 0) yield
    if (!likely) continue
    if (kind === 'shared-wording') {
      ties.push({ a, b, because: { kind: 'wording' } })
      continue
    }
    const others = new Set(within(b).map(({ name }) => foldedSource(name ?? '')))
    const common = within(a).find(({ name }) => others.has(foldedSource(name ?? '')))
    if (common?.name) ties.push({ a, b, because: { kind: 'source', name: common.name } })
  }
  return ties
}

/**
 * The folded names of the sources that sentences of articles name, as the researcher has them.
 * @returns a function of an article's id and some of its sentences
 */
export function sourcesNamedIn(
  reader: Reader,
  articleIds: readonly number[],
): (articleId: number, sentences: string) => string[] {
  const edits = sourceEdits(reader, articleIds)
  return (articleId, sentences) =>
    namedSources(sentences).flatMap(({ name }) => countedName(name, edits(articleId, name)) ?? [])
}
