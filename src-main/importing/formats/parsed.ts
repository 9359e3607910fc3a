import type { ArticleMetadata, BlockKind, ExtractedBlock } from '../../domain/article'
import type { Extraction, FileToExtract, PartialReason } from '../../domain/extraction'

/** An article as a format's reader finds it; language and outlet may still be told from the text. */
export type ParsedArticle = {
  mediaType: string
  /** Which article of its file it is, as a user would look for it; null where the file is one article. */
  part: string | null
  metadata: Partial<ArticleMetadata>
  blocks: ExtractedBlock[]
  partial: PartialReason | null
}

/** What a format's reader finds in a file; lists that are not named are empty. */
export type ParsedFile = Partial<Omit<Extraction, 'articles'>> & { articles?: ParsedArticle[] }

/**
 * Reads files of one format. Throws ExpectedError with an import/… code where it can say what is wrong with a file;
 * whatever else it throws is told as import/unreadable.
 */
export type FormatReader = (file: FileToExtract) => ParsedFile | Promise<ParsedFile>

export const visibleBlock = (text: string, line: number | null, kind: BlockKind = 'paragraph'): ExtractedBlock => ({
  kind,
  text,
  hidden: false,
  reason: null,
  line,
})

/** Whether a text has anything to see: neither white space nor invisible marks alone. */
export const hasText = (text: string): boolean => /[^\s\p{Cc}\p{Cf}\p{Zs}\p{Zl}\p{Zp}]/u.test(text)
