import { type EdtfDate, parseEdtf } from './edtf'

/** Words that stand around dates, translated by the caller. */
export type DateWords = {
  seasons: readonly [spring: string, summer: string, autumn: string, winter: string]
  about: string
  uncertain: string
  from: string
  until: string
  decade: (first: string) => string
  /** `first`: its first year, "1800". */
  century: (first: string) => string
}

export const englishDateWords: DateWords = {
  seasons: ['spring', 'summer', 'autumn', 'winter'],
  about: 'about',
  uncertain: '?',
  from: 'from',
  until: 'until',
  decade: (first) => `${first}s`,
  century: (first) => `${ordinal(Number(first.slice(0, 2)) + 1)} century`,
}

/**
 * An EDTF value as people read it: "7 May 2024", "about May 2024", "6–9 May 2024", "from 7 May 2024".
 * @param locale BCP 47; day before month in English needs `en-GB`
 * @returns `edtf` itself where it is not EDTF
 */
export function dateText(edtf: string, locale = 'en-GB', words: DateWords = englishDateWords): string {
  const parsed = parseEdtf(edtf)
  if (!parsed) return edtf
  if (parsed.kind === 'date') return oneDate(parsed.date, locale, words)
  const { start, end } = parsed
  if (typeof start === 'string') return typeof end === 'string' ? edtf : `${words.until} ${oneDate(end, locale, words)}`
  if (typeof end === 'string') return `${words.from} ${oneDate(start, locale, words)}`
  return shortRange(start, end, locale) ?? `${oneDate(start, locale, words)} – ${oneDate(end, locale, words)}`
}

function oneDate(date: EdtfDate, locale: string, words: DateWords): string {
  const plain = plainDate(date, locale, words)
  if (date.qualifier === '~') return `${words.about} ${plain}`
  if (date.qualifier === '?') return `${plain}${words.uncertain}`
  if (date.qualifier === '%') return `${words.about} ${plain}${words.uncertain}`
  return plain
}

function plainDate(date: EdtfDate, locale: string, words: DateWords): string {
  const year = date.year
  if (date.precision === 'century') return words.century(year.replace('XX', '00'))
  if (date.precision === 'decade') return words.decade(year.replace('X', '0'))
  if (date.precision === 'season') return `${words.seasons[Number(date.month) - 21] ?? ''} ${Number(year)}`
  if (date.precision === 'year') return String(Number(year))
  return formatOf(date, locale).format(dayOf(date))
}

const dayOf = (date: EdtfDate): Date => new Date(`${date.interval.earliest}T00:00:00Z`)

const formatOf = (date: EdtfDate, locale: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(
    locale,
    date.precision === 'day'
      ? { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
      : { month: 'long', year: 'numeric', timeZone: 'UTC' },
  )

/** "6–9 May 2024": two plain days or months, without saying twice what they share. Null for others. */
function shortRange(start: EdtfDate, end: EdtfDate, locale: string): string | null {
  const isPlain = start.qualifier === null && end.qualifier === null
  if (!isPlain || start.precision !== end.precision || !['day', 'month'].includes(start.precision)) return null
  const text = formatOf(start, locale).formatRange(dayOf(start), dayOf(end))
  // Versions of ICU differ in the spaces around the dash.
  return text.replace(/[\u2009\u202f]/g, ' ').replace(/\b(\d{1,2}) – (\d{1,2})\b/g, '$1–$2')
}

const ordinal = (n: number): string => {
  const suffix = n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')
  return `${n}${suffix}`
}
