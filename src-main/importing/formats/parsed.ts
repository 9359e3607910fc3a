import type { ArticleMetadata, BlockKind, ExtractedArticle, ExtractedBlock, PartialReason } from '../../domain/article'

/** What a format's reader finds; language and outlet may still be told from the text. */
export type ParsedFile = {
  mediaType: ExtractedArticle['mediaType']
  metadata: Partial<ArticleMetadata>
  blocks: ExtractedBlock[]
  partial: PartialReason | null
}

export const visibleBlock = (text: string, line: number | null, kind: BlockKind = 'paragraph'): ExtractedBlock => ({
  kind,
  text,
  hidden: false,
  reason: null,
  line,
})

/** Whether a text has anything to see: neither white space nor invisible marks alone. */
export const hasText = (text: string): boolean => /[^\s\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u.test(text)
