import { type AtomFeed, type JsonFeed, parseFeed, type RdfFeed, type RssFeed } from 'feedsmith'
import type { RecordField } from './record'

/** An item of a feed, whatever the feed's kind: each value with the name of the element that it stands in. */
export type FeedEntry = {
  title: RecordField[]
  byline: RecordField[]
  outlet: RecordField[]
  section: RecordField[]
  published: RecordField[]
  updated: RecordField[]
  language: RecordField[]
  url: RecordField[]
  /** The whole text where the feed gives it, as HTML or plain text. */
  content: string
  summary: string
}

/**
 * Reads RSS, RDF (RSS 1.0), Atom or JSON Feed.
 * @param source XML that was looked through before, or JSON
 * @throws what feedsmith throws at a text that is no feed
 */
export function feedEntries(source: string): FeedEntry[] {
  const parsed = parseFeed(source)
  if (parsed.format === 'atom') return atomEntries(parsed.feed)
  if (parsed.format === 'json') return jsonEntries(parsed.feed)
  return parsed.format === 'rss' ? rssEntries(parsed.feed) : rdfEntries(parsed.feed)
}

const names = (list: readonly { name?: string }[] | undefined): string =>
  (list ?? []).flatMap(({ name }) => (name ? [name.trim()] : [])).join(', ')

const field = (text: string | undefined, at: string): RecordField[] => (text ? [{ text, at }] : [])
const likely = (text: string | undefined, at: string): RecordField[] =>
  text ? [{ text, at, confidence: 'likely' }] : []

/** JSON Feed has no required values for us, and XML feeds often lack those that their standards require. */
type Loose<T> = { [Key in keyof T]?: T[Key] }

function rssEntries(feed: Loose<RssFeed.Feed<string>>): FeedEntry[] {
  return (feed.items ?? []).map((item) => {
    const permalink = item.guid?.isPermaLink === false ? undefined : item.guid?.value
    return {
      title: [...field(item.title, 'RSS title'), ...field(item.dc?.titles?.[0], 'RSS dc:title')],
      byline: [
        ...field(item.dc?.creators?.join(', '), 'RSS dc:creator'),
        ...field(names(item.authors), 'RSS author'),
        ...field(names(item.atom?.authors), 'RSS atom:author'),
      ],
      outlet: [
        ...field(item.source?.title, 'RSS source'),
        ...likely(item.dc?.publishers?.[0], 'RSS dc:publisher'),
        ...field(feed.title, 'RSS channel title'),
      ],
      section: field(item.categories?.[0]?.name ?? item.dc?.subjects?.[0], 'RSS category'),
      published: [
        ...field(item.pubDate, 'RSS pubDate'),
        ...field(item.atom?.published, 'RSS atom:published'),
        ...field(item.dcterms?.issued?.[0] ?? item.dcterms?.created?.[0], 'RSS dcterms:issued'),
        ...field(item.dc?.dates?.[0], 'RSS dc:date'),
      ],
      updated: [
        ...field(item.atom?.updated, 'RSS atom:updated'),
        ...field(item.dcterms?.modified?.[0], 'RSS dcterms:modified'),
      ],
      language: [...field(item.dc?.languages?.[0], 'RSS dc:language'), ...likely(feed.language, 'RSS language')],
      url: [...field(item.link, 'RSS link'), ...field(permalink, 'RSS guid')],
      content: item.content?.encoded ?? item.atom?.content?.value ?? '',
      summary: item.description ?? item.dc?.descriptions?.[0] ?? item.itunes?.summary ?? '',
    }
  })
}

function rdfEntries(feed: Loose<RdfFeed.Feed<string>>): FeedEntry[] {
  return (feed.items ?? []).map((item) => ({
    title: field(item.title, 'RSS title'),
    byline: field(item.dc?.creators?.join(', '), 'RSS dc:creator'),
    outlet: [...likely(item.dc?.publishers?.[0], 'RSS dc:publisher'), ...field(feed.title, 'RSS channel title')],
    section: field(item.dc?.subjects?.[0], 'RSS dc:subject'),
    published: [
      ...field(item.dcterms?.issued?.[0], 'RSS dcterms:issued'),
      ...field(item.dc?.dates?.[0], 'RSS dc:date'),
    ],
    updated: field(item.dcterms?.modified?.[0], 'RSS dcterms:modified'),
    language: [
      ...field(item.dc?.languages?.[0], 'RSS dc:language'),
      ...likely(feed.dc?.languages?.[0], 'RSS channel dc:language'),
    ],
    url: [...field(item.link, 'RSS link'), ...field(item.rdf?.about, 'RSS rdf:about')],
    content: item.content?.encoded ?? '',
    summary: item.description ?? item.dc?.descriptions?.[0] ?? '',
  }))
}

function atomEntries(feed: Loose<AtomFeed.Feed<string>>): FeedEntry[] {
  return (feed.entries ?? []).map((entry) => {
    const links = entry.links ?? []
    const page = links.find((link) => link.rel === 'alternate') ?? links.find((link) => !link.rel)
    const content = entry.content?.value ?? ''
    return {
      title: field(entry.title?.value, 'Atom title'),
      byline: [
        ...field(names(entry.authors) || entry.dc?.creators?.join(', '), 'Atom author'),
        ...likely(names(feed.authors), 'Atom feed author'),
      ],
      outlet: [...field(entry.source?.title?.value, 'Atom source'), ...field(feed.title?.value, 'Atom feed title')],
      section: field(entry.categories?.[0]?.label ?? entry.categories?.[0]?.term, 'Atom category'),
      published: [...field(entry.published, 'Atom published'), ...field(entry.dc?.dates?.[0], 'Atom dc:date')],
      updated: field(entry.updated, 'Atom updated'),
      language: [...field(entry.xml?.lang, 'Atom xml:lang'), ...likely(feed.xml?.lang, 'Atom feed xml:lang')],
      url: [...field(page?.href, 'Atom link'), ...field(entry.id, 'Atom id')],
      content,
      summary: entry.summary?.value ?? '',
    }
  })
}

function jsonEntries(feed: Loose<JsonFeed.Feed<string>>): FeedEntry[] {
  return (feed.items ?? []).map((item) => ({
    title: field(item.title, 'JSON Feed title'),
    byline: [
      ...field(names(item.authors), 'JSON Feed authors'),
      ...likely(names(feed.authors), 'JSON Feed feed authors'),
    ],
    outlet: field(feed.title, 'JSON Feed feed title'),
    section: field(item.tags?.[0], 'JSON Feed tags'),
    published: field(item.date_published, 'JSON Feed date_published'),
    updated: field(item.date_modified, 'JSON Feed date_modified'),
    language: [...field(item.language, 'JSON Feed language'), ...likely(feed.language, 'JSON Feed feed language')],
    url: [
      ...field(item.url, 'JSON Feed url'),
      ...field(item.external_url, 'JSON Feed external_url'),
      ...field(item.id, 'JSON Feed id'),
    ],
    content: item.content_html ?? item.content_text ?? '',
    summary: item.summary ?? '',
  }))
}
