import type { ArticleMetadata, BlockKind, ExtractedBlock } from '../../domain/article'
import { type Sourced, unknownValue } from '../../domain/origin'
import { cleanBlocks, furnitureReason, hide } from '../cleaning'
import { parseDateLine } from '../date-line'
import { decodeFile } from '../decode'
import { firstKnown, found, sameWords, wordsOf } from '../metadata'
import { isProse, readOpening } from '../opening'
import { articleElement, type DomDocument, parsePage } from './dom'
import { markedIn, nearNames, type PageBlock, pageBlocks } from './html-blocks'
import { dayOf, type PageHead, personName, readHead } from './html-head'
import { authorElement, timeElement } from './html-marked'
import { slimPage } from './html-slim'
import { type FormatReader, type ParsedArticle, visibleBlock } from './parsed'

/** Reads a file that is a web page. */
export const readHtmlFile: FormatReader = (file) => {
  const { text, partial } = decodeFile(file, 'markup')
  const article = readHtml(text, file.fileName.toLowerCase().endsWith('.xhtml'))
  return { articles: [{ ...article, partial: article.partial ?? partial }] }
}

/**
 * Reads a web page: the article as Readability finds it, all other text as hidden blocks in its place, and the metadata
 * that the page gives in linked data, meta elements and visible text.
 * @param xml the file is XHTML
 */
export function readHtml(source: string, xml: boolean): ParsedArticle {
  const page = slimPage(source, xml || /^\s*<\?xml\b/.test(source))
  const document = parsePage(page.html)
  const head = readHead(document, page.jsonLd, source)
  const shown = { byline: authorElement(document), published: timeElement(document) }
  const parts = pageBlocks(document)
  const kept = articleBlocks(document, parts, page.elements)
  const title = titleBlock(parts, kept, head)
  const metadata = headMetadata(head, parts[title] ?? null, shown.byline)
  const blocks = cleanBlocks(parts.map((part, index) => blockOf(part, index, kept, title)))
  readZone({ parts, blocks, kept, title, metadata })
  const opening = readOpening(blocks, metadata)
  const read = { ...opening.metadata, ...metadata }
  return {
    mediaType: 'text/html',
    part: null,
    metadata: {
      ...read,
      published: firstKnown([read.published ?? unknownValue, shown.published, dateInAddress(read.url)]),
    },
    blocks: opening.blocks,
    partial: page.flattened ? 'nesting' : null,
  }
}

/** Readability goes over all elements several times; real pages have up to 10,000. */
const mostForReadability = 25_000

/** Numbers of the blocks that are the article's: Readability's choice, else whatever is in no part of page furniture. */
function articleBlocks(document: DomDocument, parts: readonly PageBlock[], elements: number): Set<number> {
  const article = elements <= mostForReadability ? articleElement(document) : null
  const kept = article ? markedIn(article) : new Set<number>()
  if (kept.size > 0) return kept
  return new Set(parts.flatMap((part, index) => (part.region === null ? [index] : [])))
}

function blockOf(part: PageBlock, index: number, kept: ReadonlySet<number>, title: number): ExtractedBlock {
  const block = visibleBlock(part.text, null, index === title ? 'title' : part.kind)
  // Readability removes a sign-up form but keeps the heading over it.
  const headsFurniture = part.kind === 'heading' && part.region !== null && part.region !== 'navigation'
  if (index === title || (kept.has(index) && !headsFurniture)) return block
  return hide(block, furnitureReason(part.text) ?? part.region ?? 'navigation')
}

/** The block that shows the headline, or -1: a heading that says what the head's titles say, or the only first-level one. */
function titleBlock(parts: readonly PageBlock[], kept: ReadonlySet<number>, head: PageHead): number {
  const agrees = (part: PageBlock) => head.titles.some((title) => sayTheSame(part.text, title.value ?? ''))
  const heading = (part: PageBlock, level: RegExp) => level.test(part.holder.localName) && part.text.length <= 400
  for (const level of [/^h1$/, /^h[2-6]$/]) {
    const at = parts.findIndex((part) => heading(part, level) && agrees(part))
    if (at >= 0) return at
  }
  const last = Math.max(...kept, 0)
  const firstLevel = parts.flatMap((part, index) =>
    heading(part, /^h1$/) && part.region === null && index < last ? [index] : [],
  )
  const [only] = firstLevel
  const isSite = only !== undefined && sameWords(parts[only]?.text ?? '', head.outlet.value ?? '')
  return firstLevel.length === 1 && only !== undefined && !isSite ? only : -1
}

/** The same words, or nearly all words of the shorter in the longer; a headline is often shortened for a page's head. */
function sayTheSame(a: string, b: string): boolean {
  if (sameWords(a, b)) return true
  const [shorter = [], longer = []] = [wordsOf(a).split(' '), wordsOf(b).split(' ')].sort((x, y) => x.length - y.length)
  const common = shorter.filter((word) => longer.includes(word)).length
  return shorter.length >= 4 && common >= shorter.length * 0.75 && shorter.length >= longer.length * 0.5
}

