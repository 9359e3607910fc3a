import type { DerivationCode, DerivationStep } from '../../domain/event'
import type { DateOrder } from '../date-order'
import type { Reference } from './calendar'
import type { Tense } from './tense'

/** The order of day and month, and the step that says how it is known. */
export type NumericOrder = { order: DateOrder; step: 'order-of-outlet' | 'order-of-article' | 'order-of-language' }

/** What a reading is placed by. */
export type Placement = {
  reference: Reference | null
  /** Of the statement around the date; worked out only where it matters. */
  tense: () => Tense
  /** EDTF of the date that was mentioned before, null where none was. */
  mention: string | null
  /** Year written out beside the same month earlier in the paragraph, null where there is none. */
  yearOfMonth: (month: number) => number | null
  /** How numeric dates are written here and what shows it; null where nothing does. Worked out only where it matters. */
  order: () => NumericOrder | null
}

/** `edtf` is null where something is missing; the steps then say what. */
export type Resolution = { edtf: string | null; steps: DerivationStep[] }

export const step = (code: DerivationCode, params: Record<string, string> = {}): DerivationStep => ({ code, params })
export const unresolved = (code: DerivationCode): Resolution => ({ edtf: null, steps: [step(code)] })
