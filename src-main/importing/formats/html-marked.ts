import type { HideReason } from '../../domain/article'
import { bylineNames } from '../byline'
import { type Clue, clue } from '../clue'
import { found } from '../metadata'
import { type DateClue, dateClues } from '../published'
import type { DomDocument, DomElement } from './dom'
import { isElement } from './dom'
import type { PageBlock } from './html-blocks'
import { elementAt } from './html-head'
import { namesOf, nearNames, type Regions, regionsAround } from './html-region'

/**
 * A clue of an element in the page's body, with the number of the block that holds it, or null, and the part of page
 * furniture that it stands in, or null.
 */
export type Placed<T> = { clue: T; block: number | null; region: HideReason | null }

/** What the markup of a page's body says of its article: microdata, microformats, RDFa, and names of classes. */
export type MarkedClues = {
  bylines: Placed<Clue>[]
  dates: Placed<DateClue>[]
  /** Texts marked as the headline. */
  headlines: Clue[]
  sections: Clue[]
}

/** A page may list the authors and dates of hundreds of teasers before those of its article. */
const mostElements = 400

/** Reads the marked elements of a page's body. */
export function readMarked(document: DomDocument, parts: readonly PageBlock[]): MarkedClues {
  const places = new Places(document, parts)
  return {
    bylines: markedBylines(document, places),
    dates: markedDates(document, places),
    headlines: markedTexts(document, '[itemprop~=headline],[property~="schema:headline"],[property=headline]', 7),
    sections: markedTexts(document, '[itemprop~=articleSection],[property~="schema:articleSection"]', 7),
  }
}

/** Where elements stand among the blocks. */
class Places {
  private readonly holders = new Map<unknown, number>()
  private readonly regions: Regions | null

  constructor(document: DomDocument, parts: readonly PageBlock[]) {
    this.regions = document.body ? regionsAround(document.body) : null
    for (const [index, part] of parts.entries())
      if (!this.holders.has(part.holder)) this.holders.set(part.holder, index)
  }

  blockOf(element: DomElement): number | null {
    const own = this.holders.get(element) ?? this.firstInside(element, 3)
    if (own !== null) return own
    for (let at = element.parentNode, steps = 0; isElement(at) && steps < 4; at = at.parentNode, steps += 1) {
      const index = this.holders.get(at)
      if (index !== undefined) return index
    }
    return null
  }

  private firstInside(element: DomElement, depth: number): number | null {
    let looked = 0
    for (const child of element.childNodes) {
      looked += 1
      if (looked > 20) return null
      if (!isElement(child)) continue
      const index = this.holders.get(child) ?? (depth > 0 ? this.firstInside(child, depth - 1) : null)
      if (index !== null) return index
    }
    return null
  }

  region(element: DomElement): HideReason | null {
    return this.regions?.of(element)?.reason ?? null
  }
}

function* firstOf(document: DomDocument, selector: string): Generator<DomElement> {
  let count = 0
  for (const element of document.querySelectorAll(selector)) {
    count += 1
    if (count > mostElements) return
    yield element
  }
}

/** Enough of an element to read a name or a date in. */
const textOf = (element: DomElement): string => (element.textContent ?? '').slice(0, 2000).replace(/\s+/g, ' ').trim()

function markedTexts(document: DomDocument, selector: string, weight: number): Clue[] {
  for (const element of firstOf(document, selector)) {
    const text = element.localName === 'meta' ? (element.getAttribute('content') ?? '') : textOf(element)
    const marked = clue(found(text, 'certain', elementAt(element.localName, text)), weight)
    if (marked.length > 0 && text.length <= 400) return marked
  }
  return []
}

const authorMarks = [
  '[rel~=author]',
  '[itemprop~=author]',
  '[property~="schema:author"]',
  '.p-author',
  '.vcard .fn',
  '[class*=byline]',
  '[class*=Byline]',
  '[class*=author]',
  '[class*=Author]',
  '[class*=autor]',
  '[data-testid*=byline]',
].join(',')
const notAuthor =
  /\bbio\b|avatar|follow|author-?(?:bio|box|info|desc|about|card)|about-?(?:the-)?author|comment|biograph|social|share|photo|image|timestamp/

function markedBylines(document: DomDocument, places: Places): Placed<Clue>[] {
  const placed: Placed<Clue>[] = []
  for (const element of firstOf(document, authorMarks)) {
    const name =
      element.querySelector('[itemprop~=name],[rel~=author],.fn,[class*=author-name],[class*=byline-name]') ?? element
    const text = name.getAttribute('content') ?? textOf(name)
    if (text === '' || text.length > 200 || notAuthor.test(namesOf(element))) continue
    const explicit = /author/.test(`${element.getAttribute('rel') ?? ''}${element.getAttribute('itemprop') ?? ''}`)
    const names = bylineNames(text)
    if (
      names === null ||
      (!explicit && !/^\W*by\b/i.test(text) && !/\s/.test(names) && /^\p{Script=Latin}/u.test(names))
    )
      continue
    const weight = explicit ? 7 : 6
    const one = clue(found(names, 'likely', elementAt(name.localName, text)), weight)
    placed.push(...one.map((found) => ({ clue: found, block: places.blockOf(name), region: places.region(element) })))
  }
  return placed
}

const dateMarks = [
  'time',
  '[itemprop~=datePublished]',
  '[itemprop~=dateModified]',
  '[property~="schema:datePublished"]',
  '[property=datePublished]',
  '[pubdate]',
  '.dt-published',
  '.published',
  '.entry-date',
  '.updated',
  '.dt-updated',
  '.dtreviewed',
].join(',')
const updatedNames = /modified|updated|\bdt-updated/
const publishedNames = /publish|pubdate|datepublished|entry-date|posted|created/

function markedDates(document: DomDocument, places: Places): Placed<DateClue>[] {
  const placed: Placed<DateClue>[] = []
  for (const element of firstOf(document, dateMarks)) {
    const written =
      element.getAttribute('datetime') ?? element.getAttribute('content') ?? titleOf(element) ?? textOf(element)
    const own =
      `${namesOf(element)} ${element.getAttribute('itemprop') ?? ''} ${element.getAttribute('property') ?? ''}`.toLowerCase()
    const names = `${own} ${nearNames(element)}`
    const label = textOf(element.parentNode as DomElement).slice(0, 60)
    const isUpdate =
      updatedNames.test(own) || (!publishedNames.test(own) && (updatedNames.test(names) || updatedLabel.test(label)))
    const marked = publishedNames.test(own) || element.getAttribute('pubdate') !== null
    if (written.length > 120) continue
    // hentry marks the same element as published and updated.
    const role = isUpdate && !(publishedNames.test(own) && /updated/.test(own)) ? 'updated' : 'published'
    const weight = marked ? 8 : 5
    const place = elementAt(element.localName, written)
    placed.push(
      ...dateClues(written, role, weight, place).map((one) => ({
        clue: one,
        block: places.blockOf(element),
        region: places.region(element),
      })),
    )
  }
  return placed
}

const updatedLabel =
  /^\W*(?:last )?(?:updated|modified|edited)|mis à jour|aktualisiert|actualizado|обновлено|تحديث|更新/iu

/** Microformats keep a date in the title of an abbreviation. */
const titleOf = (element: DomElement): string | null =>
  element.localName === 'abbr' ? element.getAttribute('title') : null
