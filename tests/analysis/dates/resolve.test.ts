import { describe, expect, test } from 'vitest'
import type { Reading } from '../../../src-main/analysis/dates/reading'
import { dayReading, inFuture, inPast, placed } from './placing'

const weekday = (number: number, more: Partial<Extract<Reading, { kind: 'weekday' }>> = {}): Reading => ({
  kind: 'weekday',
  weekday: number,
  shift: null,
  week: null,
  ...more,
})
const unit = (name: 'week' | 'weekend' | 'month' | 'year', shift: -1 | 0 | 1 | null): Reading => ({
  kind: 'unit',
  unit: name,
  shift,
})
const ago = (
  name: 'day' | 'week' | 'month' | 'year',
  amount: [number, number],
  hedge: 'exactly' | 'about' | null = null,
): Reading => ({
  kind: 'distance',
  unit: name,
  amount,
  hedge,
  sign: -1,
})

describe('weekdays', () => {
  test('are the last one up to the publication, the next one for the future', () => {
    expect(placed(weekday(0), inPast)).toBe('2024-05-12: weekday-before')
    expect(placed(weekday(0))).toBe('2024-05-12: weekday-before')
    expect(placed(weekday(0), inFuture)).toBe('2024-05-19: weekday-after')
  })
  test('of the publication’s own name are that day, or a week away where it is said', () => {
    expect(placed(weekday(4), inFuture)).toBe('2024-05-16: weekday-same')
    expect(placed(weekday(4, { shift: -1 }))).toBe('2024-05-09: weekday-before')
    expect(placed(weekday(4, { shift: 1 }))).toBe('2024-05-23: weekday-after')
  })
  test('of another week are of that week', () => {
    expect(placed(weekday(2, { week: -1 }))).toBe('2024-05-07: weekday-before')
    expect(placed(weekday(2, { week: 1 }))).toBe('2024-05-21: weekday-after')
  })
  test('need a day of publication', () => {
    expect(placed(weekday(0), { published: '2024-05' })).toBe('?: needs-publication-date')
    expect(placed(weekday(0), { published: null })).toBe('?: needs-publication-date')
  })
})

describe('weeks, months and years beside the publication', () => {
  test('are whole, and vague', () => {
    expect(placed(unit('week', -1))).toBe('2024-05-06/2024-05-12: week-before, vague')
    expect(placed(unit('month', 1))).toBe('2024-06: month-after, vague')
    expect(placed(unit('year', 0))).toBe('2024: year-of-publication, vague')
  })
  test('a weekend nearby goes by the tense', () => {
    expect(placed(unit('weekend', null), inPast)).toContain('2024-05-11/2024-05-12')
    expect(placed(unit('weekend', null), inFuture)).toContain('2024-05-18/2024-05-19')
  })
  test('need a publication that is as exact as they are', () => {
    expect(placed(unit('year', -1), { published: '2024' })).toBe('2023: year-before, vague')
    expect(placed(unit('month', -1), { published: '2024' })).toBe('?: needs-publication-date')
  })
})

describe('distances', () => {
  test('are as exact as their unit', () => {
    expect(placed(ago('day', [3, 3]))).toBe('2024-05-13: days-before')
    expect(placed(ago('week', [2, 2]))).toBe('2024-04-29/2024-05-05: weeks-before, vague')
    expect(placed(ago('month', [4, 4]))).toBe('2024-01: months-before, vague')
    expect(placed(ago('year', [2, 2]))).toBe('2022: years-before, vague')
    expect(placed(ago('year', [2, 2], 'exactly'))).toBe('2022-05-16: years-before')
  })
  test('that are vague or hedged say so', () => {
    expect(placed(ago('day', [2, 6]))).toBe('2024-05-10/2024-05-14: days-before, approximate')
    expect(placed(ago('year', [20, 20], 'about'))).toBe('2004~: years-before, approximate')
  })
  test('reach over ends of months', () => {
    expect(placed(ago('month', [3, 3], 'exactly'), { published: '2024-05-31' })).toBe('2024-02-29: months-before')
  })
})

