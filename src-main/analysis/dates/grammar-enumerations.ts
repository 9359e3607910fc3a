import { aDate, weekdayBefore, yearAfter } from './grammar-absolute'
import { dayOfMonth, month, ordinalEnd, space } from './lexicon'
import type { Groups, Pattern, Reading, Surroundings } from './reading'

/**
 * Days of one month in a row: "May 6, 7 and 8", "6, 7 and 8 May". Each is an expression of its own. Rows have an end, so
 * that long lists of numbers are not read through from each of them.
 */

const ordinal = `(?:${ordinalEnd})?`
const day = `(?:${dayOfMonth})${ordinal}`
const aDay = `(?<d>${dayOfMonth})${ordinal}`
const and = `${space}(?:and|or|&)${space}(?:the${space})?`
/** What the row goes on with up to its last day. */
const more = `(?:,${space}${day}){0,20},?${and}`
/**
 * What follows a day that ends the row, where a number of other things would be followed by their name or by what they
 * did: "on May 6 and 15 were hurt".
 */
const closing = `(?=[.:](?!\\d)|[;)!?”"]|,(?!\\d|${space}(?:including|among|most|mostly|many|some|half|all)\\b)|$|\\n|${space}(?:at|when|where|to(?!${space}\\d)|with|along|respectively|as|while|before|after|but|because|if)\\b)`
const end = `(?:${yearAfter}|${closing})`

const ofMonth = `${space}(?:of${space})?(?<m>${month})`

export const enumerationPatterns: readonly Pattern[] = [
  {
    rule: 'day-month',
    source: `(?:(?<=(?<previous>${dayOfMonth})${ordinal},${space})|)${aDay}(?=${more}(?<last>${dayOfMonth})${ordinal}${ofMonth}(?:${yearAfter})?)`,
    read: beforeMonth,
  },
  {
    rule: 'day-month',
    source: `(?<=(?<previous>${dayOfMonth})${ordinal},?${and})${aDay}${ofMonth}(?!-[a-z]|${yearAfter.replace(/\?<\w+>/g, '?:')})`,
    read: inRow,
  },
  {
    rule: 'full-date',
    source: `${weekdayBefore}(?<m>${month})${space}${aDay}(?=${more}${day}${yearAfter})`,
    read: aDate,
  },
  {
    rule: 'day-month',
    source: `(?<=(?<m>${month})${space}(?:${day},${space}){0,20}(?<previous>${dayOfMonth})${ordinal},${space})${aDay}(?=${more}${day}${end})`,
    read: inRow,
  },
  {
    rule: 'day-month',
    source: `(?<=(?<m>${month})${space}(?:${day},${space}){1,20}(?<previous>${dayOfMonth})${ordinal},?${and})${aDay}${end}`,
    read: inRow,
  },
  {
    rule: 'day-month',
    source: `(?<=(?<m>${month})${space}(?<previous>${dayOfMonth})${ordinal}${and})${aDay}${end}`,
    read: inRow,
  },
]

/** "Rooms 6 and 7" are none. */
function beforeMonth(g: Groups, around: Surroundings): Reading | null {
  const isIntroduced = /(?:^|\b(?:[Oo]n|[Tt]he|[Oo]f|[Ff]or|[Ss]ince|[Uu]ntil|[Bb]y|[Dd]ates?)[ \u00a0]|[,(:;–—] ?)$/
  if (Number(g.last) <= Number(g.d) || !isIntroduced.test(around.before)) return null
  return g.previous === undefined ? aDate(g) : inRow(g)
}

/** Without a year of its own a day is of the same one as the day before it, and null where that is no earlier day. */
function inRow(g: Groups): Reading | null {
  const date = Number(g.d) > Number(g.previous) ? aDate(g) : null
  const isYearless = date?.kind === 'day' && date.year === null && date.yearShift === null
  return isYearless ? { kind: 'day-of-row', month: date.month, day: date.day, previous: Number(g.previous) } : date
}
