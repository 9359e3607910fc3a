import type { HideReason } from '../../domain/article'
import { furnitureReason } from '../cleaning'
import type { DomElement } from './dom'
import type { PageBlock } from './html-blocks'
import { blocksOf, likelyArticle } from './html-candidate'
import { addArticles } from './html-digest'
import { lengthOf, linkShare, proseOf } from './html-prose'
import { namesOf } from './html-region'

/** Numbers of a page's blocks that are its article, and why some that seemed to be are not. */
export type Choice = { kept: Set<number>; reasons: ReadonlyMap<number, HideReason> }

/**
 * Chooses the blocks that are a page's article: what Readability found, checked against the page's own structure,
 * completed by what it dropped and freed of the furniture that it kept.
 * @param found Readability's blocks by number; none where it found nothing
 * @param linkedText the article's text as the page's linked data has it, or empty
 */
export function chooseArticle(blocks: readonly PageBlock[], found: ReadonlySet<number>, linkedText: string): Choice {
  const base = reconcile(blocks, found)
  complete(blocks, base)
  const reasons = prune(blocks, base)
  addArticles(blocks, base)
  confirm(blocks, base, linkedText)
  if (base.size > 0) return { kept: base, reasons }
  return { kept: new Set(blocks.flatMap((block, index) => (block.region === null ? [index] : []))), reasons: new Map() }
}

const prose = (blocks: readonly PageBlock[], numbers: Iterable<number>): number => {
  let sum = 0
  for (const number of numbers) sum += blocks[number] ? proseOf(blocks[number]) : 0
  return sum
}

/** Less than this many characters of running text are hardly an article. */
const littleProse = 250

/** Readability's choice, or the page's own candidate where the two differ and the candidate is the better founded. */
function reconcile(blocks: readonly PageBlock[], found: ReadonlySet<number>): Set<number> {
  const candidate = likelyArticle(blocks)
  if (!candidate) return new Set(found)
  const own = new Set(
    [...blocksOf(candidate, blocks)].filter((number) => found.has(number) || !inSlides(blocks[number])),
  )
  const both = new Set([...own].filter((number) => found.has(number)))
  const [foundProse, ownProse, bothProse] = [prose(blocks, found), prose(blocks, own), prose(blocks, both)]
  if (ownProse === 0) return new Set(found)
  if (foundProse < littleProse && ownProse > foundProse) return own
  const foundIsInside = bothProse > foundProse * 0.8
  const ownIsInside = bothProse > ownProse * 0.8
  if (foundIsInside && !ownIsInside) {
    const trusted = candidate.named || foundProse < 2 * littleProse
    return trusted ? new Set([...found, ...own]) : new Set(found)
  }
  if (ownIsInside && !foundIsInside && candidate.named) {
    const last = [...own].reduce((most, number) => Math.max(most, number), 0)
    return new Set([...found].filter((number) => number <= last))
  }
  if (!foundIsInside && !ownIsInside && candidate.named && ownProse > foundProse * 0.5) return own
  return new Set(found)
}

/** The element around a block's own, as the page has it. */
const parentOf = (block: PageBlock): DomElement | undefined => block.around[block.around.indexOf(block.holder) + 1]

/** Where the running text of the kept blocks stands. */
type Frame = {
  first: number
  last: number
  parents: ReadonlySet<DomElement | undefined>
  /** Elements that hold kept running text. */
  holders: ReadonlySet<DomElement>
  /** The innermost element around all of it; null is the body. */
  common: DomElement | null
}

function frameOf(blocks: readonly PageBlock[], kept: ReadonlySet<number>): Frame | null {
  const numbers = [...kept].filter((number) => blocks[number] && proseOf(blocks[number]) > 0).sort((a, b) => a - b)
  const [first, last] = [numbers[0], numbers.at(-1)]
  if (first === undefined || last === undefined) return null
  const counts = new Map<DomElement, number>()
  const parents = new Set<DomElement | undefined>()
  for (const number of numbers) {
    const block = blocks[number] as PageBlock
    parents.add(parentOf(block))
    for (const element of block.around) counts.set(element, (counts.get(element) ?? 0) + 1)
  }
  const common = blocks[first]?.around.find((element) => counts.get(element) === numbers.length) ?? null
  return { first, last, parents, holders: new Set(counts.keys()), common }
}

