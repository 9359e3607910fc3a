import { namesSite, type PageNames, sayTheSame } from '../headline'
import { sameWords, wordsOf } from '../metadata'
import type { PageBlock } from './html-blocks'
import { nearNames } from './html-region'

/** A heading is a headline from this score on. */
const leastScore = 4
/** So many blocks before the first paragraph a headline may stand. */
const nearText = 14
/** Real pages have up to a few hundred; made-up ones a hundred thousand. */
const mostHeadings = 500
/** So many blocks before it a text that is no heading may be the headline. */
const mostBefore = 40
const longestHeadline = 400

const headlineNames =
  /(?:\b|_|-)(?:head-?line|entry-?title|article-?(?:title|head-?line|heading)|post-?title|story-?(?:title|head-?line)|news-?title|main-?title|title-?main|p-name|page-?title|titulo|titre|titel|schlagzeile|headline)(?:\b|_|-)/
const otherNames =
  /(?:\b|_|-)(?:site-?(?:title|name)|logo|brand|blog-?title|section-?(?:title|name)|kicker|rubric|widget-?title|masthead|sub-?(?:title|head\w*)|teaser|related)(?:\b|_|-)/

/**
 * The block that shows the headline, or -1. Speaks for a heading: that the page's head has the same words, its level, its
 * names, that it stands before the text; against it: that it names the site or a section, or is part of page furniture.
 * @param titles of the page's head, without the site's name
 */
export function headlineAmong(
  parts: readonly PageBlock[],
  kept: ReadonlySet<number>,
  titles: readonly string[],
  names: PageNames,
): number {
  const text = [...kept].sort((a, b) => a - b).find((index) => (parts[index]?.text.length ?? 0) > 80) ?? parts.length
  const last = [...kept].reduce((highest, index) => Math.max(highest, index), 0)
  const firstLevels = parts.filter((part) => part.holder.localName === 'h1').length
  let [best, bestScore] = [-1, leastScore - 0.5]
  let headings = 0
  for (const [index, part] of parts.entries()) {
    const level = levelOf(part)
    if (part.text.length > longestHeadline || index > last) continue
    if (level === null && (index >= text || index < text - mostBefore)) continue
    headings += 1
    if (headings > mostHeadings) break
    const near = nearNames(part.holder)
    const opens = opensTitle(part.text, titles)
    const agreed = opens ? titles.length : titles.filter((title) => sayTheSame(title, part.text)).length
    const exact = titles.some((title) => sameWords(title, part.text))
    if (level === null && !exact && !headlineNames.test(near)) continue
    let score = level === 1 ? 4 : level === null ? 0 : 1
    if (agreed > 0)
      score += Math.min(agreed, 3) + 4 + (exact ? 1 : 0) + (opens ? 1 : endsTitle(part.text, titles) ? -3 : 0)
    score += headlineNames.test(near) ? 1 : 0
    score += index < text && index >= text - nearText ? 1 : 0
    score -= part.region === null || part.region === 'print' ? 0 : agreed > 0 ? 1 : 4
    score -= otherNames.test(near) ? 2 : 0
    score -= level === 1 && firstLevels > 1 && agreed === 0 ? 2 : 0
    if (agreed === 0 && index >= text && level !== 1) continue
    if (namesSite(part.text, names) || names.sections.some((section) => sameWords(section, part.text)))
      score -= exact ? 3 : 8
    if (score > bestScore) [best, bestScore] = [index, score]
  }
  return best
}

/** A title that goes on behind the headline names the site, or a section, there; what stands at its end is no headline. */
const opensTitle = (text: string, titles: readonly string[]): boolean => {
  const start = text.toLowerCase()
  return titles.some((title) => {
    const rest = title.toLowerCase().startsWith(start) ? title.slice(start.length) : null
    return rest === '' || (rest !== null && start.includes(' ') && /^\s+[|–—·-]\s/u.test(rest))
  })
}
const endsTitle = (text: string, titles: readonly string[]): boolean =>
  titles.length > 0 && titles.every((title) => wordsOf(title).endsWith(` ${wordsOf(text)}`))

function levelOf(part: PageBlock): number | null {
  const match = /^h([1-6])$/.exec(part.holder.localName)
  return match ? Number(match[1]) : null
}
