import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import type { Note, NoteArticle, NoteEvent, NotePassage } from '../../src-main/exporting/note'

/** Parses a written note again, as a reader of CommonMark with tables, footnotes and front matter would. */
export const parseNote = (markdown: string): Root =>
  fromMarkdown(markdown, {
    extensions: [frontmatter(['yaml']), gfm()],
    mdastExtensions: [frontmatterFromMarkdown(['yaml']), gfmFromMarkdown()],
  })

type AnyNode = { type: string; children?: AnyNode[]; value?: string }

/** All nodes of a type, in order. */
export function nodesOf<T = AnyNode>(root: unknown, type: string): T[] {
  const node = root as AnyNode
  const below = (node.children ?? []).flatMap((child) => nodesOf<T>(child, type))
  return node.type === type ? [node as T, ...below] : below
}

/** The words of a node; paragraphs on lines of their own, references left out. */
export function wordsOf(node: unknown): string {
  const { type, value, children = [] } = node as AnyNode
  if (value !== undefined) return value
  return children.map(wordsOf).join(type === 'blockquote' ? '\n' : '')
}

export const article = (id: number, fields: Partial<NoteArticle> = {}): NoteArticle => ({
  id,
  title: `Harbour closed, ${id}`,
  standIn: 'The harbour closed.',
  outlet: 'The Courier',
  published: '2023-03-12',
  url: null,
  ...fields,
})

export const passage = (id: number, articleId: number, fields: Partial<NotePassage> = {}): NotePassage => ({
  id,
  articleId,
  quote: `The harbour was closed on day ${id}.`,
  paragraph: '3',
  imported: null,
  holds: true,
  trashed: false,
  ...fields,
})

export const event = (fields: Partial<NoteEvent> = {}): NoteEvent => ({
  title: 'Harbour closed',
  description: '',
  edtf: '2023-03-07',
  interval: { earliest: '2023-03-07', latest: '2023-03-07' },
  state: {
    kind: 'corroborated',
    articles: 3,
    outlets: 2,
    origins: 2,
    unknownOutlets: 0,
    agree: 3,
    orphaned: 0,
    conflicts: [],
  },
  evidence: [],
  ...fields,
})

export const note = (fields: {
  blocks: Note['blocks']
  articles?: NoteArticle[]
  passages?: NotePassage[]
  title?: string
}): Note => ({
  title: fields.title ?? 'Closure of the harbour',
  blocks: fields.blocks,
  articles: new Map((fields.articles ?? [article(1)]).map((a) => [a.id, a])),
  passages: new Map((fields.passages ?? [passage(1, 1)]).map((p) => [p.id, p])),
})
