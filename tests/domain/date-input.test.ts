import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDateInput, readDateInput } from '../../src-main/domain/date-input'
import { dateText } from '../../src-main/domain/date-text'
import { isEdtf } from '../../src-main/domain/edtf'
import { monthNumber } from '../../src-main/domain/month-names'

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
    ['5/2024', '2024-05'],
    ['7-May-2024', '2024-05-07'],
    ['2024, 7 May', '2024-05-07'],
    ['7 May 2024, 14:30', '2024-05-07'],
    ['May 7 2024 at 3 pm', '2024-05-07'],
    ['2024-05?', '2024-05?'],
    ['May 6-9 2024', '2024-05-06/2024-05-09'],
    ['summer 2023', '2023-22'],
    ['Q1 2024', '2024-01/2024-03'],
    ['third quarter of 2023', '2023-07/2023-09'],
    ['the 1980s', '198X'],
    ['early March 2024', '2024-03'],
    ['mid-2023', '2023'],
    ['the end of 2023', '2023'],
    ['late 1990s', '199X'],
    ['before 2020', '../2019'],
    ['before May 2024', '../2024-04'],
    ['before 1 March 2024', '../2024-02-29'],
    ['before spring 2024', '../2024-02-29'],
    ['before about 1979', '../1979~'],
    ['after 7 May 2024', '2024-05-08/..'],
    ['after 2019', '2020/..'],
    ['by 2020', '../2020'],
    ['٧ مايو ٢٠٢٤', '2024-05-07'],
    ['٢٥/٥/٢٠٢٤', '2024-05-25'],
    ['7 أيار 2024', '2024-05-07'],
    ['3 كانون الثاني 2023', '2023-01-03'],
    ['تشرين الأول 2023', '2023-10'],
    ['ב-7 במאי 2024', '2024-05-07'],
    ['מאי 2024', '2024-05'],
    ['le mardi 7 mai 2024', '2024-05-07'],
    ['1er février 2023', '2023-02-01'],
    ['Dienstag, 7. Mai 2024', '2024-05-07'],
    ['3. März 2024', '2024-03-03'],
    ['7 de mayo de 2024', '2024-05-07'],
    ['mayo de 2024', '2024-05'],
    ['8 maggio 2023', '2023-05-08'],
    ['terça-feira, 7 de maio de 2024', '2024-05-07'],
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

describe('why a date is not understood', () => {
  const problem = (typed: string) => {
    const read = readDateInput(typed)
    return read.edtf === null ? read.problem : read.edtf
  }

  test('both readings of numbers are named', () => {
    expect(problem('7/5/2024')).toEqual({ kind: 'ambiguous', dayFirst: '2024-05-07', monthFirst: '2024-07-05' })
    expect(problem('٧/٥/٢٠٢٤')).toMatchObject({ kind: 'ambiguous' })
  })

  test.each([
    ['30/2/2024', 'no-such-date'],
    ['30 February 2024', 'no-such-date'],
    ['February 30, 2024', 'no-such-date'],
    ['32 May 2024', 'no-such-date'],
    ['31 avril 2024', 'no-such-date'],
    ['2024-05-40', 'no-such-date'],
    ['7 May 12024', 'no-such-date'],
    ['yesterday', 'relative'],
    ['last week', 'relative'],
    ['two days ago', 'relative'],
    ['Tuesday', 'relative'],
    ['hier', 'relative'],
    ['غدا', 'relative'],
    ['7 May', 'needs-year'],
    ['May', 'needs-year'],
    ['spring', 'needs-year'],
    ['6–9 May', 'needs-year'],
    ['May 2024 – March 2024', 'backwards'],
    ['9 May 2024 to 6 May 2024', 'backwards'],
    ['15 Ramadan 1445', 'other-calendar'],
    ['1445 هـ', 'other-calendar'],
    ['soon', 'not-understood'],
    ['', 'not-understood'],
    ['7 Mayor 2024', 'not-understood'],
    ['about', 'not-understood'],
  ])('%j: %s', (typed, kind) => {
    expect(problem(typed)).toMatchObject({ kind })
  })

  test('a part of a period is understood as the whole, and says so', () => {
    expect(readDateInput('early March 2024')).toEqual({ edtf: '2024-03', isWider: true })
    expect(readDateInput('March 2024')).toEqual({ edtf: '2024-03', isWider: false })
    expect(readDateInput('early 7 May 2024')).toMatchObject({ edtf: null })
  })
})

test('months go by their name or three letters of it', () => {
  expect(monthNumber('September')).toBe(9)
  expect(monthNumber('Sept.')).toBe(9)
  expect(monthNumber('ju')).toBeNull()
  expect(monthNumber('mayor')).toBeNull()
  expect(['août', 'MÄRZ', 'juil.', 'dic', 'أبريل', 'آب', 'מרס'].map(monthNumber)).toEqual([8, 3, 7, 12, 4, 8, 3])
  expect(['jui', 'x', 'ab'].map(monthNumber)).toEqual([null, null, null])
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
