import type { LinkPlace, PassageLink } from '../../../../src-main/contract/reading-types'
import { keyOfPlace } from '../links/shared'
import type { Span } from '../spans'

/** A passage that another article has as well, under the number that stands for it in all of them. */
export type NumberedPlace = LinkPlace & { number: number }

/**
 * Gives what articles share numbers: places that are linked, through others too, have the same. They count from 1 in the
 * order of the first column, then in that of the next.
 * @param columns ids of articles, from the first column to the last
 */
export function numberedPlaces(
  links: readonly PassageLink[],
  columns: readonly number[],
): ReadonlyMap<number, NumberedPlace[]> {
  const groups: { key: string; place: LinkPlace }[][] = []
  for (const { a, b } of links) {
    const ends = [a, b].map((place) => ({ key: keyOfPlace(place), place }))
    const joined = groups.filter((group) => group.some(({ key }) => ends.some((end) => end.key === key)))
    const all = new Map([...joined.flat(), ...ends].map((one) => [one.key, one]))
    for (const group of joined) groups.splice(groups.indexOf(group), 1)
    groups.push([...all.values()])
  }
  const order = (one: LinkPlace, two: LinkPlace): number =>
    columns.indexOf(one.articleId) - columns.indexOf(two.articleId) || one.start - two.start || one.end - two.end
  const sorted = groups.map((group) => group.map(({ place }) => place).sort(order))
  sorted.sort(([one], [two]) => (one && two ? order(one, two) : 0))
  const places = sorted.flatMap((group, i) => group.map((place) => ({ ...place, number: i + 1 })))
  return new Map(columns.map((id) => [id, places.filter((place) => place.articleId === id).sort(order)]))
}

/** A run of a block's text that is printed alike. `numbers` stand before it: of the shared passages that begin with it. */
export type Run = { text: string; numbers: number[]; isShared: boolean; isTagged: boolean }

/** A block's text in runs. @param start the block's offset in the article's text */
export function runsOf(
  { start, text }: { start: number; text: string },
  shared: readonly NumberedPlace[],
  tagged: readonly Span[],
): Run[] {
  const end = start + text.length
  const inside = (offset: number): boolean => offset > start && offset < end
  const edges = [...shared, ...tagged].flatMap((span) => [span.start, span.end]).filter(inside)
  const cuts = [...new Set([start, ...edges, end])].sort((a, b) => a - b)
  const covers = (span: Span, at: number): boolean => span.start <= at && at < span.end
  return cuts.slice(0, -1).map((from, i) => ({
    text: text.slice(from - start, (cuts[i + 1] ?? end) - start),
    numbers: [...new Set(shared.filter((place) => place.start === from).map(({ number }) => number))],
    isShared: shared.some((place) => covers(place, from)),
    isTagged: tagged.some((span) => covers(span, from)),
  }))
}
