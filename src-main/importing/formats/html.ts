import { type BlockKind, type ExtractedBlock, isNumbered } from '../../domain/article'
import { bylineNames } from '../byline'
import { isCaption } from '../caption'
import { cleanBlocks, furnitureReason, hide } from '../cleaning'
import { parseDateLine } from '../date-line'
import { decodeFile } from '../decode'
import { isProse, readOpening } from '../opening'
import { articleElement, type DomDocument } from './dom'
import { type Choice, chooseArticle } from './html-article'
import { markedIn, type PageBlock, pageBlocks } from './html-blocks'
import { linkedText } from './html-linked-text'
import { cluesOf, headlineBlock, pageMetadata } from './html-metadata'
import { lengthOf, proseOf } from './html-prose'
import { nearNames } from './html-region'
import { pageTree } from './html-tree'
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
  const page = pageTree(source, xml || /^\s*<\?xml\b/.test(source))
  const { document } = page
  const parts = pageBlocks(document)
  const clues = cluesOf(document, page.jsonLd, source, parts)
  const found = readabilityBlocks(document, page.elements)
  const choice = chooseArticle(parts, found, linkedText(page.jsonLd))
  const { kept } = choice
  const title = headlineBlock(clues, parts, kept)
  const blocks = cleanBlocks(parts.map((part, index) => blockOf(part, index, choice, title)))
  readZone({ parts, blocks, kept, title })
  hideAbove(parts, blocks, title)
  const metadata = pageMetadata(clues, { parts, blocks, kept, title })
  const opening = readOpening(blocks, metadata)
  return {
    mediaType: 'text/html',
    part: null,
    metadata: { ...opening.metadata, ...metadata },
    blocks: opening.blocks,
    partial: page.flattened ? 'nesting' : null,
  }
}

/** Readability goes over all elements several times; real pages have up to 10,000. */
const mostForReadability = 25_000

/** Numbers of the blocks that Readability takes for the article; none where it finds none. Changes the document. */
function readabilityBlocks(document: DomDocument, elements: number): Set<number> {
  const article = elements <= mostForReadability ? articleElement(document) : null
  return article ? markedIn(article) : new Set()
}

function blockOf(part: PageBlock, index: number, { kept, reasons }: Choice, title: number): ExtractedBlock {
  const block = visibleBlock(part.text, null, index === title ? 'title' : part.kind)
  if (index === title || kept.has(index)) return block
  return hide(block, furnitureReason(part.text) ?? reasons.get(index) ?? part.region ?? 'navigation')
}

type Zone = {
  parts: readonly PageBlock[]
  blocks: ExtractedBlock[]
  kept: ReadonlySet<number>
  title: number
}

/** So many blocks before the first paragraph belong to an article's head where no headline marks its beginning. */
const headWithoutTitle = 8
const subtitleNames =
  /(?:\b|_|-)(?:sub-?(?:title|head(?:line)?)|standfirst|stand-first|dek|deck|strapline|kicker-text|article-summary|article__summary|lead-?in)(?:\b|_|-)/
const bylineClasses =
  /(?:\b|_|-)(?:byline|author|writer|contributors?|reporter|autor(?:es)?|auteurs?|firma|signature|verfasser)(?:\b|_|-|s\b)/
/** "1:39 PM ET", "2 hours ago" beside a date or in its place. */
const timeAlone = /^\D{0,15}\d{1,2}(?:[:.]\d{2})?(?![\d%])\D{0,20}$/u
/** Small words within names of persons. */
const particles = new Set(
  'al af av ben bin bint da das de dei del della den der di do dos du e el ibn la le li och of ten ter the und van von y zu'.split(
    ' ',
  ),
)
const dateNames = /(?:\b|_|-)(?:date|dateline|time|timestamp|published|pubdate|posted)(?:\b|_|-)/

/**
 * Between headline and first paragraph stand subtitle, byline, date and picture, which Readability often leaves out: they
 * become visible with their kinds.
 */
function readZone({ parts, blocks, kept, title }: Zone): void {
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
  }
  readBehindLead(parts, blocks, kept, prose)
  for (const [index, part] of parts.entries()) {
    const block = blocks[index]
    if (!block?.hidden || !(part.kind === 'caption' || isCaption(part.text)) || isFurniture(part.region)) continue
    if (index > title && index < Math.max(...kept, 0)) blocks[index] = visibleBlock(part.text, null, 'caption')
  }
}

/** So many blocks behind a first paragraph that sums the article up its byline and date may stand. */
const behindLead = 6

/** Where the first paragraph is a standfirst, a line that is a date and one that begins with "By" follow it. */
function readBehindLead(
  parts: readonly PageBlock[],
  blocks: ExtractedBlock[],
  kept: ReadonlySet<number>,
  prose: number,
): void {
  const isNext = (part: PageBlock, index: number) =>
    kept.has(index) && blocks[index]?.kind !== 'caption' && isProse(part.text) && !isHead(part)
  const next = parts.findIndex((part, index) => index > prose && isNext(part, index))
  for (let index = prose + 1; prose >= 0 && index < Math.min(next, prose + behindLead); index += 1) {
    const part = parts[index]
    const block = blocks[index]
    if (!part || !block || block.hidden || part.kind === 'heading') continue
    if (parseDateLine(part.text)) blocks[index] = { ...block, kind: 'date' }
    else if (part.text.length <= 100 && byName.test(part.text)) blocks[index] = { ...block, kind: 'byline' }
  }
}

/** Labels above the headline, where no running text stands there: the outlet's sections, a slogan. */
function hideAbove(parts: readonly PageBlock[], blocks: ExtractedBlock[], title: number): void {
  const above = parts.slice(0, Math.max(0, title))
  if (above.some((part, index) => blocks[index]?.hidden === false && proseOf(part) > 0)) return
  for (const index of above.keys()) {
    const block = blocks[index]
    if (block && !block.hidden && (block.kind === 'heading' || isNumbered(block.kind))) {
      blocks[index] = hide(block, 'navigation')
    }
  }
}

/** A heading of a sentence or two under the headline sums the article up. */
const isLongHeading = (part: PageBlock): boolean => part.kind === 'heading' && lengthOf(part.text) >= 80

const isHead = (part: PageBlock): boolean => ['subtitle', 'byline', 'date'].includes(headKind(part, true) ?? '')
const isFurniture = (region: PageBlock['region']): boolean => region !== null && region !== 'print'

function headKind(part: PageBlock, afterTitle: boolean): BlockKind | null {
  if (part.kind === 'caption' || isCaption(part.text)) return 'caption'
  const names = nearNames(part.holder)
  if (parseDateLine(part.text)) return 'date'
  if (part.text.length <= 60 && dateNames.test(names) && /\d{4}/.test(part.text)) return 'date'
  if (part.text.length <= 40 && dateNames.test(names) && timeAlone.test(part.text)) return 'date'
  const isNamed = (bylineClasses.test(names) && namesSomeone(part.text)) || byName.test(part.text)
  if (part.text.length <= 160 && isNamed && !isProse(part.text)) return 'byline'
  if (!afterTitle || part.text.length > 500) return null
  return subtitleNames.test(names) || isLongHeading(part) ? 'subtitle' : null
}

const byName = /^By \p{Lu}/u

/** A menu near the author's name is often called after the author, too. */
function namesSomeone(text: string): boolean {
  if (!/\S\s+\S|\p{Lo}{2}/u.test(text)) return false
  const words = bylineNames(text)?.split(/[\s,]+/) ?? []
  return words.length > 0 && !words.some((word) => /^\p{Ll}+$/u.test(word) && !particles.has(word))
}
