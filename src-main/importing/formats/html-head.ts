import { isEdtf } from '../../domain/edtf'
import type { Confidence, Sourced } from '../../domain/origin'
import { unknownValue } from '../../domain/origin'
import { parseDateLine } from '../date-line'
import { cutSiteName, firstKnown, found, webAddress } from '../metadata'
import type { DomDocument, DomElement } from './dom'
import { type LinkedArticle, linkedArticle } from './json-ld'

/** What a page says about itself apart from its visible text. `titles`: all it has, best first, without the site's name. */
export type PageHead = {
  titles: Sourced[]
  byline: Sourced
  outlet: Sourced
  published: Sourced
  language: Sourced
  url: Sourced
}

/** Reads linked data (schema.org), OpenGraph and other meta elements, link elements, and the comment of a saved page. */
export function readHead(document: DomDocument, jsonLd: readonly string[], source: string): PageHead {
  const meta = metaElements(document)
  const linked = linkedArticle(jsonLd)
  const named = outletOf(meta, linked)
  const { titles, site } = titlesOf(document, meta, linked, named.value)
  return {
    titles,
    byline: bylineOf(meta, linked),
    outlet: named.value === null ? site : named,
    published: publishedOf(meta, linked),
    language: languageOf(document, meta),
    url: urlOf(document, meta, linked, source),
  }
}

const element = (at: string, quote: string) => ({ kind: 'element' as const, at, quote })

const fromElement = (value: string | null | undefined, confidence: Confidence, at: string): Sourced =>
  found(value, confidence, element(at, value ?? ''))

/** Contents of meta elements by each of their names, in lower case; the first of a name counts. */
function metaElements(document: DomDocument): ReadonlyMap<string, string> {
  const meta = new Map<string, string>()
  for (const tag of document.querySelectorAll('meta')) {
    const content = tag.getAttribute('content')?.trim()
    if (!content) continue
    const names = ['property', 'name', 'itemprop', 'http-equiv'].map((name) => tag.getAttribute(name) ?? '')
    for (const name of names.join(' ').toLowerCase().split(/\s+/)) {
      const plain = name.replace(/^(dc|dcterms)[.:]/, '$1:')
      if (plain !== '' && !meta.has(plain)) meta.set(plain, content)
    }
  }
  return meta
}

/** The first of some meta elements that has a value `read` accepts. */
function fromMeta(
  meta: ReadonlyMap<string, string>,
  names: readonly string[],
  confidence: Confidence,
  read: (text: string) => string | null = (text) => text,
): Sourced {
  for (const name of names) {
    const content = meta.get(name)
    const value = content === undefined ? null : read(content)
    if (value !== null) return found(value, confidence, element(`meta ${name}`, content ?? ''))
  }
  return unknownValue
}

function outletOf(meta: ReadonlyMap<string, string>, linked: LinkedArticle): Sourced {
  return firstKnown([
    fromElement(linked.publisher, 'certain', 'JSON-LD publisher'),
    fromMeta(meta, ['og:site_name'], 'certain', nameOnly),
    fromMeta(meta, ['dc:publisher', 'dcterms:publisher', 'citation_journal_title'], 'likely', nameOnly),
    fromMeta(meta, ['application-name', 'apple-mobile-web-app-title'], 'likely', nameOnly),
  ])
}

const nameOnly = (text: string): string | null => (/^https?:|^@|^$/.test(text) || text.length > 80 ? null : text)

function titlesOf(
  document: DomDocument,
  meta: ReadonlyMap<string, string>,
  linked: LinkedArticle,
  outlet: string | null,
): { titles: Sourced[]; site: Sourced } {
  const pageTitle = document.querySelector('title')?.textContent ?? ''
  const candidates = [
    fromElement(linked.headline, 'certain', 'JSON-LD headline'),
    fromMeta(meta, ['og:title'], 'certain'),
    fromMeta(meta, ['citation_title', 'dc:title', 'dcterms:title', 'parsely-title', 'twitter:title'], 'likely'),
    fromElement(pageTitle, 'likely', 'title'),
  ]
  const cut = candidates.map((candidate) => cutSiteName(candidate.value ?? '', outlet))
  const titles = candidates.map((candidate, index) => ({ ...candidate, value: cut[index]?.title || null }))
  const site = cut.at(-1)?.site
  return {
    titles: titles.filter((title) => title.value !== null && title.value !== outlet),
    site: site ? found(site, 'likely', element('title', pageTitle), 'rule') : unknownValue,
  }
}

