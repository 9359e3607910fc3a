/** How two articles share wording: all of it, most of one's, or long passages. */
export const relationKinds = ['same-text', 'near-copy', 'shared-passages'] as const
export type RelationKind = (typeof relationKinds)[number]

/** The same wording in two texts: offsets in UTF-16 units into either, ends exclusive. */
export type SharedSpan = { start: number; end: number; otherStart: number; otherEnd: number }

/** What two texts share. `share` and `otherShare` are the parts of either's words that stand in shared runs, 0 to 1. */
export type SharedWording = {
  kind: RelationKind
  share: number
  otherShare: number
  /** Words that are equal. */
  words: number
  spans: SharedSpan[]
}

/** The same, seen from the other text: its spans in its order. */
export const seenFromOther = <T extends SharedWording>(shared: T): T => ({
  ...shared,
  share: shared.otherShare,
  otherShare: shared.share,
  spans: shared.spans
    .map(({ start, end, otherStart, otherEnd }) => ({
      start: otherStart,
      end: otherEnd,
      otherStart: start,
      otherEnd: end,
    }))
    .sort((a, b) => a.start - b.start),
})

/** What an article shares with another one, which is told of. Shares are parts of the words of the visible bodies. */
export type Relation = SharedWording & {
  /** The other article. */
  articleId: number
  title: string | null
  standIn: string
  outlet: string | null
  published: string | null
  language: string | null
}
