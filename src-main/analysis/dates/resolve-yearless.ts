import { dayNumber, daysInMonth, edtfInterval, isEdtf, isoDay, weekdayOf } from '../../domain/edtf'
import type { DerivationStep } from '../../domain/event'
import { isoMonth, monthOfDay, type Reference, yearOfDay } from './calendar'
import { type Placement, type Resolution, step, unresolved } from './placement'
import type { Reading, Shift } from './reading'

/**
 * A date without a year that lies further ahead of the publication than this is of the year before. Where the tense
 * doesn't tell, one some weeks ahead is likelier than one that is eleven months old.
 */
const daysAhead = { past: 14, unknown: 45 }
/** A statement of the future may reach this far into the next year. */
const daysIntoNextYear = 300

type DayReading = Extract<Reading, { kind: 'day' }>
type MonthReading = Extract<Reading, { kind: 'month' }>
type MonthsReading = Extract<Reading, { kind: 'months' }>
type SeasonReading = Extract<Reading, { kind: 'season' }>

const asWritten: DerivationStep[] = [step('as-written')]

export function resolveDay(reading: DayReading, at: Placement): Resolution {
  const { month, day } = reading
  if (reading.year !== null) return dayIn(reading.year, month, day, asWritten)
  const noted = reading.yearShift === null && reading.shift === null ? at.yearOfMonth(month) : null
  if (noted !== null) return dayIn(noted, month, day, [step('previous-mention', { date: isoMonth(noted, month) })])
  if (!at.reference) return unresolved('needs-publication-date')
  const published = yearOfDay(at.reference.latest)
  const year =
    month === 2 && day === 29
      ? leapYear(reading, at, at.reference)
      : published + (reading.yearShift ?? yearOffset(reading, at, at.reference))
  return dayIn(year, month, day, [yearStep(year, published)])
}

/** Of the year of the day before it in the row, which was mentioned last. */
export function resolveDayOfRow(
  { month, day, previous }: Extract<Reading, { kind: 'day-of-row' }>,
  at: Placement,
): Resolution {
  const { mention } = at
  if (mention !== null && mention === isoDay(Number(mention.slice(0, 4)), month, previous)) {
    return dayIn(Number(mention.slice(0, 4)), month, day, [step('previous-mention', { date: mention })])
  }
  return resolveDay({ kind: 'day', year: null, yearShift: null, shift: null, month, day, weekday: null }, at)
}

function dayIn(year: number, month: number, day: number, steps: DerivationStep[]): Resolution {
  const edtf = isoDay(year, month, day)
  return isEdtf(edtf) ? { edtf, steps } : unresolved('no-such-date')
}

/** 29 February is of the last leap year up to the publication, for the future of the next one. */
function leapYear(reading: DayReading, at: Placement, reference: Reference): number {
  const published = yearOfDay(reference.latest)
  if (reading.yearShift !== null) return published + reading.yearShift
  const isFuture = reading.shift === 1 || (reading.shift === null && at.tense() === 'future')
  const years = Array.from({ length: 9 }, (_, i) => published + (isFuture ? i : -i))
  const isOnItsSide = (iso: string): boolean => (isFuture ? iso >= reference.earliest : iso <= reference.latest)
  return years.find((year) => daysInMonth(year, 2) === 29 && isOnItsSide(isoDay(year, 2, 29))) ?? published
}

/** The step that names a year beside the one of publication. */
function yearStep(year: number, published: number): DerivationStep {
  const code =
    year === published ? 'year-of-publication' : year < published ? 'year-before-publication' : 'year-after-publication'
  return step(code, { year: String(year) })
}