/** The largest element around a block that has no kept running text: a box of its own among the article's paragraphs. */
function boxOf(block: PageBlock, frame: Frame): DomElement | null {
  return block.around.findLast((element) => !frame.holders.has(element)) ?? null
}

type TextSum = { text: number; linked: number }

/** How much text, and how much of it in links, each element holds. */
function textSums(blocks: readonly PageBlock[]): ReadonlyMap<DomElement, TextSum> {
  const sums = new Map<DomElement, TextSum>()
  for (const block of blocks) {
    for (const element of block.around) {
      const sum = sums.get(element) ?? { text: 0, linked: 0 }
      sum.text += block.text.length
      sum.linked += block.linked
      sums.set(element, sum)
    }
  }
  return sums
}

const slides =
  /(?:^|[\s_-])(?:gallery|slide(?:r|s|show)?|carousel|swiper|slick|playlist|player|video-?js|vjs)(?=$|[\s_-])/

const inSlides = (block: PageBlock | undefined): boolean =>
  block?.around.some((element) => slides.test(namesOf(element))) ?? false

/** Neither a box of teasers nor one to click through. */
function isTextBox(box: DomElement, texts: ReadonlyMap<DomElement, TextSum>): boolean {
  const { text, linked } = texts.get(box) ?? { text: 1, linked: 0 }
  return linked / text < 0.35 && !slides.test(namesOf(box))
}

/** Adds what belongs to the article but was dropped: between its paragraphs, before the first, after the last. */
function complete(blocks: readonly PageBlock[], kept: Set<number>): void {
  const frame = frameOf(blocks, kept)
  if (!frame) return
  const texts = textSums(blocks)
  const annotated = isAnnotated(blocks, kept)
  const isClean = (block: PageBlock): boolean => {
    if (block.region !== null || block.concealed) return false
    const box = boxOf(block, frame)
    if (annotated && isSentence(block) && (box === null || box === block.holder)) return true
    return linkShare(block) < 0.5 && (box === null || isTextBox(box, texts))
  }
  const isWithin = (block: PageBlock) => frame.common === null || block.around.includes(frame.common)
  for (let number = frame.first + 1; number < frame.last; number += 1) {
    const block = blocks[number]
    if (!block || kept.has(number) || block.kind === 'heading' || !isWithin(block) || !isClean(block)) continue
    if (belongs(block, frame) && furnitureReason(block.text) === null) kept.add(number)
  }
  for (const number of leads(blocks, frame, isClean)) kept.add(number)
  for (let number = frame.last + 1; number < blocks.length; number += 1) {
    const block = blocks[number]
    if (!block || !isWithin(block) || !isClean(block) || furnitureReason(block.text) !== null) break
    if (proseOf(block) > 0 && isBeside(block, frame)) kept.add(number)
    else if (!kept.has(number)) break
  }
  keepHeadings(blocks, kept, frame, texts)
}

/** In the same element as kept paragraphs, or in a list or quotation that is. */
const isBeside = (block: PageBlock, frame: Frame): boolean => {
  const at = block.around.indexOf(block.holder)
  return block.around.slice(at + 1, at + 3).some((element) => frame.parents.has(element))
}

const belongs = (block: PageBlock, frame: Frame): boolean =>
  proseOf(block) > 0 ||
  block.kind === 'caption' ||
  block.text.includes(' | ') ||
  ((block.kind === 'list-item' || block.kind === 'quote') && lengthOf(block.text) >= 15) ||
  (isBeside(block, frame) && lengthOf(block.text) >= 25)

/** So many blocks before the first paragraph are looked at for what leads into it. */
const longestLead = 15
const leadNames =
  /(?:^|[\s_-])(?:lead|lede|intro|introduction|teaser|abstract|summary|standfirst|vorspann|einleitung|chapo|chapeau|entradilla|bajada|sommario|excerpt|dek)(?=$|[\s_-])/

