import type { DayInterval } from './edtf'
import type { DerivationStep } from './event'

/** A date as an article writes it, and what it means. */
export type DateExpression = {
  /** Offsets into the article's text. */
  start: number
  end: number
  text: string
  /** Null while it can't be resolved; the derivation then says what it needs. */
  edtf: string | null
  interval: DayInterval | null
  derivation: DerivationStep[]
  /** Share that was right on development data, 0 to 1. */
  confidence: number
}
