import { expect, test } from 'vitest'
import { findDates } from '../../../src-main/analysis/dates/find'
import { published, read } from './read'

test.each<[text: string, ...expressions: string[]]>([
  ['It met on May 6, 7 and 8.', 'May 6 = 2024-05-06', '7 = 2024-05-07', '8 = 2024-05-08'],
  ['It met on May 6 and 7 to vote.', 'May 6 = 2024-05-06', '7 = 2024-05-07'],
  ['It met on May 6th, 7th, and 8th.', 'May 6th = 2024-05-06', '7th = 2024-05-07', '8th = 2024-05-08'],
  ['It met on May 6, 7 and 8, 2021, twice.', 'May 6 = 2021-05-06', '7 = 2021-05-07', '8, 2021 = 2021-05-08'],
  ['It met on May 6 or 7, 2021.', 'May 6 = 2021-05-06', '7, 2021 = 2021-05-07'],
  ['It met on 6, 7 and 8 May.', '6 = 2024-05-06', '7 = 2024-05-07', '8 May = 2024-05-08'],
  ['It met on 6 and 7 May 2021.', '6 = 2021-05-06', '7 May 2021 = 2021-05-07'],
  ['It will meet on May 6, 7 and 8, it said.', 'May 6 = 2024-05-06', '7 = 2024-05-07', '8 = 2024-05-08'],
  ['It met on 30 and 31 May.', '30 = 2024-05-30', '31 May = 2024-05-31'],
  ['It met on the 6th and 7th of May.', '6th = 2024-05-06', '7th of May = 2024-05-07'],
])('each day that is listed is a date: %s', (text, ...expressions) => {
  expect(read(text)).toEqual(expressions)
})

test.each<[text: string, ...expressions: string[]]>([
  ['On May 6, 7 sailors drowned.', 'May 6 = 2024-05-06'],
  ['On May 6, 7 ferries and 8 boats sank.', 'May 6 = 2024-05-06'],
  ['Ten sank on May 6 and 20 on May 9.', 'May 6 = 2024-05-06', 'May 9 = 2024-05-09'],
  ['Crews left on May 6 and 20 others stayed.', 'May 6 = 2024-05-06'],
  ['Ten were killed on May 6 and 15 were injured on May 9.', 'May 6 = 2024-05-06', 'May 9 = 2024-05-09'],
  ['Two drowned on May 6 and 12 are missing.', 'May 6 = 2024-05-06'],
  ['Two drowned on May 6, and 12 will be charged.', 'May 6 = 2024-05-06'],
  ['Two drowned on May 6, 7 and 12 was the final toll.', 'May 6 = 2024-05-06'],
  ['Two drowned on May 6 and 12, including a diver, were saved.', 'May 6 = 2024-05-06'],
  ['Two drowned on May 6 and 12 to 15 swam ashore.', 'May 6 = 2024-05-06'],
  ['The rate fell on May 6 and 7.5 per cent was paid.', 'May 6 = 2024-05-06'],
  ['It rose on May 6, and 14, the highest mark, followed.', 'May 6 = 2024-05-06'],
  ['It rose on May 9 and 7, the lowest mark, followed.', 'May 9 = 2024-05-09'],
  ['It met on May 30 and 31, not on June 30 and 31.', 'May 30 = 2024-05-30', '31 = 2024-05-31', 'June 30 = 2023-06-30'],
  ['Rooms 6 and 7 May be let.', '7 May = 2024-05-07'],
  ['It lay between May 6 and 8.', 'May 6 and 8 = 2024-05-06/2024-05-08'],
])('numbers of other things are none: %s', (text, ...expressions) => {
  expect(read(text)).toEqual(expressions)
})

test('a day of a row is of the year of the one before it, and says so', () => {
  const steps = findDates('It met on May 30 and 31.', { published, language: 'en' }).map((date) => date.derivation)
  expect(steps).toEqual([
    [{ code: 'year-of-publication', params: { year: '2024' } }],
    [{ code: 'previous-mention', params: { date: '2024-05-30' } }],
  ])
  expect(read('It met on May 30 and 31.', 'en', null)).toEqual([
    'May 30 = ? needs-publication-date',
    '31 = ? needs-publication-date',
  ])
})
