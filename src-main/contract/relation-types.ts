import type { SharedWording } from '../domain/relation'

/** Answers about articles that share wording. */

/** What an article shares with another. Shares are parts of the words of the visible bodies. */
export type Relation = SharedWording & {
  /** The other article. */
  articleId: number
  title: string | null
  standIn: string
  outlet: string | null
  published: string | null
  language: string | null
}
