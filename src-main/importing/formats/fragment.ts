import type { ArticleMetadata, ExtractedBlock } from '../../domain/article'
import type { PartialReason } from '../../domain/extraction'
import { cleanBlocks, hide } from '../cleaning'
import { readOpening } from '../opening'
import { pageBlocks } from './html-blocks'
import { pageTree } from './html-tree'
import { visibleBlock } from './parsed'
import { textBlocks } from './text'

/** Text that is an article's already, with no page around it. */
export type Fragment = { blocks: ExtractedBlock[]; partial: PartialReason | null }

/**
 * Reads the text of a feed's item, a table's cell or a book's chapter, which may be marked up or plain: all of it is the
 * article's, but for what its markup or its words show to be furniture.
 * @param xml the text is XHTML
 */
export function readFragment(source: string, xml = false): Fragment {
  if (!xml && !isMarkup(source)) return { blocks: cleanBlocks(textBlocks(source)), partial: null }
  const page = pageTree(xml || hasParagraphs(source) ? source : withParagraphs(source), xml)
  const parts = pageBlocks(page.document)
  const blocks = parts.map((part) => {
    const block = visibleBlock(part.text, null, part.kind)
    return part.region === null ? block : hide(block, part.region)
  })
  const shown = blocks.some((block) => !block.hidden)
    ? blocks
    : parts.map((part) => visibleBlock(part.text, null, part.kind))
  return { blocks: cleanBlocks(shown), partial: page.flattened ? 'nesting' : null }
}

/**
 * The head of a text that its record leaves open: title, byline and date are read in its first lines, and a first line
 * that repeats the record's title becomes the title.
 */
export function withOpening(
  blocks: readonly ExtractedBlock[],
  known: Partial<ArticleMetadata>,
): { blocks: ExtractedBlock[]; metadata: Partial<ArticleMetadata> } {
  const opening = readOpening(blocks, known)
  return { blocks: opening.blocks, metadata: { ...opening.metadata, ...known } }
}

const hasParagraphs = (markup: string): boolean =>
  /<(?:p|br|div|li|h[1-6]|blockquote|table|article|section|body)\b/i.test(markup)

/** Some programs mark words up and leave paragraphs to blank lines. */
const withParagraphs = (markup: string): string =>
  markup
    .split(/\r?\n[^\S\n]*\r?\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('')

const isMarkup = (text: string): boolean =>
  /<(?:p|br|div|span|a|em|strong|b|i|ul|ol|li|h[1-6]|img|blockquote|table|figure|article|section|html|body)\b[^<>]*>/i.test(
    text,
  ) || /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,31});/i.test(text)
