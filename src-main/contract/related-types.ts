import type { CompanionKind } from '../domain/affair'

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