/** Numbers of the paragraphs between the headline and the first kept one. */
function leads(blocks: readonly PageBlock[], frame: Frame, isClean: (block: PageBlock) => boolean): number[] {
  const from = Math.max(0, frame.first - longestLead)
  const headline = blocks.slice(from, frame.first).findLastIndex((block) => /^h[12]$/.test(block.holder.localName))
  const around = blocks[frame.first]?.around ?? []
  const at = frame.common ? around.indexOf(frame.common) : -1
  // Not by its parent, which Readability may have changed.
  const outer = at < 0 ? [] : around.slice(at + 1, at + 3)
  return blocks.slice(from, frame.first).flatMap((block, step) => {
    const isNamed = leadNames.test(`${namesOf(block.holder)} ${block.around[1] ? namesOf(block.around[1]) : ''}`)
    const near = isBeside(block, frame) || (headline >= 0 && step > headline) || isNamed
    const inArticle = outer.length === 0 || block.around.some((element) => outer.includes(element))
    const clean =
      isClean(block) || (isNamed && block.region === 'related' && !block.concealed && linkShare(block) < 0.3)
    return near && inArticle && clean && proseOf(block) > 0 && furnitureReason(block.text) === null ? [from + step] : []
  })
}

/** A heading belongs to the article where the text that follows it in the same box does. */
function keepHeadings(
  blocks: readonly PageBlock[],
  kept: Set<number>,
  frame: Frame,
  texts: ReadonlyMap<DomElement, TextSum>,
): void {
  for (let number = frame.last; number > frame.first; number -= 1) {
    const block = blocks[number]
    if (block?.kind !== 'heading' || kept.has(number) || block.region !== null || block.concealed) continue
    const box = boxOf(block, frame)
    const isAlone = box === null || (texts.get(box)?.text ?? 0) <= block.text.length
    const leadsOn = kept.has(number + 1) && (isAlone || blocks[number + 1]?.around.includes(box))
    const isWithin = frame.common === null || block.around.includes(frame.common)
    if (leadsOn && isWithin && linkShare(block) < 0.9) kept.add(number)
  }
}

const metaNames =
  /(?:^|[\s_-])(?:(?:entry|post|article|story|item|news|content)-?(?:meta|info|data|details|date|author|header-meta)|meta(?:data|-info)?|byline|dateline|timestamp|posted-?(?:on|by|in)|reading-?time|read-?time|views?|pub-?date|date|author)(?=$|[\s_-])/

/** Takes out what is not the article's. @returns why, for each block taken out */
function prune(blocks: readonly PageBlock[], kept: Set<number>): ReadonlyMap<number, HideReason> {
  const reasons = new Map<number, HideReason>()
  const frame = frameOf(blocks, kept)
  if (!frame) return reasons
  const all = prose(blocks, kept)
  const drop = (number: number, reason: HideReason) => {
    kept.delete(number)
    reasons.set(number, reason)
  }
  const sums = new Map<DomElement, number>()
  for (const number of kept) {
    const block = blocks[number] as PageBlock
    for (const element of block.around) sums.set(element, (sums.get(element) ?? 0) + proseOf(block))
  }
  for (const number of [...kept].sort((a, b) => a - b)) {
    const block = blocks[number] as PageBlock
    const { region, regionElement } = block
    const leadsIn = number <= frame.first && linkShare(block) < 0.3 && proseOf(block) > 0
    if (region && regionElement && (sums.get(regionElement) ?? 0) < all * 0.35 && !(leadsIn && region === 'related')) {
      drop(number, region)
    } else if (isPointer(block)) {
      drop(number, 'related')
    } else if (isMetaLine(block, frame)) {
      drop(number, 'navigation')
    }
  }
  for (const number of linkRuns(blocks, kept)) drop(number, 'related')
  return reasons
}

const isMetaLine = (block: PageBlock, frame: Frame): boolean =>
  block.text.length <= 120 &&
  block.kind !== 'heading' &&
  proseOf(block) === 0 &&
  block.around.some((element) => !frame.holders.has(element) && metaNames.test(namesOf(element)))

/** A text with links to notes in most of its paragraphs, so that a whole short one may be a link. */
function isAnnotated(blocks: readonly PageBlock[], kept: ReadonlySet<number>): boolean {
  const texts = [...kept].flatMap((number) => (blocks[number] && proseOf(blocks[number]) > 0 ? [blocks[number]] : []))
  return texts.length >= 8 && texts.filter((block) => block.linked > 0).length > texts.length * 0.6
}

