import { textOfHtml } from './html-slim'

/** What a page's linked data says about its article (schema.org/Article), as written. */
export type LinkedArticle = {
  headline: string | null
  author: string | null
  publisher: string | null
  published: string | null
  url: string | null
}

type Node = Record<string, unknown>

const mostNodes = 300
const deepestNode = 5
const articleType = /(?:Article|BlogPosting|Report|Review)$/

/**
 * The article among a page's linked-data scripts. Scripts that are not valid JSON are passed over.
 * @returns nulls where there is none
 */
export function linkedArticle(scripts: readonly string[]): LinkedArticle {
  const nodes = scripts.flatMap((script) => nodesOf(parsed(script)))
  const articles = nodes.filter((node) => typesOf(node).some((type) => articleType.test(type)))
  const article = articles.find((node) => textOf(node.headline)) ?? articles[0]
  const page = article ?? nodes.find((node) => typesOf(node).includes('WebPage'))
  return {
    headline: textOf(article?.headline) ?? textOf(article?.name),
    author: namesOf(article?.author, nodes),
    publisher: namesOf(article?.publisher, nodes) ?? namesOf(article?.sourceOrganization, nodes),
    published: textOf(page?.datePublished) ?? textOf(article?.dateCreated),
    url: textOf(article?.url) ?? idOf(article?.mainEntityOfPage),
  }
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*(?:\/\/)?\s*<!\[CDATA\[|(?:\/\/)?\s*\]\]>\s*$/g, ''))
  } catch {
    return null
  }
}

/** All objects of a document, through arrays, graphs and main entities. */
function nodesOf(value: unknown, depth = 0): Node[] {
  if (depth > deepestNode || value === null || typeof value !== 'object') return []
  if (Array.isArray(value)) return value.slice(0, mostNodes).flatMap((item) => nodesOf(item, depth + 1))
  const node: Node = { ...value }
  return [node, ...nodesOf(node['@graph'], depth + 1), ...nodesOf(node.mainEntity, depth + 1)].slice(0, mostNodes)
}

const typesOf = (node: Node): string[] =>
  [node['@type']].flat().filter((type): type is string => typeof type === 'string')

/** Names of persons or organisations: texts, objects with a name, or references to such objects. */
function namesOf(value: unknown, nodes: readonly Node[]): string | null {
  const names = [value].flat().flatMap((item) => {
    if (typeof item === 'string') return [textOf(item)]
    if (item === null || typeof item !== 'object') return []
    const node: Node = { ...item }
    const referred = nodes.find((other) => other['@id'] === node['@id'] && node['@id'] !== undefined && 'name' in other)
    return [textOf(node.name) ?? textOf(referred?.name)]
  })
  const known = names.filter((name): name is string => name !== null && !/^https?:/i.test(name))
  return known.length > 0 ? [...new Set(known)].join(', ') : null
}

function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return value !== null && typeof value === 'object' && '@id' in value ? textOf(value['@id']) : null
}

/** Linked data often carries the entities, and sometimes the tags, of the page that it was made from. */
function textOf(value: unknown): string | null {
  const text = Array.isArray(value) ? value[0] : value
  if (typeof text !== 'string' || text.length > 5000) return null
  const plain = /[&<]/.test(text) ? textOfHtml(text).join(' ') : text.trim()
  return plain === '' ? null : plain
}
