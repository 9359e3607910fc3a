/**
 * Extended Date/Time Format, level 0 and the parts of level 1 that Collate uses: qualifiers `?`, `~`, `%`, unspecified
 * digits `X`, seasons 21 to 24, open (`..`) and unknown (empty) interval ends.
 * Source: Library of Congress, EDTF specification, https://www.loc.gov/standards/datetime/
 */

/** First and last day that a date allows, as `YYYY-MM-DD`; null where that end is open or unknown. */
export type DayInterval = { earliest: string | null; latest: string | null }

export type Precision = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century'

export type EdtfDate = {
  /** As given, without an interval's other end. */
  text: string
  year: string
  month: string | null
  day: string | null
  /** `hh:mm` or `hh:mm:ss` with zone as written, or null. */
  time: string | null
  qualifier: '?' | '~' | '%' | null
  precision: Precision
  interval: { earliest: string; latest: string }
}

export type Edtf =
  | { kind: 'date'; date: EdtfDate; interval: DayInterval }
  | {
      kind: 'interval'
      start: EdtfDate | 'open' | 'unknown'
      end: EdtfDate | 'open' | 'unknown'
      interval: DayInterval
    }

const datePattern =
  /^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX)(?:T(\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?))?)?)?([?~%])?$/

const timePattern = /^(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?$/

/** @returns the parsed value, or null where `text` is not EDTF of the supported parts or names a day that doesn't exist. */
export function parseEdtf(text: string): Edtf | null {
  const parts = text.split('/')
  if (parts.length === 1) {
    const date = parseDate(text)
    return date && { kind: 'date', date, interval: date.interval }
  }
  if (parts.length !== 2) return null
  const start = parseEnd(parts[0] ?? '')
  const end = parseEnd(parts[1] ?? '')
  if (start === null || end === null || (typeof start === 'string' && typeof end === 'string')) return null
  const earliest = typeof start === 'string' ? null : start.interval.earliest
  const latest = typeof end === 'string' ? null : end.interval.latest
  if (earliest !== null && latest !== null && earliest > latest) return null
  return { kind: 'interval', start, end, interval: { earliest, latest } }
}

export const isEdtf = (text: string): boolean => parseEdtf(text) !== null

/** @returns the days that an EDTF value allows, or null where it is not EDTF. */
export const edtfInterval = (text: string): DayInterval | null => parseEdtf(text)?.interval ?? null

function parseEnd(text: string): EdtfDate | 'open' | 'unknown' | null {
  if (text === '..') return 'open'
  if (text === '') return 'unknown'
  return parseDate(text)
}

function parseDate(text: string): EdtfDate | null {
  const match = datePattern.exec(text)
  if (!match) return null
  const [, year = '', month = null, day = null, time = null, qualifier = null] = match
  if (year.includes('X') && month !== null) return null
  if (month === 'XX' && day !== null && day !== 'XX') return null
  const interval = daysOf(year, month ?? null, day ?? null)
  if (!interval) return null
  if (time !== null && (!timePattern.test(time) || day === 'XX')) return null
  return {
    text,
    year,
    month: month ?? null,
    day: day ?? null,
    time: time ?? null,
    qualifier: (qualifier ?? null) as EdtfDate['qualifier'],
    precision: precisionOf(year, month ?? null, day ?? null),
    interval,
  }
}

function precisionOf(year: string, month: string | null, day: string | null): Precision {
  if (year.endsWith('XX')) return 'century'
  if (year.endsWith('X')) return 'decade'
  if (month === null || month === 'XX') return 'year'
  if (Number(month) > 12) return 'season'
  return day === null || day === 'XX' ? 'month' : 'day'
}

function daysOf(year: string, month: string | null, day: string | null): { earliest: string; latest: string } | null {
  const firstYear = year.replaceAll('X', '0')
  const lastYear = year.replaceAll('X', '9')
  if (month === null || month === 'XX') return { earliest: `${firstYear}-01-01`, latest: `${lastYear}-12-31` }
  const m = Number(month)
  if (m >= 21 && m <= 24) return day === null ? seasonDays(Number(firstYear), m) : null
  if (m < 1 || m > 12) return null
  const last = daysInMonth(Number(firstYear), m)
  if (day === null || day === 'XX') return { earliest: isoDay(firstYear, m, 1), latest: isoDay(firstYear, m, last) }
  const d = Number(day)
  return d < 1 || d > last ? null : { earliest: isoDay(firstYear, m, d), latest: isoDay(firstYear, m, d) }
}

/** Northern meteorological seasons: spring March to May; winter begins in December of the year named. */
function seasonDays(year: number, season: number): { earliest: string; latest: string } {
  const firstMonth = (season - 20) * 3
  if (season < 24) {
    const lastMonth = firstMonth + 2
    return { earliest: isoDay(year, firstMonth, 1), latest: isoDay(year, lastMonth, daysInMonth(year, lastMonth)) }
  }
  return { earliest: isoDay(year, 12, 1), latest: isoDay(year + 1, 2, daysInMonth(year + 1, 2)) }
}

/** Days of a month of the proleptic Gregorian calendar; month from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** @returns `YYYY-MM-DD`. */
export const isoDay = (year: number | string, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** Days since 1970-01-01 of an ISO day. */
export const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000)

/** The ISO day that is `days` after `iso`. */
export const addDays = (iso: string, days: number): string =>
  new Date((dayNumber(iso) + days) * 86_400_000).toISOString().slice(0, 10)

/** The ISO day `months` after `iso`; the 31st becomes the month's last day where there is none. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = (index % 12) + 1
  return isoDay(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** Day of the week of an ISO day: 0 is Sunday. */
export const weekdayOf = (iso: string): number => (((dayNumber(iso) + 4) % 7) + 7) % 7

/** Whether two spans of days have a day in common; an open end reaches any day. */
export function intervalsMeet(a: DayInterval, b: DayInterval): boolean {
  const aBeforeB = a.latest !== null && b.earliest !== null && a.latest < b.earliest
  const bBeforeA = b.latest !== null && a.earliest !== null && b.latest < a.earliest
  return !aBeforeB && !bBeforeA
}

/** The days that both spans allow, or null where they have none in common. */
export function intersectIntervals(a: DayInterval, b: DayInterval): DayInterval | null {
  if (!intervalsMeet(a, b)) return null
  const earliest = a.earliest === null || (b.earliest !== null && b.earliest > a.earliest) ? b.earliest : a.earliest
  const latest = a.latest === null || (b.latest !== null && b.latest < a.latest) ? b.latest : a.latest
  return { earliest, latest }
}

/**
 * The order of dated things: by earliest possible day, then exact before estimated (shorter spans first); undated last.
 */
export function compareIntervals(a: DayInterval | null, b: DayInterval | null): number {
  if (!a || !b) return (a ? 0 : 1) - (b ? 0 : 1)
  const startA = a.earliest ?? a.latest ?? '9999'
  const startB = b.earliest ?? b.latest ?? '9999'
  if (startA !== startB) return startA < startB ? -1 : 1
  const endA = a.latest ?? '9999'
  const endB = b.latest ?? '9999'
  return endA === endB ? 0 : endA < endB ? -1 : 1
}
