import type { BlockKind, HideReason } from '../../domain/article'
import { type DomDocument, type DomElement, type DomNode, isElement, isText } from './dom'
import { hasText } from './parsed'

/** A paragraph-sized piece of a page, with what its place in the page says about it. */
export type PageBlock = {
  text: string
  kind: BlockKind
  /** The innermost block element that holds it. */
  holder: DomElement
  /** The part of the page that it stands in, where that is page furniture. */
  region: HideReason | null
}

/** Marks a text of the page, so that it is found again in what Readability leaves of it. */
const mark = 'data-collate-block'

const blockTags = new Set(
  (
    'address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li main menu nav ol p pre section summary ' +
    'table tbody td textarea tfoot th thead tr ul'
  ).split(' '),
)
const cellTags = new Set(['td', 'th'])

type Piece = { text: string; nodes: DomNode[] }

/** Divides a page's body into its blocks, in order, and marks each in the document. */
export function pageBlocks(document: DomDocument): PageBlock[] {
  const root = document.body
  if (!root) return []
  const pieces = new Pieces()
  pieces.visitChildren(root)
  pieces.endBlock()
  const blocks = pieces.found.map((piece) => describe(piece, root))
  for (const [index, piece] of pieces.found.entries()) markPiece(document, piece, index)
  return blocks
}

/** Which blocks are in a part of the page's tree, by their number. */
export function markedIn(part: DomElement): Set<number> {
  return new Set([...part.querySelectorAll(`[${mark}]`)].map((element) => Number(element.getAttribute(mark))))
}

class Pieces {
  readonly found: Piece[] = []
  private current: Piece = { text: '', nodes: [] }
  /** The text added last; looking at the end of a long text that still grows costs its whole length. */
  private latest = ''
  private breaks = 0

  visitChildren(element: DomElement): void {
    for (const child of element.childNodes) this.visit(child, element)
  }

  private visit(node: DomNode, parent: DomElement): void {
    if (isText(node)) this.addText(node, parent.localName === 'pre')
    else if (!isElement(node) || node.localName === 'head') return
    else if (node.localName === 'br') this.breaks += 1
    else if (node.localName === 'tr' && isDataRow(node)) this.addRow(node)
    else if (blockTags.has(node.localName)) {
      this.endBlock()
      this.visitChildren(node)
      this.endBlock()
    } else this.visitChildren(node)
  }

  private addText(node: DomNode, preformatted: boolean): void {
    const text = node.textContent ?? ''
    for (const [index, line] of (preformatted ? text.split(/\n/) : [text]).entries()) {
      if (index > 0) this.breaks += 1
      if (!hasText(line)) {
        if (this.current.text !== '') this.current.text += ' '
        continue
      }
      this.takeBreaks()
      this.current.text += line
      this.latest = line
      this.current.nodes.push(node)
    }
  }

