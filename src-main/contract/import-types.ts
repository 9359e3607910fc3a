import type { ArticleMetadata, ExtractedBlock } from '../domain/article'
import type { ErrorCode, ErrorParams } from '../domain/error'
import type { PartialReason } from '../domain/extraction'
import type { RelationKind, SharedSpan } from '../domain/relation'

/** Answers about import reviews. */

/**
 * Why an article should be looked at before it is added. `unsure`: title, outlet or date is a guess. `conflict`: places
 * in the file disagree about one of them. `related`: it shares its wording with another article.
 */
export const lookReasons = [
  'untitled',
  'undated',
  'unattributed',
  'unsure',
  'conflict',
  'partial',
  'related',
  'little-text',
] as const
export type LookReason = (typeof lookReasons)[number]

/**
 * What came of a file, or of a part of it. `duplicate`: the library has it, or the review has it already. `added`: from
 * this review. `reference`: a bibliography, with the number of articles that took its metadata.
 */
export type StagedOutcome =
  | { kind: 'ready' }
  | { kind: 'duplicate'; of: 'library' | 'stage'; articleId: number | null; fileName: string }
  | { kind: 'added'; articleId: number }
  | { kind: 'refused'; code: ErrorCode; params: ErrorParams }
  | { kind: 'reference'; joined: number }

/** A row of the review: one article, or a file that gave none. A file with several articles has several rows. */
export type StagedFile = {
  /** Names the row; never changes while the review is open. */
  index: number
  /**
   * Rows are shown in this order, those of the same order by index: as files were named or found in folders, then as
   * they lie in their archive.
   */
  order: number
  /** The file's own name. */
  fileName: string
  /** Where the file lies: folders and archives before its name, with "/" between them; empty for a file named itself. */
  folder: string
  /** Which article of its file it is ("item 3"); null where the file is one. */
  part: string | null
  bytes: number
  sha256: string | null
  outcome: StagedOutcome
  look: LookReason[]
  /** Null for refused files and bibliographies. */
  found: StagedSummary | null
}

/** What a row shows of an article. The text itself is asked for by `import.file`. */
export type StagedSummary = {
  mediaType: string
  metadata: ArticleMetadata
  standIn: string
  words: number
  blocks: number
  hidden: number
  partial: PartialReason | null
  relations: StagedRelation[]
}

/** Another article, of the library or of the same review, that shares wording. */
export type StagedRelation = {
  kind: RelationKind
  of: 'library' | 'stage'
  /** Of an article of the library, else null. */
  articleId: number | null
  /** Of a row of the review, else null. */
  index: number | null
  title: string
  /** The part of this article's words that the other has too, from 0 to 1. */
  share: number
}

/** A staged article with its text. */
export type StagedArticle = Omit<StagedSummary, 'blocks' | 'hidden' | 'relations'> & {
  blocks: ExtractedBlock[]
  /** Spans are UTF-16 offsets into the text: all blocks joined by one line feed. */
  relations: (StagedRelation & { spans: SharedSpan[] })[]
}

/** The original's own text, in its order. */
export type StagedSource = {
  /** `block` is the position of the block that took the line, null where none did. */
  lines: { text: string; block: number | null }[]
  /** Whether the text goes on after the last line. */
  truncated: boolean
}

/** `stopped`: reading waits until it is resumed. */
export type StageState = 'listing' | 'reading' | 'stopped' | 'done'

export type Stage = {
  id: number
  /** Ask with `since` set to it for what changes from now on. */
  revision: number
  /** Rows that are new or changed since the revision that was asked for. */
  files: StagedFile[]
  /** Files that were named or found in folders, and members of archives that are read; null while folders are searched. */
  total: number | null
  /** How many of them are read. */
  read: number
  state: StageState
  /** Milliseconds until all are read, by the pace of the last files; null where that can't be said. */
  msLeft: number | null
}

/**
 * The outcome of adding: the articles are one operation. `refused` are rows that could not be added after all, such as
 * those of files that were changed or removed since; they stay in the review with the reason.
 */
export type AddedArticles = { articleIds: number[]; skipped: number; refused: number; stopped: boolean }

/** The watched folder of a library. `folder` is its name, null where none is watched; `count` the files that are new. */
export type WatchState = { folder: string | null; missing: boolean; count: number }
