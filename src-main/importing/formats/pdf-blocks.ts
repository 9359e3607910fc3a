import type { BlockKind, ExtractedBlock } from '../../domain/article'
import { isCaption } from '../caption'
import { hide } from '../cleaning'
import { wordsOf } from '../metadata'
import { isProse } from '../opening'
import { visibleBlock } from './parsed'
import type { Sorted } from './pdf-furniture'
import { bodyStyle, type Line } from './pdf-lines'
import { listItem, type Paragraph } from './pdf-paragraphs'

const captionStart =
  /^(?:figure|fig\.|photo|image|picture|map|chart|graphic|table|abb(?:ildung|\.)|foto|bild|grafik|karte|figura|imagen|gráfico|image|carte|صورة|الصورة|شكل|خريطة|رسم)(?:\s*\d+)?\s*[:.–—|]/iu

/** The blocks of a document; what was taken from a page's edges comes, hidden, before the first paragraph of the page. */
export function blocksOf(paragraphs: readonly Paragraph[], pages: readonly Sorted[]): ExtractedBlock[] {
  const body = bodyStyle(paragraphs.flatMap((paragraph) => paragraph.lines))
  const blocks: ExtractedBlock[] = []
  const waiting = [...pages]
  const addFurnitureUpTo = (number: number) => {
    while (waiting[0] && waiting[0].page.number <= number) {
      const page = waiting.shift() as Sorted
      for (const text of [...page.furniture, ...page.page.turned]) blocks.push(hide(visibleBlock(text, null), 'print'))
    }
  }
  for (const [index, paragraph] of paragraphs.entries()) {
    addFurnitureUpTo((paragraph.lines[0] as Line).page)
    blocks.push(blockOf(paragraph, paragraphs[index + 1], body))
  }
  addFurnitureUpTo(Number.POSITIVE_INFINITY)
  return blocks
}

function blockOf(
  paragraph: Paragraph,
  next: Paragraph | undefined,
  body: { size: number; font: string },
): ExtractedBlock {
  const item = listItem(paragraph.text)
  if (item !== null && item !== '') return visibleBlock(item, null, 'list-item')
  return visibleBlock(paragraph.text, null, kindOf(paragraph, next, body))
}

function kindOf(
  { text, lines }: Paragraph,
  next: Paragraph | undefined,
  body: { size: number; font: string },
): BlockKind {
  const [first] = lines as [Line]
  if (first.isTableRow) return 'paragraph'
  if (first.size >= body.size * 1.12) return text.length <= 250 ? 'heading' : 'paragraph'
  if (first.size <= body.size * 0.93 && text.length <= 600 && (captionStart.test(text) || isCaption(text)))
    return 'caption'
  const standsOut = lines.every((line) => line.font !== body.font) && first.size > body.size * 0.94
  const isShort = text.length <= 100 && lines.length <= 2 && !isProse(text) && !/[.,;:!…]["”’»)]?$/u.test(text)
  const headsText = next?.lines[0]?.font === body.font && next.text.length > text.length
  if (standsOut && isShort && headsText && first.drop !== null) return 'heading'
  // Set in on both sides; a list is set in at its beginning only.
  const setIn = lines.every((line) => line.indent > line.size * 1.2 && line.room > line.size * 1.2)
  if (setIn && isCaption(text)) return 'caption'
  return setIn && lines.length >= 2 ? 'quote' : 'paragraph'
}

/** A masthead names the paper in larger letters than any headline. */
const longestMasthead = 5

/**
 * The largest text of the first page, where it is larger than the body's; a masthead is passed over for the headline
 * below it.
 */
export function largestText(paragraphs: readonly Paragraph[]): { title: string; masthead: string | null } | null {
  const body = bodyStyle(paragraphs.flatMap((paragraph) => paragraph.lines))
  const first = paragraphs[0]?.lines[0]?.page
  const large = paragraphs.filter(
    ({ text, lines: [line] }) =>
      line?.page === first && (line?.size ?? 0) >= body.size * 1.2 && text.length <= 300 && /\p{L}{2}/u.test(text),
  )
  const sizeOf = (paragraph: Paragraph) => paragraph.lines[0]?.size ?? 0
  const bySize = [...large].sort((a, b) => sizeOf(b) - sizeOf(a))
  const [largest, second] = bySize
  if (!largest) return null
  const words = (paragraph: Paragraph) => wordsOf(paragraph.text).split(' ').length
  const isMasthead =
    second &&
    words(largest) <= longestMasthead &&
    words(second) > words(largest) &&
    sizeOf(second) >= body.size * 1.3 &&
    isAbove(paragraphs, largest, second)
  return isMasthead ? { title: second.text, masthead: largest.text } : { title: largest.text, masthead: null }
}

/** Whether one stands over the other with no prose between them. */
function isAbove(paragraphs: readonly Paragraph[], upper: Paragraph, lower: Paragraph): boolean {
  const [from, to] = [paragraphs.indexOf(upper), paragraphs.indexOf(lower)]
  return from < to && paragraphs.slice(from + 1, to).every((paragraph) => !isProse(paragraph.text))
}

/** So many blocks after the headline the line that explains it may stand. */
const subtitleReach = 3

/** Names the large text below the headline, before any prose, the subtitle. */
export function nameSubtitle(blocks: readonly ExtractedBlock[], title: string | null): ExtractedBlock[] {
  const at = blocks.findIndex((block) => !block.hidden && block.text === title)
  if (at < 0) return [...blocks]
  const near = blocks.slice(at + 1, at + 1 + subtitleReach)
  const prose = near.findIndex((block) => block.kind !== 'heading' && isProse(block.text))
  const step = near.findIndex((block) => block.kind === 'heading' && wordsOf(block.text).split(' ').length >= 5)
  if (step < 0 || (prose >= 0 && prose < step)) return [...blocks]
  return blocks.map((block, index) => (index === at + 1 + step ? { ...block, kind: 'subtitle' } : block))
}