  /** One line break inside a paragraph is a space, unless a sentence ends there; two end the paragraph. */
  private takeBreaks(): void {
    if (this.breaks === 0) return
    const sentenceEnds = /[.!?…:"”»؟。]\s*$/u.test(this.latest.slice(-100))
    if (this.breaks > 1 || sentenceEnds) this.endBlock()
    else this.current.text += ' '
    this.breaks = 0
  }

  private addRow(row: DomElement): void {
    this.endBlock()
    for (const cell of row.childNodes) {
      if (!isElement(cell)) continue
      if (hasText(this.current.text) && hasText(cell.textContent ?? '')) this.current.text += ' | '
      this.visitChildren(cell)
    }
    this.endBlock()
  }

  endBlock(): void {
    const text = this.current.text.replace(/[\s\u00a0]+/g, ' ').trim()
    if (hasText(text) && this.current.nodes.length > 0) this.found.push({ text, nodes: this.current.nodes })
    this.current = { text: '', nodes: [] }
    this.breaks = 0
  }
}

/** A row of figures or words, rather than a row that lays out a page. */
function isDataRow(row: DomElement): boolean {
  for (const cell of row.childNodes) {
    if (!isElement(cell)) continue
    if (!cellTags.has(cell.localName)) return false
    for (const child of cell.childNodes) if (isElement(child) && holdsBlocks(child)) return false
  }
  return true
}

const holdsBlocks = (element: DomElement): boolean =>
  blockTags.has(element.localName) || element.querySelector('p,div,table,ul,ol,section,h1,h2,h3') !== null

function markPiece(document: DomDocument, piece: Piece, index: number): void {
  const longest = piece.nodes.reduce((a, b) => ((b.textContent ?? '').length > (a.textContent ?? '').length ? b : a))
  const parent = longest.parentNode
  if (!isElement(parent)) return
  const span = document.createElement('span')
  span.setAttribute(mark, String(index))
  parent.insertBefore(span, longest)
  span.appendChild(longest)
}

function describe(piece: Piece, root: DomElement): PageBlock {
  const ancestors = ancestorsOf(piece.nodes[0] as DomNode, root)
  const holder = ancestors.find((element) => blockTags.has(element.localName)) ?? root
  return { text: piece.text, kind: kindOf(ancestors), holder, region: regionOf(ancestors) }
}

/** Innermost first, without the root. */
function ancestorsOf(node: DomNode, root: DomElement): DomElement[] {
  const ancestors: DomElement[] = []
  for (let at = node.parentNode; isElement(at) && at !== root; at = at.parentNode) ancestors.push(at)
  return ancestors
}

function kindOf(ancestors: readonly DomElement[]): BlockKind {
  for (const element of ancestors) {
    const tag = element.localName
    if (
      tag === 'figcaption' ||
      tag === 'caption' ||
      /\b(?:wp-caption-text|photo-?credit|image-?credit|image-?caption|photo-?caption|cutline)\b/i.test(
        namesOf(element),
      )
    )
      return 'caption'
    if (/^h[1-6]$/.test(tag)) return 'heading'
    if (tag === 'blockquote') return 'quote'
    if (tag === 'li') return ancestors.some((outer) => outer.localName === 'blockquote') ? 'quote' : 'list-item'
  }
  return 'paragraph'
}

/** Class and id of an element, in lower case, words of camelCase divided. */
export const namesOf = (element: DomElement): string =>
  `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1-$2')
    .toLowerCase()

/** Names of a block's element and of the one around it. */
export function nearNames(holder: DomElement): string {
  const outer = holder.parentNode as DomElement | null
  const inner = [...holder.querySelectorAll('[class],[rel],[itemprop]')].slice(0, 4)
  const around = outer?.localName && !['body', 'main', 'article', 'section'].includes(outer.localName) ? [outer] : []
  return [holder, ...inner, ...around]
    .map(
      (element) => `${namesOf(element)} ${element.getAttribute('rel') ?? ''} ${element.getAttribute('itemprop') ?? ''}`,
    )
    .join(' ')
}

const regionNames: readonly [HideReason, RegExp][] = [
  ['cookies', /\b(?:cookies?|consent|gdpr|cmp|onetrust)(?:\b|_)/],
  ['newsletter', /(?:\b|_)(?:newsletter|subscri(?:be|ption)|sign-?up|mailing-?list|mailchimp)(?:\b|_|s\b)/],
  ['comments', /(?:\b|_)(?:comments?|comment-?(?:list|section|form|area)|disqus|respond|replies)(?:\b|_)/],
  ['share', /(?:\b|_)(?:share|sharing|social|addtoany|sharedaddy)(?:\b|_|-)/],
  [
    'related',
    /(?:\b|_)(?:related|recommend(?:ed|ations?)|more-(?:stories|from|news)|most-(?:read|popular)|trending|popular|read-?(?:more|next|also)|teasers?|also-?(?:read|like))(?:\b|_)/,
  ],
  [
    'advertisement',
    /(?:\b|_)(?:ads?|advert(?:s|isement|ising)?|banner-ad|sponsor(?:ed)?|promo(?:ted|tion)?|taboola|outbrain)(?:\b|_)/,
  ],
  ['live-banner', /(?:\b|_)live-?(?:banner|ticker|updates?|blog-link)(?:\b|_)/],
  ['search-form', /(?:\b|_)search(?:-?(?:form|box|bar|field|results?))?(?:\b|_)/],
  ['print', /(?:\b|_)(?:print-?(?:only|header|footer)|copyright)(?:\b|_)/],
  [
    'navigation',
    /(?:\b|_)(?:nav(?:bar|igation)?|menu|breadcrumbs?|masthead|site-?(?:header|footer)|topbar|pagination|skip-?link|sidebar)(?:\b|_)/,
  ],
]
const regionTags: Readonly<Record<string, HideReason>> = {
  nav: 'navigation',
  form: 'search-form',
  footer: 'navigation',
  aside: 'related',
  button: 'navigation',
  label: 'search-form',
  textarea: 'search-form',
  dialog: 'navigation',
  menu: 'navigation',
}
const regionRoles: Readonly<Record<string, HideReason>> = {
  navigation: 'navigation',
  search: 'search-form',
  contentinfo: 'navigation',
  complementary: 'related',
  banner: 'navigation',
  dialog: 'cookies',
}

/** Comments and teasers are often articles of their own; words inside a longer class name say nothing about the whole. */
function smallArticle(names: string): HideReason | null {
  if (/(?:^| )comment(?: |$)/.test(names)) return 'comments'
  return /(?:^| )(?:related|teaser|card)(?: |$)/.test(names) ? 'related' : null
}

/** The part of page furniture that an element of the page stands in, or null. */
export const regionAround = (element: DomElement, root: DomElement): HideReason | null =>
  regionOf([element, ...ancestorsOf(element, root)])

/** By the innermost element whose name, tag or role says that it is furniture, below any element of the whole article. */
function regionOf(ancestors: readonly DomElement[]): HideReason | null {
  for (const element of ancestors) {
    const names = namesOf(element)
    if (element.localName === 'article' || element.localName === 'main') return smallArticle(names)
    const named = names === ' ' ? undefined : regionNames.find(([, pattern]) => pattern.test(names))
    if (named) return named[0]
    const reason = regionRoles[element.getAttribute('role') ?? ''] ?? regionTags[element.localName]
    if (reason) return reason
  }
  return null
}
