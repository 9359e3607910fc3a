/** Where a value came from: read in the file, inferred by a rule, set by the researcher, or not there at all. */
export type Origin = 'file' | 'rule' | 'researcher' | 'none'

export type Confidence = 'certain' | 'likely' | 'unsure' | 'entered' | 'none'

/**
 * What a value rests on. `line`: line of a text file, from 1. `paragraph`: number of a paragraph, from 1. `removed`: line
 * of a hidden block. `element`: element or attribute of a marked-up file, such as `meta article:published_time`.
 * `text`: derived from the text as a whole, such as a detected language. `researcher`: entered by hand.
 */
export type MetadataEvidence = {
  kind: 'line' | 'paragraph' | 'removed' | 'element' | 'text' | 'researcher'
  /** Line number, paragraph number or element name, as shown. Empty where there is none. */
  at: string
  /** The words that the value was read from. */
  quote: string
}

/** A metadata value that remembers its origin. `value` is null when unknown; unknown is a valid state. */
export type Sourced = {
  value: string | null
  origin: Origin
  confidence: Confidence
  evidence: MetadataEvidence | null
}

export const unknownValue: Sourced = { value: null, origin: 'none', confidence: 'none', evidence: null }
