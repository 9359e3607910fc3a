import { type ParsedComponents, parse } from 'chrono-node'
import { type Basis, basisOf } from '../../../src-main/analysis/dates/confidence'
import { findDates } from '../../../src-main/analysis/dates/find'
import { type DayInterval, daysInMonth, isoDay } from '../../../src-main/domain/edtf'

/** An expression that a method found; `days` is null where it gives no date. `stated`: the share right that it claims. */
export type Found = {
  start: number
  end: number
  text: string
  days: DayInterval | null
  basis: Basis | null
  stated: number
}

/** A way to find dates in English text that was published on a day. */
export type Engine = { name: string; find: (text: string, published: string) => Found[] }

export const collate: Engine = {
  name: 'collate',
  find: (text, published) =>
    findDates(text, { published, language: 'en' }).map(
      ({ start, end, text: written, interval, rule, derivation, confidence }) => ({
        start,
        end,
        text: written,
        days: interval,
        basis: basisOf(rule, derivation),
        stated: confidence,
      }),
    ),
}

/** The most used published library, as it comes. */
export const chronoNode: Engine = {
  name: 'chrono-node',
  find: (text, published) =>
    parse(text, new Date(`${published.slice(0, 10)}T12:00:00`)).map(({ index, text: written, start, end }) => ({
      start: index,
      end: index + written.length,
      text: written,
      days: spanOf(start, end ?? start),
      basis: null,
      stated: 0,
    })),
}

function spanOf(start: ParsedComponents, end: ParsedComponents): DayInterval | null {
  const [first, last] = [daysOf(start), daysOf(end)]
  return first && last && { earliest: first.earliest, latest: last.latest }
}

/** As exact as what is certain of it: a day, a month or a year. Times of day without a date are none. */
function daysOf(date: ParsedComponents): DayInterval | null {
  const [year, month, day] = [date.get('year') ?? 0, date.get('month') ?? 1, date.get('day') ?? 1]
  if (year < 1 || year > 9999) return null
  if (date.isCertain('day') || date.isCertain('weekday')) {
    return { earliest: isoDay(year, month, day), latest: isoDay(year, month, day) }
  }
  if (date.isCertain('month')) {
    return { earliest: isoDay(year, month, 1), latest: isoDay(year, month, daysInMonth(year, month)) }
  }
  return date.isCertain('year') ? { earliest: isoDay(year, 1, 1), latest: isoDay(year, 12, 31) } : null
}
