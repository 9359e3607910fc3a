import { describe, expect, test } from 'vitest'
import { dateOrderOf, guessEventColumns, readEventRow } from '../../src-main/analysis/event-table'
import type { TextTable } from '../../src-main/domain/extraction'

const table = (columns: string[], ...rows: string[][]): TextTable => ({
  columns,
  rows: rows.map((cells, at) => ({ number: at + 2, cells })),
  unreadable: [],
  truncated: false,
})

describe('which column holds what', () => {
  test.each([
    [['Date', 'Event', 'Location', 'Actors', 'Source'], { date: 0, title: 1, place: 2, actors: 3, source: 4 }],
    [['Start date', 'End-Date', 'Headline', 'Text'], { date: 0, end: 1, title: 2, description: 3 }],
    [['Datum', 'Ereignis', 'Ort', 'Quelle'], { date: 0, title: 1, place: 2, source: 3 }],
    [['Année', 'Mois', 'Jour', 'Titre', 'Lieu'], { year: 0, month: 1, day: 2, title: 3, place: 4 }],
    [['التاريخ', 'الحدث', 'المكان'], { date: 0, title: 1, place: 2 }],
    [['Day', 'What', 'Where'], { date: 0, title: 1, place: 2 }],
    [
      ['Year', 'Month', 'Day', 'End Year', 'Headline', 'Text', 'Media'],
      { year: 0, month: 1, day: 2, endYear: 3, title: 4, description: 5, url: 6 },
    ],
    [
      ['unique_id', 'start_date.year', 'start_date.month', 'start_date.day', 'text.headline', 'text.text'],
      { year: 1, month: 2, day: 3, title: 4, description: 5 },
    ],
    [
      ['id', 'title', 'description', 'date', 'earliest', 'latest', 'place', 'actors', 'tags'],
      { date: 3, title: 1, description: 2, place: 6, actors: 7, tags: 8 },
    ],
  ])('by the names %j', (names, expected) => {
    expect(guessEventColumns(table(names))).toEqual(expected)
  })

  test('by the values, where names tell nothing', () => {
    const given = table(['A', 'B', 'C'], ['7', '11 March 2031', 'Gates close'], ['8', 'April 2031', 'Gates open'])
    expect(guessEventColumns(given)).toEqual({ date: 1, title: 2 })
  })
})

const columns = { date: 0, title: 1, description: 2, place: 3, actors: 4, tags: 5, source: 6, url: 7 }
const row = (date: string, title = 'Gates close', ...rest: string[]) => [date, title, ...rest]
const dateOf = (text: string, order: Parameters<typeof readEventRow>[2] = null) => {
  const outcome = readEventRow(row(text), columns, order)
  return outcome.kind === 'event' ? outcome.event.edtf : outcome.reason
}

describe('the date of a row', () => {
  test.each([
    ['2031-03-11', '2031-03-11'],
    ['11 March 2031', '2031-03-11'],
    ['2031', '2031'],
    ['March 2031', '2031-03'],
    ['about 1979', '1979~'],
    ['11.3.2031', '2031-03-11'],
    ['2031-03-11 00:00:00', '2031-03-11'],
    ['13/3/2031', '2031-03-13'],
    ['١١/٢٣/٢٠٣١', '2031-11-23'],
    ['', null],
    ['32 May 2031', 'not-understood'],
    ['30 February 2031', 'not-understood'],
    ['2031-02-30', 'not-understood'],
    ['soon', 'not-understood'],
    ['3/4/2031', 'ambiguous'],
  ])('%j is %s', (text, expected) => {
    expect(dateOf(text)).toBe(expected)
  })

  test('with two readings goes by the order that other rows give away', () => {
    const given = table(['date', 'title'], ['3/4/2031', 'a'], ['3/25/2031', 'b'])
    const order = dateOrderOf(given, { date: 0, title: 1 })
    expect(order).toBe('month-first')
    expect(dateOf('3/4/2031', order)).toBe('2031-03-04')
    expect(dateOf('3/4/2031', 'day-first')).toBe('2031-04-03')
    expect(dateOf('13/3/31', 'day-first')).toBe('2031-03-13')
  })

  test('is not guessed where rows disagree about the order', () => {
    const given = table(['date', 'title'], ['25/3/2031', 'a'], ['3/25/2031', 'b'])
    expect(dateOrderOf(given, { date: 0, title: 1 })).toBeNull()
  })

  test.each([
    [['2031-03-06', '2031-03-09'], '2031-03-06/2031-03-09'],
    [['March 2031', 'May 2031'], '2031-03/2031-05'],
    [['2031-03-06', ''], '2031-03-06'],
    [['2031-03-06', '2031-03-06'], '2031-03-06'],
    [['', '2031-03-06'], '../2031-03-06'],
    [['2031-03-09', '2031-03-06'], 'ends-before-start'],
    [['2031-03-09', 'never'], 'not-understood'],
  ])('from two columns %j is %s', (cells, expected) => {
    const outcome = readEventRow([...cells, 'Gates'], { date: 0, end: 1, title: 2 }, null)
    expect(outcome.kind === 'event' ? outcome.event.edtf : outcome.reason).toBe(expected)
  })

  test.each([
    [['2031', '', ''], '2031'],
    [['2031', '3', ''], '2031-03'],
    [['2031', '3', '7'], '2031-03-07'],
    [['2031', 'March', '7'], '2031-03-07'],
    [['2031', '13', '7'], 'not-understood'],
  ])('from columns of year, month and day %j is %s', (cells, expected) => {
    const outcome = readEventRow([...cells, 'Gates'], { year: 0, month: 1, day: 2, title: 3 }, null)
    expect(outcome.kind === 'event' ? outcome.event.edtf : outcome.reason).toBe(expected)
  })
})

describe('the rest of a row', () => {
  test('is taken as it stands, lists apart', () => {
    const cells = row(
      '2031',
      ' Gates \n close ',
      'Why.',
      'Sarn, east',
      'River council; Smith, John',
      'a, b; c',
      'Courier',
      'https://c.example',
    )
    expect(readEventRow(cells, columns, null)).toEqual({
      kind: 'event',
      event: {
        title: 'Gates close',
        edtf: '2031',
        description: 'Why.\n\nCourier https://c.example',
        place: 'Sarn, east',
        actors: ['River council', 'Smith, John'],
        tags: ['a', 'b', 'c'],
      },
    })
  })

  test('loses the apostrophe that kept a cell from being run', () => {
    const outcome = readEventRow(row('2031', "'=1+1", "'tis so"), columns, null)
    expect(outcome).toMatchObject({ event: { title: '=1+1', description: "'tis so" } })
  })

  test('without a title is refused, whatever else it has', () => {
    expect(readEventRow(row('2031', '  '), columns, null)).toMatchObject({ kind: 'refused', reason: 'no-title' })
    expect(readEventRow([], columns, null)).toMatchObject({ reason: 'no-title' })
  })
})
