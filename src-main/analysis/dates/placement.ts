import type { DerivationCode, DerivationStep } from '../../domain/event'
import type { Reference } from './calendar'
import type { Tense } from './tense'

/** What a reading is placed by. */
export type Placement = {
  reference: Reference | null
  /** Of the statement around the date; worked out only where it matters. */
  tense: () => Tense
  /** EDTF of the date that was mentioned before, null where none was. */
  mention: string | null
  /** Year written out beside the same month earlier in the paragraph, null where there is none. */
  yearOfMonth: (month: number) => number | null
}

/** `edtf` is null where something is missing; the steps then say what. */
export type Resolution = { edtf: string | null; steps: DerivationStep[] }

export const step = (code: DerivationCode, params: Record<string, string> = {}): DerivationStep => ({ code, params })
export const unresolved = (code: DerivationCode): Resolution => ({ edtf: null, steps: [step(code)] })
