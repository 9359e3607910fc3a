import { addDays, addMonths, isEdtf, parseEdtf, weekdayOf } from '../../domain/edtf'
import type { DerivationCode } from '../../domain/event'
import { daysBackTo, isoMonth, isoYear, type Reference, shiftMonth, weekendFrom, weekFrom, yearOfDay } from './calendar'
import { weekdays } from './lexicon'
import { type Placement, type Resolution, step, unresolved } from './placement'
import type { Reading, Shift } from './reading'
import { resolveDay, resolveDayOfRow, resolveMonth, resolveMonths, resolveSeason } from './resolve-yearless'
import type { Tense } from './tense'

const needsPublication = unresolved('needs-publication-date')

/** Places what an expression says on the calendar. */
export function resolve(reading: Reading, at: Placement): Resolution {
  switch (reading.kind) {
    case 'written':
      return { edtf: reading.edtf, steps: [step('as-written'), ...(reading.approximate ? [step('vague')] : [])] }
    case 'open':
      return unresolved(reading.reason)
    case 'ambiguous':
      return numeric(reading, at)
    case 'named':
      return namedDay(reading.edtf, at)
    case 'months':
      return resolveMonths(reading, at)
    case 'day':
      return resolveDay(reading, at)
    case 'day-of-row':
      return resolveDayOfRow(reading, at)
    case 'month':
      return resolveMonth(reading, at)
    case 'season':
      return resolveSeason(reading, at)
    case 'range':
      return resolveRange(reading, at)
    case 'from-mention':
      return fromMention(reading, at)
    case 'weekday-from-mention':
      return weekdayFromMention(reading, at)
    default:
      return at.reference ? fromPublication(reading, at, at.reference) : needsPublication
  }
}

/** Day and month as the outlet, the article or the language orders them; open where none of them shows it. */
function numeric(reading: Extract<Reading, { kind: 'ambiguous' }>, at: Placement): Resolution {
  const known = at.order()
  if (known === null) return unresolved('day-month-order')
  const edtf = known.order === 'day-first' ? reading.dayFirst : reading.monthFirst
  return { edtf, steps: [step(known.order), step(known.step)] }
}

/** "The 9/11 attacks": that day, unless the article is older. */
function namedDay(edtf: string, at: Placement): Resolution {
  if (at.reference === null || at.reference.latest >= edtf) return { edtf, steps: [step('named-day', { date: edtf })] }
  const [month = 1, day = 1] = edtf.slice(5).split('-').map(Number)
  return resolveDay({ kind: 'day', year: null, yearShift: null, shift: null, month, day, weekday: null }, at)
}

type Relative = Extract<Reading, { kind: 'weekday' | 'unit' | 'near-day' | 'distance' | 'day-of-month' }>

function fromPublication(reading: Relative, at: Placement, reference: Reference): Resolution {
  if (reading.kind === 'distance') return distance(reading, reference)
  if (reading.kind === 'unit') return unit(reading, at, reference)
  if (reading.kind === 'day-of-month') return dayOfMonth(reading, at, reference)
  if (reference.day === null) return needsPublication
  if (reading.kind === 'weekday') return weekday(reading, at, reference.day)
  const edtf = addDays(reference.day, reading.days)
  if (reading.days === 0) return { edtf, steps: [step('day-of-publication')] }
  const code = reading.days < 0 ? 'days-before' : 'days-after'
  return { edtf, steps: [step(code, { count: String(Math.abs(reading.days)) })] }
}

/** "The 7th of last month", or "on the 7th": the last one up to the publication, the next one for the future. */
function dayOfMonth(
  reading: Extract<Reading, { kind: 'day-of-month' }>,
  at: Placement,
  reference: Reference,
): Resolution {
  const { earliest, latest, day } = reference
  if (earliest.slice(0, 7) !== latest.slice(0, 7)) return needsPublication
  const inMonth = (shift: number): string => `${shiftMonth(latest, shift)}-${String(reading.day).padStart(2, '0')}`
  const isFuture = reading.shift === null && at.tense() === 'future'
  const near = reading.shift ?? (day === null ? 0 : nearMonth(inMonth(0), day, isFuture))
  const edtf = inMonth(near)
  if (!isEdtf(edtf)) return unresolved('no-such-date')
  return { edtf, steps: [step(unitCodes.month[near + 1] ?? 'vague')] }
}

const nearMonth = (edtf: string, published: string, isFuture: boolean): Shift => {
  if (isFuture) return edtf < published ? 1 : 0
  return edtf > published ? -1 : 0
}

