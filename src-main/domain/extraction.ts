import type { ArticleMetadata, ExtractedBlock, MetadataField } from './article'
import type { ErrorCode, ErrorParams } from './error'
import type { Sourced } from './origin'
import type { Result } from './result'

/** Why an extracted text may not be complete or not be right. */
export const partialReasons = [
  'unreadable-characters',
  'encoding-guessed',
  'markup-ignored',
  'nesting',
  'truncated',
  'pages-without-text',
  'abstract-only',
] as const
export type PartialReason = (typeof partialReasons)[number]

/** What extraction finds of one article. Blocks are in reading order; none has empty text. */
export type ExtractedArticle = {
  /** Media type of the file that the text was read from, such as `application/pdf`. */
  mediaType: string
  /** Which article of its file it is ("item 3", "row 12"); null where the file is one article. Unique in its file. */
  part: string | null
  metadata: ArticleMetadata
  blocks: ExtractedBlock[]
  /** Set where the text is not complete: what is missing, as a hint for the reader. */
  partial: PartialReason | null
}

/** Metadata that is known before the text is read, from a container's record or a bibliography. */
export type GivenMetadata = Partial<Record<MetadataField, Sourced>>

/**
 * A file to extract: its bytes, and the name that tells its format. `fileName` may lead through folders and containers,
 * with "/" between them: `clippings.zip/2024/page.html`.
 */
export type FileToExtract = {
  bytes: Uint8Array
  fileName: string
  /** Media type as a container declares it, parameters such as the encoding included. */
  mediaType?: string
  given?: GivenMetadata
  /** The day of import as `YYYY-MM-DD`, in UTC; later dates are doubted. No date is where it is not known. */
  today?: string
  /** Only the file's own text is wanted, as `source`: nothing is told apart and no article is made of it. */
  sourceOnly?: true
  /** The file is wanted as a table, as `table`: no article is made of it. */
  tableOnly?: true
}

/** Media type of HTML that was copied to the clipboard, which has more around it than the page that it is from. */
export const copiedMediaType = 'text/html; profile=clipboard'

/**
 * A file as rows of text, whether it is a table or a list of objects. `number` is where a reader would look for the row: its
 * place in the table, or its line or item in the list, from 1. Rows have as many cells as there are columns.
 */
export type TextTable = {
  columns: string[]
  rows: { number: number; cells: string[] }[]
  /** Lines that could not be read as a row, by number. */
  unreadable: number[]
  /** Whether the file ends inside a cell. */
  truncated: boolean
}

/** A file's own text in its order, as lines without empty ones, to check what was extracted against. */
export type SourceText = {
  lines: string[]
  /** Whether the text goes on after the last line. */
  truncated: boolean
}

/** An entry of a bibliography (RIS, BibTeX, CSL-JSON): metadata, and the names of the files that it belongs to. */
export type Reference = {
  /** As the bibliography names the entry. */
  key: string
  /** Relative paths or bare file names, with "/" between folders. */
  attachments: string[]
  given: GivenMetadata
}

/** A part of a file that gave no article, with the reason. */
export type RefusedPart = { part: string; code: ErrorCode; params: ErrorParams }

/**
 * What extraction finds in one file. A page is one article; a feed several; an archive holds files, which are to be
 * extracted in turn; a bibliography has references. Nothing that a file holds is left out of all four lists.
 */
export type Extraction = {
  articles: ExtractedArticle[]
  files: FileToExtract[]
  references: Reference[]
  refused: RefusedPart[]
  /** There where it alone was asked for. */
  source?: SourceText
  /** There where it alone was asked for. */
  table?: TextTable
}

/**
 * Extracts in a process of its own, which is killed past its limits. Never throws: what was found, or one of the
 * `import/…` codes.
 */
export type Extract = (file: FileToExtract) => Promise<Result<Extraction>>

/**
 * Hands the day of import over with each file that does not come with one.
 * @param clock now, as ISO 8601 in UTC
 */
export const withToday =
  (extract: Extract, clock: () => string): Extract =>
  (file) =>
    extract({ today: clock().slice(0, 10), ...file })
