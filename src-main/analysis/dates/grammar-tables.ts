import { daysInMonth } from '../../domain/edtf'
import { countedThings, dayOfMonth, notNumber, space, year } from './lexicon'
import type { Groups, Pattern, Reading } from './reading'

/** Words of a language; alternatives in order, each a regular expression source in lower case. */
export type Table = {
  months: string
  weekdays: string
  /** What follows the digits of a day. */
  dayEnd: string
  ofMonth: string
  ofYear: string
  beforeYear: string
  past: string
  coming: string
  near: Readonly<Record<string, number>>
}

const wordEnd = '(?![\\p{L}\\p{N}])'

/** Splits "a|(?:b|c)|d" at its outer bars. */
export const alternatives = (source: string): string[] => source.match(/(?:\(\?:[^)]*\)|[^|])+/g) ?? []

/** Matches with a capital too. */
const eitherCase = (source: string): string =>
  source.replace(
    /(^|[|:(])(\p{Ll})/gu,
    (_, mark: string, letter: string) => `${mark}[${letter.toUpperCase()}${letter}]`,
  )

/** Index of the alternative that `word` is, from 0. */
export const indexOfWord = (source: string, word: string): number =>
  alternatives(source).findIndex((alternative) => new RegExp(`^(?:${alternative})$`, 'iu').test(word))

const weekdayBefore = (table: Table): string =>
  `(?:(?:${eitherCase(table.weekdays)}),?${space}(?:(?:den|el|le)${space})?)?`

export function dayMonthYear(table: Table): Pattern[] {
  const dayAndMonth = `${weekdayBefore(table)}(?<d>${dayOfMonth})${table.dayEnd}${space}${table.ofMonth}(?<m>${eitherCase(table.months)})${wordEnd}`
  const read = (g: Groups): Reading | null => writtenDay(Number(g.d), indexOfWord(table.months, g.m ?? '') + 1, g.y)
  return [
    { rule: 'full-date', source: `${dayAndMonth},?${space}${table.ofYear}(?<y>${year})`, read },
    { rule: 'day-month', source: dayAndMonth, read },
  ]
}

/** A day without a weekday of its own; null where the month has no such day. */
export function writtenDay(day: number, month: number, written: string | undefined): Reading | null {
  const yearNumber = written === undefined ? null : Number(written)
  if (month < 1 || day < 1 || day > daysInMonth(yearNumber ?? 2024, month)) return null
  return { kind: 'day', year: yearNumber, yearShift: null, month, day, weekday: null }
}

export const writtenMonth = (month: number, written: string | undefined): Reading => ({
  kind: 'month',
  year: written === undefined ? null : Number(written),
  yearShift: null,
  shift: null,
  month,
  approximate: false,
})

export const monthYear = (table: Table): Pattern => ({
  rule: 'month-year',
  source: `(?<m>${eitherCase(table.months)})${space}${table.ofYear}(?<y>${year})`,
  read: (g) => writtenMonth(indexOfWord(table.months, g.m ?? '') + 1, g.y),
})

export const yearAlone = (table: Table): Pattern => ({
  rule: 'year',
  source: `(?<skip>(?:${table.beforeYear})${space})(?<y>(?:1[5-9]|20)\\d\\d\\b${notNumber})(?!${space}\\p{Ll}+s\\b)`,
  read: (g, around) =>
    countedThings.test(around.after) ? null : { kind: 'written', edtf: g.y ?? '', approximate: false },
})

export const weekdayOf = (table: Table): Pattern => ({
  rule: 'weekday',
  source: `(?:(?:(?<past>${eitherCase(table.past)})|(?<coming>${eitherCase(table.coming)}))${space})?(?<wd>${eitherCase(table.weekdays)})${wordEnd}(?:${space}(?:(?<pastAfter>${table.past})|(?<comingAfter>${table.coming}))${wordEnd})?`,
  read: (g) => ({
    kind: 'weekday',
    weekday: indexOfWord(table.weekdays, g.wd ?? ''),
    shift: (g.past ?? g.pastAfter) ? -1 : (g.coming ?? g.comingAfter) ? 1 : null,
    week: null,
  }),
})

export function nearDays(table: Table): Pattern {
  const words = Object.keys(table.near)
  const days = Object.values(table.near)
  return {
    rule: 'near-day',
    source: `(?<word>${eitherCase(words.join('|'))})${wordEnd}`,
    read: (g) => ({ kind: 'near-day', days: days[indexOfWord(words.join('|'), g.word ?? '')] ?? 0 }),
  }
}
