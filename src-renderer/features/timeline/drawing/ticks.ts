import { rightOf, type View, xOf } from './view'

/** What one step of the axis is. Steps of several years stand at years that they divide. */
export type Step = { unit: 'hour' | 'day' | 'week' | 'month' | 'year'; count: number }

/**
 * A boundary on the axis and its label. `x` in pixels of the view; `labelX` and `anchor` say where the label stands: over
 * the stretch that it names, or beginning at the boundary that it names. `isStrong`: a larger unit begins here.
 */
export type Tick = { x: number; label: string; labelX: number; anchor: 'start' | 'middle'; isStrong: boolean }

export type Axis = { step: Step; ticks: Tick[]; context: string }

export type TickWords = { locale: string; beforeChrist: (year: number) => string }

const perYear = 365.2425

/** About as wide, in pixels, as the letters of a label. */
const letterWidth = 6.4

const steps: readonly (Step & { days: number; least: number })[] = [
  ...[1, 3, 6, 12].map((count) => ({ unit: 'hour' as const, count, days: count / 24, least: 56 })),
  { unit: 'day', count: 1, days: 1, least: 46 },
  { unit: 'week', count: 1, days: 7, least: 60 },
  { unit: 'month', count: 1, days: 30.4, least: 46 },
  { unit: 'month', count: 3, days: 91.3, least: 46 },
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((count) => ({
    unit: 'year' as const,
    count,
    days: count * perYear,
    least: 46,
  })),
]

/** The finest step whose labels have room. */
export const stepFor = (pxPerDay: number): Step => {
  const found = steps.find(({ days, least }) => days * pxPerDay >= least)
  return { unit: found?.unit ?? 'year', count: found?.count ?? 1000 }
}

/** How near a unit is looked at: its labels have room with some to spare. */
export const pxPerDayFor = (unit: 'day' | 'week' | 'month' | 'year'): number => {
  const found = steps.find((step) => step.unit === unit && step.count === 1)
  return found ? (found.least * 1.4) / found.days : 1
}

/** Boundaries and labels that a view shows. */
export function axisOf(view: View, words: TickWords): Axis {
  const step = stepFor(view.pxPerDay)
  const formats = formatsFor(words.locale)
  const ticks: Tick[] = []
  const end = rightOf(view)
  for (let at = firstBefore(view.left, step); at < end; ) {
    const next = after(at, step)
    ticks.push(tickAt(view, at, next, step, formats, words))
    at = next
  }
  return { step, ticks, context: contextOf(view, step, formats, words) }
}

const dateOf = (day: number): Date => new Date(Math.round(day * 86_400_000))

/** Years below 100 are not years of the twentieth century: `Date.UTC` would take them for such. */
function dayOf(year: number, month: number, day = 1): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date.getTime() / 86_400_000
}

function firstBefore(day: number, { unit, count }: Step): number {
  const date = dateOf(day)
  const year = date.getUTCFullYear()
  if (unit === 'hour') return Math.floor((day * 24) / count + 1e-9) * (count / 24)
  if (unit === 'day') return Math.floor(day)
  // 1970-01-05 was a Monday.
  if (unit === 'week') return Math.floor((day - 4) / 7) * 7 + 4
  if (unit === 'month') return dayOf(year, Math.floor(date.getUTCMonth() / count) * count)
  return dayOf(Math.floor(year / count) * count, 0)
}

function after(day: number, { unit, count }: Step): number {
  // Whole hours are counted anew each time, so that thirds of a day don't add up to less.
  if (unit === 'hour') return Math.round(day * 24 + count) / 24
  if (unit === 'day') return day + 1
  if (unit === 'week') return day + 7
  const date = dateOf(day)
  return unit === 'month'
    ? dayOf(date.getUTCFullYear(), date.getUTCMonth() + count)
    : dayOf(date.getUTCFullYear() + count, 0)
}

type Formats = ReturnType<typeof formatsFor>

const formatsFor = (locale: string) => {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options })
  return {
    hour: format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    weekday: format({ weekday: 'short', day: 'numeric' }),
    weekdayMonth: format({ weekday: 'short', day: 'numeric', month: 'short' }),
    dayMonth: format({ day: 'numeric', month: 'short' }),
    month: format({ month: 'short' }),
    fullMonth: format({ month: 'long' }),
    day: format({ day: 'numeric', month: 'long' }),
  }
}

const yearText = (date: Date, { beforeChrist }: TickWords): string => {
  const year = date.getUTCFullYear()
  return year > 0 ? String(year) : beforeChrist(1 - year)
}

function tickAt(view: View, at: number, next: number, step: Step, formats: Formats, words: TickWords): Tick {
  const x = xOf(view, at)
  const width = xOf(view, next) - x
  const { label, isStrong } = labelOf(dateOf(at), width, step, formats, words)
  const isStretch = step.count === 1 && step.unit !== 'hour' && step.unit !== 'week'
  const labelX = isStretch ? x + width / 2 : x + 5
  // A label that would be cut by an end of the axis is none.
  const half = (label.length * letterWidth) / 2
  const isWhole = labelX - (isStretch ? half : 0) >= 0 && labelX + (isStretch ? half : 2 * half) <= view.width
  return { x, label: isWhole ? label : '', labelX, anchor: isStretch ? 'middle' : 'start', isStrong }
}

function labelOf(date: Date, width: number, { unit }: Step, formats: Formats, words: TickWords) {
  const isNewDay = date.getUTCHours() === 0
  const isNewYear = date.getUTCMonth() === 0
  if (unit === 'hour') {
    const label = !isNewDay ? formats.hour : width >= 84 ? formats.weekdayMonth : formats.dayMonth
    return { label: label.format(date), isStrong: isNewDay }
  }
  if (unit === 'day') {
    const isStrong = date.getUTCDate() === 1
    const label = !isStrong ? formats.weekday : width >= 84 ? formats.weekdayMonth : formats.dayMonth
    return { label: label.format(date), isStrong }
  }
  if (unit === 'week') return { label: formats.dayMonth.format(date), isStrong: false }
  if (unit === 'month') {
    const month = formats.month.format(date)
    const year = yearText(date, words)
    return { label: !isNewYear ? month : width >= 64 ? `${month} ${year}` : year, isStrong: isNewYear }
  }
  return { label: yearText(date, words), isStrong: false }
}

/** What the labels leave out: the month of days, the year of months. */
function contextOf(view: View, { unit }: Step, formats: Formats, words: TickWords): string {
  const date = dateOf(Math.max(view.left, view.left + 1e-9))
  const year = yearText(date, words)
  if (unit === 'year') return ''
  if (unit === 'month') return year
  return `${(unit === 'hour' ? formats.day : formats.fullMonth).format(date)} ${year}`
}
