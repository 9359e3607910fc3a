import { dayOfMonth, month, monthOf, weekday, weekdayNumber } from '../dates/lexicon'

/**
 * What a sentence says in figures. `numbers`: as written, without what only groups digits; `counts`: by the word that
 * follows a number, in lower case, the number; `weekdays` and `days` ("5-7" is 7 May): those it names, in English.
 */
export type Figures = {
  numbers: ReadonlySet<string>
  counts: ReadonlyMap<string, string>
  weekdays: ReadonlySet<string>
  days: ReadonlySet<string>
}

const none: Figures = { numbers: new Set(), counts: new Map(), weekdays: new Set(), days: new Set() }

const number = /(\p{Nd}+(?:[.,٫٬]\p{Nd}+)*)(?:(?: (?:million|billion|thousand))?[ \u00a0-](\p{L}[\p{L}\p{M}]{2,}))?/gu
const dayNames = new RegExp(`\\b${weekday}`, 'gu')
const dated = new RegExp(
  `\\b(?:(?<before>${month}) (?<after>${dayOfMonth})(?![\\d.,]?\\d)|(?<first>${dayOfMonth})(?:st|nd|rd|th)? (?:of )?(?<month>${month}))`,
  'gu',
)

/** The numbers, days of the week and days of the year that a sentence names. */
export function figuresOf(sentence: string): Figures {
  const hasDigits = /\p{Nd}/u.test(sentence)
  const weekdays = new Set(sentence.match(dayNames)?.map((name) => String(weekdayNumber(name))))
  if (!hasDigits) return weekdays.size === 0 ? none : { ...none, weekdays }
  const days = new Set<string>()
  for (const { groups } of sentence.matchAll(dated)) {
    const name = groups?.before ?? groups?.month ?? ''
    days.add(`${monthOf(name)}-${Number(groups?.after ?? groups?.first)}`)
  }
  const numbers = new Set<string>()
  const counts = new Map<string, string>()
  for (const [, written = '', counted] of sentence.matchAll(number)) {
    const value = written.replace(/(?<=\p{Nd})[,٬](?=\p{Nd}{3}(?!\p{Nd}))/gu, '')
    numbers.add(value)
    if (counted !== undefined) counts.set(counted.toLowerCase(), value)
  }
  return { numbers, counts, weekdays, days }
}

/** Whether two sentences name the same, others where the same were to be expected, or nothing to compare. */
export type Agreement = 'same' | 'other' | 'none'

/** Whether they share a number: two that count the same thing tell most. */
export function sameNumbers(a: Figures, b: Figures): Agreement {
  if (a.numbers.size === 0 || b.numbers.size === 0) return 'none'
  return meet(a.numbers, b.numbers) ? 'same' : 'other'
}

/** Whether they share a day: days of the year go before days of the week. */
export function sameDays(a: Figures, b: Figures): Agreement {
  for (const [one, two] of [
    [a.days, b.days],
    [a.weekdays, b.weekdays],
  ] as const) {
    if (one.size > 0 && two.size > 0) return meet(one, two) ? 'same' : 'other'
  }
  return 'none'
}

/** Whether they share a day of the year: the same day of the week is that of many statements. */
export const sameDates = (a: Figures, b: Figures): boolean => meet(a.days, b.days)

/** Whether they count the same thing differently: "40 trucks" and "60 trucks". */
export function countsDiffer(a: Figures, b: Figures): boolean {
  if (meet(a.numbers, b.numbers)) return false
  for (const [counted, value] of a.counts) {
    const other = b.counts.get(counted)
    if (other !== undefined && other !== value) return true
  }
  return false
}

function meet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) if (b.has(one)) return true
  return false
}
