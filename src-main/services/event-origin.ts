import { sharesWording } from '../analysis/wording'
import type { Reader } from '../library/handle'
import { type RelationRecord, relationsAmong } from '../library/queries/relation'
import type { Span } from './source'

/** A statement of an article: its sentences, and where they stand in the article's text. */
type Placed = { articleId: number; sentences: string; span: Span | null }

/** Whether two statements were taken from one source, as far as their wording tells. */
export type OneOrigin = (a: Placed, b: Placed) => boolean

/** A shared passage has to be so much of one of two statements to tell that they are one. */
const sharedPart = 0.5

/**
 * Tells statements of one origin: their wording is shared, they stand in a passage that their articles share, or one
 * article is a copy of the other.
 * @param articleIds all articles that statements are of
 */
export function oneOrigin(reader: Reader, articleIds: readonly number[]): OneOrigin {
  const relations = new Map(
    relationsAmong(reader, articleIds).map((relation) => [`${relation.articleId} ${relation.otherId}`, relation]),
  )
  return (one, two) => {
    // Two passages of one article are of one origin however they are worded: that is for the caller.
    if (one.articleId === two.articleId) return false
    const [first, second] = one.articleId < two.articleId ? [one, two] : [two, one]
    const relation = relations.get(`${first.articleId} ${second.articleId}`)
    return (relation !== undefined && isShared(relation, first, second)) || sharesWording(one.sentences, two.sentences)
  }
}

const isShared = ({ kind, spans }: RelationRecord, first: Placed, second: Placed): boolean =>
  kind !== 'shared-passages' ||
  spans.some((span) => {
    const parts = [
      partOf(first.span, span),
      partOf(second.span, { start: span.otherStart, end: span.otherEnd }),
    ] as const
    return Math.min(...parts) > 0 && Math.max(...parts) >= sharedPart
  })

/** The part of a statement that lies in a passage, 0 to 1. */
const partOf = (statement: Span | null, passage: Span): number =>
  statement
    ? Math.max(0, Math.min(statement.end, passage.end) - Math.max(statement.start, passage.start)) /
      (statement.end - statement.start)
    : 0
