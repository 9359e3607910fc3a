import type { DomElement } from './dom'
import type { PageBlock } from './html-blocks'
import { proseOf, proseSums } from './html-prose'
import { namesOf } from './html-region'

/** Elements of a page that may together be its article. `named`: their names say so. */
export type Candidate = { elements: ReadonlySet<DomElement>; named: boolean }

/** Names that content systems give to the text of an article. */
const bodyNames =
  /(?:^|[\s_-])(?:(?:article|story|post|entry|news|content|text|blog|single|beitrags?|artikel|meldung|haber|nota|noticia|articulo|articolo|cuerpo|corpo|texto|node|field-name|field--name|main|detail|body)[_-]{0,2}(?:body|content|text|texte?|texto|copy|inhalt|details?|paragraphs?|corpo|cuerpo)|body-?text|body-?copy|rich-?text|prose|storytext|articletext|entry-?content)(?=$|[\s_\d-])/

const bonusOf = (element: DomElement): number => {
  if (/articleBody/i.test(element.getAttribute('itemprop') ?? '')) return 0.5
  if (element.localName === 'article') return 0.2
  if (element.localName === 'main' || element.getAttribute('role') === 'main') return 0.1
  return bodyNames.test(namesOf(element)) ? 0.3 : 0
}

/** Running text that is in no part of page furniture. */
const cleanProse = (block: PageBlock): number => (block.region === null ? proseOf(block) : 0)
const cleanText = (block: PageBlock): number => (block.region === null && !block.concealed ? block.text.length : 0)

type Weighed = Candidate & { prose: number; text: number; bonus: number }

/**
 * The elements that most likely hold a page's article: those with most of its running text and little else, names
 * helping. Elements of one name beside each other, such as the parts of an article or the entries of a live blog, count
 * together.
 * @returns null for a page without running text
 */
export function likelyArticle(blocks: readonly PageBlock[]): Candidate | null {
  const prose = proseSums(blocks, cleanProse)
  const text = proseSums(blocks, cleanText)
  const largest = [...prose.values()].reduce((most, sum) => Math.max(most, sum), 0)
  const all = blocks.reduce((sum, block) => sum + cleanProse(block), 0)
  if (all === 0) return null
  let best: Weighed | null = null
  for (const candidate of candidates(prose, text)) {
    if (candidate.prose < largest * 0.4) continue
    if (best === null || worth(candidate, all) > worth(best, all)) best = candidate
  }
  return best
}

const worth = ({ prose, text, bonus }: Weighed, all: number): number =>
  prose / all + 0.6 * (prose / Math.max(1, text)) + bonus

function* candidates(prose: ReadonlyMap<DomElement, number>, text: ReadonlyMap<DomElement, number>): Iterable<Weighed> {
  const groups = new Map<string, DomElement[]>()
  for (const [element, sum] of prose) {
    const bonus = bonusOf(element)
    yield { elements: new Set([element]), named: bonus >= 0.3, prose: sum, text: text.get(element) ?? 0, bonus }
    if (bonus < 0.3) continue
    const name = `${element.localName} ${namesOf(element).replace(/\d+/g, '')}`
    groups.set(name, [...(groups.get(name) ?? []), element])
  }
  for (const elements of groups.values()) {
    if (elements.length < 2 || elements.length > 200 || elements.some((one) => isInside(one, elements))) continue
    const sum = (sums: ReadonlyMap<DomElement, number>) => elements.reduce((all, one) => all + (sums.get(one) ?? 0), 0)
    yield { elements: new Set(elements), named: true, prose: sum(prose), text: sum(text), bonus: 0.3 }
  }
}

function isInside(element: DomElement, elements: readonly DomElement[]): boolean {
  for (let at = element.parentNode; at; at = at.parentNode) if (elements.includes(at as DomElement)) return true
  return false
}

/** Numbers of the blocks that a candidate holds, without page furniture. */
export function blocksOf(candidate: Candidate, blocks: readonly PageBlock[]): Set<number> {
  return new Set(
    blocks.flatMap((block, index) =>
      cleanText(block) > 0 && block.around.some((element) => candidate.elements.has(element)) ? [index] : [],
    ),
  )
}
