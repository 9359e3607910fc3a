import type { HideReason } from '../../domain/article'
import { bylineNames, looksLikePerson } from '../byline'
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
  /** Names that link to a page about an author. */
  linkedNames: Placed<Clue>[]
  dates: Placed<DateClue>[]
  /** Texts marked as the headline. */
  headlines: Clue[]
  sections: Clue[]
  /** Names of the organisation marked as the publisher. */
  publishers: Clue[]
}

/** A page may list the authors and dates of hundreds of teasers before those of its article. */
const mostElements = 400

/** Reads the marked elements of a page's body. */
export function readMarked(document: DomDocument, parts: readonly PageBlock[]): MarkedClues {
  const places = new Places(document, parts)
  const marks = [...document.querySelectorAll('*')].map(markOf)
  return {
    bylines: markedBylines(marks, places),
    linkedNames: linkedNames(marks, places),
    dates: markedDates(marks, places),
    headlines: markedTexts(marks, isMarkedAs('headline'), 7),
    sections: markedTexts(marks, isMarkedAs('articleSection'), 7),
    publishers: markedTexts(marks, isPublisher, 6),
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

/** An element with the attributes that tests look at: reading them is slow, and each element is looked at many times. */
type Mark = { element: DomElement; classes: string; rel: string; itemprop: string; property: string }

const markOf = (element: DomElement): Mark => ({
  element,
  classes: element.getAttribute('class') ?? '',
  rel: element.getAttribute('rel') ?? '',
  itemprop: element.getAttribute('itemprop') ?? '',
  property: element.getAttribute('property') ?? '',
})

type Test = (mark: Mark) => boolean

function* firstOf(marks: readonly Mark[], test: Test): Generator<DomElement> {
  let count = 0
  for (const mark of marks) {
    if (!test(mark)) continue
    count += 1
    if (count > mostElements) return
    yield mark.element
  }
}

/** Whether one of the words of an attribute is one of those asked for. */
function hasWord(value: string, words: ReadonlySet<string>): boolean {
  if (value === '') return false
  return words.has(value) || (/\s/.test(value) && value.split(/\s+/).some((word) => words.has(word)))
}

/** Microdata and RDFa of schema.org. */
function isMarkedAs(...names: string[]): Test {
  const plain = new Set(names)
  const properties = new Set(names.flatMap((name) => [name, `schema:${name}`]))
  return ({ itemprop, property }) => hasWord(itemprop, plain) || hasWord(property, properties)
}

/** Enough of an element to read a name or a date in. */
const textOf = (element: DomElement): string => (element.textContent ?? '').slice(0, 2000).replace(/\s+/g, ' ').trim()

function markedTexts(marks: readonly Mark[], test: Test, weight: number): Clue[] {
  for (const element of firstOf(marks, test)) {
    const text = element.localName === 'meta' ? (element.getAttribute('content') ?? '') : textOf(element)
    const marked = clue(found(text, 'certain', elementAt(element.localName, text)), weight)
    if (marked.length > 0 && text.length <= 400) return marked
  }
  return []
}

const authorProperty = isMarkedAs('author')
const authorRel = new Set(['author', 'Author'])
const authorClass =
  /[Bb]yline|[Aa]uthor|autor|(?:^|\s)(?:auteurs?|firma|signature|verfasser|writer|reporter|contributors?)(?=\s|$)/
const cardName = /(?:^|\s)fn(?=\s|$)/

const isAuthorMark: Test = (mark) => {
  const { element, classes, rel } = mark
  if (classes !== '' && (authorClass.test(classes) || (cardName.test(classes) && isInCard(element)))) return true
  return hasWord(rel, authorRel) || authorProperty(mark)
}

function isInCard(element: DomElement): boolean {
  for (let at = element.parentNode; isElement(at); at = at.parentNode)
    if (/(?:^|\s)vcard(?=\s|$)/.test(at.getAttribute('class') ?? '')) return true
  return false
}

/** The organisation itself, or its name inside it. */
const publisherProperty = isMarkedAs('publisher', 'sourceOrganization')
const nameProperty = new Set(['name'])
const isPublisher: Test = (mark) => {
  if (publisherProperty(mark) && mark.element.getAttribute('itemscope') === null) return true
  if (!hasWord(mark.itemprop, nameProperty)) return false
  const outer = mark.element.parentNode
  return (
    isElement(outer) &&
    (publisherProperty(markOf(outer)) || (isElement(outer.parentNode) && publisherProperty(markOf(outer.parentNode))))
  )
}

const notAuthor =
  /\bbio\b|avatar|follow|author-?(?:bio|box|info|desc|about|card)|about-?(?:the-)?author|comment|biograph|social|share|photo|image|timestamp/

function markedBylines(marks: readonly Mark[], places: Places): Placed<Clue>[] {
  const placed: Placed<Clue>[] = []
  for (const element of firstOf(marks, isAuthorMark)) {
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

/** Addresses under which sites keep the pages of those who write for them. */
const authorAddress =
  /\/(?:authors?|autor(?:es|en|i)?|auteurs?|autore|by|byline|staff|writers?|journalists?|journalistes?|reporters?|contributors?|correspondents?|columnists?|columnistas?|redactor(?:es)?|redakteure?)\/[^/?#]/i

const isAuthorLink: Test = ({ element }) =>
  element.localName === 'a' && authorAddress.test(element.getAttribute('href') ?? '')

function linkedNames(marks: readonly Mark[], places: Places): Placed<Clue>[] {
  return [...firstOf(marks, isAuthorLink)].flatMap((element) => {
    const text = textOf(element)
    const names = text.length <= 80 ? bylineNames(text) : null
    if (names === null || !names.split(', ').every(looksLikePerson)) return []
    return clue(found(names, 'likely', elementAt('a', text)), 5).map((one) => ({
      clue: one,
      block: places.blockOf(element),
      region: places.region(element),
    }))
  })
}

const dateProperty = isMarkedAs('datePublished')
const changeProperty = isMarkedAs('dateModified')
const dateClass = /(?:^|\s)(?:published|entry-date|updated|dtreviewed|dt-(?:published|updated))(?=\s|$)/

const isDateMark: Test = (mark) =>
  mark.element.localName === 'time' ||
  dateClass.test(mark.classes) ||
  dateProperty(mark) ||
  changeProperty(mark) ||
  mark.element.getAttribute('pubdate') !== null ||
  /^\d{4}-?\d\d-?\d\dT/.test(titleOf(mark.element) ?? '')
const updatedNames = /modified|updated|\bdt-updated/
const publishedNames = /publish|pubdate|datepublished|entry-date|posted|created/

function markedDates(marks: readonly Mark[], places: Places): Placed<DateClue>[] {
  const placed: Placed<DateClue>[] = []
  for (const element of firstOf(marks, isDateMark)) {
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
