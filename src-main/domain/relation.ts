/** How two articles share wording: all of it, most of one's, or long passages. */
export const relationKinds = ['same-text', 'near-copy', 'shared-passages'] as const
export type RelationKind = (typeof relationKinds)[number]

/** The same wording in two texts: offsets in UTF-16 units into either, ends exclusive. */
export type SharedSpan = { start: number; end: number; otherStart: number; otherEnd: number }
