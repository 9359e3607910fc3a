import { addDays, type DayInterval, dayNumber } from './edtf'

/**
 * A stretch without any event between two days that have one. `days`: how many days lie between. `possible`: how many vague
 * events may have happened within it.
 */
export type Gap = { after: string; before: string; days: number; possible: number }

/** An event that may have happened on any of more days than these fills no gap: it may lie in it. */
const vagueDays = 31

/** A gap is at least so many times as long as the middle one of all stretches between events, and at least so many days. */
const timesMedian = 3
const leastDays = 2

/**
 * The stretches of a timeline in which nothing happened, as far as it tells, longest first: those much longer than what
 * usually lies between its events. Where few events say what is usual, with fewer than three stretches between them, all
 * that last.
 * @param intervals days that events may have happened on; those without a date, and open ends, say nothing
 */
export function gapsOf(intervals: readonly (DayInterval | null)[]): Gap[] {
  const known = intervals.flatMap((interval) => (interval === null ? [] : (closed(interval) ?? [])))
  const vague = known.filter(({ from, to }) => dayNumber(to) - dayNumber(from) >= vagueDays)
  const stretches = stretchesBetween(known.filter((span) => !vague.includes(span)))
  const least = leastGap(stretches.map((stretch) => stretch.days))
  return stretches
    .filter(({ days }) => days >= least)
    .map((stretch) => ({
      ...stretch,
      possible: vague.filter(({ from, to }) => from < stretch.before && to > stretch.after).length,
    }))
    .sort((a, b) => b.days - a.days || (a.after < b.after ? -1 : 1))
}

type Days = { from: string; to: string }

/** The days of an interval with one end open are its known end. */
function closed({ earliest, latest }: DayInterval): Days | null {
  const from = earliest ?? latest
  const to = latest ?? earliest
  return from === null || to === null ? null : { from, to }
}

/** From each day with an event to the next, where they are not the same. */
function stretchesBetween(spans: readonly Days[]): { after: string; before: string; days: number }[] {
  const stretches: { after: string; before: string; days: number }[] = []
  const sorted = [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))
  let last = sorted[0]?.to ?? ''
  for (const { from, to } of sorted) {
    if (from > last) stretches.push({ after: last, before: from, days: dayNumber(from) - dayNumber(last) - 1 })
    if (to > last) last = to
  }
  return stretches
}

function leastGap(days: readonly number[]): number {
  if (days.length < 3) return leastDays
  const sorted = [...days].sort((a, b) => a - b)
  return Math.max(leastDays, timesMedian * (sorted[Math.floor((sorted.length - 1) / 2)] ?? 0))
}

/** The first and the last day of a gap itself, without the events' days at its ends. */
export const daysOfGap = ({ after, before }: Gap): { from: string; to: string } => ({
  from: addDays(after, 1),
  to: addDays(before, -1),
})
