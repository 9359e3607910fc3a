import { daysInMonth } from '../../domain/edtf'
import { lazily } from '../../domain/lazily'
import { countedThings, dash, dayOfMonth, notNumber, space, year } from './lexicon'
import type { Groups, Pattern, Reading, Shift, Unit } from './reading'

/** Words of a language; alternatives in order, each a regular expression source in lower case. */
export type Table = {
  months: string
  weekdays: string
  /** What may be joined to a weekday: "Montagabend". */
  dayPart: string
  /** What follows the digits of a day. */
  dayEnd: string
  ofMonth: string
  ofYear: string
  beforeYear: string
  past: string
  coming: string
  near: Readonly<Record<string, number>>
  /** What opens a range of days, with what connects its ends: "du … au". */
  ranges: readonly (readonly [opening: string, connection: string])[]
  /** What stands before a month without a year: "en mai". */
  beforeMonth: string
  /** What makes the month or year behind it a vague one: "début", with the words between. */
  parts: string
  /** Spring, summer, autumn, winter. */
  seasons: string
  ofSeason: string
  /** With the group `dec`, its first three digits. */
  decade: string
  /** With the group `c`, its number in Roman or other digits. */
  century: string
  units: readonly (readonly [Unit, Shift, string])[]
}

export const wordEnd = '(?![\\p{L}\\p{N}])'

/** Splits "a|(?:b|c)|d" at its outer bars. */
export const alternatives = (source: string): string[] => source.match(/(?:\(\?:[^)]*\)|[^|])+/g) ?? []

