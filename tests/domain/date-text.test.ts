import { describe, expect, test } from 'vitest'
import { dateText, englishDateWords } from '../../src-main/domain/date-text'

describe('a date as people read it', () => {
  test.each([
    ['2024-05-07', '7 May 2024'],
    ['2024-05', 'May 2024'],
    ['2024', '2024'],
    ['0476', '476'],
    ['2024-XX', '2024'],
    ['2024-05-XX', 'May 2024'],
    ['2024-22', 'summer 2024'],
    ['199X', '1990s'],
    ['18XX', '19th century'],
    ['20XX', '21st century'],
    ['2024-05~', 'about May 2024'],
    ['2024-05-07?', '7 May 2024?'],
    ['1979%', 'about 1979?'],
    ['2024-05-06/2024-05-09', '6–9 May 2024'],
    ['2024-04-30/2024-05-02', '30 April – 2 May 2024'],
    ['2023-12-30/2024-01-02', '30 December 2023 – 2 January 2024'],
    ['2024-03/2024-05', 'March – May 2024'],
    ['2024-05-06/2024-06', '6 May 2024 – June 2024'],
    ['2024-05-06~/2024-05-09', 'about 6 May 2024 – 9 May 2024'],
    ['2024-05-07/..', 'from 7 May 2024'],
    ['../2024-05', 'until May 2024'],
    ['/2024-05', 'until May 2024'],
  ])('%s', (edtf, text) => {
    expect(dateText(edtf)).toBe(text)
  })

  test('what is not EDTF stays as it is', () => {
    expect(dateText('sometime')).toBe('sometime')
  })

  test('another language brings its own months and words', () => {
    const words = { ...englishDateWords, about: 'vers', from: 'à partir de' }
    expect(dateText('2024-05~', 'fr', words)).toBe('vers mai 2024')
    expect(dateText('2024-05-07/..', 'fr', words)).toBe('à partir de 7 mai 2024')
  })
})
