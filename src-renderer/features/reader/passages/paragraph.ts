import type { ArticleText, Passage } from '../../../../src-main/contract/types'

/** The label of the paragraph that a passage begins in, or null where its words are gone. */
export const paragraphOf = ({ blocks }: ArticleText, { start, orphaned }: Passage): string | null =>
  orphaned ? null : ([...blocks].reverse().find((b) => b.start <= start)?.label ?? null)
