import type { BlockKind, HideReason } from '../../domain/article'
import { type DomDocument, type DomElement, type DomNode, isElement, isText } from './dom'
import { articleTests } from './html-prose'
import { namesOf, Regions } from './html-region'
import { hasText } from './parsed'

/** A paragraph-sized piece of a page, with what its place in the page says about it. */
export type PageBlock = {
  text: string
  kind: BlockKind
  /** The innermost block element that holds it. */
  holder: DomElement
  /** The part of the page that it stands in, where that is page furniture. */
  region: HideReason | null
  /** The element that makes it so. */
  regionElement: DomElement | null
  /** The elements around it as the page has them, innermost first, without the body. */
  around: readonly DomElement[]
  /** How many of its characters are links. */
  linked: number
  /** The page does not show it before something is clicked, if ever. */
  concealed: boolean
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

const byName = /^\s*(?:By|BY|Von|Par|Por|Di|Door) \p{Lu}/u

type Piece = { text: string; nodes: DomNode[]; linked: number; concealed: boolean }

const emptyPiece = (): Piece => ({ text: '', nodes: [], linked: 0, concealed: true })

/** Divides a page's body into its blocks, in order, and marks each in the document. */
export function pageBlocks(document: DomDocument): PageBlock[] {
  const root = document.body
  if (!root) return []
  const pieces = new Pieces()
  pieces.visitChildren(root)
  pieces.endBlock()
  const blocks = describeAll(pieces.found, root)
  for (const [index, piece] of pieces.found.entries()) markPiece(document, piece, index)
  return blocks
}

/** Which blocks are in a part of the page's tree, by their number. */
export function markedIn(part: DomElement): Set<number> {
  return new Set([...part.querySelectorAll(`[${mark}]`)].map((element) => Number(element.getAttribute(mark))))
}

class Pieces {
  readonly found: Piece[] = []
  private current = emptyPiece()
  private links = 0
  private concealments = 0
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
    else this.visitElement(node)
  }

  private visitElement(element: DomElement): void {
    const link = element.localName === 'a' ? 1 : 0
    const concealment = isConcealed(element) ? 1 : 0
    this.links += link
    this.concealments += concealment
    if (element.localName === 'tr' && isDataRow(element)) this.addRow(element)
    else if (blockTags.has(element.localName)) {
      this.endBlock()
      this.visitChildren(element)
      this.endBlock()
    } else this.visitChildren(element)
    this.links -= link
    this.concealments -= concealment
  }

  private addText(node: DomNode, preformatted: boolean): void {
    const text = node.textContent ?? ''
    for (const [index, line] of (preformatted ? text.split(/\n/) : [text]).entries()) {
      if (index > 0) this.breaks += 1
      if (!hasText(line)) {
        if (this.current.text !== '') this.current.text += ' '
        continue
      }
      this.takeBreaks(line)
      this.current.text += line
      if (this.links > 0) this.current.linked += line.replace(/\s+/g, ' ').trim().length
      if (this.concealments === 0) this.current.concealed = false
      this.latest = line
      this.current.nodes.push(node)
    }
  }

  /** One line break inside a paragraph is a space, unless a sentence or a list of links ends or a byline begins there; two end the paragraph. */
  private takeBreaks(next: string): void {
    if (this.breaks === 0) return
    const sentenceEnds = /[.!?…:"”»؟。]\s*$/u.test(this.latest.slice(-100))
    const isLinks = this.current.linked > 0 && this.current.linked >= this.current.text.length * 0.7
    const isByline = next.length <= 60 && this.current.text.length <= 200 && byName.test(next)
    if (this.breaks > 1 || sentenceEnds || isLinks || isByline) this.endBlock()
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
    if (hasText(text) && this.current.nodes.length > 0) this.found.push({ ...this.current, text })
    this.current = emptyPiece()
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

const isConcealed = (element: DomElement): boolean =>
  element.getAttribute('hidden') !== null ||
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(element.getAttribute('style') ?? '')

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

function describeAll(pieces: readonly Piece[], root: DomElement): PageBlock[] {
  const blocks = pieces.map((piece): PageBlock => {
    const around = ancestorsOfAll(piece.nodes, root)
    const holder = around.find((element) => blockTags.has(element.localName)) ?? root
    const { text, linked, concealed } = piece
    return { text, kind: kindOf(around), holder, region: null, regionElement: null, around, linked, concealed }
  })
  const regions = new Regions(root, ...articleTests(blocks))
  return blocks.map((block) => {
    const region = block.around[0] ? regions.of(block.around[0]) : null
    return region ? { ...block, region: region.reason, regionElement: region.element } : block
  })
}

/** Elements around all of some nodes, so that a marked word says nothing about its paragraph. */
function ancestorsOfAll(nodes: readonly DomNode[], root: DomElement): DomElement[] {
  const ancestors = ancestorsOf(nodes[0] as DomNode, root)
  if (nodes.length === 1) return ancestors
  const others = new Set(ancestorsOf(nodes.at(-1) as DomNode, root))
  return ancestors.filter((element) => others.has(element))
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
