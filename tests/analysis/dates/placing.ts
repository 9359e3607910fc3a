import { referenceOf } from '../../../src-main/analysis/dates/calendar'
import type { Placement } from '../../../src-main/analysis/dates/placement'
import type { Reading } from '../../../src-main/analysis/dates/reading'
import { resolve } from '../../../src-main/analysis/dates/resolve'

/** A placement on Thursday, 16 May 2024, in a statement whose tense isn't known, unless told otherwise. */
export const placement = (given: Partial<Placement> & { published?: string | null } = {}): Placement => ({
  reference: referenceOf(given.published === undefined ? '2024-05-16' : given.published),
  tense: given.tense ?? (() => 'unknown'),
  mention: given.mention ?? null,
  yearOfMonth: given.yearOfMonth ?? (() => null),
  order: given.order ?? (() => null),
})

export const inFuture = { tense: () => 'future' as const }
export const inPast = { tense: () => 'past' as const }

/** The value and the codes of the steps, as "2024-05-16: as-written". */
export function placed(reading: Reading, given: Parameters<typeof placement>[0] = {}): string {
  const { edtf, steps } = resolve(reading, placement(given))
  return `${edtf ?? '?'}: ${steps.map(({ code }) => code).join(', ')}`
}

export const dayReading = (
  month: number,
  day: number,
  more: Partial<Extract<Reading, { kind: 'day' }>> = {},
): Reading => ({
  kind: 'day',
  year: null,
  yearShift: null,
  shift: null,
  month,
  day,
  weekday: null,
  ...more,
})
