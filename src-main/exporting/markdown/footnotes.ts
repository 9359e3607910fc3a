import type { FootnoteDefinition, FootnoteReference, PhrasingContent } from 'mdast'
import { dateText } from '../../domain/date-text'
import type { Note, NoteArticle, NoteFootnote, NotePassage } from '../note'
import { noteWords } from '../words'
import { isSafeUrl } from './inert'

/** The source references of one note, numbered as they are first asked for. */
export type Footnotes = {
  /** @returns a reference to a passage's footnote, or null where the passage can't be cited. */
  cite: (passageId: number) => FootnoteReference | null
  /** Tells that a passage's words stand in the body, so that its footnote need not repeat them. */
  quoted: (passageId: number) => void
  all: () => NoteFootnote[]
  definitions: () => FootnoteDefinition[]
  stale: () => { passageId: number; quote: string }[]
}

export function createFootnotes(note: Note): Footnotes {
  const numbered = new Map<number, NoteFootnote>()
  const inBody = new Set<number>()
  const stale = new Map<number, string>()
  return {
    cite(passageId) {
      const passage = note.passages.get(passageId)
      if (!passage) return null
      if (!passage.holds || passage.trashed) stale.set(passage.id, passage.quote)
      const article = note.articles.get(passage.articleId)
      if (passage.trashed || !article) return null
      const known = numbered.get(passageId)
      const number = known?.number ?? numbered.size + 1
      if (!known) numbered.set(passageId, { number, passage, article })
      return { type: 'footnoteReference', identifier: String(number), label: String(number) }
    },
    quoted: (passageId) => inBody.add(passageId),
    all: () => [...numbered.values()],
    definitions: () => [...numbered.values()].map((footnote) => definition(footnote, inBody.has(footnote.passage.id))),
    stale: () => [...stale].map(([passageId, quote]) => ({ passageId, quote })),
  }
}

function definition({ number, passage, article }: NoteFootnote, inBody: boolean): FootnoteDefinition {
  const children: PhrasingContent[] = [
    ...sourceWords({ ...article, standIn: shortened(article.standIn) }),
    ...placeWords(passage, inBody),
    ...addressWords(article),
  ]
  return {
    type: 'footnoteDefinition',
    identifier: String(number),
    label: String(number),
    children: [{ type: 'paragraph', children }],
  }
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })

/** Outlet, title and date of an article; the first sentence, said to be so, where it has no title. */
export function sourceWords(article: NoteArticle): PhrasingContent[] {
  const outlet = article.outlet === null ? noteWords.outletUnknown : oneLine(article.outlet)
  const published = article.published === null ? noteWords.undated : dateText(article.published)
  const title = oneLine(article.title ?? article.standIn)
  const lead = article.title === null ? `${outlet}, ${noteWords.untitled}: ` : `${outlet}, `
  return [text(lead), { type: 'emphasis', children: [text(title)] }, text(`, ${published}`)]
}

/** Where a passage stands, whether it still does, and its words where they do not stand in the body. */
export function placeWords(passage: NotePassage, inBody: boolean): PhrasingContent[] {
  const place = passage.paragraph === null ? '' : `, ${noteWords.paragraph(passage.paragraph)}`
  const changed = passage.holds ? '' : `, ${noteWords.changed}`
  const quote = inBody ? '' : `: “${passage.quote}”`
  const corrected = passage.imported === null ? '' : ` (${noteWords.corrected(oneLine(passage.imported))})`
  return [text(`${place}${changed}${quote}${corrected}`)]
}

/** The address as a link; one that is no web address stands as inert machine text. */
export function addressWords(article: NoteArticle): PhrasingContent[] {
  if (article.url === null || article.url.trim() === '') return []
  const url = oneLine(article.url)
  if (!isSafeUrl(url)) return [text(', '), { type: 'inlineCode', value: url }]
  return [text(', '), { type: 'link', url, children: [text(url)] }]
}

/** Enough of a first sentence to know it by; the list of sources has it whole. */
function shortened(standIn: string, limit = 70): string {
  if (standIn.length <= limit) return standIn
  const end = standIn.lastIndexOf(' ', limit)
  return `${standIn.slice(0, end > 0 ? end : limit).replace(/[\s,;:\uD800-\uDBFF]+$/, '')}…`
}

/** White space runs, line breaks too, as single spaces. */
export const oneLine = (value: string): string => value.trim().replace(/\s+/g, ' ')
