import type { LinkDecision, LinkKind } from '../domain/alignment'
import type { OriginGroup, OriginTie } from './related-types'

/** A place in an article's current text; offsets in UTF-16 units. */
export type LinkPlace = { articleId: number; start: number; end: number }

/**
 * Two places that tell the same. `id` and `decision` are the researcher's, null where only the machine says so. `score`: the
 * share of such links that were right on development data, 1 where the researcher decided. Links that are not `likely` are
 * guesses, listed but not drawn. `differences`: words within shared wording that the other place hasn't.
 */
export type PassageLink = {
  id: number | null
  decision: Exclude<LinkDecision, 'rejected'> | null
  kind: LinkKind
  score: number
  likely: boolean
  a: LinkPlace
  b: LinkPlace
  differences: LinkPlace[]
}

/** A link that the researcher rejected, or one of whose places is no longer in its text. */
export type LostLink = { id: number; decision: LinkDecision; quotes: [LostPlace, LostPlace] }
export type LostPlace = { articleId: number; quote: string; isOrphaned: boolean }

/**
 * What some articles share. `onlyHere`: sentences that none of the others tells; an article that can be compared with none of
 * them is not in `compared` and has none. `origins`: the articles, those together that share agency wording or have it from the
 * same source: what they tell counts once. `ties`: linked passages of which that is true, whatever is true of their articles.
 * `rejected` and `orphaned` are those between these articles. `versions`: of the texts that were compared, by article.
 */
export type ReadingAlignment = {
  links: PassageLink[]
  onlyHere: LinkPlace[]
  compared: number[]
  origins: OriginGroup[]
  ties: OriginTie[]
  rejected: LostLink[]
  orphaned: LostLink[]
  versions: Record<number, number>
}

/** Panes kept under a name, in order; `position` is the offset that each was read at, `width` its share of the whole. */
export type LayoutPane = { articleId: number; position: number; width?: number | undefined }
export type Layout = { id: number; name: string; panes: LayoutPane[] }
