import { expect, test } from 'vitest'
import {
  amountOf,
  centuryOf,
  countedThings,
  dayNamed,
  decadeOf,
  monthOf,
  notNumber,
  ordinalOf,
  seasonOf,
  weekdayNumber,
} from '../../../src-main/analysis/dates/lexicon'

test('months go by name and by abbreviation, in any case', () => {
  expect(['January', 'Sept.', 'SEP', 'dec', 'May'].map(monthOf)).toEqual([1, 9, 9, 12, 5])
  expect(monthOf('Mayor')).toBe(0)
})

test('weekdays count from Sunday, seasons as EDTF counts them', () => {
  expect(['Sunday', 'Mon', 'Tues.', 'WEDNESDAY', 'Sat'].map(weekdayNumber)).toEqual([0, 1, 2, 3, 6])
  expect(['spring', 'Summer', 'autumn', 'fall', 'winter'].map(seasonOf)).toEqual([21, 22, 23, 23, 24])
})

test('an amount is exact, or the fewest and the most', () => {
  expect(['two', 'Twenty', '14', 'a', 'an', 'thirty'].map(amountOf)).toEqual([
    [2, 2],
    [20, 20],
    [14, 14],
    [1, 1],
    [1, 1],
    [30, 30],
  ])
  expect(['a few', 'several', 'a couple of'].map(amountOf)).toEqual([
    [2, 6],
    [3, 9],
    [2, 3],
  ])
})

test('places, days, decades and centuries by their names', () => {
  expect([dayNamed('first'), dayNamed('Twenty-first'), dayNamed('thirty-first'), dayNamed('last')]).toEqual([
    1, 21, 31, 0,
  ])
  expect([ordinalOf('second', 4), ordinalOf('3rd', 4), ordinalOf('last', 4), ordinalOf('final', 2)]).toEqual([
    2, 3, 4, 2,
  ])
  expect([decadeOf('twenties'), decadeOf('Nineties')]).toEqual([192, 199])
  expect([centuryOf('19th'), centuryOf('eighteenth'), centuryOf('Twenty-first')]).toEqual([19, 18, 21])
})

test.each([' people', ' fleeing people', ' km', ' GMT', ' per cent', ' barrels'])(
  '“1979%s” is a number of things',
  (after) => {
    expect(countedThings.test(after)).toBe(true)
  },
)

test('a number goes on with a point, a stroke or a percent sign', () => {
  const alone = new RegExp(`^1979${notNumber}`)
  expect(['1979.5', '1979:30', '1979/3', '1979%', '19795'].some((text) => alone.test(text))).toBe(false)
  expect(['1979.', '1979,', '1979 was'].every((text) => alone.test(text))).toBe(true)
})
