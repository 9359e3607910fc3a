import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareIntervals,
  dayNumber,
  edtfInterval,
  intersectIntervals,
  intervalsMeet,
  isEdtf,
  parseEdtf,
  weekdayOf,
} from '../../src-main/domain/edtf'

const span = (earliest: string | null, latest: string | null) => ({ earliest, latest })

describe('the days that a value allows', () => {
  test.each([
    ['2024-05-07', '2024-05-07', '2024-05-07'],
    ['2024-05', '2024-05-01', '2024-05-31'],
    ['2023-02', '2023-02-01', '2023-02-28'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['2000-02', '2000-02-01', '2000-02-29'],
    ['1979', '1979-01-01', '1979-12-31'],
    ['199X', '1990-01-01', '1999-12-31'],
    ['18XX', '1800-01-01', '1899-12-31'],
    ['2024-XX', '2024-01-01', '2024-12-31'],
    ['2024-05-XX', '2024-05-01', '2024-05-31'],
    ['2024-XX-XX', '2024-01-01', '2024-12-31'],
    ['2023-21', '2023-03-01', '2023-05-31'],
    ['2023-23', '2023-09-01', '2023-11-30'],
    ['2023-24', '2023-12-01', '2024-02-29'],
    ['2024-05~', '2024-05-01', '2024-05-31'],
    ['2024-05-07?', '2024-05-07', '2024-05-07'],
    ['2024-05-07T23:30Z', '2024-05-07', '2024-05-07'],
    ['2024-05-07T23:30:15+03:00', '2024-05-07', '2024-05-07'],
    ['2024-05-06/2024-05-09', '2024-05-06', '2024-05-09'],
    ['2023-12~/2024', '2023-12-01', '2024-12-31'],
  ])('%s', (edtf, earliest, latest) => {
    expect(edtfInterval(edtf)).toEqual(span(earliest, latest))
  })

  test('an open or unknown end has no limit', () => {
    expect(edtfInterval('2024-05-07/..')).toEqual(span('2024-05-07', null))
    expect(edtfInterval('../2024-05-07')).toEqual(span(null, '2024-05-07'))
    expect(edtfInterval('/2024-05')).toEqual(span(null, '2024-05-31'))
    expect(edtfInterval('2024-05/')).toEqual(span('2024-05-01', null))
  })
})

describe('what is not EDTF', () => {
  test.each([
    '',
    'May 2024',
    '2024-5-7',
    '2024-13',
    '2024-00',
    '2024-05-32',
    '2023-02-29',
    '2024-04-31',
    '2024-21-05',
    '2024-25',
    '20X4',
    '201X-05',
    '2024-XX-07',
    '2024-05-07T25:00',
    '2024-05-07T10:60',
    '2024-05-07T10:00:61',
    '2024-05-07T10:00+19:00',
    '2024-05-XXT10:00',
    '../..',
    '/',
    '2024/2023',
    '2024-05-09/2024-05-06',
    '2024-05/2024-06/2024-07',
    '2024-05-07 ',
  ])('%j', (text) => {
    expect(isEdtf(text)).toBe(false)
  })
})

test('a value tells its precision and its qualifier', () => {
  const parts = (edtf: string) => {
    const parsed = parseEdtf(edtf)
    return parsed?.kind === 'date' ? [parsed.date.precision, parsed.date.qualifier] : null
  }
  expect(parts('2024-05-07')).toEqual(['day', null])
  expect(parts('2024-05?')).toEqual(['month', '?'])
  expect(parts('2024-22~')).toEqual(['season', '~'])
  expect(parts('2024%')).toEqual(['year', '%'])
  expect(parts('202X')).toEqual(['decade', null])
  expect(parts('19XX')).toEqual(['century', null])
})

test('days are counted over months, leap years and the epoch', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(addDays('2024-03-01', -1)).toBe('2024-02-29')
  expect(addDays('1969-12-31', 1)).toBe('1970-01-01')
  expect(dayNumber('1970-01-02')).toBe(1)
  expect(dayNumber('2024-05-07T23:59Z') - dayNumber('2024-05-06')).toBe(1)
})

test('months end on their last day where there is no such day', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29')
  expect(addMonths('2024-05-31', -3)).toBe('2024-02-29')
  expect(addMonths('2024-01-15', -1)).toBe('2023-12-15')
  expect(addMonths('2024-12-01', 13)).toBe('2026-01-01')
})

test('weekdays are right before and after the epoch', () => {
  expect(weekdayOf('2024-05-07')).toBe(2)
  expect(weekdayOf('1970-01-01')).toBe(4)
  expect(weekdayOf('1944-06-06')).toBe(2)
  expect(weekdayOf('2024-05-12')).toBe(0)
})

test('spans meet where they have a day in common; an open end reaches any day', () => {
  expect(intervalsMeet(span('2024-05-01', '2024-05-07'), span('2024-05-07', '2024-05-09'))).toBe(true)
  expect(intervalsMeet(span('2024-05-01', '2024-05-06'), span('2024-05-07', '2024-05-09'))).toBe(false)
  expect(intervalsMeet(span('2024-05-01', null), span('2030-01-01', '2030-12-31'))).toBe(true)
  expect(intervalsMeet(span(null, '2024-05-01'), span('2024-05-02', null))).toBe(false)
  expect(intersectIntervals(span('2024-05-01', null), span(null, '2024-05-03'))).toEqual(
    span('2024-05-01', '2024-05-03'),
  )
  expect(intersectIntervals(span('2024-05-01', '2024-05-02'), span('2024-05-03', '2024-05-04'))).toBeNull()
})

test('dated things are ordered by first day, exact before vague, undated last', () => {
  const year = span('2024-01-01', '2024-12-31')
  const newYear = span('2024-01-01', '2024-01-01')
  const may = span('2024-05-01', '2024-05-31')
  const until = span(null, '2023-06-30')
  expect([null, may, year, newYear, until].sort(compareIntervals)).toEqual([until, newYear, year, may, null])
})
