/** -1 is the one before, 0 this one, 1 the next one. */
export type Shift = -1 | 0 | 1

/** The fewest and the most; equal where the number is exact. */
export type Amount = readonly [number, number]

export type Unit = 'day' | 'week' | 'weekend' | 'month' | 'year' | 'decade' | 'century'

/** What an expression says by itself, before it is placed on the calendar. Months and days count from 1. */
export type Reading =
  /** `shift` is of the day, month or season itself ("last May"), `yearShift` of its year ("May last year"). */
  | {
      kind: 'day'
      year: number | null
      yearShift: Shift | null
      shift: Shift | null
      month: number
      day: number
      weekday: number | null
    }
  | {
      kind: 'month'
      year: number | null
      yearShift: Shift | null
      shift: Shift | null
      month: number
      approximate: boolean
    }
  | { kind: 'season'; year: number | null; shift: Shift | null; season: number; approximate: boolean }
  /** Quarters and halves: from the first month to the last. */
  | { kind: 'months'; year: number | null; yearShift: Shift | null; first: number; last: number }
  /** A day of the month of publication, or of one beside it; null where the tense decides. */
  | { kind: 'day-of-month'; day: number; shift: Shift | null }
  /** A day of a row of days of one month, behind `previous`: "May 6, 7 and 8". */
  | { kind: 'day-of-row'; month: number; day: number; previous: number }
  /** Complete as it stands: years, decades, centuries, ISO dates. */
  | { kind: 'written'; edtf: string; approximate: boolean }
  /** `week`: of which week; `shift`: which one counted from the publication, null where the tense decides. */
  | { kind: 'weekday'; weekday: number; shift: Shift | null; week: Shift | null }
  /** The week, month or year of publication, or one beside it; null for the weekend that the tense decides. */
  | { kind: 'unit'; unit: Unit; shift: Shift | null }
  /** `days` counted from the publication. */
  | { kind: 'near-day'; days: number }
  /** Counted from the publication; `amount` is the fewest and the most. */
  | { kind: 'distance'; unit: Unit; amount: Amount; hedge: 'exactly' | 'about' | null; sign: -1 | 1 }
  /** Counted from the date that was mentioned before it; `calendar`: the whole week, not the day a week away. */
  | { kind: 'from-mention'; unit: Unit; amount: number; sign: -1 | 0 | 1; calendar: boolean }
  | { kind: 'weekday-from-mention'; weekday: number; sign: -1 | 1 }
  | { kind: 'range'; from: Reading; to: Reading }
  /** Day and month can be told apart only by how others write them; both are EDTF. */
  | { kind: 'ambiguous'; dayFirst: string; monthFirst: string }
  /** A day that goes by its day and month alone, from that day on; before it, any such day. */
  | { kind: 'named'; edtf: string }
  /** Recognised, and left to the researcher. */
  | { kind: 'open'; reason: 'no-such-date' | 'other-calendar' }

/** Named groups of a pattern's match; those that took no part are undefined. */
export type Groups = Readonly<Record<string, string | undefined>>

/** Where a match stands, for guards that look around it. Both on its line; a few words are enough. */
export type Surroundings = { before: string; after: string }

/**
 * One form of expression. `source` is matched without flags but `u`; its named group `skip`, if any, stands at its
 * beginning and is not part of the expression. `read` returns null where the match is something else after all.
 */
export type Pattern = {
  rule: Rule
  source: string
  read: (groups: Groups, around: Surroundings) => Reading | null
}

/** Kinds of expressions whose share of right values is measured. */
export const rules = [
  'full-date',
  'day-month',
  'month-year',
  'month',
  'year',
  'range',
  'season',
  'quarter',
  'decade',
  'century',
  'numeric',
  'holiday',
  'weekday',
  'near-day',
  'unit',
  'distance',
  'from-mention',
  'no-such-date',
  'other-calendar',
] as const
export type Rule = (typeof rules)[number]
