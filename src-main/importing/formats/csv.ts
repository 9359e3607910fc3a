import { CsvError, type Options, parse } from 'csv-parse/sync'
import { ExpectedError } from '../../domain/error'
import { decodeFile } from '../decode'
import { type FormatReader, hasText } from './parsed'
import { readRows } from './rows'

/** Reads a table, an article a row: values divided by commas, semicolons, tabs or bars, named in the first row. */
export const readCsvFile: FormatReader = (file) => {
  const { text, partial } = decodeFile(file, 'text')
  const { table, truncated } = readTable(text)
  const [header, ...body] = table
  const rows = body.map(
    ({ cells }) => new Map(cells.map((cell, column) => [header?.cells[column]?.trim() || `${column + 1}`, cell])),
  )
  const partOf = (index: number): string => `row ${body[index]?.number}`
  const parsed = readRows(rows, partOf, 'text/csv')
  const last = partOf(rows.length - 1)
  return {
    ...parsed,
    articles: (parsed.articles ?? []).map((article) => ({
      ...article,
      partial: article.partial ?? (truncated && article.part === last ? 'truncated' : partial),
    })),
  }
}

/** A row that is not blank; `number` counts blank ones too, from 1, as programs for tables do. */
type TableRow = { number: number; cells: string[] }

/**
 * The rows of a table; `truncated` where it ends inside a cell.
 * @throws ExpectedError import/not-an-article where its first row is one cell
 */
export function readTable(source: string): { table: TableRow[]; truncated: boolean } {
  const named = /^sep=(.)\r?\n/i.exec(source)
  const text = named ? source.slice(named[0].length) : source
  const options = { delimiter: named?.[1] ?? delimiterOf(text), ...lenient } satisfies Options
  try {
    return { table: rowsWithText(parse(text, options)), truncated: false }
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error
    return { table: rowsWithText(parse(`${text}"`, options)), truncated: true }
  }
}

const lenient = { bom: true, relax_column_count: true, relax_quotes: true } as const

const rowsWithText = (table: string[][]): TableRow[] =>
  table.map((cells, index) => ({ number: index + 1, cells })).filter(({ cells }) => cells.some(hasText))

const delimiters = [',', ';', '\t', '|'] as const
/** Enough to see how a table is divided, in UTF-16 units. */
const sampleLength = 20_000

/** The character that divides the first row into the most cells, outside of quotes. */
function delimiterOf(text: string): string {
  const header = firstRow(text.slice(0, sampleLength))
  const counts = delimiters.map((delimiter) => header.split(delimiter).length)
  const most = Math.max(...counts)
  if (most < 2) throw new ExpectedError('import/not-an-article', { columns: header.trim().slice(0, 80) })
  return delimiters[counts.indexOf(most)] ?? ','
}

/** The first row without what stands in quotes. */
function firstRow(text: string): string {
  const bare = text.trimStart().replace(/"(?:[^"]|"")*"/g, '')
  return bare.split(/\r\n|\r|\n/, 1)[0] ?? ''
}
