import { describe, expect, test } from 'vitest'
import { findDates } from '../../../src-main/analysis/dates/find'
import { read } from './read'

describe('dates that don’t exist are found and left open', () => {
  test.each([
    ['It sank on 32 May.', '32 May'],
    ['It sank on May 32, 2024.', 'May 32, 2024'],
    ['It sank on 30 February.', '30 February'],
    ['It sank on February 30, 2024.', 'February 30, 2024'],
    ['It sank on 29 February 2023.', '29 February 2023'],
    ['It sank on Tuesday, 31 June.', 'Tuesday, 31 June'],
    ['It sank on 7 May 0.', '7 May 0'],
    ['It sank on 7 May 0000.', '7 May 0000'],
    ['It sank on 7 May 12024.', '7 May 12024'],
    ['It sank on May 7, 12024.', 'May 7, 12024'],
  ])('%s', (text, expression) => {
    expect(read(text)).toEqual([`${expression} = ? no-such-date`])
    expect(findDates(text, { published: '2024-05-16', language: 'en' })[0]).toMatchObject({
      interval: null,
      confidence: 0,
    })
  })

  test('numbers of things before or behind a month are none', () => {
    expect(read('In April 31 people left; on 7 May 12024 tins arrived.')).toEqual(['7 May = 2024-05-07'])
    expect(read('In section 45 May argued; 99 March tickets sold.')).toEqual([])
  })

  test.each([
    ['fr', 'Le navire a coulé le 31 avril 2024.', '31 avril 2024'],
    ['de', 'Die Fähre sank am 30. Februar.', '30. Februar'],
    ['ar', 'غرقت السفينة في 31 أبريل 2024.', '31 أبريل 2024'],
    ['he', 'הספינה טבעה ב-31 באפריל.', '31 באפריל'],
  ])('%s: %s', (language, text, expression) => {
    expect(read(text, language)).toEqual([`${expression} = ? no-such-date`])
  })
})

describe('dates of other calendars are found and left open', () => {
  test.each([
    ['en', 'It sank on 15 Ramadan 1445.', '15 Ramadan 1445'],
    ['en', 'It sank on the 27 of Nisan 5784.', '27 of Nisan 5784'],
    ['en', 'It was built in 1345 AH.', '1345 AH'],
    ['en', 'It opened in Muharram 1446.', 'Muharram 1446'],
    ['ar', 'غرقت السفينة في 15 رمضان 1445هـ.', '15 رمضان 1445هـ'],
    ['ar', 'غرقت السفينة في ١٥ رمضان.', '١٥ رمضان'],
    ['ar', 'بني الميناء عام 1440 قرب المدينة.', '1440'],
    ['he', 'הספינה טבעה בט״ו באייר תשפ״ד.', 'ט״ו באייר תשפ״ד'],
    ['he', 'הנמל נבנה בשנת תשפ"ד.', 'תשפ"ד'],
  ])('%s: %s', (language, text, expression) => {
    expect(read(text, language)).toEqual([`${expression} = ? other-calendar`])
  })

  test('a date of ours in brackets says which day it is', () => {
    expect(read('It sank on 15 Ramadan 1445 (25 March 2024).')).toEqual([
      '15 Ramadan 1445 (25 March 2024) = 2024-03-25',
    ])
  })

  test('their months alone are none', () => {
    expect(read('During Ramadan the port was shut; Av and Adar are names.')).toEqual([])
  })
})

describe('other words and numbers', () => {
  test.each([
    'May told them that she may go; they may 3 times a week.',
    'Theresa May’s aide and Mr May agreed; May resigned.',
    'They march 12 miles and the march goes on; March 5 km a day.',
    'The Sunday Times, the Sunday Mirror and Friday Night Live reported it.',
    'Call +972 3 1979 2024, 555-1984 or (020) 7946 2023.',
    'They won 3-2, lost 2-0 and drew 1-1.',
    'It cost $2,024, £1979, 2000 dollars and in all 1999 euros.',
    'Article 2019, Resolution 1979 and flight 1990 from gate 2012.',
    'It was old in 1200 BC and in 44 BCE.',
    'The gang of 2000 fighters and a 1500 metre race.',
    'He was in his sixties; temperatures in the nineties were no surprise.',
  ])('no date: %s', (text) => expect(read(text)).toEqual([]))

  test('five thousand expressions in one paragraph are all found', () => {
    const text = 'It sank on Tuesday, 7 May 2024, a day earlier, two years ago and on 31 April, 7/5/2024 and '.repeat(
      1000,
    )
    const found = findDates(text, { published: '2024-05-16', language: 'en' })
    expect(found).toHaveLength(5000)
    expect(found.at(-5)?.edtf).toBe('2024-05-07')
  })
})