describe('dates counted from the one mentioned before', () => {
  const later = (name: 'day' | 'week' | 'month' | 'year', sign: -1 | 0 | 1, calendar = false): Reading => ({
    kind: 'from-mention',
    unit: name,
    amount: sign === 0 ? 0 : 1,
    sign,
    calendar,
  })
  test('go by its precision', () => {
    const mention = '2024-05-07'
    expect(placed(later('day', -1), { mention })).toBe('2024-05-06: previous-mention, days-before')
    expect(placed(later('day', 0), { mention })).toBe('2024-05-07: previous-mention')
    expect(placed(later('week', 1, true), { mention })).toBe('2024-05-13/2024-05-19: previous-mention, weeks-after')
    expect(placed(later('week', 1), { mention })).toBe('2024-05-14~: previous-mention, weeks-after')
    expect(placed(later('month', 1), { mention })).toBe('2024-06: previous-mention, months-after')
    expect(placed(later('year', 1), { mention: '1979' })).toBe('1980: previous-mention, years-after')
  })
  test('stay open where it is missing or less exact', () => {
    expect(placed(later('day', -1))).toBe('?: needs-earlier-date')
    expect(placed(later('day', -1), { mention: '2024-05' })).toBe('?: needs-earlier-date')
    expect(placed(later('month', -1), { mention: '1979' })).toBe('?: needs-earlier-date')
    expect(placed(later('day', -1), { published: null })).toBe('?: needs-publication-date')
  })
  test('a weekday is the next one after it, or the last one before', () => {
    const on = (sign: -1 | 1): Reading => ({ kind: 'weekday-from-mention', weekday: 1, sign })
    expect(placed(on(1), { mention: '2024-05-07' })).toBe('2024-05-13: previous-mention, weekday-after')
    expect(placed(on(-1), { mention: '2024-05-07' })).toBe('2024-05-06: previous-mention, weekday-before')
    expect(placed(on(-1), { mention: '2024-05' })).toBe('?: needs-earlier-date')
  })
})

describe('days without a year', () => {
  test('are of the year in which they lie near the publication', () => {
    expect(placed(dayReading(5, 7))).toBe('2024-05-07: year-of-publication')
    expect(placed(dayReading(10, 7), inPast)).toBe('2023-10-07: year-before-publication')
    expect(placed(dayReading(6, 10))).toBe('2024-06-10: year-of-publication')
    expect(placed(dayReading(6, 10), inPast)).toBe('2023-06-10: year-before-publication')
    expect(placed(dayReading(1, 9), inFuture)).toBe('2025-01-09: year-after-publication')
  })
  test('go by the weekday beside them, and by a year beside the same month', () => {
    expect(placed(dayReading(10, 8, { weekday: 0 }))).toBe('2023-10-08: year-before-publication')
    expect(placed(dayReading(6, 20), { yearOfMonth: (m) => (m === 6 ? 2005 : null) })).toBe(
      '2005-06-20: previous-mention',
    )
  })
  test('29 February is of a leap year', () => {
    expect(placed(dayReading(2, 29), { ...inPast, published: '2025-03-10' })).toBe(
      '2024-02-29: year-before-publication',
    )
    expect(placed(dayReading(2, 29), { ...inFuture, published: '2025-03-10' })).toBe(
      '2028-02-29: year-after-publication',
    )
    expect(placed(dayReading(2, 29, { yearShift: 0 }), { published: '2025-03-10' })).toBe('?: no-such-date')
  })
  test('last and next are the nearest on their side', () => {
    expect(placed(dayReading(12, 25, { shift: -1 }), { published: '2024-12-27' })).toContain('2024-12-25')
    expect(placed(dayReading(12, 25, { shift: 1 }))).toContain('2024-12-25')
  })
  test('of the month go by the publication’s, or by the month beside it', () => {
    const the = (day: number, shift: -1 | 0 | 1 | null): Reading => ({ kind: 'day-of-month', day, shift })
    expect(placed(the(7, null), inPast)).toBe('2024-05-07: month-of-publication')
    expect(placed(the(20, null), inPast)).toBe('2024-04-20: month-before')
    expect(placed(the(7, null), inFuture)).toBe('2024-06-07: month-after')
    expect(placed(the(10, -1))).toBe('2024-04-10: month-before')
    expect(placed(the(31, -1))).toBe('?: no-such-date')
  })
})