function bylineOf(meta: ReadonlyMap<string, string>, linked: LinkedArticle): Sourced {
  return firstKnown([
    fromElement(linked.author && personName(linked.author), 'certain', 'JSON-LD author'),
    fromMeta(
      meta,
      ['dc:creator', 'dcterms:creator', 'author', 'article:author', 'parsely-author', 'byl', 'citation_author'],
      'certain',
      personName,
    ),
  ])
}

/** A name without "By"; addresses and account names are no names. */
export function personName(text: string): string | null {
  const plain = text.replace(/^\s*(?:by|written by|بقلم|كتب)\s*[:：]?\s+/iu, '').trim()
  return plain === '' || /^https?:|^@|^www\./i.test(plain) || plain.length > 200 ? null : plain
}

function publishedOf(meta: ReadonlyMap<string, string>, linked: LinkedArticle): Sourced {
  const day = linked.published ? dayOf(linked.published) : null
  if (day) return found(day, 'certain', element('JSON-LD datePublished', linked.published ?? ''))
  return firstKnown([
    fromMeta(meta, ['article:published_time', 'og:published_time', 'datepublished'], 'certain', dayOf),
    fromMeta(
      meta,
      [
        ...['parsely-pub-date', 'sailthru.date', 'pubdate', 'publishdate', 'publish-date', 'publication_date'],
        ...['citation_publication_date', 'citation_date', 'dc:date:issued', 'dc:date.issued', 'dcterms:issued'],
        ...['dc:date', 'dcterms:date', 'dcterms:created', 'dc:created', 'date', 'article.published', 'published-date'],
      ],
      'likely',
      dayOf,
    ),
  ])
}

/** The day, as EDTF, of a time in ISO 8601, RFC 2822 or words; as written, whatever its time zone. */
export function dayOf(text: string): string | null {
  const plain = text.trim()
  const iso = /^(\d{4})[-/]?(\d{2})[-/]?(\d{2})(?!\d{2}(?:\D|$))/.exec(plain)
  const day = iso ? `${iso[1]}-${iso[2]}-${iso[3]}` : (parseDateLine(plain)?.edtf ?? null)
  // Pages without a date often carry the beginning of their system's calendar.
  return day !== null && isEdtf(day) && day > '1000' && day !== '1970-01-01' ? day : null
}

function languageOf(document: DomDocument, meta: ReadonlyMap<string, string>): Sourced {
  return firstKnown([
    fromTag(document.documentElement.getAttribute('lang'), 'html lang'),
    fromTag(document.body?.getAttribute('lang') ?? null, 'body lang'),
    fromTag(meta.get('og:locale')?.replace('_', '-') ?? null, 'meta og:locale'),
    fromTag(meta.get('content-language') ?? null, 'meta content-language'),
  ])
}

function fromTag(tag: string | null, at: string): Sourced {
  const plain = tag?.trim().replace('_', '-') ?? ''
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(plain) ? fromElement(plain, 'certain', at) : unknownValue
}

const savedFrom = [/<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/, /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/]

function urlOf(
  document: DomDocument,
  meta: ReadonlyMap<string, string>,
  linked: LinkedArticle,
  source: string,
): Sourced {
  const head = source.slice(0, 20_000)
  const canonical = [...document.querySelectorAll('link')].find((link) => relsOf(link).includes('canonical'))
  const saved = savedFrom.map((pattern) => pattern.exec(head)?.[1]).find((url) => url !== undefined)
  return firstKnown([
    fromElement(webAddress(canonical?.getAttribute('href')), 'certain', 'link canonical'),
    fromMeta(meta, ['og:url'], 'certain', webAddress),
    fromElement(webAddress(saved), 'certain', 'saved page'),
    fromElement(webAddress(linked.url), 'certain', 'JSON-LD url'),
  ])
}

const relsOf = (link: DomElement): string[] => (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/)