/** Matches with a capital too. */
export const eitherCase = (source: string): string =>
  source.replace(
    /(^|[|:(])(\p{Ll})/gu,
    (_, mark: string, letter: string) => `${mark}[${letter.toUpperCase()}${letter}]`,
  )

/** With or without a capital, word by word. */
export const capitalised = (source: string): string =>
  source.replace(/(?<![\p{L}\\[])\p{Ll}(?=\p{L})/gu, (letter) => `[${letter.toUpperCase()}${letter}]`)

/** @returns tells the index, from 0, of the alternative of `source` that a word is; -1 for none */
export function indexAmong(source: string): (word: string) => number {
  const numbered = lazily(() => new RegExp(`^(?:(${alternatives(source).join(')|(')}))$`, 'iu'))
  return (word) => (numbered().exec(word)?.slice(1) ?? []).findIndex((alternative) => alternative !== undefined)
}

const weekdayBefore = (table: Table): string =>
  `(?:(?:${eitherCase(table.weekdays)}),?${space}(?:(?:den|dem|el|le|dia)${space})?)?`

export function dayMonthYear(table: Table): Pattern[] {
  const dayAndMonth = `${weekdayBefore(table)}(?<d>${dayOfMonth})${table.dayEnd}${space}${table.ofMonth}(?<m>${eitherCase(table.months)})${wordEnd}`
  const monthIndex = indexAmong(table.months)
  const read = (g: Groups): Reading | null => writtenDay(Number(g.d), monthIndex(g.m ?? '') + 1, g.y)
  return [
    { rule: 'full-date', source: `${dayAndMonth},?${space}${table.ofYear}(?<y>${year})`, read },
    { rule: 'day-month', source: dayAndMonth, read },
  ]
}

/** A day without a weekday of its own; open where the month has no such day. */
export function writtenDay(day: number, month: number, written: string | undefined): Reading | null {
  const yearNumber = written === undefined ? null : Number(written)
  if (month < 1 || day < 1 || day > 31) return null
  if (day > daysInMonth(yearNumber ?? 2024, month)) return { kind: 'open', reason: 'no-such-date' }
  return { kind: 'day', year: yearNumber, yearShift: null, shift: null, month, day, weekday: null }
}

export const writtenMonth = (month: number, written: string | undefined): Extract<Reading, { kind: 'month' }> => ({
  kind: 'month',
  year: written === undefined ? null : Number(written),
  yearShift: null,
  shift: null,
  month,
  approximate: false,
})

/** "du 6 au 9 mai 2024", "6–9 Mai", "del 30 de abril al 2 de mayo". */
export function dayRanges(table: Table): Pattern[] {
  const months = eitherCase(table.months)
  const behind = `(?<d2>${dayOfMonth})${table.dayEnd}${space}${table.ofMonth}(?<m2>${months})${wordEnd}(?:,?${space}${table.ofYear}(?<y>${year}))?`
  const first = `(?<d>${dayOfMonth})${table.dayEnd}(?:${space}${table.ofMonth}(?<m>${months})${wordEnd})?`
  const monthIndex = indexAmong(table.months)
  const read = (g: Groups): Reading | null => writtenRange(g, (name) => monthIndex(name) + 1)
  return [
    ...table.ranges.map(
      ([opening, connection]): Pattern => ({
        rule: 'range',
        source: `(?<skip>(?:${eitherCase(opening)})${space})${first}${space}(?:${connection})${space}${behind}`,
        read,
      }),
    ),
    { rule: 'range', source: `${first}${dash}${behind}`, read },
  ]
}

/** From the groups `d`, `m`, `d2`, `m2` and `y`: a year at the end holds for both ends; null where the end is before the beginning. */
export function writtenRange(g: Groups, monthNumber: (name: string) => number): Reading | null {
  const to = writtenDay(Number(g.d2), monthNumber(g.m2 ?? ''), g.y)
  const from = writtenDay(Number(g.d), monthNumber(g.m ?? g.m2 ?? ''), g.y)
  if (to?.kind !== 'day' || from?.kind !== 'day') return null
  if (from.month === to.month) return from.day < to.day ? { kind: 'range', from, to } : null
  const isBefore = from.month > to.month && from.year !== null
  return { kind: 'range', from: isBefore ? { ...from, year: (from.year ?? 0) - 1 } : from, to }
}

const partBefore = (table: Table): string => `(?<part>(?:${eitherCase(table.parts)})[ \\u00a0-])`

export function monthYear(table: Table): Pattern {
  const monthIndex = indexAmong(table.months)
  return {
    rule: 'month-year',
    source: `${partBefore(table)}?(?<m>${eitherCase(table.months)})${space}${table.ofYear}(?<y>${year})`,
    read: (g) => ({ ...writtenMonth(monthIndex(g.m ?? '') + 1, g.y), approximate: g.part !== undefined }),
  }
}

export function monthAlone(table: Table): Pattern {
  const monthIndex = indexAmong(table.months)
  return {
    rule: 'month',
    source: `(?:${partBefore(table)}|(?<skip>(?:${table.beforeMonth})${space})(?:(?<past>${table.past})${space}|(?<coming>${table.coming})${space})?)(?<m>${eitherCase(table.months)})${wordEnd}(?!${space}${table.ofYear}${year}|${space}\\d)(?:${space}(?:(?<pastAfter>${table.past})|(?<comingAfter>${table.coming}))${wordEnd})?`,
    read: (g) => ({
      ...writtenMonth(monthIndex(g.m ?? '') + 1, undefined),
      shift: shiftOf(g),
      approximate: g.part !== undefined,
    }),
  }
}

export const yearAlone = (table: Table): Pattern => ({
  rule: 'year',
  source: `(?:${partBefore(table)}(?:${table.ofYear})?|(?<skip>(?:${table.beforeYear})${space}))(?<y>(?:1[5-9]|20)\\d\\d\\b${notNumber})(?!${space}\\p{Ll}+s\\b|er)`,
  read: (g, around) =>
    countedThings.test(around.after) ? null : { kind: 'written', edtf: g.y ?? '', approximate: g.part !== undefined },
})

/** Seasons, decades and centuries that are written out. */
export function longPeriods(table: Table): Pattern[] {
  const seasonIndex = indexAmong(table.seasons)
  return [
    {
      rule: 'season',
      source: `(?<s>${eitherCase(table.seasons)})${space}${table.ofSeason}(?<y>${year})`,
      read: (g) => ({
        kind: 'season',
        year: Number(g.y),
        shift: null,
        season: 21 + seasonIndex(g.s ?? ''),
        approximate: false,
      }),
    },
    { rule: 'decade', source: table.decade, read: (g) => ({ kind: 'written', edtf: `${g.dec}X`, approximate: false }) },
    { rule: 'century', source: table.century, read: aCentury },
  ]
}

function aCentury(g: Groups): Reading | null {
  const number = /^\d/.test(g.c ?? '') ? Number(g.c) : romanNumber(g.c ?? '')
  return number < 10 || number > 21 ? null : { kind: 'written', edtf: `${number - 1}XX`, approximate: false }
}

const romanDigits: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 }

const romanNumber = (text: string): number =>
  [...text.toUpperCase()].reduce((sum, letter, i, all) => {
    const [value, next] = [romanDigits[letter] ?? 0, romanDigits[all[i + 1] ?? ''] ?? 0]
    return value < next ? sum - value : sum + value
  }, 0)

export const unitsOf = (table: Table): Pattern[] =>
  table.units.map(([unit, shift, source]) => ({
    rule: 'unit',
    source: `(?:${capitalised(source)})${wordEnd}`,
    read: () => ({ kind: 'unit', unit, shift }),
  }))

const shiftOf = (g: Groups): Shift | null => ((g.past ?? g.pastAfter) ? -1 : (g.coming ?? g.comingAfter) ? 1 : null)

export function weekdayOf(table: Table): Pattern {
  const weekdayIndex = indexAmong(table.weekdays)
  return {
    rule: 'weekday',
    source: `(?:(?:(?<past>${eitherCase(table.past)})|(?<coming>${eitherCase(table.coming)}))${space})?(?<wd>${eitherCase(table.weekdays)})(?:${table.dayPart})?${wordEnd}(?:${space}(?:(?<pastAfter>${table.past})|(?<comingAfter>${table.coming}))${wordEnd})?`,
    read: (g) => ({ kind: 'weekday', weekday: weekdayIndex(g.wd ?? ''), shift: shiftOf(g), week: null }),
  }
}

export function nearDays(table: Table): Pattern {
  const words = Object.keys(table.near).join('|')
  const days = Object.values(table.near)
  const wordIndex = indexAmong(words)
  return {
    rule: 'near-day',
    source: `(?<word>${eitherCase(words)})${wordEnd}`,
    read: (g) => ({ kind: 'near-day', days: days[wordIndex(g.word ?? '')] ?? 0 }),
  }
}
