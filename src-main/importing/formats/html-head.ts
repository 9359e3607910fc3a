import type { Confidence, Sourced } from '../../domain/origin'
import { unknownValue } from '../../domain/origin'
import { bylineNames } from '../byline'
import { type Clue, clue } from '../clue'
import { found, sameWords, webAddress } from '../metadata'
import { type DateClue, dateClues } from '../published'
import type { DomDocument, DomElement } from './dom'
import { textOfHtml } from './html-slim'
import { type LinkedArticle, linkedArticle } from './json-ld'

/** What a page says about itself apart from its visible text: for each field what it has, each with its place. */
export type PageHead = {
  titles: Clue[]
  /** Standfirsts and descriptions; only what the page also shows is a subtitle. */
  subtitles: Clue[]
  bylines: Clue[]
  sites: Clue[]
  sections: Clue[]
  languages: Clue[]
  urls: Clue[]
  dates: DateClue[]
}

/** Reads linked data (schema.org), OpenGraph and other meta elements, link elements, and the comment of a saved page. */
export function readHead(document: DomDocument, jsonLd: readonly string[], source: string): PageHead {
  const meta = new MetaElements(document)
  const pageTitle = document.querySelector('title')?.textContent ?? ''
  const linked = linkedArticle(jsonLd, [meta.first('og:title') ?? '', pageTitle])
  return {
    titles: titlesOf(meta, linked, pageTitle),
    subtitles: [
      ...clue(fromElement(linked.subtitle, 'likely', 'JSON-LD alternativeHeadline'), 8),
      ...meta.clues(['og:description', 'description', 'twitter:description', 'dc:description'], 5, 'likely'),
    ],
    bylines: bylinesOf(document, meta, linked),
    sites: sitesOf(meta, linked, pageTitle),
    sections: [
      ...clue(fromElement(linked.section, 'certain', 'JSON-LD articleSection'), 8),
      ...meta.clues(sectionNames, 7, 'certain', sectionOf),
    ],
    languages: languagesOf(document, meta, linked),
    urls: urlsOf(document, meta, linked, source),
    dates: datesOf(meta, linked),
  }
}

export const elementAt = (at: string, quote: string) => ({ kind: 'element' as const, at, quote })

const fromElement = (value: string | null | undefined, confidence: Confidence, at: string): Sourced =>
  found(value, confidence, elementAt(at, value ?? ''))

/** Contents of meta elements by each of their names, in lower case. */
class MetaElements {
  private readonly contents = new Map<string, string[]>()

  constructor(document: DomDocument) {
    for (const tag of document.querySelectorAll('meta')) {
      const content = decoded(tag.getAttribute('content') ?? '')
      if (content === '') continue
      const names = ['property', 'name', 'itemprop', 'http-equiv'].map((name) => tag.getAttribute(name) ?? '')
      for (const name of new Set(names.join(' ').toLowerCase().split(/\s+/))) {
        const plain = name.replace(/^(dc|dcterms)[.:]/, '$1:')
        if (plain !== '') this.contents.set(plain, [...(this.contents.get(plain) ?? []), content])
      }
    }
  }

  all(name: string): readonly string[] {
    return this.contents.get(name) ?? []
  }

  /** Names with their first content, in the order of the page. */
  entries(): [name: string, content: string][] {
    return [...this.contents].flatMap(([name, [content]]) => (content === undefined ? [] : [[name, content]]))
  }

  first(name: string): string | null {
    return this.all(name)[0] ?? null
  }

  /** The first content of each name that `read` accepts. */
  clues(
    names: readonly string[],
    weight: number,
    confidence: Confidence,
    read: (text: string) => string | null = (text) => text,
  ): Clue[] {
    return names.flatMap((name) => {
      const content = this.first(name)
      const value = content === null ? null : read(content)
      return content === null ? [] : clue(found(value, confidence, elementAt(`meta ${name}`, content)), weight)
    })
  }
}