const isSentence = ({ kind, text }: PageBlock): boolean =>
  (kind === 'paragraph' || kind === 'quote') && /[.!?…。]["”’»)]?$/u.test(text)

const isLinks = (block: PageBlock): boolean => linkShare(block) > 0.8 && lengthOf(block.text) >= 12

/** "Also on this: A headline", where the headline is a link; a source or a picture's maker may be one, too. */
function isPointer({ text, linked, kind }: PageBlock): boolean {
  const label = /^([^:：]{2,40})[:：]/u.exec(text)?.[1]
  if (label === undefined || kind === 'heading' || kind === 'caption' || isSources(label) || credits.test(label))
    return false
  return lengthOf(text) <= 220 && linked >= 20 && text.length - linked <= label.length + 4
}

const credits =
  /^(?:photos?|fotos?|bild(?:er)?|images?|pictures?|videos?|credits?|via|quelle|source|fuente|fonte|bron|источник|фото|المصدر|מקור|来源|kaynak)\b/iu

/**
 * Lists of links to other articles, with the heading over them: at the article's end any, between its paragraphs those
 * that read like headlines and are not announced by a colon.
 */
function linkRuns(blocks: readonly PageBlock[], kept: ReadonlySet<number>): number[] {
  const numbers = [...kept].sort((a, b) => a - b)
  const last = numbers.findLastIndex((number) => blocks[number] && proseOf(blocks[number]) > 0)
  const dropped: number[] = []
  const annotated = isAnnotated(blocks, kept)
  const isRunning = (block: PageBlock) => isLinks(block) && !(annotated && isSentence(block))
  for (let at = 0; at < numbers.length; at += 1) {
    let end = at
    while (end < numbers.length && isRunning(blocks[numbers[end] as number] as PageBlock)) end += 1
    const run = numbers.slice(at, end)
    if (run.length === 0) continue
    const before = blocks[numbers[at - 1] ?? -1]
    const texts = run.map((number) => blocks[number]?.text ?? '')
    const headlines = texts.filter((text) => lengthOf(text) >= 25 && /\s|\p{Lo}{8}/u.test(text)).length
    const announced =
      before !== undefined && (before.kind === 'heading' ? isSources(before.text) : /[:：]$/.test(before.text))
    const isEnd = at > last && at > 0 && !announced && !texts.every((text) => /^(?:https?:|www\.|\^|\[\d)/.test(text))
    const isList = run.length >= 2 || blocks[run[0] as number]?.kind === 'paragraph'
    const isStart = at === 0 && run.length > 1
    if (isEnd || isStart || (isList && headlines * 3 >= run.length * 2 && !announced && at > 0)) {
      dropped.push(...run)
      const heading = numbers[at - 1]
      if (heading !== undefined && before?.kind === 'heading' && (isEnd || run.length > 1)) dropped.push(heading)
    }
    at = end
  }
  return dropped
}

const isSources = (text: string): boolean =>
  /^\W*(?:\d+\W+)?(?:sources?|references?|notes?|footnotes|bibliography|further reading|external links|works cited|citations?|documents?|quellen(?:angaben)?|literatur|einzelnachweise|fuentes|referencias|références|notes et références|fonti|fontes|referências|источники|примечания|المصادر|المراجع|מקורות|参考文献|参考资料|出典|kaynak(?:lar|ça)|bronnen|źródła|przypisy)(?:[^\p{L}]|$)/iu.test(
    text,
  )

const plain = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

/** Keeps what the page's own linked data has as the article's text, and nothing after its end where it is complete. */
function confirm(blocks: readonly PageBlock[], kept: Set<number>, linkedText: string): void {
  const text = plain(linkedText)
  if (text.length < littleProse) return
  const confirmed = blocks.flatMap((block, index) => {
    const isText = proseOf(block) > 0 && !block.concealed
    return isText && text.includes(plain(block.text)) ? [index] : []
  })
  const confirmedLength = confirmed.reduce((sum, number) => sum + (blocks[number]?.text.length ?? 0), 0)
  if (confirmedLength < text.length * 0.7) return
  const isWhole = prose(blocks, confirmed) > prose(blocks, kept) * 0.7
  for (const number of confirmed) kept.add(number)
  const end = confirmed.at(-1)
  if (!isWhole || end === undefined) return
  for (const number of kept) if (number > end && proseOf(blocks[number] as PageBlock) > 0) kept.delete(number)
}
