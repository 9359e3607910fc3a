import mammoth from 'mammoth'
import type { ArticleMetadata, ExtractedBlock } from '../../domain/article'
import { parseDateInput } from '../../domain/date-input'
import { type Sourced, unknownValue, withOthers } from '../../domain/origin'
import { hide } from '../cleaning'
import { found, sameWords } from '../metadata'
import { docxParts } from './docx-parts'
import { readFragment, withOpening } from './fragment'
import { textOfHtml } from './html-slim'
import { type FormatReader, hasText, type ParsedArticle, visibleBlock } from './parsed'

/** Names of styles as Word, LibreOffice and Google Docs write them; Word's are English in every language. */
const styleMap = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  ...['Quote', 'Intense Quote', 'Quotations', 'Block Text', 'Block Quotation'].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
  ...['Caption', 'Figure', 'Illustration', 'Image Caption'].map(
    (name) => `p[style-name='${name}'] => figure > figcaption:fresh`,
  ),
  // Headings that are numbered are headings, not items of a list.
  ...[1, 2, 3, 4, 5, 6].flatMap((level) => [
    `p[style-name='heading ${level}'] => h${level}:fresh`,
    `p.Heading${level} => h${level}:fresh`,
  ]),
]

/**
 * Reads a Word document as one article. Files that the document links to are never opened, pictures are left out but for
 * their descriptions.
 * @throws ExpectedError import/encrypted, import/archive-too-large, import/doctype, import/unreadable
 */
export const readDocxFile: FormatReader = async ({ bytes }) => {
  const parts = docxParts(bytes)
  const { value: html } = await mammoth.convertToHtml(
    { buffer: Buffer.from(parts.bytes) },
    {
      styleMap,
      externalFileAccess: false,
      includeEmbeddedStyleMap: false,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    },
  )
  return { articles: [articleOf(html, parts)] }
}

function articleOf(
  html: string,
  { properties, furniture }: { properties: string; furniture: string[] },
): ParsedArticle {
  const shown = { title: marked(html, 'h1', 'title'), subtitle: marked(html, 'p', 'subtitle') }
  const property = (name: string) => propertyOf(properties, name)
  const titleProperty = titleOf(property('dc:title'))
  const known = knownOnly({
    title: withOthers([fromStyle(shown.title, 'Title', titleProperty), titleProperty], sameWords),
    subtitle: fromStyle(shown.subtitle, 'Subtitle', unknownValue),
  })
  const fragment = readFragment(withPlainCells(withoutNoteMarks(html)))
  const kinds = fragment.blocks.map((block) => nameBlock(block, shown))
  const { blocks, metadata } = withOpening(kinds, known)
  const creator = found(personIn(property('dc:creator')), 'unsure', record('dc:creator', property('dc:creator')))
  return {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    part: null,
    metadata: knownOnly({
      ...metadata,
      byline: withOthers([metadata.byline ?? unknownValue, creator], sameWords),
      published: publishedWith(metadata.published, property('dcterms:created')),
    }),
    blocks: [...furniture.flatMap(furnitureBlocks), ...blocks],
    partial: fragment.partial,
  }
}

/** The text of the first element that a style became, or null. */
function marked(html: string, tag: string, name: string): string | null {
  const inner = new RegExp(`<${tag} class="${name}">(.*?)</${tag}>`, 's').exec(html)?.[1] ?? ''
  const text = textOfHtml(inner).join(' ').trim()
  return hasText(text) ? text : null
}

function nameBlock(block: ExtractedBlock, shown: { title: string | null; subtitle: string | null }): ExtractedBlock {
  if (block.hidden) return block
  if (shown.title !== null && sameWords(block.text, shown.title)) return { ...block, kind: 'title' }
  if (shown.subtitle !== null && sameWords(block.text, shown.subtitle)) return { ...block, kind: 'subtitle' }
  return block
}

/** References to footnotes, and the arrows that lead back from them, are no part of the text. */
const withoutNoteMarks = (html: string): string =>
  html
    .replace(/<sup><a href="#(?:foot|end)note-\d+"[^>]*>\[\d+\]<\/a><\/sup>/g, '')
    .replace(/ ?<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/g, '')

/** A cell with one short paragraph is a cell of a table; one with more text lays out the page. */
const withPlainCells = (html: string): string =>
  html.replace(/<(t[dh])([^>]*)><p>((?:(?!<\/?(?:p|t[dh])\b).){0,400})<\/p><\/\1>/gs, '<$1$2>$3</$1>')

const record = (name: string, quote: string) => ({ kind: 'record' as const, at: `document property ${name}`, quote })

function fromStyle(text: string | null, style: string, property: Sourced): Sourced {
  const agrees = style === 'Title' && text !== null && sameWords(text, property.value ?? '')
  return found(text, agrees ? 'certain' : 'likely', { kind: 'element', at: `style ${style}`, quote: text ?? '' })
}

/** The title that a program puts there by itself is none. */
function titleOf(text: string): Sourced {
  const isName = /^(?:untitled|document|microsoft word|word document)\b|\.(?:docx?|odt|rtf|dotx?)$/i.test(text)
  return isName ? unknownValue : found(text, 'unsure', record('dc:title', text))
}

/** A creator is a person where two words name one; accounts are called "user" or "PC-17". */
const personIn = (text: string): string | null =>
  /^(?:microsoft|windows|office|python|admin|user)\b/i.test(text) || /\d|@/.test(text) || !/\p{L}[ ]\p{L}/u.test(text)
    ? null
    : text

/** The day on which the file was made stands beside the date that the text gives; alone it dates nothing. */
function publishedWith(published: Sourced | undefined, created: string): Sourced {
  if (!published?.value) return unknownValue
  const day = parseDateInput(created.slice(0, 10))
  const evidence = { kind: 'file' as const, at: 'document property dcterms:created', quote: created }
  return withOthers([published, found(day, 'unsure', evidence)])
}

function propertyOf(xml: string, name: string): string {
  const inner = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1] ?? ''
  return textOfHtml(inner).join(' ').trim()
}

/** Running heads and feet repeat on every page; each line is kept once, hidden. */
function furnitureBlocks(xml: string): ExtractedBlock[] {
  const paragraphs = xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? []
  const texts = paragraphs.map((paragraph) =>
    textOfHtml(
      (paragraph.match(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/g) ?? []).map((run) => run.replace(/<[^>]*>/g, '')).join(''),
    )
      .join(' ')
      .trim(),
  )
  return texts.filter((text) => /\p{L}/u.test(text)).map((text) => hide(visibleBlock(text, null), 'print'))
}

const knownOnly = (metadata: Partial<ArticleMetadata>): Partial<ArticleMetadata> =>
  Object.fromEntries(Object.entries(metadata).filter(([, sourced]) => sourced.value !== null))
