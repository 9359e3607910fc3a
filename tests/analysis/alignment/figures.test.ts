import { describe, expect, it } from 'vitest'
import { countsDiffer, figuresOf, sameDates, sameDays, sameNumbers } from '../../../src-main/analysis/alignment/figures'

const of = <T>(
  compare: (a: ReturnType<typeof figuresOf>, b: ReturnType<typeof figuresOf>) => T,
  a: string,
  b: string,
): T => compare(figuresOf(a), figuresOf(b))

describe('figures of a sentence', () => {
  it.each([
    ['35,200 dead', 'some 35200 people', 'same'],
    ['1.4 million', '1.5 million', 'other'],
    ['٤٠ شاحنة', '٤٠ سيارة', 'same'],
    ['40 trucks', 'no trucks', 'none'],
  ])('%s and %s are numbers: %s', (a, b, agreement) => {
    expect(of(sameNumbers, a, b)).toBe(agreement)
  })

  it.each([
    ['on May 7', 'in the morning of 7 May', 'same'],
    ['on 7th of May', 'May 7, 2031', 'same'],
    ['on May 7', 'on 8 May', 'other'],
    ['on Monday, May 7', 'Monday, 8 May', 'other'],
    ['on Monday', 'Monday night', 'same'],
    ['on Monday', 'on Friday', 'other'],
    ['on Monday', 'on 8 May', 'none'],
  ])('%s and %s are days: %s', (a, b, agreement) => {
    expect(of(sameDays, a, b)).toBe(agreement)
  })

  it('counts differ where the same thing has another number', () => {
    expect(of(countsDiffer, '40 trucks passed', '60 trucks came')).toBe(true)
    expect(of(countsDiffer, '40 trucks of 60', '60 trucks came')).toBe(false)
    expect(of(countsDiffer, '40 trucks passed', '60 tanks came')).toBe(false)
  })

  it('dates are days of the year, not of the week', () => {
    expect(of(sameDates, 'May 7', '7 May')).toBe(true)
    expect(of(sameDates, 'Monday', 'Monday')).toBe(false)
  })
})
