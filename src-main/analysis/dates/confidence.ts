import type { Resolution } from './placement'
import type { Rule } from './reading'

/**
 * Share of values that were right on the development half of 110 news articles and on five labelled ones, per rule, as
 * `npm run bench -- dates` prints it: (right + 1) / (found + 2), so that rules seen rarely are trusted less. Rules that
 * read what is written out stand together, because most were seen less than ten times; the last four of the table were
 * hardly seen and are set below the others.
 */
const shares: Readonly<Record<Rule, number>> = {
  'full-date': 0.95,
  numeric: 0.95,
  'month-year': 0.95,
  year: 0.95,
  decade: 0.95,
  century: 0.95,
  quarter: 0.95,
  'day-month': 0.95,
  month: 0.83,
  weekday: 0.85,
  'near-day': 0.91,
  unit: 0.92,
  distance: 0.75,
  range: 0.75,
  season: 0.7,
  'from-mention': 0.6,
  holiday: 0.7,
  'no-such-date': 0,
  'other-calendar': 0,
}

/** @returns the share that was right, 0 to 1; 0 where nothing was resolved. */
export const confidenceOf = (rule: Rule, resolution: Resolution): number =>
  resolution.edtf === null ? 0 : shares[rule]
