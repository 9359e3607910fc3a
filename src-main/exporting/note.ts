import type { DayInterval } from '../domain/edtf'
import type { EventState, Stance } from '../domain/event'

/** What a note is written from: stored values only, already chosen and in order; writing reads nothing else. */
export type Note = {
  title: string
  blocks: NoteBlock[]
  /** Every article and passage that a block may name. */
  articles: ReadonlyMap<number, NoteArticle>
  passages: ReadonlyMap<number, NotePassage>
}

/** A briefing's blocks with their choices resolved. `text` is Markdown in which `[@12]` cites passage 12. */
export type NoteBlock =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'text'; markdown: string }
  | { kind: 'quotes'; passageIds: number[] }
  | { kind: 'timeline'; events: NoteEvent[] }
  /** `articleIds` null lists the articles that the note cites. */
  | { kind: 'sources'; articleIds: number[] | null }

export type NoteArticle = {
  id: number
  title: string | null
  standIn: string
  outlet: string | null
  /** EDTF. */
  published: string | null
  url: string | null
}

/**
 * `holds`: the stored text still has the quotation at its place. `imported`: what the quoted paragraphs said before the
 * researcher corrected them, null where nobody did. `trashed` passages are known, so that a note can tell of them, and
 * are not written.
 */
export type NotePassage = {
  id: number
  articleId: number
  quote: string
  paragraph: string | null
  imported: string | null
  holds: boolean
  trashed: boolean
}

export type NoteEvent = {
  title: string
  description: string
  edtf: string | null
  interval: DayInterval | null
  state: EventState
  evidence: NoteEvidence[]
}

export type NoteEvidence = {
  id: number
  passageId: number
  /** The date as written, or empty. */
  asserted: string
  edtf: string | null
  stance: Stance
}

/** A source reference of a written note. Numbers count from 1 in the order of their first mention. */
export type NoteFootnote = { number: number; passage: NotePassage; article: NoteArticle }

export type WrittenNote = {
  markdown: string
  footnotes: NoteFootnote[]
  /** Paragraphs of the note's own text that cite nothing. */
  unsourced: string[]
  /** Passages that the note names and whose quotation is not to be found any more. */
  stale: { passageId: number; quote: string }[]
}
