import { type DayInterval, daysInMonth, edtfInterval, intersectIntervals } from '../domain/edtf'
import { type Claim, conflictKey, type Stance } from '../domain/event'

export type DatedBy = { edtf: string | null; interval: DayInterval | null }

/** Whether a conflict is still the one that a resolution was given for. */
export function holdsFor({ conflict }: { conflict: string }, claims: readonly Claim[]): boolean {
  const present = conflictKey(claims)
  return present !== '' && present === conflict
}

/**
 * The date of an event that takes it from its evidence: what the supporting evidence gives together.
 * @param settled the date that the researcher settled a conflict on, where that holds
 * @returns null where nothing gives a date
 */
export function evidenceDate(
  evidence: readonly (DatedBy & { stance: Stance; orphaned: boolean })[],
  settled: string | null,
): { edtf: string; interval: DayInterval } | null {
  const interval = settled === null ? null : edtfInterval(settled)
  if (settled !== null && interval) return { edtf: settled, interval }
  const supporting = evidence.filter((one) => one.stance === 'supports')
  const holding = supporting.filter((one) => !one.orphaned)
  // An event whose words are all gone keeps its place in time.
  return commonDate(holding.length > 0 ? holding : supporting)
}

/**
 * The date that pieces of evidence give together: the days that all of them allow, or, where they have none in common,
 * the days from the first to the last that one of them allows.
 * @returns null where none has a date
 */
export function commonDate(evidence: readonly DatedBy[]): { edtf: string; interval: DayInterval } | null {
  const dated = evidence.flatMap(({ edtf, interval }) =>
    edtf !== null && interval !== null ? [{ edtf, interval }] : [],
  )
  const intervals = dated.map((date) => date.interval)
  const [first] = intervals
  if (!first) return null
  const common = intervals.reduce<DayInterval | null>((all, one) => all && intersectIntervals(all, one), first)
  const interval = common ?? intervals.reduce(hull)
  const asWritten = dated.filter((date) => isSame(date.interval, interval)).map((date) => date.edtf)
  const edtf = asWritten.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? edtfOf(interval)
  return { edtf, interval }
}

const isSame = (a: DayInterval, b: DayInterval): boolean => a.earliest === b.earliest && a.latest === b.latest

/** An open end stays open. */
const hull = (a: DayInterval, b: DayInterval): DayInterval => ({
  earliest: a.earliest === null || b.earliest === null ? null : a.earliest < b.earliest ? a.earliest : b.earliest,
  latest: a.latest === null || b.latest === null ? null : a.latest > b.latest ? a.latest : b.latest,
})

/** The shortest EDTF of a span of days: a day, a whole month or year, else an interval. */
function edtfOf({ earliest, latest }: DayInterval): string {
  if (earliest === null || latest === null) return `${earliest ?? '..'}/${latest ?? '..'}`
  if (earliest === latest) return earliest
  const [year = '', month = ''] = earliest.split('-')
  if (earliest === `${year}-01-01` && latest === `${year}-12-31`) return year
  const lastDay = daysInMonth(Number(year), Number(month))
  return earliest.endsWith('-01') && latest === `${year}-${month}-${lastDay}`
    ? `${year}-${month}`
    : `${earliest}/${latest}`
}
