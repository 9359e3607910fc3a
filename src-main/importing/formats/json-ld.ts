import { sameWords } from '../metadata'
import { textOfHtml } from './html-slim'

/** What a page's linked data says about its article (schema.org/Article), as written. */
export type LinkedArticle = {
  headline: string | null
  subtitle: string | null
  /** Names, in order. */
  authors: string[]
  publisher: string | null
  /** Name of the site that the article is part of. */
  site: string | null
  section: string | null
  published: string | null
  created: string | null
  modified: string | null
  language: string | null
  url: string | null
}

type Node = Record<string, unknown>

const mostNodes = 300
const deepestNode = 5
const articleType = /(?:Article|Posting|Report|Review|Recipe)$/

/**
 * The article among a page's linked-data scripts. Scripts that are not valid JSON are passed over.
 * @param titles other titles of the page, which tell its article from those that it only lists
 * @returns nulls where there is none
 */
export function linkedArticle(scripts: readonly string[], titles: readonly string[] = []): LinkedArticle {
  const nodes = scripts.flatMap((script) => nodesOf(parsed(script)))
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleType.test(type)))
  const named = articles.filter((node) => headlineOf(node) !== null)
  const article =
    named.find((node) => titles.some((title) => sameStart(title, headlineOf(node) ?? ''))) ?? named[0] ?? articles[0]
  const page = nodes.find((node) => typesOf(node).some((type) => /^(?:WebPage|ItemPage)$/.test(type)))
  const site = nodes.find((node) => typesOf(node).includes('WebSite'))
  const dated = article ?? page
  return {
    headline: article ? headlineOf(article) : null,
    subtitle: textOf(article?.alternativeHeadline),
    authors: [...namesOf(article?.author, nodes), ...namesOf(article?.creator, nodes)].filter(isNew),
    publisher: namesOf(article?.publisher, nodes)[0] ?? namesOf(article?.sourceOrganization, nodes)[0] ?? null,
    site:
      namesOf(
        article?.isPartOf,
        nodes.filter((node) => !typesOf(node).includes('WebPage')),
      )[0] ?? textOf(site?.name),
    section: textOf(article?.articleSection),
    published: textOf(dated?.datePublished) ?? textOf(page?.datePublished),
    created: textOf(article?.dateCreated) ?? textOf(article?.uploadDate),
    modified: textOf(dated?.dateModified),
    language: textOf(article?.inLanguage) ?? textOf(page?.inLanguage),
    url: textOf(article?.url) ?? idOf(article?.mainEntityOfPage),
  }
}

const headlineOf = (node: Node): string | null => textOf(node.headline) ?? textOf(node.name)

const isNew = <T>(item: T, index: number, all: readonly T[]): boolean => all.indexOf(item) === index

/** A page's title often goes on with the site's name. */
function sameStart(title: string, headline: string): boolean {
  return headline !== '' && (sameWords(title, headline) || title.toLowerCase().startsWith(headline.toLowerCase()))
}

/** Linked data is often written by templates that leave line breaks and commas where JSON has none. */
function parsed(script: string): unknown {
  const plain = script
    .trim()
    .replace(/^(?:\/\/|\/\*)?\s{0,20}(?:<!\[CDATA\[|<!--)(?:\s{0,20}\*\/)?/, '')
    .replace(/(?:\/\/|\/\*)?\s{0,20}(?:\]\]>|-->)(?:\s{0,20}\*\/)?$/, '')
    .replace(/;$/, '')
  const repaired = plain.replace(/\p{Cc}+/gu, ' ').replace(/,(\s{0,200}[\]}])/g, '$1')
  for (const text of [plain, repaired]) {
    try {
      return JSON.parse(text)
    } catch {}
  }
  return null
}

/** All objects of a document, through arrays, graphs and main entities. */
function nodesOf(value: unknown, depth = 0): Node[] {
  if (depth > deepestNode || value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) return value.slice(0, mostNodes).flatMap((item) => nodesOf(item, depth + 1))
  const node: Node = { ...value }
  const inner = ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart'].flatMap((key) => nodesOf(node[key], depth + 1))
  return [node, ...inner].slice(0, mostNodes)
}

const typesOf = (node: Node): string[] =>
  [node['@type']]
    .flat()
    .filter((type): type is string => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''))

/** Names of persons or organisations: texts, objects with a name, or references to such objects. */
function namesOf(value: unknown, nodes: readonly Node[]): string[] {
  const names = [value].flat().flatMap((item) => {
    if (typeof item === 'string') return [textOf(item)]
    if (item === null || typeof item !== 'object') return []
    const node: Node = { ...item }
    const referred = nodes.find((other) => other['@id'] === node['@id'] && node['@id'] !== undefined && 'name' in other)
    const written = [node.name, referred?.name].flatMap((name) => (Array.isArray(name) ? name : [name]))
    const known = written.map(textOf).filter((name) => name !== null)
    return known.length > 0 ? known : [fullName(node)]
  })
  return names.filter((name): name is string => name !== null && !/^https?:/i.test(name)).filter(isNew)
}

function fullName(node: Node): string | null {
  const parts = [textOf(node.givenName), textOf(node.familyName)].filter((part) => part !== null)
  return parts.length > 0 ? parts.join(' ') : null
}

function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return value !== null && typeof value === 'object' && '@id' in value ? textOf(value['@id']) : null
}

/** Linked data often carries the entities, and sometimes the tags, of the page that it was made from. */
export function textOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  const text = first !== null && typeof first === 'object' && '@value' in first ? first['@value'] : first
  if (typeof text !== 'string' || text.length > 5000) return null
  const plain = /[&<]/.test(text) ? textOfHtml(text).join(' ') : text.trim()
  return plain === '' ? null : plain
}
