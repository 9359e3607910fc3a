import { ExpectedError } from '../domain/error'
import type { FileToExtract, TextTable } from '../domain/extraction'
import { decodeFile } from './decode'
import { readTable } from './formats/csv'
import { refuseNesting } from './formats/json'

const mostBytes = 50 * 1024 * 1024
/** More columns than a table that people fill has; objects of other kinds have no end of keys. */
const mostColumns = 500
/** Between the values of a list in one cell, as {@link valueSeparator} of exported tables. */
const separator = '; '
const deepestObject = 3

/**
 * Reads a table (values divided by commas, semicolons, tabs or bars, named in the first row) or a list of objects (JSON, or
 * one object a line) as rows of text. Objects inside of objects become columns with both names, `start_date.year`.
 * @throws ExpectedError import/too-large, import/binary, import/no-text, import/not-a-table, import/unreadable
 */
export function readTextTable(file: FileToExtract): TextTable {
  if (file.bytes.length > mostBytes) throw new ExpectedError('import/too-large', { limit: mostBytes / 1024 / 1024 })
  const text = decodeFile(file, 'text').text.replace(/^\ufeff/, '')
  const table = /^\s*[[{]/.test(text) ? objectTable(text) : delimitedTable(text)
  if (table.columns.length > mostColumns || table.rows.length === 0) throw new ExpectedError('import/not-a-table')
  return table
}

function delimitedTable(text: string): TextTable {
  const { table, truncated } = dividedRows(text)
  const [header, ...body] = table
  const width = Math.max(0, ...table.slice(0, 1000).map(({ cells }) => cells.length))
  const columns = uniqueNames(Array.from({ length: width }, (_, at) => header?.cells[at]?.trim() || `${at + 1}`))
  const rows = body.map(({ number, cells }) => ({ number, cells: columns.map((_, at) => cells[at] ?? '') }))
  return { columns, rows, unreadable: [], truncated }
}

function dividedRows(text: string): ReturnType<typeof readTable> {
  try {
    return readTable(text)
  } catch (error) {
    throw new ExpectedError('import/not-a-table', {}, { cause: error })
  }
}

/** Columns of one name are told apart by a number. */
function uniqueNames(names: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return names.map((name) => {
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} ${times}`
  })
}

function objectTable(text: string): TextTable {
  refuseNesting(text)
  const whole = parsed(text)
  const lines = whole === undefined ? text.split(/\r?\n/) : []
  const items =
    whole === undefined
      ? lines.flatMap((line, at) => (line.trim() === '' ? [] : [{ number: at + 1, value: parsed(line) }]))
      : listIn(whole).map((value, at) => ({ number: at + 1, value }))
  const objects = items.flatMap(({ number, value }) => (isObject(value) ? [{ number, cells: flattened(value) }] : []))
  const columns = [...new Set(objects.flatMap(({ cells }) => [...cells.keys()]))]
  return {
    columns,
    rows: objects.map(({ number, cells }) => ({ number, cells: columns.map((name) => cells.get(name) ?? '') })),
    unreadable: items.filter(({ value }) => !isObject(value)).map(({ number }) => number),
    truncated: false,
  }
}

type JsonObject = Record<string, unknown>

const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The list itself, or the longest one in the object around it. */
function listIn(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  const lists = isObject(value) ? Object.values(value).filter((item) => Array.isArray(item)) : []
  return lists.filter((list) => list.some(isObject)).sort((a, b) => b.length - a.length)[0] ?? [value]
}

function flattened(object: JsonObject, prefix = '', depth = 1, cells = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(object)) {
    const name = prefix === '' ? key : `${prefix}.${key}`
    if (isObject(value) && depth < deepestObject) flattened(value, name, depth + 1, cells)
    else if (Array.isArray(value)) cells.set(name, value.map(textOf).filter(hasWords).join(separator))
    else cells.set(name, textOf(value))
  }
  return cells
}

/** The texts of an object in a list stand together, as those of a quotation and its place. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return isObject(value) ? Object.values(value).map(scalarText).filter(hasWords).join(', ') : ''
}

const scalarText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

const hasWords = (text: string): boolean => text.trim() !== ''
