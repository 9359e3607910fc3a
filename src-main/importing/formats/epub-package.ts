import { XMLParser } from 'fast-xml-parser'
import { ExpectedError } from '../../domain/error'
import { checkedXml } from './xml'
import { harmlessPath } from './zip-entries'

/** A document of a book in reading order. `isAround`: cover, contents, imprint or the like, by what the book says. */
export type EpubDocument = { path: string; isAround: boolean }

export type EpubPackage = {
  title: string
  creators: string
  publisher: string
  date: string
  language: string
  source: string
  documents: EpubDocument[]
}

type Node = Record<string, unknown>

/** Elements of which there is one; all others come as lists. */
const single = new Set(['package', 'manifest', 'spine', 'metadata', 'guide', 'container', 'rootfiles'])

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name, _path, _isLeaf, isAttribute) => !isAttribute && !single.has(name),
})

/** Where a book's package document is, by its container file; null where that names none. */
export function packagePath(container: string): string | null {
  const files = nodes(child(child(parsed(container), 'container'), 'rootfiles').rootfile)
  const path = files.map((file) => attribute(file, 'full-path')).find((name) => name !== '')
  return path === undefined ? null : harmlessPath(path)
}

/**
 * @param path where the package document is, since its other paths begin there
 * @throws ExpectedError import/doctype, import/unreadable
 */
export function readPackage(source: string, path: string): EpubPackage {
  const root = child(parsed(source), 'package')
  const metadata = child(root, 'metadata')
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : ''
  const items = new Map(nodes(child(root, 'manifest').item).map((item) => [attribute(item, 'id'), item]))
  const guide = nodes(child(root, 'guide').reference)
  const around = new Set(
    guide
      .filter((reference) =>
        /^(?:cover|toc|title-?page|copyright-page|colophon|index|loi|lot)$/i.test(attribute(reference, 'type')),
      )
      .map((reference) => resolved(folder, attribute(reference, 'href'))),
  )
  const documents = nodes(child(root, 'spine').itemref).flatMap((reference) => {
    const item = items.get(attribute(reference, 'idref'))
    if (!item || !/html|xml/i.test(attribute(item, 'media-type'))) return []
    const document = resolved(folder, attribute(item, 'href'))
    const isNavigation = /\b(?:nav|cover)\b/.test(attribute(item, 'properties'))
    return [{ path: document, isAround: isNavigation || around.has(document) }]
  })
  const values = (name: string) => texts(metadata[name])
  return {
    title: values('title')[0] ?? '',
    creators: values('creator')
      .filter((name) => !/^(?:calibre|unknown|anonymous)\b/i.test(name))
      .join(', '),
    publisher: values('publisher').find((name) => !/^calibre\b/i.test(name)) ?? '',
    date: publicationDate(nodes(metadata.date), values('date')),
    language: values('language')[0] ?? '',
    source: values('source')[0] ?? '',
    documents,
  }
}

/** Old books give several dates, each with its event. */
function publicationDate(list: readonly Node[], dates: readonly string[]): string {
  const published = list.find((date) => /publication/i.test(attribute(date, 'event')))
  return (published ? textOf(published) : dates[0]) ?? ''
}

function parsed(source: string): Node {
  try {
    return asNode(parser.parse(checkedXml(source, 'EPUB')))
  } catch (error) {
    throw error instanceof ExpectedError
      ? error
      : new ExpectedError('import/unreadable', { format: 'EPUB' }, { cause: error })
  }
}

const asNode = (value: unknown): Node =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {}

const child = (node: Node, name: string): Node => asNode(node[name])

const nodes = (value: unknown): Node[] =>
  [value].flat().flatMap((item) => (item !== null && typeof item === 'object' ? [asNode(item)] : []))

const attribute = (node: Node, name: string): string => {
  const value = node[`@${name}`]
  return typeof value === 'string' ? value : ''
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value.trim()
  const inner = asNode(value)['#text']
  return typeof inner === 'string' ? inner.trim() : ''
}

const texts = (value: unknown): string[] =>
  [value]
    .flat()
    .map(textOf)
    .filter((text) => text !== '')

function resolved(folder: string, href: string): string {
  const [path = ''] = href.split('#')
  const parts: string[] = []
  for (const part of `${folder}${decoded(path)}`.split('/')) {
    if (part === '..') parts.pop()
    else parts.push(part)
  }
  return harmlessPath(parts.join('/'))
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
