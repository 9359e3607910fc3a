import type { DomElement } from './dom'
import type { PageBlock } from './html-blocks'
import { proseOf, proseSums } from './html-prose'
import { namesOf } from './html-region'

/** Elements of a page that may together be its article. `named`: their names say so. */
export type Candidate = { elements: ReadonlySet<DomElement>; named: boolean }

/** Names that content systems give to the text of an article. */
const bodyNames =
  /(?:^|[\s_-])(?:(?:article|story|post|entry|news|beitrags?|artikel|meldung|haber|nota|noticia|materia|articulo|articolo|billet|node|field-name|field--name)[_-]{0,2}(?:body|content|text|texte?|texto|copy|inhalt|details?|paragraphs?|conteudo|contenido|contenuto|corpo|cuerpo|metni|entry)|body-?text|body-?copy|rich-?text|storytext|articletext|artibody)(?=$|[\s_\d-])/
/** Names of what may hold more than the article. */
const mainNames =
  /(?:^|[\s_-])(?:(?:main|page|single|blog|content|detail|text)[_-]?(?:content|text|body|column|col)|content|contenu|conteudo|contenido|inhalt|entry|post|article|story|prose|hentry)(?=$|[\s_\d-])/

/** From here on an element's name alone says that it is the article's text. */
const bonusOfName = 0.3

function bonusOf(element: DomElement): number {
  if (/articleBody/i.test(element.getAttribute('itemprop') ?? '')) return 0.5
  const names = namesOf(element)
  if (element.localName !== 'body' && bodyNames.test(names)) return bonusOfName
  if (element.localName === 'article') return 0.2
  return element.localName === 'main' || element.getAttribute('role') === 'main' || mainNames.test(names) ? 0.1 : 0
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
    yield { elements: new Set([element]), named: bonus >= bonusOfName, prose: sum, text: text.get(element) ?? 0, bonus }
    if (bonus < bonusOfName) continue
    const name = `${element.localName} ${namesOf(element).replace(/\d+/g, '')}`
    groups.set(name, [...(groups.get(name) ?? []), element])
  }
  for (const elements of groups.values()) {
    if (elements.length < 2 || elements.length > 200 || elements.some((one) => isInside(one, elements))) continue
    const sum = (sums: ReadonlyMap<DomElement, number>) => elements.reduce((all, one) => all + (sums.get(one) ?? 0), 0)
    yield { elements: new Set(elements), named: true, prose: sum(prose), text: sum(text), bonus: bonusOfName }
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
