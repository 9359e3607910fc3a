import ICAL from 'ical.js'
import { describe, expect, test } from 'vitest'
import type { Chronology, ChronologyEvent } from '../../../src-main/exporting/timeline/chronology'
import { writeICalendar } from '../../../src-main/exporting/timeline/icalendar'
import { chronology, event, evidence } from './chronology'

const calendarOf = (given: Chronology): ICAL.Component => new ICAL.Component(ICAL.parse(writeICalendar(given).text))

const only = (given: ChronologyEvent): ICAL.Component | undefined =>
  calendarOf(chronology(given)).getFirstSubcomponent('vevent') ?? undefined

const textOf = (component: ICAL.Component | undefined, name: string): string =>
  String(component?.getFirstPropertyValue(name))

describe('a timeline as a calendar', () => {
  test.each([
    ['2031-03-11', '2031-03-11', '2031-03-12'],
    ['2031-12-31', '2031-12-31', '2032-01-01'],
    ['2031-02', '2031-02-01', '2031-03-01'],
    ['1979', '1979-01-01', '1980-01-01'],
    ['2031-03-06/2031-03-09', '2031-03-06', '2031-03-10'],
    ['2031-03-11/..', '2031-03-11', '2031-03-12'],
    ['../2031-03-11', '2031-03-11', '2031-03-12'],
  ])('has %s from %s up to, and without, %s', (edtf, start, end) => {
    const found = only(event({ edtf }))
    expect(textOf(found, 'dtstart')).toBe(start)
    expect(textOf(found, 'dtend')).toBe(end)
    expect(textOf(found, 'x-collate-edtf')).toBe(edtf)
  })

  test('keeps texts word for word: separators, line feeds, Arabic, emoji', () => {
    const title = 'Gates; east, \\west "quoted" أُغلق 🚢'
    const description = 'One.\nTwo, three; four.'
    const found = only(
      event({ title, description, place: 'Sarn, east', tags: ['Gates / East', 'A, b'], evidence: [evidence()] }),
    )
    expect(textOf(found, 'summary')).toBe(title)
    expect(textOf(found, 'description')).toContain(`${description}\n11 March 2031 (2031-03-11)`)
    expect(textOf(found, 'description')).toContain('Sarn Courier, 12 March 2031, ¶3: “The gates closed on Tuesday.”')
    expect(textOf(found, 'location')).toBe('Sarn, east')
    expect(found?.getFirstProperty('categories')?.getValues()).toEqual(['Gates / East', 'A, b'])
  })

  test('no line is longer than 75 octets, and none is cut within a character', () => {
    const { text } = writeICalendar(chronology(event({ title: 'أُغلق الميناء 🚢 '.repeat(40) })))
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text).not.toContain('\uFFFD')
  })

  test('no text can begin a line of its own', () => {
    const { text } = writeICalendar(chronology(event({ title: 'a\r\nEND:VEVENT\rATTACH:file:///etc\u0000\u2028x' })))
    expect(text.split('\r\n').filter((line) => line === 'END:VEVENT')).toHaveLength(1)
    expect(text).not.toMatch(/^ATTACH/m)
  })

  test('has the day on which an event was made as its stamp, so that the same events give the same bytes', () => {
    const given = chronology(event(), event({ edtf: '2031' }))
    expect(textOf(calendarOf(given).getFirstSubcomponent('vevent') ?? undefined, 'dtstamp')).toBe(
      '2031-06-01T10:20:30Z',
    )
    expect(writeICalendar(given).text).toBe(writeICalendar(structuredClone(given)).text)
  })

  test('leaves out events without a date, and says what it could not say', () => {
    const { text, losses } = writeICalendar(
      chronology(event({ edtf: null }), event({ edtf: '2031-03~' }), event({ edtf: '2031/..', actors: ['Osmera'] })),
    )
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
    expect(losses).toEqual([
      { what: 'undated', events: 1 },
      { what: 'vague', events: 1 },
      { what: 'open', events: 1 },
      { what: 'actors', events: 1 },
    ])
  })
})
