import { expect, test } from 'vitest'
import {
  daysBackTo,
  mondayOf,
  referenceOf,
  shiftMonth,
  weekendFrom,
  weekFrom,
} from '../../../src-main/analysis/dates/calendar'

test('a publication is a day, or the days that it may have been', () => {
  expect(referenceOf('2024-05-16')).toEqual({ earliest: '2024-05-16', latest: '2024-05-16', day: '2024-05-16' })
  expect(referenceOf('2024-05-16T23:10Z')?.day).toBe('2024-05-16')
  expect(referenceOf('2024-02')).toEqual({ earliest: '2024-02-01', latest: '2024-02-29', day: null })
  expect(referenceOf('2024-05-06/2024-05-09')?.day).toBeNull()
})

test.each([null, 'soon', '../2024', '2024-02-30'])('%j is no publication', (published) => {
  expect(referenceOf(published)).toBeNull()
})

test('weeks begin on Monday, across months and years', () => {
  expect(mondayOf('2024-05-12')).toBe('2024-05-06')
  expect(weekFrom('2024-05-16', -1)).toBe('2024-05-06/2024-05-12')
  expect(weekFrom('2024-01-03', -1)).toBe('2023-12-25/2023-12-31')
  expect(weekendFrom('2024-05-16', 0)).toBe('2024-05-18/2024-05-19')
})

test('months and weekdays are counted across the turn of the year', () => {
  expect([shiftMonth('2024-01-31', -1), shiftMonth('2024-12-05', 2)]).toEqual(['2023-12', '2025-02'])
  expect([daysBackTo(2, '2024-05-16'), daysBackTo(4, '2024-05-16')]).toEqual([2, 0])
})