/** A weekday is the last one up to the publication, unless the statement is of the future; the same day is the same day. */
function weekday(reading: Extract<Reading, { kind: 'weekday' }>, at: Placement, published: string): Resolution {
  const params = { weekday: weekdays[reading.weekday] ?? '' }
  if (reading.week !== null) {
    const edtf = addDays(weekFrom(published, reading.week).slice(0, 10), (reading.weekday + 6) % 7)
    const code = edtf === published ? 'weekday-same' : edtf < published ? 'weekday-before' : 'weekday-after'
    return { edtf, steps: [step(code, params)] }
  }
  const back = daysBackTo(reading.weekday, published)
  if (back === 0 && (reading.shift === null || reading.shift === 0)) {
    return { edtf: published, steps: [step('weekday-same', params)] }
  }
  const isAhead = reading.shift === 1 || (reading.shift !== -1 && at.tense() === 'future')
  if (isAhead) return { edtf: addDays(published, 7 - back), steps: [step('weekday-after', params)] }
  return { edtf: addDays(published, -(back === 0 ? 7 : back)), steps: [step('weekday-before', params)] }
}

const unitCodes = {
  week: ['week-before', 'week-of-publication', 'week-after'],
  weekend: ['week-before', 'week-of-publication', 'week-after'],
  month: ['month-before', 'month-of-publication', 'month-after'],
  year: ['year-before', 'year-of-publication', 'year-after'],
} as const satisfies Record<string, readonly [DerivationCode, DerivationCode, DerivationCode]>

function unit(reading: Extract<Reading, { kind: 'unit' }>, at: Placement, reference: Reference): Resolution {
  if (reading.unit === 'day' || reading.unit === 'decade' || reading.unit === 'century') return needsPublication
  const isNearWeekend = reading.unit === 'weekend' && (reading.shift ?? 0) === 0
  const shift: Shift = isNearWeekend ? nearWeekend(reading.shift, at.tense(), reference) : (reading.shift ?? 0)
  const edtf = unitEdtf(reading.unit, shift, reference)
  if (edtf === null) return needsPublication
  const code = unitCodes[reading.unit][shift + 1] ?? 'vague'
  return { edtf, steps: [step(code), step('vague')] }
}

/** "Over the weekend" is the last one that has begun, "this weekend" the one ahead, unless the tense says otherwise. */
function nearWeekend(written: Shift | null, tense: Tense, reference: Reference): Shift {
  if (reference.day === null || tense === 'future' || (tense === 'unknown' && written === 0)) return 0
  return weekendFrom(reference.day, 0).slice(0, 10) <= reference.day ? 0 : -1
}

/** Null where the publication date is less exact than the unit. */
function unitEdtf(name: 'week' | 'weekend' | 'month' | 'year', shift: Shift, reference: Reference): string | null {
  const { earliest, latest, day } = reference
  if (name === 'year') return yearOfDay(earliest) === yearOfDay(latest) ? isoYear(yearOfDay(latest) + shift) : null
  if (name === 'month') return earliest.slice(0, 7) === latest.slice(0, 7) ? shiftMonth(latest, shift) : null
  if (day === null) return null
  return name === 'week' ? weekFrom(day, shift) : weekendFrom(day, shift)
}

const distanceCodes = {
  day: ['days-before', 'days-after'],
  week: ['weeks-before', 'weeks-after'],
  weekend: ['weeks-before', 'weeks-after'],
  month: ['months-before', 'months-after'],
  year: ['years-before', 'years-after'],
  decade: ['years-before', 'years-after'],
  century: ['years-before', 'years-after'],
} as const satisfies Record<string, readonly [DerivationCode, DerivationCode]>

function distance(reading: Extract<Reading, { kind: 'distance' }>, reference: Reference): Resolution {
  const [least, most] = reading.amount
  const near = placeAway(reading, least * reading.sign, reference)
  const far = placeAway(reading, most * reading.sign, reference)
  if (near === null || far === null) return needsPublication
  const code = distanceCodes[reading.unit][reading.sign < 0 ? 0 : 1]
  const perUnit = reading.unit === 'century' ? 100 : reading.unit === 'decade' ? 10 : 1
  if (least === most) {
    const isAbout = reading.hedge === 'about' && !near.includes('/')
    const steps = [step(code, { count: String(least * perUnit) })]
    return isAbout
      ? { edtf: `${near}~`, steps: [...steps, step('approximate')] }
      : { edtf: near, steps: near.length === 10 ? steps : [...steps, step('vague')] }
  }
  const [first, last] = reading.sign < 0 ? [far, near] : [near, far]
  const edtf = `${first.split('/')[0]}/${last.split('/').at(-1)}`
  return { edtf, steps: [step(code, { count: `${least * perUnit}–${most * perUnit}` }), step('approximate')] }
}

