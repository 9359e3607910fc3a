import type { CompanionKind } from '../domain/affair'
import type { LinkPlace } from './reading-types'

/**
 * An article to read beside another. `score`: for the same affair the share of such pairs that were right on development
 * data, for copies the part of either's words that the other has too.
 */
export type Companion = {
  articleId: number
  title: string | null
  standIn: string
  outlet: string | null
  published: string | null
  language: string | null
  score: number
  kind: CompanionKind
}

/**
 * A place at which an article says that it has something from another source. `found` is the name as it is compared, the
 * same for all places that name it; `name` is the one that counts, null where the researcher says that it is no source.
 */
export type NamedSource = {
  articleId: number
  start: number
  end: number
  quote: string
  found: string
  name: string | null
  isEdited: boolean
}

/** Why what several tell counts once: they share wording, or have it from the same source. */
export type OriginReason = { kind: 'wording' } | { kind: 'source'; name: string }

/** Articles that count once; one that stands alone has no reason. */
export type OriginGroup = { articleIds: number[]; because: OriginReason[] }

/** Two linked passages of one origin; the rest of their articles may be of different ones. */
export type OriginTie = { a: LinkPlace; b: LinkPlace; because: OriginReason }
