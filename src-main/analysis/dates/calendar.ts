import { addDays, addMonths, type DayInterval, edtfInterval, weekdayOf } from '../../domain/edtf'

/** The days on which an article may have been published; `day` is set where that is one day. */
export type Reference = { earliest: string; latest: string; day: string | null }

/** @param published EDTF, or a date and time of which the first ten characters are a day; null where unknown. */
export function referenceOf(published: string | null): Reference | null {
  if (published === null) return null
  const interval: DayInterval | null = edtfInterval(published) ?? edtfInterval(published.slice(0, 10))
  const earliest = interval?.earliest ?? null
  const latest = interval?.latest ?? null
  if (earliest === null || latest === null) return null
  return { earliest, latest, day: earliest === latest ? earliest : null }
}

export const yearOfDay = (iso: string): number => Number(iso.slice(0, 4))
export const monthOfDay = (iso: string): number => Number(iso.slice(5, 7))

/** `YYYY-MM`. */
export const isoMonth = (year: number, month: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`

export const isoYear = (year: number): string => String(year).padStart(4, '0')

/** Month that is `months` from the one of `iso`. */
export const shiftMonth = (iso: string, months: number): string =>
  addMonths(`${iso.slice(0, 7)}-01`, months).slice(0, 7)

/** Monday of the week of `iso`. */
export const mondayOf = (iso: string): string => addDays(iso, -((weekdayOf(iso) + 6) % 7))

/** Monday to Sunday, as EDTF, of the week that is `weeks` from the one of `iso`. */
export function weekFrom(iso: string, weeks: number): string {
  const monday = addDays(mondayOf(iso), weeks * 7)
  return `${monday}/${addDays(monday, 6)}`
}

/** Saturday and Sunday, as EDTF, of the week that is `weeks` from the one of `iso`. */
export function weekendFrom(iso: string, weeks: number): string {
  const saturday = addDays(mondayOf(iso), weeks * 7 + 5)
  return `${saturday}/${addDays(saturday, 1)}`
}

/** Days from `iso` back to a weekday: 0 to 6. */
export const daysBackTo = (weekday: number, iso: string): number => (weekdayOf(iso) - weekday + 7) % 7
