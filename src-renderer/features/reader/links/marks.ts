import type { LinkPlace, PassageLink } from '../../../../src-main/contract/reading-types'
import type { Span } from '../spans'
import type { Shown } from '../use-highlights'
import { differencesIn, keyOfPlace } from './shared'

/** What there is to mark in an article's text. */
type Markable = {
  /** Its passages that another open article has as well for certain: no guesses. */
  shared: readonly LinkPlace[]
  /** Links that are drawn, of all open articles. */
  likely: readonly PassageLink[]
  dates: readonly Span[]
  /** Whether another open article is in its language. */
  isCompared: boolean
}

/**
 * What is marked in a text whatever is in hand. *Only here* lets stand back what is surely told elsewhere; what may be stays.
 */
export function marksOf(
  articleId: number,
  { shared, likely, dates, isCompared }: Markable,
  view: { shared: boolean; onlyHere: boolean; dates: boolean },
): Shown[] {
  const named = (name: string, spans: readonly Span[]): Shown[] => spans.map(({ start, end }) => ({ name, start, end }))
  return [
    ...(view.shared ? [...named('shared', shared), ...named('differs', differing(articleId, likely))] : []),
    ...(view.onlyHere && isCompared ? named('told-elsewhere', shared) : []),
    ...(view.dates ? named('date', dates) : []),
  ]
}

/** Words of an article that its counterparts haven't, each once. */
function differing(articleId: number, links: readonly PassageLink[]): LinkPlace[] {
  const places = links
    .flatMap((link) => [link.a, link.b].flatMap((end) => differencesIn(link, end)))
    .filter((place) => place.articleId === articleId)
  return [...new Map(places.map((place) => [keyOfPlace(place), place])).values()]
}
