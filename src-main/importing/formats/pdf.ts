import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import type { ArticleMetadata, ExtractedBlock } from '../../domain/article'
import { ExpectedError } from '../../domain/error'
import type { PartialReason } from '../../domain/extraction'
import { type Sourced, unknownValue, withOthers } from '../../domain/origin'
import { cleanBlocks, hide } from '../cleaning'
import { firstKnown, found, sameWords } from '../metadata'
import { isProse, readOpening } from '../opening'
import { type FormatReader, hasText, type ParsedArticle } from './parsed'
import { blocksOf, largestText, nameSubtitle } from './pdf-blocks'
import { regionsOf } from './pdf-columns'
import { type Sorted, sortRows } from './pdf-furniture'
import { readHeads, withHeadDate } from './pdf-heads'
import {
  authorOfInfo,
  chooseTitle,
  isBrowserPrint,
  knownOnly,
  languageOfInfo,
  type PdfInfo,
  publishedWith,
  readInfo,
  titleOfInfo,
} from './pdf-info'
import { type Glyph, hasArabic, lettersBesideText, mendLigatures, type TextItem } from './pdf-ligatures'
import { type Line, linesOf } from './pdf-lines'
import { smallShapes, withMarks } from './pdf-marks'
import { type Page, type Piece, readPage } from './pdf-page'
import { type Paragraph, paragraphsOf } from './pdf-paragraphs'

/** Milliseconds after which no further page is read; what was read till then is the article's text. */
const longestReading = 6500

type Reading = { pages: Page[]; info: PdfInfo; withoutText: number; stopped: boolean; lost: boolean }

/**
 * Reads a PDF with a text layer as one article: columns in their order, lines joined to paragraphs, running heads and
 * page numbers as hidden blocks.
 * @throws ExpectedError import/encrypted, import/no-text-layer, import/unreadable
 */
export const readPdfFile: FormatReader = async ({ bytes }) => {
  const reading = await readPages(bytes)
  if (reading.pages.every((page) => page.rows.length === 0 && page.turned.length === 0)) {
    throw usesNamedCharacterMap(bytes)
      ? new ExpectedError('import/unreadable', { format: 'PDF' })
      : new ExpectedError('import/no-text-layer')
  }
  return { articles: [articleOf(reading)] }
}

/**
 * Older Chinese, Japanese and Korean documents name a table of characters that readers are to have (PDF 32000-1, 9.7.5.2);
 * the library has none, so that their text is there but can't be read.
 */
const usesNamedCharacterMap = (bytes: Uint8Array): boolean =>
  /\/Encoding\s*\/(?:Uni(?:GB|CNS|JIS|KS)|GBK|GBpc|GB-|B5pc|ETen|HKscs|CNS|83pv|90ms|90pv|Add|EUC|Ext|KSC)[\w-]*-[HV]\b/.test(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'),
  )

async function readPages(bytes: Uint8Array): Promise<Reading> {
  const begun = performance.now()
  const document = await open(bytes)
  try {
    const { info } = await document.getMetadata()
    const lost = usesNamedCharacterMap(bytes)
    const reading: Reading = { pages: [], info: readInfo({ ...info }), withoutText: 0, stopped: false, lost }
    const letters = lettersWhenAsked(bytes)
    for (let number = 1; number <= document.numPages; number += 1) {
      if (performance.now() - begun > longestReading) return { ...reading, stopped: true }
      const page = await document.getPage(number)
      const { read, lost } = await readOnePage(page, number, letters, isBrowserPrint(reading.info))
      reading.lost ||= lost
      page.cleanup()
      if (read.rows.length === 0) reading.withoutText += 1
      reading.pages.push(read)
    }
    return reading
  } finally {
    await document.cleanup()
    await document.loadingTask.destroy()
  }
}

type PdfDocument = Awaited<ReturnType<typeof getDocumentProxy>>
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>

async function open(bytes: Uint8Array): Promise<PdfDocument> {
  try {
    // The library takes possession of the bytes, so it gets a copy. Nothing of the document is run or fetched.
    return await getDocumentProxy(Uint8Array.from(bytes), { useSystemFonts: false, enableXfa: false, verbosity: 0 })
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw new ExpectedError('import/encrypted')
    throw error
  }
}

/** Looks through a file for letters beside its text only when a page lacks some. */
function lettersWhenAsked(bytes: Uint8Array): (code: number) => string | null {
  let letters: ReadonlyMap<number, string> | null = null
  return (code) => {
    letters ??= lettersBesideText(bytes)
    return letters.get(code) ?? null
  }
}

async function readOnePage(
  page: PdfPage,
  number: number,
  lettersOf: (code: number) => string | null,
  drawsMarks: boolean,
): Promise<{ read: Page; lost: boolean }> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const content = await page.getTextContent()
  const found = content.items.flatMap((item) => ('str' in item ? [item] : []))
  const { items, lost } = hasArabic(found)
    ? mendLigatures(found, await glyphsOf(page), lettersOf)
    : { items: found, lost: false }
  const pieces = items.map((item) => pieceOf(item, transform))
  const shown = drawsMarks ? await withMarksOf(page, pieces, transform) : pieces
  return { read: readPage(number, width, height, shown), lost }
}

async function withMarksOf(page: PdfPage, pieces: readonly Piece[], view: readonly number[]): Promise<Piece[]> {
  const { OPS } = await getResolvedPDFJS()
  return withMarks(pieces, smallShapes(await page.getOperatorList(), OPS, view))
}

