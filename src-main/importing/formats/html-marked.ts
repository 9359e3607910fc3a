import { type Sourced, unknownValue } from '../../domain/origin'
import { found } from '../metadata'
import type { DomDocument, DomElement } from './dom'
import { dayOf, personName } from './html-head'
import { nearNames, regionAround } from './html-region'

const authorMarks =
  '[rel~=author],[itemprop~=author],[class~=byline],[class*=byline-name],[class*=author-name],[class~=author]'
const behindName = / [|•·–—] |,? (?=\d{1,2} \p{L}+ \d{4})|,? (?=\p{Lu}\p{L}+ \d{1,2}\b)/u

/** The first element of a page that is marked as its author's name. */
export function authorElement(document: DomDocument): Sourced {
  for (const element of document.querySelectorAll(authorMarks)) {
    const name = element.querySelector('[itemprop=name],[rel~=author]') ?? element
    const text = (name.textContent ?? '').replace(/\s+/g, ' ').split(behindName)[0] ?? ''
    const words = text.trim().split(' ').length
    if (words < 2 || words > 10 || text.length > 80 || isElsewhere(document, element)) continue
    if (/\bbio\b|avatar|follow/.test(nearNames(element))) continue
    return found(personName(text), 'likely', { kind: 'element', at: name.localName, quote: text })
  }
  return unknownValue
}

/** The first time that a page's article is marked with, where it is not that of a change. */
export function timeElement(document: DomDocument): Sourced {
  for (const time of document.querySelectorAll('article time, main time, [itemprop=datePublished]')) {
    const written = time.getAttribute('datetime') ?? time.getAttribute('content') ?? time.textContent ?? ''
    const names = `${nearNames(time)} ${time.getAttribute('itemprop') ?? ''}`
    const day = dayOf(written)
    if (!day || /modified|updated/.test(names) || isElsewhere(document, time)) continue
    return found(day, 'likely', { kind: 'element', at: 'time', quote: written })
  }
  return unknownValue
}

/** About a comment or another article. */
function isElsewhere(document: DomDocument, element: DomElement): boolean {
  const region = document.body && regionAround(element, document.body)
  return region === 'comments' || region === 'related'
}
