import { asciiDigits, digit } from '../../domain/digits'
import { isEdtf } from '../../domain/edtf'
import type { Groups, Pattern, Reading } from './reading'

const end = `(?!${digit}|/|[.,:-]${digit})`
const one = `${digit}{1,2}`

/** Dates in digits of any script, which any language may hold. */
export const numericPatterns: readonly Pattern[] = [
  {
    rule: 'numeric',
    source: `(?<y>${digit}{4})(?<sep>[-/.])(?<m>${one})(?<sep2>[-/.])(?<d>${one})(?!${digit})(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:?\\d\\d)?)?${end}`,
    read: (g) => (g.sep === g.sep2 ? written(numberText(g.y), numberText(g.m), numberText(g.d)) : null),
  },
  {
    rule: 'numeric',
    source: `(?<a>${one})(?<sep>[/.-])(?<b>${one})(?<sep2>[/.-])(?<y>(?:[1١۱][5-9٥-٩۵-۹]|[2٢۲][0٠۰])${digit}{2})${end}`,
    read: dayAndMonth,
  },
  { rule: 'numeric', source: `(?<a>${one})(?<sep>/)(?<b>${one})/(?<y>${digit}{2})${end}`, read: dayAndMonth },
  { rule: 'numeric', source: `(?<a>[0-3]\\d)(?<sep>\\.)(?<b>[01]\\d)\\.(?<y>\\d{2})${end}`, read: dayAndMonth },
  {
    rule: 'month-year',
    source: `(?<skip>(?:[Ii]n|[Ss]ince|[Uu]ntil)[ \\u00a0])(?<y>(?:19|20)\\d\\d)-(?<m>0[1-9]|1[0-2])${end}`,
    // "2010-11" are two years.
    read: (g) =>
      Number(g.m) > Number((g.y ?? '').slice(2))
        ? null
        : { kind: 'written', edtf: `${g.y}-${g.m}`, approximate: false },
  },
]

/** Without leading zeros and with a short year, as languages write dates that put points in them. */
export const dottedPatterns: readonly Pattern[] = [
  { rule: 'numeric', source: `(?<a>\\d{1,2})(?<sep>\\.)(?<b>\\d{1,2})\\.(?<y>\\d{2})${end}`, read: dayAndMonth },
]

/** Behind the letters that Arabic joins to the next word. */
export const joinedPatterns: readonly Pattern[] = numericPatterns
  .filter(({ source }) => !source.includes('?<skip>'))
  .map((pattern) => ({ ...pattern, source: `(?<skip>[وبفل])?${pattern.source}` }))

const numberText = (text = ''): string => asciiDigits(text)

/** Up to 40 in this century. */
const fullYear = (year: string): string =>
  year.length === 4 ? year : String(Number(year) + (Number(year) <= 40 ? 2000 : 1900))

/** Day and month in either order; a point between them is written with the day first. */
function dayAndMonth(g: Groups): Reading | null {
  if (g.sep2 !== undefined && g.sep2 !== g.sep) return null
  const [first, second, year] = [numberText(g.a), numberText(g.b), fullYear(numberText(g.y))]
  const [a, b] = [Number(first), Number(second)]
  if (a === b || a > 12 || g.sep === '.') return written(year, second, first)
  if (b > 12) return written(year, first, second)
  const [dayFirst, monthFirst] = [isoOf(year, second, first), isoOf(year, first, second)]
  return isEdtf(dayFirst) && isEdtf(monthFirst) ? { kind: 'ambiguous', dayFirst, monthFirst } : null
}

const isoOf = (year: string, month: string, day: string): string =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

/** "30/02/2024" looks like a date and is none; "45/13/2024" is a number. */
function written(year: string, month: string, day: string): Reading | null {
  const edtf = isoOf(year, month, day)
  const mayBeDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31
  if (!mayBeDay || Number(year) === 0) return null
  return isEdtf(edtf) ? { kind: 'written', edtf, approximate: false } : { kind: 'open', reason: 'no-such-date' }
}
