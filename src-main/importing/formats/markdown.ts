import type { Nodes, PhrasingContent, RootContent, TableRow } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { parse } from 'yaml'
import type { ArticleMetadata, BlockKind, ExtractedBlock } from '../../domain/article'
import { parseDateInput } from '../../domain/date-input'
import { cleanBlocks } from '../cleaning'
import { parseDateLine } from '../date-line'
import { decodeFile } from '../decode'
import { found, webAddress } from '../metadata'
import { readOpening } from '../opening'
import { textOfHtml } from './html-slim'
import { type FormatReader, hasText, type ParsedArticle, visibleBlock } from './parsed'
import { readText } from './text'

/** Beyond this the parser would need longer than a file may take (about 0.3 MB a second); the text is then read plain. */
const longestMarkdown = 1_500_000
/** Quotes in quotes, lists in lists: deeper ones are no article and cost stack. */
const deepestNesting = 100

/** Reads a file of Markdown. */
export const readMarkdownFile: FormatReader = (file) => {
  const { text, partial } = decodeFile(file, 'text')
  const article = readMarkdown(text)
  return { articles: [{ ...article, partial: article.partial ?? partial }] }
}

/** Reads Markdown with GitHub's extensions: marks become kinds of blocks, front matter becomes metadata. */
export function readMarkdown(source: string): ParsedArticle {
  if (source.length > longestMarkdown || tooDeep(source)) {
    return { ...readText(source), mediaType: 'text/markdown', partial: 'markup-ignored' }
  }
  const tree = fromMarkdown(source, {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  })
  const blocks = tree.children.flatMap((node) => blocksOf(node, 'paragraph'))
  const head = tree.children[0]
  const known = head?.type === 'yaml' ? readFrontMatter(head.value) : {}
  const opening = readOpening(cleanBlocks(blocks), known)
  return {
    mediaType: 'text/markdown',
    part: null,
    metadata: { ...opening.metadata, ...known },
    blocks: opening.blocks,
    partial: null,
  }
}

/** Container marks at the start of a line, or indentation, deeper than any article has. */
const tooDeep = (source: string): boolean =>
  new RegExp(
    String.raw`^(?:[ \t]{0,8}(?:[>*+-]|\d{1,9}[.)])){${deepestNesting}}|^[ \t]{${deepestNesting * 2}}`,
    'm',
  ).test(source)

/** @param kind what the containers around the node make of its paragraphs */
function blocksOf(node: RootContent, kind: BlockKind): ExtractedBlock[] {
  const line = node.position?.start.line ?? null
  const blocks = (texts: readonly string[], as = kind) =>
    texts.filter(hasText).map((text) => visibleBlock(text.trim(), line, as))
  switch (node.type) {
    case 'heading':
      return blocks([inlineText(node.children)], 'heading')
    case 'paragraph':
      return blocks([inlineText(node.children)], isPicture(node.children) ? 'caption' : kind)
    case 'blockquote':
      return node.children.flatMap((child) => blocksOf(child, 'quote'))
    case 'list':
    case 'listItem':
      return node.children.flatMap((child: RootContent) => blocksOf(child, kind === 'quote' ? kind : 'list-item'))
    case 'footnoteDefinition':
      return node.children.flatMap((child) => blocksOf(child, kind))
    case 'table':
      return node.children.flatMap((row) => tableRow(row))
    case 'code':
      return blocks(node.value.split(/\n\s*\n/).map((part) => part.replace(/\s+/g, ' ')))
    case 'html':
      return blocks(textOfHtml(node.value))
    default:
      return []
  }
}

function tableRow(row: TableRow): ExtractedBlock[] {
  const text = row.children.map((cell) => inlineText(cell.children)).join(' | ')
  return hasText(text) ? [visibleBlock(text, row.position?.start.line ?? null)] : []
}

const isPicture = (nodes: readonly PhrasingContent[]): boolean =>
  nodes.some((node) => node.type === 'image') &&
  nodes.every((node) => node.type === 'image' || (node.type === 'text' && !hasText(node.value)))

/** The text of inline nodes as it is read: marks and addresses left out, a picture's description kept. */
function inlineText(nodes: readonly Nodes[]): string {
  return nodes
    .map(textOfNode)
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, ' ')
}

function textOfNode(node: Nodes): string {
  if (node.type === 'break') return ' '
  if (node.type === 'html') return textOfHtml(node.value).join(' ')
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? ''
  if (node.type === 'footnoteReference') return ''
  if ('children' in node) return inlineText(node.children)
  return 'value' in node ? node.value : ''
}

const fieldByKey: Readonly<Record<string, keyof ArticleMetadata>> = {
  title: 'title',
  headline: 'title',
  subtitle: 'subtitle',
  description: 'subtitle',
  author: 'byline',
  authors: 'byline',
  byline: 'byline',
  source: 'outlet',
  outlet: 'outlet',
  publication: 'outlet',
  publisher: 'outlet',
  site: 'outlet',
  date: 'published',
  published: 'published',
  publisheddate: 'published',
  date_published: 'published',
  url: 'url',
  link: 'url',
  source_url: 'url',
  lang: 'language',
  language: 'language',
}

/** Front matter that is not valid YAML, or names none of these keys, gives nothing. */
function readFrontMatter(yaml: string): Partial<ArticleMetadata> {
  const values = parsedYaml(yaml)
  const metadata: Partial<ArticleMetadata> = {}
  for (const [key, value] of Object.entries(values)) {
    const text = scalarText(value)
    const named = Object.hasOwn(fieldByKey, key.toLowerCase()) ? fieldByKey[key.toLowerCase()] : undefined
    if (!named || text === null) continue
    // "source" is an outlet's name in some files and the article's address in others.
    const field = named === 'outlet' && webAddress(text) ? 'url' : named
    const normal = normalValue(field, text)
    if (normal === null || metadata[field]) continue
    const sourced = found(normal, 'certain', { kind: 'element', at: `front matter ${key}`, quote: text })
    if (sourced.value !== null) metadata[field] = sourced
  }
  return metadata
}

function normalValue(field: keyof ArticleMetadata, text: string): string | null {
  if (field === 'url') return webAddress(text)
  if (field === 'published') return parseDateLine(text)?.edtf ?? parseDateInput(text)
  if (field === 'language') return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text) ? text : null
  return text
}

function parsedYaml(yaml: string): Record<string, unknown> {
  try {
    const value: unknown = parse(yaml, { schema: 'failsafe', logLevel: 'silent', maxAliasCount: 0 })
    return value !== null && typeof value === 'object' ? { ...value } : {}
  } catch {
    return {}
  }
}

function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null
  if (!Array.isArray(value)) return null
  const names = value.filter((item): item is string => typeof item === 'string')
  return names.length > 0 ? names.join(', ') : null
}
