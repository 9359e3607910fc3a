import { describe, expect, test } from 'vitest'
import { ExpectedError } from '../../src-main/domain/error'
import { readTextTable } from '../../src-main/importing/text-table'

const tableOf = (content: string | Uint8Array, fileName = 'dates.csv') =>
  readTextTable({ bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content, fileName })

const codeOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof ExpectedError) return error.code
    throw error
  }
  return 'none'
}

describe('a file as rows of text', () => {
  test.each([
    [',', 'Date,Event\r\n2031-03-11,Gates close\r\n'],
    [';', '\uFEFFDate;Event\n2031-03-11;Gates close'],
    ['tabs', 'Date\tEvent\r2031-03-11\tGates close\r'],
    ['|', 'Date|Event\n\n2031-03-11|Gates close\n\n'],
    ['a named separator', 'sep=;\nDate;Event\n2031-03-11;Gates close'],
  ])('divided by %s', (_, text) => {
    const { columns, rows } = tableOf(text)
    expect(columns).toEqual(['Date', 'Event'])
    expect(rows.map(({ cells }) => cells)).toEqual([['2031-03-11', 'Gates close']])
  })

  test('in UTF-16, as spreadsheets save it', () => {
    const text = '\uFEFFDatum\tEreignis\r\n11.3.2031\tSchleuse geschlossen – früh\r\n'
    expect(tableOf(new Uint8Array(Buffer.from(text, 'utf16le'))).rows[0]?.cells[1]).toBe('Schleuse geschlossen – früh')
  })

  test('keeps what stands in quotes, counts rows as a spreadsheet does, and fills short rows', () => {
    const { columns, rows } = tableOf('a,b,c\n\n"1, ""x""\ny",2\n3,4,5,6\n')
    expect(columns).toEqual(['a', 'b', 'c', '4'])
    expect(rows).toEqual([
      { number: 3, cells: ['1, "x"\ny', '2', '', ''] },
      { number: 4, cells: ['3', '4', '5', '6'] },
    ])
  })

  test('tells columns of one name apart', () => {
    expect(tableOf('date,date,title\n1,2,3\n').columns).toEqual(['date', 'date 2', 'title'])
  })

  test('says where a table ends inside a cell', () => {
    const table = tableOf('a,b\n1,2\n3,"4 and')
    expect(table.truncated).toBe(true)
    expect(table.rows.at(-1)?.cells).toEqual(['3', '4 and'])
  })

  test('lists of objects, with objects inside and lists of texts', () => {
    const given = {
      title: { headline: 'Gates' },
      events: [
        { start_date: { year: 2031, month: '3' }, text: { headline: 'Gates close' }, tags: ['a', 'b'] },
        { text: { headline: 'Gates open' }, evidence: [{ outlet: 'Courier', paragraph: 3, quote: 'They open.' }] },
      ],
    }
    const { columns, rows } = tableOf(JSON.stringify(given), 'dates.json')
    expect(columns).toEqual(['start_date.year', 'start_date.month', 'text.headline', 'tags', 'evidence'])
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['2031', '3', 'Gates close', 'a; b', ''],
      ['', '', 'Gates open', '', 'Courier, 3, They open.'],
    ])
  })

  test('one object a line; lines that are none are named', () => {
    const table = tableOf('{"date":"2031","title":"One"}\nbroken\n\n{"date":"2032","title":"Two"}\n', 'dates.ndjson')
    expect(table.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
      [1, '2031', 'One'],
      [4, '2032', 'Two'],
    ])
    expect(table.unreadable).toEqual([2])
  })

  test.each([
    ['prose', 'The gates closed in the morning.\nNobody was there.', 'import/not-a-table'],
    ['only a first row', 'date,title\n', 'import/not-a-table'],
    ['a list of texts', '["a", "b"]', 'import/not-a-table'],
    ['broken JSON', '{"a": ', 'import/not-a-table'],
    ['a picture', '\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0', 'import/binary'],
    ['white space', ' \n\t\n', 'import/no-text'],
    ['nesting without end', '['.repeat(100_000), 'import/unreadable'],
    ['a thousand columns', `${'a,'.repeat(1000)}\n${'1,'.repeat(1000)}`, 'import/not-a-table'],
  ])('refuses %s', (_, text, code) => {
    expect(codeOf(() => tableOf(text))).toBe(code)
  })

  test('reads 100,000 rows', () => {
    const text = `date,title\n${Array.from({ length: 100_000 }, (_, i) => `2031-03-11,Event ${i}`).join('\n')}`
    expect(tableOf(text).rows).toHaveLength(100_000)
  })
})
