import type { Blockquote, List, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { frontmatterToMarkdown } from 'mdast-util-frontmatter'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import { compareIntervals, edtfInterval } from '../../domain/edtf'
import type { Note, NoteArticle, NoteBlock, WrittenNote } from '../note'
import { placeCitations, uncitedParagraphs } from './citations'
import { addressWords, createFootnotes, type Footnotes, oneLine, sourceWords } from './footnotes'
import { inertBlocks } from './inert'
import { timelineNodes } from './timeline'

/**
 * Writes a note as Markdown: YAML front matter, CommonMark, tables, and a footnote for every quotation. It is built as a
 * syntax tree, so that no text of an article can become markup. The same note gives the same bytes; nothing in it tells
 * when it was written.
 */
export function writeNote(note: Note): WrittenNote {
  const footnotes = createFootnotes(note)
  const unsourced: string[] = []
  // Sources come last: what they list is known once all else is written.
  const written = note.blocks.map((block, index) => (block.kind === 'sources' ? block : nodesOf(block, index)))
  const body = written.flatMap((nodes) => (Array.isArray(nodes) ? nodes : sourceNodes(nodes.articleIds)))
  const title = oneLine(note.title)
  const root: Root = {
    type: 'root',
    children: [
      { type: 'yaml', value: frontMatter(title, footnotes) },
      { type: 'heading', depth: 1, children: [text(title)] },
      ...body,
      ...footnotes.definitions(),
    ],
  }
  return { markdown: serialise(root), footnotes: footnotes.all(), unsourced, stale: footnotes.stale() }

  function nodesOf(block: Exclude<NoteBlock, { kind: 'sources' }>, index: number): RootContent[] {
    if (block.kind === 'heading')
      return [{ type: 'heading', depth: block.level, children: [text(oneLine(block.text))] }]
    if (block.kind === 'timeline') return timelineNodes(block.events, note, footnotes)
    if (block.kind === 'quotes') return block.passageIds.flatMap((id) => quoteNode(id, note, footnotes) ?? [])
    const nodes = inertBlocks(block.markdown, `text${index + 1}-`)
    placeCitations(nodes, footnotes.cite)
    unsourced.push(...uncitedParagraphs(nodes))
    return nodes
  }

  function sourceNodes(articleIds: number[] | null): RootContent[] {
    const ids = articleIds ?? [...new Set(footnotes.all().map((footnote) => footnote.article.id))]
    const articles = ids.flatMap((id) => note.articles.get(id) ?? []).sort(compareSources)
    const list: List = {
      type: 'list',
      ordered: false,
      spread: false,
      children: articles.map((article) => ({
        type: 'listItem',
        spread: false,
        children: [{ type: 'paragraph', children: [...sourceWords(article), ...addressWords(article)] }],
      })),
    }
    return articles.length === 0 ? [] : [list]
  }
}

const text = (value: string): PhrasingContent => ({ type: 'text', value })

/** A quotation, word for word: a paragraph per line of the text, the reference after the last. */
function quoteNode(passageId: number, note: Note, footnotes: Footnotes): Blockquote | null {
  const reference = footnotes.cite(passageId)
  const passage = note.passages.get(passageId)
  if (reference === null || !passage) return null
  footnotes.quoted(passageId)
  const lines = quotedLines(passage.quote)
  lines.at(-1)?.children.push(reference)
  return { type: 'blockquote', children: lines }
}

/** The words of a quotation: a paragraph per line of the text. */
export const quotedLines = (quote: string): Paragraph[] =>
  quote
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ type: 'paragraph', children: [text(line)] }))

/** By publication date, undated last; then by outlet, title and id, so that the order is always the same. */
function compareSources(a: NoteArticle, b: NoteArticle): number {
  const byDate = compareIntervals(intervalOf(a), intervalOf(b))
  if (byDate !== 0) return byDate
  return compareText(a.outlet, b.outlet) || compareText(a.title ?? a.standIn, b.title ?? b.standIn) || a.id - b.id
}

const intervalOf = (article: NoteArticle) => (article.published === null ? null : edtfInterval(article.published))

const compareText = (a: string | null, b: string | null): number => {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

function frontMatter(title: string, footnotes: Footnotes): string {
  const cited = footnotes.all()
  const articles = new Set(cited.map((footnote) => footnote.article.id)).size
  return stringify({ title, generator: 'Collate', quotes: cited.length, articles }, { lineWidth: 0 }).trimEnd()
}

/** A syntax tree as Markdown. */
export const serialise = (root: Root): string =>
  toMarkdown(root, {
    extensions: [frontmatterToMarkdown(['yaml']), gfmToMarkdown({ tableCellPadding: true, tablePipeAlign: false })],
    bullet: '-',
    emphasis: '*',
    fences: true,
    listItemIndent: 'one',
    rule: '-',
  })
