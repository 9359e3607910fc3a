import type { ArticleMetadata, ArticleStatus, Block, HideReason } from '../domain/article'
import type { BriefingBlock } from '../domain/briefing'
import type { DateExpression } from '../domain/date-expression'
import type { DayInterval } from '../domain/edtf'
import type { ErrorCode, ErrorParams } from '../domain/error'
import type { Confidence, Origin } from '../domain/origin'
import type { Selector } from '../domain/passage'
import type { TagColour } from '../domain/tag'
import type { Event, Evidence } from './timeline-types'

/** Everything that crosses a process border as an answer. Dates of work (`at`) are ISO 8601 in UTC. */

/** The change that undo or redo would touch next. `label` names the command, such as `passage.tag`. */
export type OperationSummary = { id: number; label: string; at: string; detail: string }

export type LibraryInfo = {
  name: string
  readOnly: boolean
  articles: number
  trashed: number
  passages: number
  events: number
  suggestions: number
  undo: OperationSummary | null
  redo: OperationSummary | null
  /** Time of the last committed change, or null for a new library. */
  savedAt: string | null
}

export type ArticleSort = {
  by: 'title' | 'outlet' | 'published' | 'status' | 'words' | 'passages' | 'added'
  descending: boolean
}

/** A row of the article table. */
export type ArticleRow = {
  id: number
  /** Null where the article has no title; `standIn` is then shown. */
  title: string | null
  /** First sentence, for untitled articles. */
  standIn: string
  outlet: string | null
  published: string | null
  publishedOrigin: Origin
  status: ArticleStatus
  language: string | null
  tags: { id: number; name: string; colour: TagColour }[]
  words: number
  passages: number
}

export type ArticlePage = {
  total: number
  words: number
  passages: number
  offset: number
  rows: ArticleRow[]
  /** How many articles each fixed filter would leave, over the whole library. */
  counts: { all: number; notReviewed: number; undated: number; unattributed: number }
}

export type OriginalInfo = {
  id: number
  fileName: string
  mediaType: string
  sha256: string
  bytes: number
  importedAt: string
}

export type Passage = Selector & {
  id: number
  articleId: number
  note: string
  tagIds: number[]
  /** The text no longer holds the quotation. */
  orphaned: boolean
  createdAt: string
}

export type Article = {
  id: number
  metadata: ArticleMetadata
  standIn: string
  status: ArticleStatus
  note: string
  words: number
  tagIds: number[]
  original: OriginalInfo
  /** Which article of its original it is; null where the original is one article. */
  part: string | null
  addedAt: string
}

/** An article to read: blocks in order, offsets into the text that {@link Block} explains. */
export type ArticleText = {
  article: Article
  version: number
  blocks: Block[]
  passages: Passage[]
  /** Spans that serve as evidence of events. */
  evidence: { passageId: number; eventId: number; title: string }[]
  /** Where reading stopped: an offset into the text. */
  position: number
}

export type TagRow = {
  id: number
  name: string
  parentId: number | null
  colour: TagColour
  description: string
  shortcut: string | null
  /** Live passages and articles with this tag itself, without those of its children. */
  passages: number
  articles: number
}

/** A passage as shown outside its article. */
export type PassageInContext = Passage & {
  articleTitle: string | null
  standIn: string
  outlet: string | null
  published: string | null
  language: string | null
  /** Paragraph label of the first block. */
  paragraph: string | null
  /** Text of the paragraph before and after the quotation. */
  before: string
  after: string
}

/** One dated statement: the sentence, and the date that places it. */
export type SuggestionItem = DateExpression & {
  id: number
  articleId: number
  articleTitle: string | null
  standIn: string
  outlet: string | null
  published: string | null
  language: string | null
  paragraph: string | null
  sentence: { start: number; end: number; text: string }
}

/** Suggestions that tell of one happening, proposed as one event. `items` is never empty; the first is the clearest. */
export type Suggestion = {
  key: string
  title: string
  edtf: string | null
  interval: DayInterval | null
  confidence: number
  items: SuggestionItem[]
  /** An accepted event of the same happening, to which accepting would add. */
  joins: { eventId: number; title: string } | null
}

export type Briefing = { id: number; title: string; blocks: BriefingBlock[]; updatedAt: string }
export type BriefingRow = { id: number; title: string; updatedAt: string }

/** A note as it would be exported. */
export type RenderedBriefing = {
  markdown: string
  footnotes: {
    number: number
    passageId: number
    articleId: number
    outlet: string | null
    title: string | null
    published: string | null
    paragraph: string | null
    quote: string
  }[]
  quotes: number
  /** Statements of the note's own text blocks that cite nothing. */
  unsourced: string[]
  /** Quotations that are no longer found in their article. */
  stale: { passageId: number; quote: string }[]
}

export type ExportedBriefing = { file: string; sha256: string; quotes: number; unsourced: number; stale: number }

export type SearchHit = {
  kind: 'article' | 'passage' | 'tag' | 'event'
  id: number
  /** The article to open; null for tags and events. */
  articleId: number | null
  title: string
  outlet: string | null
  published: string | null
  language: string | null
  /** Pieces of text, those that match marked. */
  snippet: { text: string; match: boolean }[]
  /** Offset in the article's text of the first match that the snippet shows, where known. */
  start: number | null
  score: number
}

export type SearchResult = { total: number; hits: SearchHit[] }

/** What the window shows before and around a library; main knows it, the library process doesn't. */
export type ShellState = {
  library:
    | { status: 'none' }
    | { status: 'opening'; name: string }
    | { status: 'open'; name: string; readOnly: boolean }
    | { status: 'recovering'; name: string }
    | { status: 'failed'; name: string; code: ErrorCode; params: ErrorParams }
  recent: { name: string; folder: string; missing: boolean }[]
  runtime: { app: string; electron: string; fallback: boolean }
  platform: 'linux' | 'darwin' | 'win32'
  theme: Theme
}

export type Theme = 'system' | 'light' | 'dark'

export type { ArticleStatus, Confidence, DateExpression, Event, Evidence, HideReason }