/** -1, 0 or 1 from the year of publication. A weekday written beside the date decides, if it fits one of the three. */
function yearOffset(reading: DayReading, at: Placement, reference: Reference): Shift {
  const published = yearOfDay(reference.latest)
  const distance = (offset: Shift): number =>
    dayNumber(clampedDay(published + offset, reading.month, reading.day)) - dayNumber(reference.latest)
  if (reading.shift === -1) return distance(0) < 0 ? 0 : -1
  if (reading.shift === 1) return distance(0) > 0 ? 0 : 1
  if (reading.shift === 0) return 0
  if (reading.weekday !== null) {
    const fitting = ([-1, 0, 1] as const).filter(
      (offset) => weekdayOf(clampedDay(published + offset, reading.month, reading.day)) === reading.weekday,
    )
    const nearest = fitting.sort((a, b) => Math.abs(distance(a)) - Math.abs(distance(b)))[0]
    if (nearest !== undefined) return nearest
  }
  const tense = at.tense()
  if (tense === 'future') return distance(0) < 0 && distance(1) <= daysIntoNextYear ? 1 : 0
  return distance(0) > daysAhead[tense] ? -1 : 0
}

/** The last day of the month where it has no such day. */
const clampedDay = (year: number, month: number, day: number): string =>
  isoDay(year, month, Math.min(day, daysInMonth(year, month)))

export function resolveMonth(reading: MonthReading, at: Placement): Resolution {
  const vague = reading.approximate ? [step('vague')] : []
  if (reading.year !== null) return { edtf: isoMonth(reading.year, reading.month), steps: [...asWritten, ...vague] }
  if (!at.reference) return unresolved('needs-publication-date')
  const published = yearOfDay(at.reference.latest)
  const year = published + (reading.yearShift ?? monthYearOffset(reading, at, monthOfDay(at.reference.latest)))
  return { edtf: isoMonth(year, reading.month), steps: [yearStep(year, published), ...vague] }
}

function monthYearOffset(reading: MonthReading, at: Placement, publishedMonth: number): Shift {
  const { month, shift } = reading
  if (shift === 0) return 0
  if (shift === -1) return month < publishedMonth ? 0 : -1
  if (shift === 1) return month > publishedMonth ? 0 : 1
  if (at.tense() === 'future') return month < publishedMonth ? 1 : 0
  return month > publishedMonth ? -1 : 0
}

/** Quarters and halves without a year are the last that has begun, for the future the one under way or ahead. */
export function resolveMonths(reading: MonthsReading, at: Placement): Resolution {
  const { first, last } = reading
  const of = (year: number): string => `${isoMonth(year, first)}/${isoMonth(year, last)}`
  if (reading.year !== null) return { edtf: of(reading.year), steps: asWritten }
  if (!at.reference) return unresolved('needs-publication-date')
  const published = yearOfDay(at.reference.latest)
  const month = monthOfDay(at.reference.latest)
  const near = at.tense() === 'future' ? Number(last < month) : -Number(first > month)
  const year = published + (reading.yearShift ?? near)
  return { edtf: of(year), steps: [yearStep(year, published)] }
}

export function resolveSeason(reading: SeasonReading, at: Placement): Resolution {
  const vague = reading.approximate ? [step('vague')] : []
  if (reading.year !== null) return { edtf: `${reading.year}-${reading.season}`, steps: [...asWritten, ...vague] }
  if (!at.reference) return unresolved('needs-publication-date')
  const year = seasonYear(reading, at, at.reference)
  return { edtf: `${year}-${reading.season}`, steps: [yearStep(year, yearOfDay(at.reference.latest)), ...vague] }
}

/** The season that has begun last, the one ahead for the future; "last summer" said in summer is that of the year before. */
function seasonYear(reading: SeasonReading, at: Placement, reference: Reference): number {
  const published = yearOfDay(reference.latest)
  const span = (year: number) => edtfInterval(`${year}-${reading.season}`)
  const years = [published - 2, published - 1, published, published + 1]
  const begun = years.filter((year) => (span(year)?.earliest ?? '') <= reference.latest)
  const over = years.filter((year) => (span(year)?.latest ?? '') < reference.earliest)
  const ahead = years.find((year) => (span(year)?.latest ?? '') >= reference.earliest) ?? published
  if (reading.shift === -1) return over.at(-1) ?? published
  if (reading.shift === 1) return years.find((year) => (span(year)?.earliest ?? '') > reference.latest) ?? published
  if (at.tense() === 'future') return ahead
  if (reading.shift === 0) return reading.season === 24 && monthOfDay(reference.latest) <= 4 ? published - 1 : published
  return begun.at(-1) ?? published
}