test('months and quarters without a year are the last that has begun, for the future the next', () => {
  const month = (number: number): Reading => ({
    kind: 'month',
    year: null,
    yearShift: null,
    shift: null,
    month: number,
    approximate: false,
  })
  expect([placed(month(9), inPast), placed(month(7), inFuture), placed(month(3), inFuture)]).toEqual([
    '2023-09: year-before-publication',
    '2024-07: year-of-publication',
    '2025-03: year-after-publication',
  ])
  const third: Reading = { kind: 'months', year: null, yearShift: null, first: 7, last: 9 }
  expect([placed(third, inPast), placed(third, inFuture)]).toEqual([
    '2023-07/2023-09: year-before-publication',
    '2024-07/2024-09: year-of-publication',
  ])
})

test('seasons: the last that has begun, “last summer” one that is over', () => {
  const season = (number: number, shift: -1 | 0 | 1 | null): Reading => ({
    kind: 'season',
    year: null,
    shift,
    season: number,
    approximate: false,
  })
  expect(placed(season(23, null), inPast)).toContain('2023-23')
  expect(placed(season(22, -1))).toContain('2023-22')
  expect(placed(season(22, -1), { published: '2024-08-01' })).toContain('2023-22')
  expect(placed(season(24, 1))).toContain('2024-24')
})

test('a range hangs on its end; its beginning is the nearest before', () => {
  const range = (from: Reading, to: Reading): Reading => ({ kind: 'range', from, to })
  expect(placed(range(dayReading(5, 6), dayReading(5, 9)))).toContain('2024-05-06/2024-05-09')
  expect(placed(range(dayReading(12, 28), dayReading(1, 3)), inPast)).toContain('2023-12-28/2024-01-03')
  expect(placed(range(weekday(1), weekday(3)), inPast)).toContain('2024-05-13/2024-05-15')
  expect(placed(range(weekday(1), weekday(3)), inFuture)).toContain('2024-05-20/2024-05-22')
  expect(placed(range(dayReading(5, 6), dayReading(5, 9)), { published: null })).toBe('?: needs-publication-date')
})

test('numeric dates go by the order that is known, and say what it is known from', () => {
  const numeric: Reading = { kind: 'ambiguous', dayFirst: '2024-05-07', monthFirst: '2024-07-05' }
  const known = (order: 'day-first' | 'month-first') => ({ order: () => ({ order, step: 'order-of-outlet' as const }) })
  expect(placed(numeric)).toBe('?: day-month-order')
  expect(placed(numeric, known('day-first'))).toBe('2024-05-07: day-first, order-of-outlet')
  expect(placed(numeric, known('month-first'))).toBe('2024-07-05: month-first, order-of-outlet')
})

test('a day that is known by its name is that day, but not before it', () => {
  const named: Reading = { kind: 'named', edtf: '2001-09-11' }
  expect(placed(named)).toBe('2001-09-11: named-day')
  expect(placed(named, { published: '2000-10-01' })).toBe('2000-09-11: year-of-publication')
})

test('what is left to the researcher says why', () => {
  expect(placed({ kind: 'open', reason: 'other-calendar' })).toBe('?: other-calendar')
  expect(placed({ kind: 'open', reason: 'no-such-date' })).toBe('?: no-such-date')
})
