import { describe, expect, test } from 'vitest'
import { findDates } from '../../../src-main/analysis/dates/find'
import { read } from './read'

const check = (cases: readonly (readonly [text: string, ...expressions: string[]])[]): void => {
  test.each(cases)('%s', (text, ...expressions) => {
    expect(read(text)).toEqual(expressions)
  })
}

describe('quarters and halves', () => {
  check([
    ['Traffic fell in the third quarter of 2023.', 'third quarter of 2023 = 2023-07/2023-09'],
    ['Traffic fell in Q1.', 'Q1 = 2024-01/2024-03'],
    ['Traffic fell in H2 2023.', 'H2 2023 = 2023-07/2023-12'],
    ['It grew in the first quarter of this year.', 'first quarter of this year = 2024-01/2024-03'],
    ['It grew in the second half of last year.', 'second half of last year = 2023-07/2023-12'],
    ['The last quarter of 2022 was calm.', 'last quarter of 2022 = 2022-10/2022-12'],
    ['The port published fourth-quarter results.', 'fourth-quarter = 2023-10/2023-12'],
    ['They led after the third quarter of the match.'],
  ])
})

describe('parts of longer periods stay as vague as they are', () => {
  check([
    ['It sank at the end of 2023.', 'end of 2023 = 2023'],
    ['It sank at the beginning of March.', 'beginning of March = 2024-03'],
    ['It sank late last year.', 'late last year = 2023'],
    ['It will sail early next week.', 'early next week = 2024-05-20/2024-05-26'],
    ['They decide by the end of the month.', 'end of the month = 2024-05'],
    ['It will sail later in the year.', 'year = 2024'],
    ['The test may take place as early as March.', 'March = 2025-03'],
    ['It flies in August or September of this year.', 'August = 2024-08', 'September of this year = 2024-09'],
  ])
  test('and say so', () => {
    const steps = findDates('It sank in early March 2024.', { published: '2024-05-16', language: 'en' })[0]?.derivation
    expect(steps?.map(({ code }) => code)).toEqual(['as-written', 'vague'])
  })
})

describe('decades and centuries', () => {
  check([
    ['A port of the 1800s, rich in the 1920s.', '1800s = 18XX', '1920s = 192X'],
    ['It flourished in the nineties and the early sixties.', 'nineties = 199X', 'early sixties = 196X'],
    ['Built in the 2000s.', '2000s = 200X'],
    ['A wall of the eighteenth century.', 'eighteenth century = 17XX'],
    ['It was founded in AD 476 and burned in 1453 CE.', 'AD 476 = 0476', '1453 CE = 1453'],
    ['It opened in ’98 and closed on 7 May ’24.', '’98 = 1998', '7 May ’24 = 2024-05-07'],
    ['It was shut in the winter of 2022-23.', 'winter of 2022-23 = 2022-24'],
    ['It flies from 2009 to 2011 and in 2023/24.', '2009 to 2011 = 2009/2011', '2023/24 = 2023/2024'],
  ])
})

describe('how long ago', () => {
  check([
    ['It sank half a year ago.', 'half a year ago = 2023-11~'],
    ['It sank a year and a half ago.', 'year and a half ago = 2022-11~'],
    ['It sank two and a half years ago.', 'two and a half years ago = 2021-11~'],
    ['It sank a year ago today.', 'year ago today = 2023-05-16'],
    ['It was built two centuries ago.', 'two centuries ago = 1824~'],
    ['It opens in two weeks’ time.', 'two weeks’ time = 2024-05-27/2024-06-02'],
  ])
})

describe('from the date just mentioned', () => {
  check([
    ['It sank on 7 May. The next morning divers came.', '7 May = 2024-05-07', 'next morning = 2024-05-08'],
    ['It sank on 7 May. That night the crew fled.', '7 May = 2024-05-07', 'That night = 2024-05-07'],
    ['It opened in March 2023. The following month it closed.', 'March 2023 = 2023-03', 'following month = 2023-04'],
  ])
})

describe('days by their number, and ranges of days', () => {
  check([
    ['It sank on the 7th.', '7th = 2024-05-07'],
    ['It sank on the 10th of last month.', '10th of last month = 2024-04-10'],
    ['The first of May was calm.', 'first of May = 2024-05-01'],
    ['It sank in the night of 6/7 May.', '6/7 May = 2024-05-06/2024-05-07'],
    ['It was shut Monday through Wednesday next week.', 'Monday through Wednesday next week = 2024-05-20/2024-05-22'],
    ['On the 7th floor, the 2nd ship.'],
  ])
})
