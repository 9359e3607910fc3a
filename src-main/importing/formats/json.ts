import { ExpectedError } from '../../domain/error'
import { decodeFile } from '../decode'
import { cslReferences, isCslItem } from './csl'
import { readFeed } from './feed'
import { type FormatReader, hasText, type ParsedFile } from './parsed'
import { isArticleObject, readRows } from './rows'

type JsonObject = Record<string, unknown>

/** Deeper nesting than any list of articles has; the parser is recursive. */
const deepestNesting = 200

/** Reads JSON, or one JSON value a line: a JSON Feed, a bibliography (CSL-JSON), or articles as objects. */
export const readJsonFile: FormatReader = (file) => {
  const { text, partial } = decodeFile(file, 'text')
  const parsed = readJson(text)
  if (!parsed.articles || partial === null) return parsed
  return { ...parsed, articles: parsed.articles.map((one) => ({ ...one, partial: one.partial ?? partial })) }
}

/** @throws ExpectedError import/unreadable, import/not-an-article */
export function readJson(text: string): ParsedFile {
  const source = text.replace(/^\ufeff/, '')
  refuseNesting(source)
  const value = parsed(source)
  if (value === undefined) return readLines(source)
  if (isObject(value) && /jsonfeed\.org/i.test(String(value.version ?? '')))
    return readFeed(source, 'application/feed+json')
  const list = listIn(value)
  if (list.some(isCslItem)) return cslReferences(list)
  return readRows(list, (index) => `item ${index + 1}`, 'application/json')
}

/** JSON lines: a line that is no object is refused, the rest is read. */
function readLines(source: string): ParsedFile {
  const lines = source.split(/\r?\n/).flatMap((line, index) => (hasText(line) ? [{ line, number: index + 1 }] : []))
  const values = lines.map(({ line, number }) => ({ number, value: parsed(line) }))
  const readable = values.filter(({ value }) => isObject(value))
  if (readable.length * 2 < values.length || readable.length === 0) {
    throw new ExpectedError('import/unreadable', { format: 'JSON' })
  }
  const list = readable.map(({ value }) => value)
  const part = (index: number) => `line ${readable[index]?.number ?? index + 1}`
  const rows = list.some(isCslItem) ? cslReferences(list) : readRows(list, part, 'application/x-ndjson')
  const broken = values
    .filter(({ value }) => !isObject(value))
    .map(({ number }) => ({ part: `line ${number}`, code: 'import/broken-line' as const, params: {} }))
  return { ...rows, refused: [...(rows.refused ?? []), ...broken] }
}

const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Articles stand in an array, or in the longest array of an object around it; a single object is a single article. */
function listIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (!isObject(value)) throw new ExpectedError('import/not-an-article')
  if (isArticleObject(value)) return [value]
  const arrays = Object.values(value).filter((item): item is unknown[] => Array.isArray(item) && item.some(isObject))
  return arrays.sort((a, b) => b.length - a.length)[0] ?? [value]
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** @throws ExpectedError import/unreadable where it is nested deeper than any list is */
export function refuseNesting(text: string): void {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) quoted = !quoted
    else if (code === 0x5c) at += 1
    else if (quoted) continue
    else if (code === 0x5b || code === 0x7b) depth += 1
    else if (code === 0x5d || code === 0x7d) depth -= 1
    if (depth > deepestNesting) throw new ExpectedError('import/unreadable', { format: 'JSON' })
  }
}
