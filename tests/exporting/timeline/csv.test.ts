import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvColumns, writeCsv } from '../../../src-main/exporting/timeline/csv'
import { chronology, event, evidence } from './chronology'

const rowsOf = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true })

describe('a timeline as a table', () => {
  test('has a row per event with all that is known of it', () => {
    const [row] = rowsOf(
      writeCsv(
        chronology(
          event({
            edtf: '2031-03~',
            title: 'The gates close',
            place: 'Sarn',
            actors: ['River council', 'Osmera; Ltd'],
            tags: ['Gates / East'],
            evidence: [evidence(), evidence({ outlet: null, published: null, stance: 'disputes', asserted: '' })],
          }),
        ),
      ),
    )
    expect(row).toMatchObject({
      date: '2031-03~',
      earliest: '2031-03-01',
      latest: '2031-03-31',
      'date as written': 'on Tuesday',
      title: 'The gates close',
      place: 'Sarn',
      actors: 'River council; Osmera; Ltd',
      tags: 'Gates / East',
      state: 'corroborated by at most 2 independent origins; date agreed by 2',
    })
    expect(row?.evidence?.split('\n')).toEqual([
      'Sarn Courier, 12 March 2031, ¶3: “The gates closed on Tuesday.”',
      'outlet unknown, undated, ¶3 (disputes it): “The gates closed on Tuesday.”',
    ])
  })

  test('begins with a byte order mark and its columns, without events too', () => {
    expect(writeCsv(chronology())).toBe(`\uFEFF${csvColumns.join(',')}\r\n`)
  })

  test('keeps quotes, separators, line feeds, Arabic and emoji as they are', () => {
    const description = 'One, "two"\nthree; أُغلق الميناء 🚢'
    expect(rowsOf(writeCsv(chronology(event({ description }))))[0]?.description).toBe(description)
  })

  test.each(['=HYPERLINK("https://evil.example")', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])(
    'runs no formula: %j',
    (description) => {
      const written = rowsOf(writeCsv(chronology(event({ description }))))[0]?.description
      expect(written).toBe(`'${description}`)
    },
  )

  test('leaves the date of an event without one empty', () => {
    expect(rowsOf(writeCsv(chronology(event({ edtf: null }))))[0]).toMatchObject({ date: '', earliest: '', latest: '' })
  })
})
