import { isEdtf } from '../domain/edtf'
import { type Sourced, withOthers } from '../domain/origin'

/** The order of day and month in numeric dates. */
export type DateOrder = 'day-first' | 'month-first'

/** ASCII digits, plain spaces and no invisible marks, so that dates of all scripts read alike. */
export function plainDigits(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]/g, '')
    .replace(/\s/gu, ' ')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x9e6))
    .replace(/[๐-๙]/g, (digit) => String(digit.charCodeAt(0) - 0xe50))
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
}

/** The order that dates in digits give away whose day is above 12; null where none does, or they disagree. */
export function orderOfNumbers(texts: readonly string[]): DateOrder | null {
  const orders = new Set(texts.flatMap((text) => numericOrders(text)))
  return orders.size === 1 ? ([...orders][0] ?? null) : null
}

const numericDate = /(?<![\d./-])(\d{1,2})([/-])(\d{1,2})\2((?:19|20|21)\d\d|\d\d)(?![\d/-])/g

/** The order of each date in a text that is written with strokes and can be read one way only. */
export function numericOrders(text: string): DateOrder[] {
  return [...plainDigits(text).matchAll(numericDate)].flatMap(([, first, , second]): DateOrder[] => {
    const [a, b] = [Number(first), Number(second)]
    if (a > 12 && a <= 31 && b <= 12) return ['day-first']
    return b > 12 && b <= 31 && a <= 12 ? ['month-first'] : []
  })
}

/** The two days that a numeric date stands for; null for a text without one that has two readings. */
export function readingsOf(text: string): { dayFirst: string; monthFirst: string } | null {
  for (const [, first = '', , second = '', year = ''] of plainDigits(text).matchAll(numericDate)) {
    const full = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`
    const [a, b] = [first.padStart(2, '0'), second.padStart(2, '0')]
    const [dayFirst, monthFirst] = [`${full}-${b}-${a}`, `${full}-${a}-${b}`]
    if (a !== b && isEdtf(dayFirst) && isEdtf(monthFirst)) return { dayFirst, monthFirst }
  }
  return null
}

/**
 * An unsure numeric date in the reading that an order gives it, likely now; the other reading stays beside it. Any other
 * value comes back as it is.
 * @param evidence what the order is known from; by default the date's own evidence stays
 */
export function withOrder(value: Sourced, order: DateOrder | null, evidence = value.evidence): Sourced {
  const readings = value.confidence === 'unsure' && value.evidence ? readingsOf(value.evidence.quote) : null
  if (!readings || !evidence || order === null) return value
  if (value.value !== readings.dayFirst && value.value !== readings.monthFirst) return value
  const [chosen, other] =
    order === 'day-first' ? [readings.dayFirst, readings.monthFirst] : [readings.monthFirst, readings.dayFirst]
  const settled: Sourced = { value: chosen, origin: value.origin, confidence: 'likely', evidence }
  const unchosen: Sourced = { ...settled, value: other, confidence: 'unsure', evidence: value.evidence }
  const rest = (value.others ?? []).map((one): Sourced => ({ ...one, origin: value.origin }))
  return withOthers([settled, unchosen, ...rest])
}
