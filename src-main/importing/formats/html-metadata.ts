import type { ArticleMetadata, ExtractedBlock } from '../../domain/article'
import { type Sourced, unknownValue } from '../../domain/origin'
import { parseDateLine } from '../date-line'
import { firstKnown, found, sameWords, wordsOf } from '../metadata'
import type { DomDocument } from './dom'
import type { PageBlock } from './html-blocks'
import { dayOf, type PageHead, personName, readHead } from './html-head'
import { authorElement, timeElement } from './html-marked'

/** What a page says of its article's metadata, in its head and by the markup of its text. */
export type PageClues = PageHead & { markedByline: Sourced; markedTime: Sourced }

/** The blocks of a page, which of them are its article's, and the number of its headline, or -1. */
export type PageText = {
  parts: readonly PageBlock[]
  blocks: readonly ExtractedBlock[]
  kept: ReadonlySet<number>
  title: number
}

/**
 * Reads all that a page says about its article, before its tree is changed.
 * @param source the page as it was saved, for the comments of programs that save pages
 */
export function cluesOf(document: DomDocument, jsonLd: readonly string[], source: string): PageClues {
  return {
    ...readHead(document, jsonLd, source),
    markedByline: authorElement(document),
    markedTime: timeElement(document),
  }
}

/** The block that shows the headline, or -1: a heading that says what the head's titles say, or the only first-level one. */
export function headlineBlock(clues: PageClues, parts: readonly PageBlock[], kept: ReadonlySet<number>): number {
  const agrees = (part: PageBlock) => clues.titles.some((title) => sayTheSame(part.text, title.value ?? ''))
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
  const isSite = only !== undefined && sameWords(parts[only]?.text ?? '', clues.outlet.value ?? '')
  return firstLevel.length === 1 && only !== undefined && !isSite ? only : -1
}

/** The same words, or nearly all words of the shorter in the longer; a headline is often shortened for a page's head. */
function sayTheSame(a: string, b: string): boolean {
  if (sameWords(a, b)) return true
  const [shorter = [], longer = []] = [wordsOf(a).split(' '), wordsOf(b).split(' ')].sort((x, y) => x.length - y.length)
  const common = shorter.filter((word) => longer.includes(word)).length
  return shorter.length >= 4 && common >= shorter.length * 0.75 && shorter.length >= longer.length * 0.5
}

/**
 * The known values of a page's metadata. The headline as the page shows it goes before its forms in the page's head.
 * @param text its blocks, those that were recognised as subtitle, byline and date with their kinds
 */
export function pageMetadata(clues: PageClues, { parts, blocks, title }: PageText): Partial<ArticleMetadata> {
  const shown = parts[title] ?? null
  const tag = shown?.holder.localName ?? ''
  const agrees = clues.titles.some((given) => sayTheSame(shown?.text ?? '', given.value ?? ''))
  const headline = shown
    ? found(shown.text, agrees ? 'certain' : 'likely', { kind: 'element', at: tag, quote: shown.text })
    : firstKnown(clues.titles)
  const lines = headLines(parts, blocks)
  const metadata: Partial<ArticleMetadata> = {}
  const values: Partial<ArticleMetadata> = {
    title: headline,
    subtitle: lines.subtitle,
    byline: firstKnown([clues.byline, clues.markedByline, lines.byline]),
    outlet: clues.outlet,
    published: firstKnown([clues.published, lines.published, clues.markedTime, dateInAddress(clues.url)]),
    language: clues.language,
    url: clues.url,
  }
  for (const [field, value] of Object.entries(values)) {
    if (value.value !== null) metadata[field as keyof ArticleMetadata] = value
  }
  return metadata
}

/** What the lines say that were recognised as an article's head. */
function headLines(parts: readonly PageBlock[], blocks: readonly ExtractedBlock[]) {
  let [subtitle, byline, published] = [unknownValue, unknownValue, unknownValue]
  for (const [index, part] of parts.entries()) {
    const kind = blocks[index]?.kind
    const evidence = { kind: 'element' as const, at: part.holder.localName, quote: part.text }
    const date = kind === 'date' || kind === 'byline' ? parseDateLine(part.text) : null
    if (date && !date.updated) published = firstKnown([published, found(date.edtf, 'certain', evidence)])
    if (kind === 'byline') byline = firstKnown([byline, found(personName(part.text), 'likely', evidence)])
    if (kind === 'subtitle') subtitle = firstKnown([subtitle, found(part.text, 'likely', evidence)])
  }
  return { subtitle, byline, published }
}

/** Many outlets put the day of publication into an article's address. */
function dateInAddress(url: Sourced): Sourced {
  const match = /\/((?:19|20|21)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=\/|-|$)/.exec(url.value ?? '')
  const day = match ? dayOf(`${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`) : null
  return day ? found(day, 'likely', { kind: 'address', at: '', quote: match?.[0] ?? '' }, 'rule') : unknownValue
}