/** The signs of a page in the order in which they are drawn. */
async function glyphsOf(page: PdfPage): Promise<Glyph[]> {
  const { OPS } = await getResolvedPDFJS()
  const { fnArray, argsArray } = await page.getOperatorList()
  return fnArray.flatMap((operator, index) => {
    const [shown] = operator === OPS.showText ? ((argsArray[index] ?? []) as unknown[]) : []
    return Array.isArray(shown) ? shown.flatMap(glyphOf) : []
  })
}

/** Between signs stand numbers, which move the next one. */
function glyphOf(shown: unknown): Glyph[] {
  if (typeof shown !== 'object' || shown === null || !('unicode' in shown) || !('originalCharCode' in shown)) return []
  const { unicode, originalCharCode } = shown
  return typeof unicode === 'string' ? [{ unicode, code: Number(originalCharCode) }] : []
}

/** @param view from the page's own measures to points from its upper left corner */
function pieceOf({ str, transform, width, fontName }: TextItem, view: readonly number[]): Piece {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view
  const x = va * e + vc * f + ve
  const along = { x: va * a + vc * b, y: vb * a + vd * b }
  const up = { x: va * c + vc * d, y: vb * c + vd * d }
  return {
    text: str,
    x0: x,
    x1: x + width,
    y: vb * e + vd * f + vf,
    size: Math.hypot(up.x, up.y) || Math.hypot(along.x, along.y),
    font: fontName,
    upright: along.x > 0 && Math.abs(along.y) < along.x * 0.1,
  }
}

function articleOf({ pages, info, withoutText, stopped, lost }: Reading): ParsedArticle {
  const sorted = sortRows(pages)
  const paragraphs = paragraphsOf(allLines(sorted))
  const large = largestText(paragraphs)
  const record = titleOfInfo(info)
  const title = chooseTitle(large?.title ?? null, record.title)
  const known = knownOnly({
    title,
    url: addressOf(sorted),
    outlet: record.outlet,
    language: languageOfInfo(info),
  })
  const raw = nameSubtitle(blocksOf(paragraphs, sorted), title.value)
  const subtitle = raw.find((block) => block.kind === 'subtitle')?.text ?? null
  const opening = readOpening(cleanBlocks(isBrowserPrint(info) ? hidePageHead(raw, title.value) : raw), known)
  const byline = withOthers([opening.metadata.byline ?? unknownValue, authorOfInfo(info)], sameWords)
  const others = [title.value, subtitle, byline.value].filter((value) => value !== null)
  const furniture = isBrowserPrint(info) ? [] : sorted.map((page) => page.furniture)
  const head = readHeads(furniture, others)
  const metadata: Partial<ArticleMetadata> = {
    outlet: firstKnown([opening.metadata.outlet ?? unknownValue, head.outlet, mastheadOutlet(large?.masthead ?? null)]),
    ...opening.metadata,
    ...known,
    subtitle: subtitleFrom(subtitle, opening.metadata),
    byline,
  }
  return {
    mediaType: 'application/pdf',
    part: null,
    metadata: knownOnly({
      ...metadata,
      published: publishedWith(withHeadDate(metadata.published, head.published), info),
    }),
    blocks: opening.blocks,
    partial: stopped
      ? 'truncated'
      : lost
        ? 'unreadable-characters'
        : withoutText > 0
          ? 'pages-without-text'
          : unreadable(paragraphs),
  }
}

function allLines(pages: readonly Sorted[]): Line[] {
  const lines: Line[] = []
  let regions = 0
  for (const { page, rows } of pages) {
    const cut = regionsOf(rows, page.rtl)
    lines.push(...linesOf(page, cut, regions))
    regions += cut.length
  }
  return lines.filter((line) => hasText(line.text))
}

/** A browser prints the page's address on every sheet. */
function addressOf(pages: readonly Sorted[]): Sourced {
  const address = pages.find((page) => page.address !== null)?.address ?? null
  return found(address, 'likely', { kind: 'record', at: 'print footer', quote: address ?? '' })
}

const subtitleFrom = (shown: string | null, opening: Partial<ArticleMetadata>): Sourced =>
  firstKnown([found(shown, 'likely', { kind: 'text', at: '', quote: shown ?? '' }), opening.subtitle ?? unknownValue])

const mastheadOutlet = (masthead: string | null): Sourced =>
  found(masthead, 'unsure', { kind: 'text', at: '', quote: masthead ?? '' })

/** On a printed web page, the short lines over the headline are the site's. */
function hidePageHead(blocks: readonly ExtractedBlock[], title: string | null): ExtractedBlock[] {
  const at = blocks.findIndex((block) => !block.hidden && block.text === title)
  const isHead =
    at > 0 && blocks.slice(0, at).every((block) => block.hidden || !isProse(block.text) || block.text.length < 80)
  return blocks.map((block, index) => (isHead && index < at && !block.hidden ? hide(block, 'navigation') : block))
}

/** Letters that a font does not tell: replacement characters, private ones and controls. */
function unreadable(paragraphs: readonly Paragraph[]): PartialReason | null {
  const text = paragraphs.map((paragraph) => paragraph.text).join('')
  const lost = (text.match(/[\ufffd\p{Co}\p{Cc}]/gu) ?? []).length
  return lost * 50 > text.length ? 'unreadable-characters' : null
}
