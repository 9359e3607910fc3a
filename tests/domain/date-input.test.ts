import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { monthNumber, parseDateInput } from '../../src-main/domain/date-input'
import { dateText } from '../../src-main/domain/date-text'
import { isEdtf } from '../../src-main/domain/edtf'

describe('a date as a person types it', () => {
  test.each([
    ['2024-05-07', '2024-05-07'],
    ['2024-05-07T10:15:30.250Z', '2024-05-07'],
    ['7 May 2024', '2024-05-07'],
    ['  7   may  2024 ', '2024-05-07'],
    ['7th of May 2024', '2024-05-07'],
    ['May 7, 2024', '2024-05-07'],
    ['May 7th 2024', '2024-05-07'],
    ['Tuesday, 7 May 2024', '2024-05-07'],
    ['Tue 7 May 2024', '2024-05-07'],
    ['3 Sept. 2023', '2023-09-03'],
    ['29 February 2024', '2024-02-29'],
    ['May 2024', '2024-05'],
    ['2024', '2024'],
    ['spring 2024', '2024-21'],
    ['1990s', '199X'],
    ['19th century', '18XX'],
    ['about May 2024', '2024-05~'],
    ['c. 1979', '1979~'],
    ['~ 1979', '1979~'],
    ['7 May 2024?', '2024-05-07?'],
    ['about 1979?', '1979%'],
    ['6 May 2024 – 9 June 2024', '2024-05-06/2024-06-09'],
    ['6–9 May 2024', '2024-05-06/2024-05-09'],
    ['30 April – 2 May 2024', '2024-04-30/2024-05-02'],
    ['May 6–9, 2024', '2024-05-06/2024-05-09'],
    ['March to May 2024', '2024-03/2024-05'],
    ['from 6 May 2024 to 9 May 2024', '2024-05-06/2024-05-09'],
    ['between 2019 and 2023', '2019/2023'],
    ['from 7 May 2024', '2024-05-07/..'],
    ['since 1979', '1979/..'],
    ['until 2024', '../2024'],
    ['13/5/2024', '2024-05-13'],
    ['5/13/2024', '2024-05-13'],
    ['7.5.2024', null],
    ['5/5/2024', '2024-05-05'],
    ['2024/5/7', '2024-05-07'],
  ])('%s', (typed, edtf) => {
    expect(parseDateInput(typed)).toBe(edtf)
  })

  test.each([
    '',
    'soon',
    '7 May',
    '30 February 2024',
    '7/5/2024',
    '2024-05-40',
    'May 2024 – March 2024',
    'about',
    '32 May 2024',
  ])('%j is not understood', (typed) => {
    expect(parseDateInput(typed)).toBeNull()
  })
})

test('months go by their name or three letters of it', () => {
  expect(monthNumber('September')).toBe(9)
  expect(monthNumber('Sept.')).toBe(9)
  expect(monthNumber('ju')).toBeNull()
  expect(monthNumber('mayor')).toBeNull()
})

const two = (n: number): string => String(n).padStart(2, '0')
const year = fc.integer({ min: 1000, max: 2999 })
const month = fc.integer({ min: 1, max: 12 })
const date = fc.oneof(
  fc.tuple(year, month, fc.integer({ min: 1, max: 28 })).map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
  fc.tuple(year, month).map(([y, m]) => `${y}-${two(m)}`),
  fc.tuple(year, fc.integer({ min: 21, max: 24 })).map(([y, s]) => `${y}-${s}`),
  year.map(String),
  fc.integer({ min: 100, max: 299 }).map((d) => `${d}X`),
  fc.integer({ min: 10, max: 29 }).map((c) => `${c}XX`),
)
const qualified = fc.tuple(date, fc.constantFrom('', '?', '~', '%')).map(([d, mark]) => d + mark)
const value = fc
  .oneof(
    qualified,
    fc.tuple(qualified, qualified).map(([a, b]) => `${a}/${b}`),
    qualified.map((d) => `${d}/..`),
    qualified.map((d) => `../${d}`),
  )
  .filter(isEdtf)

test('what is shown is understood when it is typed back', () => {
  fc.assert(
    fc.property(value, (edtf) => {
      expect(parseDateInput(dateText(edtf))).toBe(edtf)
    }),
    { seed: 7, numRuns: 3000 },
  )
})
