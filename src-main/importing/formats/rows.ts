import { metadataFields } from '../../domain/article'
import { ExpectedError } from '../../domain/error'
import type { Reference, RefusedPart } from '../../domain/extraction'
import { webAddress } from '../metadata'
import { type ColumnRole, columnRole } from './columns'
import { readFragment, withOpening } from './fragment'
import { hasText, type ParsedArticle, type ParsedFile } from './parsed'
import { type DayOrder, dayOrderOf, type RecordField, recordMetadata } from './record'

/** A row of a table, or an object of a list: values by the name of their column or key. */
type Row = ReadonlyMap<string, string>

type Column = { name: string; role: ColumnRole; rank: number }

/** A column without a telling name holds the text where half of its values are at least so long, in UTF-16 units. */
const shortestText = 300

/**
 * Reads articles that stand in a table or in a list of objects, one a row: which column holds what is told by its name, in
 * many languages, loosely; the text, failing that, by its length.
 * @param values maps of texts by column name, or objects of any kind
 * @param partOf the name of a row by its index, as the reader would look for it
 * @throws ExpectedError import/not-an-article where no column holds text, or nothing is a row
 */
export function readRows(values: readonly unknown[], partOf: (index: number) => string, mediaType: string): ParsedFile {
  const rows = values.map((value) => (value instanceof Map ? (value as Row) : flattened(value)))
  const columns = columnsOf(rows)
  const has = (role: ColumnRole) => columns.some((column) => column.role === role)
  if (!has('text') && !has('abstract') && !has('lead') && !has('files')) {
    throw new ExpectedError('import/not-an-article', { columns: columnNames(rows).slice(0, 20).join(', ') })
  }
  const order = dayOrderOf(rows.flatMap((row) => fieldsOf(row, columns, 'published').map(({ text }) => text ?? '')))
  const articles: ParsedArticle[] = []
  const references: Reference[] = []
  const refused: RefusedPart[] = []
  for (const [index, row] of rows.entries()) {
    const part = partOf(index)
    const article = articleOf(row, columns, order)
    const reference = article?.partial === null ? null : referenceOf(row, columns, order, part)
    if (reference) references.push(reference)
    else if (article) articles.push({ mediaType, part, ...article })
    else refused.push({ part, code: 'import/no-entry-text', params: {} })
  }
  return { articles, references, refused }
}

/** Whether an object by itself is an article. */
export const isArticleObject = (value: unknown): boolean => {
  const row = flattened(value)
  return columnsOf([row]).some(({ name, role }) => role === 'text' && hasText(row.get(name) ?? ''))
}

function columnsOf(rows: readonly Row[]): Column[] {
  const names = columnNames(rows)
  const columns = names.flatMap((name) => {
    const known = columnRole(name) ?? columnRole(name.slice(name.lastIndexOf('.') + 1))
    return known ? [{ name, ...known }] : []
  })
  if (columns.some(({ role }) => role === 'text')) return columns.sort((a, b) => a.rank - b.rank)
  const long = names.filter((name) => !columns.some((column) => column.name === name)).filter(isLong(rows))
  return [...columns, ...long.slice(0, 1).map((name) => ({ name, role: 'text' as const, rank: 99 }))].sort(
    (a, b) => a.rank - b.rank,
  )
}

const columnNames = (rows: readonly Row[]): string[] => [
  ...new Set(rows.slice(0, 1000).flatMap((row) => [...row.keys()])),
]

const isLong =
  (rows: readonly Row[]) =>
  (name: string): boolean => {
    const values = rows.slice(0, 1000).map((row) => row.get(name) ?? '')
    const long = values.filter((value) => value.length >= shortestText && /\s/.test(value))
    return long.length > 0 && long.length * 2 >= values.length
  }

/** Values of a role, best column first, with the names of their columns. */
const fieldsOf = (row: Row, columns: readonly Column[], role: ColumnRole): RecordField[] =>
  columns.flatMap((column) => {
    const text = row.get(column.name)?.trim() ?? ''
    return column.role === role && text !== '' ? [{ text, at: `column ${column.name}` }] : []
  })

