import type { DomElement } from './dom'
import type { PageBlock } from './html-blocks'
import { linkShare, proseOf } from './html-prose'

const proseAt = (blocks: readonly PageBlock[], number: number): number => (blocks[number] ? proseOf(blocks[number]) : 0)
const proseIn = (blocks: readonly PageBlock[], numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + proseAt(blocks, number), 0)

/** An article beside the chosen one has at least so much of its running text. */
const shareOfChosen = 0.3

/**
 * Adds the articles that stand beside the chosen one under headings of their own, as a digest has them. One under a
 * first-level heading is another page's, and one whose heading is a link a teaser.
 */
export function addArticles(blocks: readonly PageBlock[], kept: Set<number>): void {
  const articles = new Map<DomElement, number[]>()
  for (const [number, block] of blocks.entries()) {
    const article = block.around.findLast((element) => element.localName === 'article')
    if (article) articles.set(article, [...(articles.get(article) ?? []), number])
  }
  if (articles.size < 2 || articles.size > mostArticles) return
  const own = [...articles].find(([, numbers]) =>
    numbers.some((number) => kept.has(number) && proseAt(blocks, number) > 0),
  )
  if (!own || !isStory(blocks, own[1])) return
  for (const [article, numbers] of articles) {
    const isBeside = article !== own[0] && outerOf(blocks, article, numbers) === outerOf(blocks, ...own)
    if (!isBeside || !isStory(blocks, numbers) || numbers.some((number) => kept.has(number))) continue
    if (proseIn(blocks, numbers) < shareOfChosen * proseIn(blocks, own[1])) continue
    for (const number of numbers) if (linkShare(blocks[number] as PageBlock) < 0.5) kept.add(number)
  }
}

/** As the page has it: Readability moves elements. */
function outerOf(
  blocks: readonly PageBlock[],
  article: DomElement,
  numbers: readonly number[],
): DomElement | undefined {
  const around = blocks[numbers[0] ?? -1]?.around ?? []
  return around[around.indexOf(article) + 1]
}

/** More of them are a list of teasers. */
const mostArticles = 20

/** Paragraphs of running text under a heading that is no link and not of the first level. */
function isStory(blocks: readonly PageBlock[], numbers: readonly number[]): boolean {
  const own = numbers.flatMap((number) => blocks[number] ?? [])
  const [heading] = own
  const isClean = own.every((block) => block.region === null && !block.concealed && block.holder.localName !== 'h1')
  const isHeaded = heading?.kind === 'heading' && linkShare(heading) === 0
  return isClean && isHeaded && own.filter((block) => proseOf(block) > 0).length >= 2
}
