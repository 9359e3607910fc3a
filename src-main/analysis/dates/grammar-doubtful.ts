import { daysInMonth } from '../../domain/edtf'
import { month, monthOf, notNumber, ordinalEnd, space, weekday, year } from './lexicon'
import type { Groups, Pattern, Reading, Surroundings } from './reading'

/** English forms that look like dates of our calendar and are none: no such day or year, or another calendar. */

const noSuchDate: Reading = { kind: 'open', reason: 'no-such-date' }
const otherCalendar: Reading = { kind: 'open', reason: 'other-calendar' }

const end = '(?![\\p{L}\\p{N}])'
const of = `${space}(?:of${space})?`
const yearBehind = `(?:,?${space}(?<y>${year}))?`
/** A number where a year stands that is none of ours: 0, or one of five digits. */
const badYear = `(?<bad>0{1,4}|[3-9]\\d{3}|\\d{5})(?=[.,;:](?!\\d)|[!?)”"’]|$|\\n)`
const aNumber = `(?<d>\\d{1,2})(?:${ordinalEnd})?`
const weekdayBefore = `(?:${weekday},?${space})?`

const islamicMonths =
  "Muharram|Safar|Rabi['’ʿ]?[ -](?:al|ul|as|ath)[ -]?(?:[Aa]wwal|[Tt]hani|[Aa]khir)|Rabi['’ʿ]? I{1,2}|Jum(?:ada|ādā)[ -](?:al|ul|ath)[ -]?(?:[Aa]wwal|[Uu]la|[Tt]hani|[Aa]khir[ah]*)|Jumada I{1,2}|Rajab|Sha['’ʿ]?ban|Rama[dz]h?an|Shawwal|(?:Dhu|Zul|Dhul)[ -]?(?:al[ -])?(?:Qa['’ʿ]?d[ae]h?|Hijj?ah?)"
const hebrewMonths =
  "Tishre[iy]|(?:Mar)?[CH]h?eshvan|Kislev|Te[vb]et|Sh[e'’]?vat|Adar(?: I{1,2}\\b)?|Nis[s]?an|Iyy?ar|Sivan|Tammuz|Av|Elul"
const persianMonths = 'Farvardin|Ordibehesht|Khordad|Tir|Mordad|Shahrivar|Mehr|Aban|Azar|Dey|Bahman|Esfand'
const theirMonths = `(?:${islamicMonths}|${hebrewMonths}|${persianMonths})${end}`
const theirYear = `(?:1[34]\\d\\d|5[67]\\d\\d)\\b${notNumber}(?:${space}(?:A\\.H\\.|AH|A\\.M\\.|H)${end})?`

export const doubtfulPatterns: readonly Pattern[] = [
  {
    rule: 'other-calendar',
    source: `${weekdayBefore}${aNumber}${of}${theirMonths}(?:,?${space}${theirYear})?`,
    read: () => otherCalendar,
  },
  {
    rule: 'other-calendar',
    source: `${theirMonths}(?:${space}\\d{1,2},)?${space}${theirYear}`,
    read: () => otherCalendar,
  },
  { rule: 'other-calendar', source: `\\d{3,4}${space}(?:A\\.H\\.|AH)${end}`, read: () => otherCalendar },
  {
    rule: 'no-such-date',
    source: `${weekdayBefore}(?:${aNumber}${of}(?:${month})|(?:${month})${space}\\d{1,2}(?:${ordinalEnd})?),?${space}${badYear}`,
    read: () => noSuchDate,
  },
  { rule: 'no-such-date', source: `(?<skip>[Yy]ear${space})${badYear}`, read: () => noSuchDate },
  {
    rule: 'no-such-date',
    source: `${weekdayBefore}${aNumber}${of}(?<m>${month})(?!-[a-z])${yearBehind}`,
    read: unknownDay,
  },
  {
    rule: 'no-such-date',
    source: `${weekdayBefore}(?<m>${month})${space}${aNumber}${notNumber}(?!-[a-z])${yearBehind}`,
    read: (g, around) =>
      g.y === undefined && !/^(?:[.,;:!?)”"’]|$)/.test(around.after) ? null : unknownDay(g, around),
  },
]

/** "31 April", "on 32 May": a day that the month doesn't have. Numbers past 31 need more that speaks for a date. */
function unknownDay(g: Groups, around: Surroundings): Reading | null {
  const day = Number(g.d)
  if (day >= 1 && day <= daysInMonth(Number(g.y) || 2024, monthOf(g.m ?? ''))) return null
  const isWritten =
    g.y !== undefined || /\b(?:[Oo]n|[Dd]ated|[Ss]ince|[Uu]ntil|[Bb]y|[Ff]rom|[Tt]he)[ \u00a0]$/.test(around.before)
  return day === 29 || day === 30 || day === 31 || isWritten ? noSuchDate : null
}
