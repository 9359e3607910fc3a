import { describe, expect, test } from 'vitest'
import { type DateOptions, findDates } from '../../../src-main/analysis/dates/find'

const read = (text: string, options: Partial<DateOptions> = {}): string[] =>
  findDates(text, { published: '2024-05-16', language: 'en', ...options }).map(
    (date) => `${date.text} = ${date.edtf ?? '?'} ${date.derivation.map(({ code }) => code).join('+')}`,
  )

describe('dates in digits', () => {
  test.each([
    ['It sank on 2024-05-07.', '2024-05-07 = 2024-05-07 as-written'],
    ['It sank on 2024/5/7.', '2024/5/7 = 2024-05-07 as-written'],
    ['It sank on 25/12/2023.', '25/12/2023 = 2023-12-25 as-written'],
    ['It sank on 12/25/23.', '12/25/23 = 2023-12-25 as-written'],
    ['It sank on 7.5.2024.', '7.5.2024 = 2024-05-07 as-written'],
    ['It sank on 07.05.24.', '07.05.24 = 2024-05-07 as-written'],
    ['It sank on 5/5/2024.', '5/5/2024 = 2024-05-05 as-written'],
    ['It sank on 7/8/98.', '7/8/98 = ? day-month-order'],
    ['It sank in 2024-05.', '2024-05 = 2024-05 as-written'],
    ['The season of 2010-11 was long.', '2010-11 = 2010/2011 as-written'],
    ['It sank on 30/02/2024.', '30/02/2024 = ? no-such-date'],
    ['It sank on 2023-02-29.', '2023-02-29 = ? no-such-date'],
  ])('%s', (text, expression) => expect(read(text)).toEqual([expression]))

  test.each([
    'The score was 3-2, then 6-4, 7/5 and 10-12; the ratio 3/4.',
    'Version 1.2.3, section 4.5.2024.1, address 10.12.20.24 and case 45/13/2024.',
    'Call 03-1979-2024 or 020 7946 2024.',
    'Regulation 2016/679 and directive 2018/1972.',
    'A ratio of 1/2/3 or 7/5-2024.',
  ])('none: %s', (text) => expect(read(text)).toEqual([]))
})

describe('which of two numbers is the day', () => {
  test('is the outlet’s habit', () => {
    expect(read('It sank on 7/5/2024.', { order: 'day-first' })).toEqual([
      '7/5/2024 = 2024-05-07 day-first+order-of-outlet',
    ])
    expect(read('It sank on 7/5/2024.', { order: 'month-first' })).toEqual([
      '7/5/2024 = 2024-07-05 month-first+order-of-outlet',
    ])
  })
  test('is shown by another date of the article, before the outlet’s habit', () => {
    expect(read('It sank on 7/5/2024 and was raised on 25/5/2024.', { order: 'month-first' })).toEqual([
      '7/5/2024 = 2024-05-07 day-first+order-of-article',
      '25/5/2024 = 2024-05-25 as-written',
    ])
  })
  test('is the first where the language writes it so', () => {
    expect(read('Le navire a coulé le 7/5/2024.', { language: 'fr' })).toEqual([
      '7/5/2024 = 2024-05-07 day-first+order-of-language',
    ])
    expect(read('غرقت السفينة في ٧/٥/٢٠٢٤ و٨/٥/٢٠٢٤.', { language: 'ar' })).toEqual([
      '٧/٥/٢٠٢٤ = 2024-05-07 day-first+order-of-language',
      '٨/٥/٢٠٢٤ = 2024-05-08 day-first+order-of-language',
    ])
  })
  test('stays open where nothing shows it, or the article’s dates disagree', () => {
    expect(read('It sank on 7/5/2024.')).toEqual(['7/5/2024 = ? day-month-order'])
    expect(read('It sank on 7/5/2024, 25/5/2024 or 5/25/2024.')[0]).toBe('7/5/2024 = ? day-month-order')
  })
})