/** Templates often escape what was escaped already. */
const decoded = (text: string): string =>
  /&(?:amp|quot|apos|lt|gt|nbsp|#\d+|#x[\da-f]+|[lr][sd]quo|[nm]dash|hellip);/i.test(text)
    ? textOfHtml(text.replaceAll('<', '&lt;')).join(' ').trim()
    : text.trim()

function titlesOf(meta: MetaElements, linked: LinkedArticle, pageTitle: string): Clue[] {
  return [
    ...clue(fromElement(linked.headline, 'certain', 'JSON-LD headline'), 8),
    ...meta.clues(['og:title', 'citation_title', 'parsely-title', 'headline'], 8, 'certain'),
    ...meta.clues(['hdl', 'sailthru.title', 'cxenseparse:title', 'dc:title', 'dcterms:title'], 7, 'certain'),
    ...meta.clues(['twitter:title', 'weibo:webpage:title', 'weibo:article:title', 'title'], 6, 'certain'),
    ...clue(fromElement(pageTitle, 'likely', 'title'), 6),
  ]
}

const sectionNames = ['article:section', 'parsely-section', 'articlesection', 'sailthru.section', 'cg', 'section']

/** Some templates write the path of the section, or all of them. */
function sectionOf(text: string): string | null {
  const first = text.split(/[,;|>]/)[0]?.trim() ?? ''
  return first === '' || first.length > 60 || first.startsWith('/') || /^https?:/i.test(first) ? null : first
}

function sitesOf(meta: MetaElements, linked: LinkedArticle, pageTitle: string): Clue[] {
  const sites = [
    ...meta.clues(['og:site_name', 'og:sitename', 'site_name', 'sitename'], 9, 'certain', nameOnly),
    ...clue(fromElement(linked.publisher && nameOnly(linked.publisher), 'certain', 'JSON-LD publisher'), 8),
    ...clue(fromElement(linked.site && nameOnly(linked.site), 'certain', 'JSON-LD isPartOf'), 7),
    ...meta.clues(['citation_journal_title', 'dc:publisher', 'dcterms:publisher', 'publisher'], 6, 'likely', nameOnly),
    ...meta.clues(['application-name', 'apple-mobile-web-app-title', 'cre'], 5, 'likely', nameOnly),
  ]
  const given = [linked.headline, meta.first('og:title')].filter((title) => title !== null)
  // Some pages are all called after their site.
  const titles = given.length > 0 ? given : [pageTitle]
  return sites.filter(({ value }) => !titles.some((title) => sameWords(title, value.value ?? '')))
}

const legalForm = /,? (?:inc|llc|ltd|limited|plc|gmbh|corp|co|s\.?a|s\.?p\.?a|ag|b\.?v)\.?$/i

/** A site's name without its legal form and the claim behind it: "Island Press - News from the coast". */
function nameOnly(text: string): string | null {
  const name =
    text
      .split(/\s+[|–—·-]\s+|:\s/u)[0]
      ?.trim()
      .replace(legalForm, '') ?? ''
  return name === '' || /^(?:https?:|@)/.test(name) || name.length > 80 ? null : name
}

const authorNames = [
  'parsely-author',
  'sailthru.author',
  'byl',
  'cxenseparse:author',
  'dc:creator',
  'dcterms:creator',
  'author',
  'article:author',
  'og:article:author',
  'article:author_name',
  'article.author',
  'twitter:data1',
]

function bylinesOf(document: DomDocument, meta: MetaElements, linked: LinkedArticle): Clue[] {
  const labels = meta.first('twitter:label1')
  const isAuthor = (name: string) => name !== 'twitter:data1' || /written|author|by$/i.test(labels ?? '')
  const named = authorNames.filter(isAuthor).flatMap((name) => {
    const all = meta.all(name).map(isFiled(name) ? turned : bylineNames)
    return clue(namesFrom(all, `meta ${name}`, meta.all(name)), name === 'author' ? 6 : 7)
  })
  const cited = meta.all('citation_author')
  const links = [...document.querySelectorAll('link')].filter((link) => relsOf(link).includes('author'))
  const linkTitles = links.map((link) => link.getAttribute('title') ?? '')
  return [
    ...clue(namesFrom(linked.authors.map(bylineNames), 'JSON-LD author', linked.authors), 8),
    ...named,
    ...clue(namesFrom(cited.map(turned), 'meta citation_author', cited), 8),
    ...clue(namesFrom(linkTitles.map(bylineNames), 'link author', linkTitles), 4),
  ]
}

const isFiled = (name: string): boolean => /^dc(?:terms)?:creator$/.test(name)

/** "Roe, Jane" as catalogues file it, turned round. */
function turned(name: string): string | null {
  const filed = /^([\p{L}'’-]+(?: [\p{L}'’-]+)?), ([\p{L}.'’ -]+)$/u.exec(name.trim())
  return filed && !/\s/.test(filed[1] ?? '') ? bylineNames(`${filed[2]} ${filed[1]}`) : bylineNames(name)
}

function namesFrom(names: readonly (string | null)[], at: string, quotes: readonly string[]): Sourced {
  const known = [...new Set(names.flatMap((name) => (name === null ? [] : name.split(', '))))]
  return found(known.slice(0, 12).join(', '), 'certain', elementAt(at, quotes.join(', ')))
}

const publishedNames: readonly (readonly [number, readonly string[]])[] = [
  [9, ['article:published_time', 'og:published_time', 'og:article:published_time', 'datepublished']],
  [
    8,
    [
      ...['parsely-pub-date', 'sailthru.date', 'publishdate', 'publish-date', 'publish_date', 'publication_date'],
      ...[
        'publication-date',
        'article.published',
        'published-date',
        'published_time',
        'datepub',
        'cxenseparse:recs:publishtime',
      ],
      ...[
        'citation_publication_date',
        'citation_online_date',
        'citation_date',
        'article:published',
        'article_date_original',
      ],
      ...[
        'dc:date:issued',
        'dc:date.issued',
        'dcterms:issued',
        'dc:issued',
        'originalpublicationdate',
        'ptime',
        'pdate',
      ],
      ...['pubdate', 'rnews:datepublished', 'iso-8601-publish-date', 'bt:pubdate', 'release_date', 'og:pubdate'],
    ],
  ],
  [
    6,
    [
      ...[
        'dc:date',
        'dcterms:date',
        'dcterms:created',
        'dc:created',
        'dc:date.created',
        'date',
        'created',
        'datecreated',
      ],
      ...[
        'article:post_date',
        'article_date',
        'displaydate',
        'timestamp',
        'time',
        'pub_date',
        'sitedate',
        'publishtime',
      ],
    ],
  ],
]
const updatedNames = [
  ...[
    'article:modified_time',
    'og:updated_time',
    'article:modified',
    'datemodified',
    'dcterms:modified',
    'dc:modified',
  ],
  ...['dc:date.modified', 'lastmod', 'last-modified', 'article.updated', 'utime', 'revision_date', 'last_updated_date'],
]

function datesOf(meta: MetaElements, linked: LinkedArticle): DateClue[] {
  const linkedDate = (written: string | null, role: 'published' | 'updated', weight: number, name: string) =>
    written === null ? [] : dateClues(written, role, weight, elementAt(`JSON-LD ${name}`, written))
  const named = (names: readonly string[], role: 'published' | 'updated', weight: number) =>
    names.flatMap((name) => {
      const content = meta.first(name)
      return content === null ? [] : dateClues(content, role, weight, elementAt(`meta ${name}`, content))
    })
  return [
    ...linkedDate(linked.published, 'published', 9, 'datePublished'),
    ...linkedDate(linked.created, 'published', 5, 'dateCreated'),
    ...linkedDate(linked.modified, 'updated', 8, 'dateModified'),
    ...publishedNames.flatMap(([weight, names]) => named(names, 'published', weight)),
    ...named(updatedNames, 'updated', 7),
    ...unlisted(meta),
  ]
}

const listedNames = new Set([...publishedNames.flatMap(([, names]) => names), ...updatedNames])
const sayPublished =
  /(?:^|[^a-z])(?:date)?(?:first|original)?-?_?(?:publish(?:ed)?|publication|pub|release|issue)[-_.:]?(?:date|time|at|on|datetime)?(?:utc|gmt|iso)?$/

/** Systems call the day of publication by names of their own, made of the same few words. */
const unlisted = (meta: MetaElements): DateClue[] =>
  meta.entries().flatMap(([name, content]) => {
    const isDate = !listedNames.has(name) && sayPublished.test(name)
    return isDate ? dateClues(content, 'published', 7, elementAt(`meta ${name}`, content)) : []
  })

function languagesOf(document: DomDocument, meta: MetaElements, linked: LinkedArticle): Clue[] {
  return [
    ...clue(fromTag(document.documentElement.getAttribute('lang'), 'html lang'), 9),
    ...clue(fromTag(document.body?.getAttribute('lang') ?? null, 'body lang'), 8),
    ...clue(fromTag(linked.language, 'JSON-LD inLanguage'), 7),
    ...['og:locale', 'content-language', 'dc:language', 'dcterms:language', 'inlanguage', 'language'].flatMap((name) =>
      clue(fromTag(meta.first(name), `meta ${name}`), 5),
    ),
  ]
}

function fromTag(tag: string | null, at: string): Sourced {
  const plain = tag?.trim().replaceAll('_', '-').split(/[,;]/)[0]?.trim() ?? ''
  return /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(plain) ? fromElement(plain, 'certain', at) : unknownValue
}

const savedFrom = [
  /<!--\s*Page saved with SingleFile\s+url:\s*(\S+)/,
  /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/,
  /<!--\s*Mirrored from (\S+) by HTTrack\b/,
]
const archive =
  /^https?:\/\/(?:web\.archive\.org\/(?:web\/)?\d+(?:[a-z]{2}_)?|archive\.(?:ph|today|is)\/\d{8,14})\/(?=https?:)/i

/** The address of a page that an archive keeps. */
const withoutArchive = (address: string | null | undefined): string | null => {
  const own = address?.trim().replace(archive, '').replace(/^\/\//, 'https://') ?? null
  return webAddress(own)
}

function urlsOf(document: DomDocument, meta: MetaElements, linked: LinkedArticle, source: string): Clue[] {
  const ends = source.slice(0, 20_000) + source.slice(-4000)
  const links = [...document.querySelectorAll('link')]
  const linkTo = (rel: string) => links.find((link) => relsOf(link).includes(rel))?.getAttribute('href')
  const saved = savedFrom.map((pattern) => pattern.exec(ends)?.[1]).find((url) => url !== undefined)
  const savedUrl = saved !== undefined && !/^\w+:/.test(saved) ? `http://${saved}` : saved
  const all = [
    ...clue(fromElement(withoutArchive(linkTo('canonical')), 'certain', 'link canonical'), 9),
    ...meta.clues(['og:url'], 8, 'certain', withoutArchive),
    ...clue(fromElement(withoutArchive(savedUrl), 'certain', 'saved page'), 7),
    ...clue(fromElement(withoutArchive(linked.url), 'certain', 'JSON-LD url'), 6),
    ...meta.clues(
      ['parsely-link', 'twitter:url', 'syndication-source', 'original-source'],
      5,
      'likely',
      withoutArchive,
    ),
    ...clue(fromElement(withoutArchive(linkTo('shortlink')), 'likely', 'link shortlink'), 2),
  ]
  // A template's mistake: every page names the front page as its own address.
  const deep = all.filter(({ value }) => new URL(value.value ?? '').pathname !== '/')
  return [...deep, ...all.filter((one) => !deep.includes(one))]
}

const relsOf = (link: DomElement): string[] => (link.getAttribute('rel') ?? '').toLowerCase().split(/\s+/)
