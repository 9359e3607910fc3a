import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDates } from '../../../src-main/analysis/dates/find'
import { edtfInterval, isEdtf } from '../../../src-main/domain/edtf'
import { read } from './read'

const found = (text: string, published: string | null = '2024-05-16') => findDates(text, { published, language: 'en' })

describe('an expression', () => {
  const text = 'Menu 🚢\n\nThe U.S. ferry sank on May 7. A day earlier, on\nMay 6 the crew left. رست السفينة on 8 May.'

  test('stands exactly where its offsets say, within its sentence and its line', () => {
    for (const date of found(text)) {
      expect(text.slice(date.start, date.end)).toBe(date.text)
      expect(date.text).not.toContain('\n')
      expect(date.sentence.start).toBeLessThanOrEqual(date.start)
      expect(date.sentence.end).toBeGreaterThanOrEqual(date.end)
    }
    expect(found(text).map((date) => date.text)).toEqual(['May 7', 'day earlier', 'May 6', '8 May'])
  })

  test('carries the sentence that tells of it', () => {
    const [first, second] = found(text).map((date) => text.slice(date.sentence.start, date.sentence.end))
    expect(first).toBe('The U.S. ferry sank on May 7.')
    expect(second).toBe('A day earlier, on')
  })

  test('says how it was worked out', () => {
    const steps = (sentence: string) => found(sentence)[0]?.derivation
    expect(steps('It sank on Sunday.')).toEqual([{ code: 'weekday-before', params: { weekday: 'Sunday' } }])
    expect(steps('It sank on May 7.')).toEqual([{ code: 'year-of-publication', params: { year: '2024' } }])
    expect(steps('It sank on October 7.')).toEqual([{ code: 'year-before-publication', params: { year: '2023' } }])
    expect(steps('It sank four days ago.')).toEqual([{ code: 'days-before', params: { count: '4' } }])
    expect(steps('It sank last week.')?.map((step) => step.code)).toEqual(['week-before', 'vague'])
    expect(found('It sank on 7 May 2024. A day earlier it sailed.')[1]?.derivation).toEqual([
      { code: 'previous-mention', params: { date: '2024-05-07' } },
      { code: 'days-before', params: { count: '1' } },
    ])
  })

  test('is trusted less where its rule errs more, and not at all where it stays open', () => {
    const confidence = (sentence: string, day: string | null) => found(sentence, day)[0]?.confidence ?? -1
    expect(confidence('It sank on 7 May 2024.', null)).toBeGreaterThan(confidence('It sank on Sunday.', '2024-05-16'))
    expect(confidence('It sank on Sunday.', null)).toBe(0)
  })
})

describe('without a full publication date', () => {
  const text = 'It sank on 7 May 2024, on Sunday, on June 3, last year, in 1979. A day later it burned.'

  test('only what is written out is placed, the rest says what it needs', () => {
    expect(read(text, 'en', null)).toEqual([
      '7 May 2024 = 2024-05-07',
      'Sunday = ? needs-publication-date',
      'June 3 = ? needs-publication-date',
      'last year = ? needs-publication-date',
      '1979 = 1979',
      'day later = ? needs-earlier-date',
    ])
  })

  test('a month of publication places what needs no day', () => {
    expect(read('It sank on Sunday, on May 7, last month, last year, yesterday.', 'en', '2024-05')).toEqual([
      'Sunday = ? needs-publication-date',
      'May 7 = 2024-05-07',
      'last month = 2024-04',
      'last year = 2023',
      'yesterday = ? needs-publication-date',
    ])
  })

  test('a time of publication is its day, an unreadable one is none', () => {
    expect(read('It sank yesterday.', 'en', '2024-05-16T23:10:00.000Z')).toEqual(['yesterday = 2024-05-15'])
    expect(read('It sank yesterday.', 'en', 'soon')).toEqual(['yesterday = ? needs-publication-date'])
    expect(read('It sank yesterday.', 'en', '../2024')).toEqual(['yesterday = ? needs-publication-date'])
  })
})

test('a date in brackets explains the word before it, as one expression', () => {
  expect(read('It was repaired today (16 May 2024) and on Tuesday, 14 May 2024.')).toEqual([
    'today (16 May 2024) = 2024-05-16',
    'Tuesday, 14 May 2024 = 2024-05-14',
  ])
})

const pieces = fc.constantFrom(
  'on ', 'May ', '7', '31 ', '2024', ' ', ', ', '–', '-', 'from ', 'to ', 'and ', 'between ', 'Tuesday ', 'last ',
  'next ', 'week ', 'a day ', 'earlier', 'later', 'ago ', 'few ', 'years ', 'the ', 'early ', 'spring ', 'of ', '\n',
  'will ', 'sank. ', '(', ')', '29 February ', '00', '/', '.', '🚢', 'أيار ', '٧ ', 'century ', '19th ', 's', '’s ',
) // biome-ignore format: one list

test('whatever the text, expressions lie in order, apart, and hold valid values', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }),
      fc.constantFrom('en', null, 'ar', 'de'),
      fc.constantFrom('2024-02-29', '2023-12-31', '2024', null),
      (parts, language, published) => {
        const text = parts.join('')
        let last = 0
        for (const date of findDates(text, { published, language })) {
          expect(date.start).toBeGreaterThanOrEqual(last)
          expect(text.slice(date.start, date.end)).toBe(date.text)
          if (date.edtf !== null) expect(isEdtf(date.edtf), date.edtf).toBe(true)
          if (date.edtf !== null) expect(date.interval).toEqual(edtfInterval(date.edtf))
          expect(date.derivation.length).toBeGreaterThan(0)
          last = date.end
        }
      },
    ),
    { seed: 11, numRuns: 1500 },
  )
})

test('hostile text is read to its end', () => {
  const texts = [
    'on May 7, '.repeat(20_000),
    '1'.repeat(200_000),
    'the '.repeat(50_000),
    ' '.repeat(200_000),
    'a few '.repeat(30_000),
    '7, '.repeat(60_000),
  ]
  expect(texts.map((text) => found(text).length)).toEqual([20_000, 0, 0, 0, 0, 0])
})
