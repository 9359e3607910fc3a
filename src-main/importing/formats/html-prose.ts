import type { HideReason } from '../../domain/article'
import type { DomElement } from './dom'
import type { PageBlock } from './html-blocks'

/** Characters of these scripts say as much as a syllable or a word of others. */
const denseScript = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu

/** Any letter beyond the alphabets: most texts have none, and counting takes longer. */
const mayBeDense = /[\u1100-\u11ff\u2e80-\uffff]/

/** How much a text says, in characters of an alphabet. */
export const lengthOf = (text: string): number =>
  mayBeDense.test(text) ? text.length + 1.5 * (text.match(denseScript)?.length ?? 0) : text.length

/** Share of a block's text that is links, from 0 to 1. */
export const linkShare = (block: PageBlock): number => Math.min(1, block.linked / block.text.length)

const sentenceEnd = /[.!?…。！？؟।۔]["”“’»«)\]」』]?(?:\s|$)/u

/**
 * How much running text a block has, in characters: whole sentences that are not links; 0 for labels, headlines, lists of
 * links and what the page does not show.
 */
export function proseOf(block: PageBlock): number {
  if (block.concealed || block.kind === 'heading' || block.kind === 'caption') return 0
  const length = lengthOf(block.text)
  if (length < 50 || linkShare(block) > 0.4) return 0
  if (length < 140 && !sentenceEnd.test(block.text)) return 0
  return length - block.linked
}

/** Sums of the blocks' running text for each element around them. */
export function proseSums(blocks: readonly PageBlock[], of = proseOf): ReadonlyMap<DomElement, number> {
  const sums = new Map<DomElement, number>()
  for (const block of blocks) {
    const prose = of(block)
    if (prose > 0) for (const element of block.around) sums.set(element, (sums.get(element) ?? 0) + prose)
  }
  return sums
}

/** Parts of a page that hold labels and fields. One with more running text than this is named after what it tells of. */
const boxes: ReadonlySet<HideReason> = new Set(['share', 'search-form', 'live-banner', 'print'])
const mostInBox = 300

type ArticleTests = [
  holdsArticle: (element: DomElement, reason: HideReason) => boolean,
  isArticle: (element: DomElement) => boolean,
]

/**
 * Two tests by how much of a page's running text an element holds: whether it holds the article, whatever its name says,
 * and whether it is the article, rather than one of many teasers or comments that are marked up as articles.
 */
export function articleTests(blocks: readonly PageBlock[]): ArticleTests {
  const sums = proseSums(blocks)
  const all = blocks.reduce((sum, block) => sum + proseOf(block), 0)
  const headlines = new Set(blocks.filter((block) => block.holder.localName === 'h1').flatMap((block) => block.around))
  const share = (element: DomElement) => (all === 0 ? 1 : (sums.get(element) ?? 0) / all)
  const largest = [...sums].reduce(
    (most, [element, sum]) => (element.localName === 'article' ? Math.max(most, sum) : most),
    0,
  )
  const holdsArticle = (element: DomElement, reason: HideReason): boolean => {
    if (reason === 'comments') return headlines.has(element) && share(element) > 0.3
    if (share(element) > 0.6 || (headlines.has(element) && share(element) > 0.25)) return true
    if (boxes.has(reason)) return headlines.has(element) || (sums.get(element) ?? 0) > mostInBox
    return reason === 'related' || reason === 'advertisement' ? headlines.has(element) : false
  }
  const isArticle = (element: DomElement): boolean =>
    element.localName === 'main' ||
    (element.localName === 'article' && (headlines.has(element) || (sums.get(element) ?? 0) >= largest * 0.4))
  return [holdsArticle, isArticle]
}