/** As exact as its unit: "four months ago" is a month, "two weeks ago" a week; "exactly" makes it the day. */
function placeAway(
  reading: Extract<Reading, { kind: 'distance' }>,
  amount: number,
  reference: Reference,
): string | null {
  const { earliest, latest, day } = reference
  const isExact = reading.hedge === 'exactly' && day !== null
  switch (reading.unit) {
    case 'century':
      return isoYear(yearOfDay(latest) + amount * 100)
    case 'decade':
      return isoYear(yearOfDay(latest) + amount * 10)
    case 'year':
      if (isExact) return addMonths(day, amount * 12)
      return yearOfDay(earliest) === yearOfDay(latest) ? isoYear(yearOfDay(latest) + amount) : null
    case 'month':
      if (isExact) return addMonths(day, amount)
      return earliest.slice(0, 7) === latest.slice(0, 7) ? shiftMonth(latest, amount) : null
    case 'day':
      return day === null ? null : addDays(day, amount)
    default:
      if (day === null) return null
      return isExact ? addDays(day, amount * 7) : weekFrom(day, amount)
  }
}

function fromMention(reading: Extract<Reading, { kind: 'from-mention' }>, at: Placement): Resolution {
  const mention = at.mention === null ? null : parseEdtf(at.mention)
  if (at.mention === null || mention?.kind !== 'date') {
    return at.reference ? unresolved('needs-earlier-date') : needsPublication
  }
  const { precision, interval, year, month } = mention.date
  const day = precision === 'day' ? interval.earliest : null
  const by = reading.amount * reading.sign
  const steps = [step('previous-mention', { date: at.mention })]
  const done = (edtf: string, code: DerivationCode | null): Resolution => {
    const counted = code && by !== 0 ? [...steps, step(code, { count: String(reading.amount) })] : steps
    return { edtf, steps: counted }
  }
  const code = distanceCodes[reading.unit][reading.sign < 0 ? 0 : 1]
  if (reading.unit === 'day' && day) return done(addDays(day, by), code)
  if (reading.unit === 'week' && day)
    return done(reading.calendar ? weekFrom(day, by) : `${addDays(day, by * 7)}~`, code)
  if (reading.unit === 'month' && (day || precision === 'month')) {
    return done(shiftMonth(isoMonth(Number(year), Number(month)), by), code)
  }
  if (reading.unit === 'year' && (day || precision === 'month' || precision === 'year')) {
    return done(isoYear(Number(year) + by), code)
  }
  return unresolved('needs-earlier-date')
}

function weekdayFromMention(reading: Extract<Reading, { kind: 'weekday-from-mention' }>, at: Placement): Resolution {
  const mention = at.mention === null ? null : parseEdtf(at.mention)
  const day = mention?.kind === 'date' && mention.date.precision === 'day' ? mention.interval.earliest : null
  if (day === null) return at.reference ? unresolved('needs-earlier-date') : needsPublication
  const back = daysBackTo(reading.weekday, day)
  const edtf = reading.sign < 0 ? addDays(day, -(back || 7)) : addDays(day, 7 - back)
  const code = reading.sign < 0 ? 'weekday-before' : 'weekday-after'
  const params = { weekday: weekdays[reading.weekday] ?? '' }
  return { edtf, steps: [step('previous-mention', { date: at.mention ?? '' }), step(code, params)] }
}

/** The end decides where the range lies; its beginning is the nearest before it. */
function resolveRange(reading: Extract<Reading, { kind: 'range' }>, at: Placement): Resolution {
  const { from, to } = reading
  const end = resolve(to, at)
  if (end.edtf === null) return end
  if (from.kind === 'weekday' && to.kind === 'weekday') return weekdayRange(from.weekday, to.weekday, at, end)
  if (from.kind === 'written') return joined(from.edtf, end)
  if ((from.kind !== 'day' && from.kind !== 'month') || from.year !== null) return joined(resolve(from, at).edtf, end)
  const endYear = Number(end.edtf.slice(0, 4))
  const inYear = (year: number) => resolve({ ...from, year, yearShift: null }, at).edtf
  const sameYear = inYear(endYear)
  return joined(sameYear !== null && sameYear <= end.edtf ? sameYear : inYear(endYear - 1), end)
}

function joined(start: string | null, end: Resolution): Resolution {
  const edtf = `${start ?? ''}/${end.edtf}`
  return start !== null && isEdtf(edtf) ? { edtf, steps: end.steps } : end
}

/** In the future the range begins at the next such day, in the past it ends at the last one. */
function weekdayRange(from: number, to: number, at: Placement, end: Resolution): Resolution {
  const length = (to - from + 7) % 7 || 7
  const last = end.edtf ?? ''
  const published = at.reference?.day ?? last
  const first = addDays(last, -length)
  const isBehind = at.tense() === 'future' && first < published && weekdayOf(published) !== from
  const edtf = isBehind ? `${addDays(first, 7)}/${addDays(last, 7)}` : `${first}/${last}`
  return { edtf, steps: [...end.steps, step('vague')] }
}