function metadataOf(row: Row, columns: readonly Column[], order: DayOrder | null) {
  const record = Object.fromEntries(metadataFields.map((field) => [field, fieldsOf(row, columns, field)]))
  // "source" is an outlet's name in some tables and the article's address in others.
  const outlets = record.outlet ?? []
  const addresses = outlets.filter(({ text }) => webAddress(text) !== null)
  return recordMetadata(
    {
      ...record,
      outlet: outlets.filter((field) => !addresses.includes(field)),
      url: [...(record.url ?? []), ...addresses],
    },
    order,
  )
}

function articleOf(row: Row, columns: readonly Column[], order: DayOrder | null) {
  const longest = (role: ColumnRole) =>
    fieldsOf(row, columns, role)
      .map(({ text }) => text ?? '')
      .reduce((a, b) => (b.length > a.length ? b : a), '')
  const body = longest('text')
  const lead = longest('lead')
  const source = body !== '' && lead !== '' && !body.includes(lead.slice(0, 40)) ? `${lead}\n\n${body}` : body
  const text = readFragment(source || lead || longest('abstract'))
  if (text.blocks.length === 0) return null
  const { blocks, metadata } = withOpening(text.blocks, metadataOf(row, columns, order))
  const partial = text.partial ?? (body === '' ? ('abstract-only' as const) : null)
  return { metadata, blocks, partial }
}

/** A row that names files is an entry of a bibliography, such as Zotero's table of a collection. */
function referenceOf(row: Row, columns: readonly Column[], order: DayOrder | null, part: string): Reference | null {
  const attachments = fieldsOf(row, columns, 'files')
    .flatMap(({ text }) => text?.split(/;\s*/) ?? [])
    .map((path) => path.trim().replaceAll('\\', '/'))
    .filter((path) => /\.\w{2,5}$/.test(path))
  if (attachments.length === 0) return null
  return { key: fieldsOf(row, columns, 'key')[0]?.text ?? part, attachments, given: metadataOf(row, columns, order) }
}

/** Keys under which services wrap what they mean. */
const wrapped = /^(?:name|names|title|main|original|rendered|value|text|label|display|displayname|#text|_)$/i
const deepestObject = 3

/** An object's texts by their keys; what stands in objects inside is named by the key around it or by its own. */
function flattened(value: unknown, name = '', depth = 0, row = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined || depth > deepestObject) return row
  if (Array.isArray(value)) {
    const texts = value.map((item) => textIn(item)).filter((text) => text !== '')
    const separator = columnRole(name)?.role === 'text' ? '\n\n' : ', '
    const isList = columnRole(name)?.role === 'section'
    if (name !== '' && texts.length > 0) row.set(name, isList ? (texts[0] ?? '') : texts.join(separator))
  } else if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) {
      const inside = name === '' ? key : wrapped.test(key) ? name : `${name}.${key}`
      if (!row.has(inside)) flattened(inner, inside, depth + 1, row)
    }
  } else if (name !== '') {
    const text = scalarText(value, name)
    if (text.trim() !== '') row.set(name, text)
  }
  return row
}

/** The text of a list's item, or the name of an object in it. */
function textIn(item: unknown): string {
  if (typeof item === 'string') return item.trim()
  if (item === null || typeof item !== 'object') return ''
  const named = Object.entries(item).find(([key, value]) => wrapped.test(key) && typeof value === 'string')
  return named ? String(named[1]).trim() : ''
}

/** Times counted in seconds or milliseconds since 1970 become days. */
function scalarText(value: unknown, name: string): string {
  const role = columnRole(name.slice(name.lastIndexOf('.') + 1))?.role
  if (typeof value === 'number' && (role === 'published' || role === 'updated') && value > 10_000) {
    const time = new Date(value < 100_000_000_000 ? value * 1000 : value)
    return Number.isNaN(time.getTime()) || /^\d{8}$/.test(String(value)) ? String(value) : time.toISOString()
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