/** Known values only; the headline as the page shows it goes before its forms in the page's head. */
function headMetadata(head: PageHead, shown: PageBlock | null, byline: Sourced): Partial<ArticleMetadata> {
  const tag = shown?.holder.localName ?? ''
  const agrees = head.titles.some((given) => sayTheSame(shown?.text ?? '', given.value ?? ''))
  const title = shown
    ? found(shown.text, agrees ? 'certain' : 'likely', { kind: 'element', at: tag, quote: shown.text })
    : firstKnown(head.titles)
  const all = { ...head, title, byline: firstKnown([head.byline, byline]) }
  const metadata: Partial<ArticleMetadata> = {}
  for (const field of ['title', 'byline', 'outlet', 'published', 'language', 'url'] as const) {
    if (all[field].value !== null) metadata[field] = all[field]
  }
  return metadata
}

type Zone = {
  parts: readonly PageBlock[]
  blocks: ExtractedBlock[]
  kept: ReadonlySet<number>
  title: number
  metadata: Partial<ArticleMetadata>
}

/** So many blocks before the first paragraph belong to an article's head where no headline marks its beginning. */
const headWithoutTitle = 8
const subtitleNames =
  /(?:\b|_|-)(?:sub-?(?:title|head(?:line)?)|standfirst|stand-first|dek|deck|strapline|kicker-text|article-summary|article__summary|lead-?in)(?:\b|_|-)/
const bylineNames = /(?:\b|_|-)(?:byline|author|writer|contributors?)(?:\b|_|-|s\b)/
const dateNames = /(?:\b|_|-)(?:date|dateline|time|timestamp|published|pubdate|posted)(?:\b|_|-)/

/**
 * Between headline and first paragraph stand subtitle, byline, date and picture, which Readability often leaves out: they
 * become visible with their kinds, and give the values that the page's head lacks.
 */
function readZone({ parts, blocks, kept, title, metadata }: Zone): void {
  const prose = parts.findIndex(
    (part, index) => kept.has(index) && index > title && isProse(part.text) && !isHead(part),
  )
  const from = title >= 0 ? Math.max(0, title - 3) : Math.max(0, prose - headWithoutTitle)
  for (let index = from; index < prose; index += 1) {
    const part = parts[index]
    const block = blocks[index]
    if (!part || !block || index === title || furnitureReason(part.text) !== null) continue
    const kind = headKind(part, index > title)
    if (!kind || (index < title && kind !== 'date' && kind !== 'byline') || isFurniture(part.region)) continue
    blocks[index] = { ...block, kind, hidden: false, reason: null }
    readHeadBlock(part, kind, metadata)
  }
  for (const [index, part] of parts.entries()) {
    const block = blocks[index]
    if (!block?.hidden || part.kind !== 'caption' || isFurniture(part.region)) continue
    if (index > title && index < Math.max(...kept, 0)) blocks[index] = visibleBlock(part.text, null, 'caption')
  }
}

const isHead = (part: PageBlock): boolean => ['subtitle', 'byline', 'date'].includes(headKind(part, true) ?? '')
const isFurniture = (region: PageBlock['region']): boolean => region !== null && region !== 'print'

function headKind(part: PageBlock, afterTitle: boolean): BlockKind | null {
  if (part.kind === 'caption') return 'caption'
  const names = nearNames(part.holder)
  if (parseDateLine(part.text)) return 'date'
  if (part.text.length <= 60 && dateNames.test(names) && /\d{4}/.test(part.text)) return 'date'
  if (part.text.length <= 160 && (bylineNames.test(names) || /^By \p{Lu}/u.test(part.text)) && !isProse(part.text))
    return 'byline'
  return afterTitle && part.text.length <= 500 && subtitleNames.test(names) ? 'subtitle' : null
}

function readHeadBlock(part: PageBlock, kind: BlockKind, metadata: Partial<ArticleMetadata>): void {
  const evidence = { kind: 'element' as const, at: part.holder.localName, quote: part.text }
  const date = kind === 'date' || kind === 'byline' ? parseDateLine(part.text) : null
  if (date && !date.updated && !metadata.published) metadata.published = found(date.edtf, 'certain', evidence)
  if (kind === 'byline' && !metadata.byline) metadata.byline = found(personName(part.text), 'likely', evidence)
  if (kind === 'subtitle' && !metadata.subtitle) metadata.subtitle = found(part.text, 'likely', evidence)
}

/** Many outlets put the day of publication into an article's address. */
function dateInAddress(url: Sourced | undefined): Sourced {
  const match = /\/((?:19|20|21)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=\/|-|$)/.exec(url?.value ?? '')
  const day = match ? dayOf(`${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`) : null
  return day ? found(day, 'likely', { kind: 'element', at: 'url', quote: match?.[0] ?? '' }, 'rule') : unknownValue
}
