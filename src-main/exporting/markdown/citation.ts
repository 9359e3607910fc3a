import type { Root, RootContent } from 'mdast'
import type { NoteArticle, NotePassage } from '../note'
import { addressWords, placeWords, sourceWords } from './footnotes'
import { quotedLines, serialise } from './write'

/**
 * A quotation by itself with its source below it, as the notes have both: outlet, title, date, paragraph, and the address
 * where one is known. No text of the article can become markup.
 */
export function writeCitation(passage: NotePassage, article: NoteArticle): string {
  const source: RootContent = {
    type: 'paragraph',
    children: [...sourceWords(article), ...placeWords(passage, true), ...addressWords(article)],
  }
  const root: Root = {
    type: 'root',
    children: [{ type: 'blockquote', children: [...quotedLines(passage.quote), source] }],
  }
  return serialise(root)
}
