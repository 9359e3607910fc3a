import type { ArticleMetadata, ExtractedBlock } from '../domain/article'
import type { ErrorCode, ErrorParams } from '../domain/error'

/** Answers about import reviews. */

/** A file in the import review: ready with what was found, a duplicate, or refused with the reason. */
export type StagedFile = {
  index: number
  fileName: string
  bytes: number
  sha256: string | null
  outcome:
    | { kind: 'ready' }
    | { kind: 'duplicate'; of: 'library' | 'stage'; articleId: number | null; fileName: string }
    | { kind: 'refused'; code: ErrorCode; params: ErrorParams }
  /** Null for refused files. */
  found: StagedArticle | null
}

export type StagedArticle = {
  mediaType: string
  metadata: ArticleMetadata
  standIn: string
  blocks: ExtractedBlock[]
  words: number
  partial: string | null
}

export type Stage = { id: number; files: StagedFile[]; total: number; done: boolean }

/** The outcome of adding a stage: the articles are one operation. */
export type AddedArticles = { articleIds: number[]; skipped: number }
