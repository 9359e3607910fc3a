/** Where a value came from: read in the file, inferred by a rule, set by the researcher, or not there at all. */
export type Origin = 'file' | 'rule' | 'researcher' | 'none'

export type Confidence = 'certain' | 'likely' | 'unsure' | 'entered' | 'none'

/**
 * What a value rests on. `line`: line of a text file, from 1. `paragraph`: number of a paragraph, from 1. `removed`: line
 * of a hidden block. `element`: element or attribute of a marked-up file, such as `meta article:published_time`.
 * `record`: a field of a structured file or its container, such as `RSS pubDate` or `mail header Date`. `address`: the
 * article's URL. `file`: the file's own name or properties. `outlet`: other articles of the outlet. `text`: derived from
 * the text as a whole, such as a detected language. `researcher`: entered by hand.
 */
export type MetadataEvidence = {
  kind: 'line' | 'paragraph' | 'removed' | 'element' | 'record' | 'address' | 'file' | 'outlet' | 'text' | 'researcher'
  /** Line number, paragraph number or element name, as shown. Empty where there is none. */
  at: string
  /** The words that the value was read from. */
  quote: string
  /** Why the value can hardly be right, though it stands there. `after-import`: a date later than the day of import. */
  doubt?: 'after-import'
}

/** What another place says for the same field. */
export type OtherValue = { value: string; confidence: Confidence; evidence: MetadataEvidence }

/** A metadata value that remembers its origin. `value` is null when unknown; unknown is a valid state. */
export type Sourced = {
  value: string | null
  origin: Origin
  confidence: Confidence
  evidence: MetadataEvidence | null
  /** Different values that were found in other places, best first; absent where all agree. */
  others?: OtherValue[]
}

export const unknownValue: Sourced = { value: null, origin: 'none', confidence: 'none', evidence: null }

/** Whether a value may be doubted: another place says differently, or it is a guess. The researcher's word ends it. */
export const isInDoubt = ({ value, origin, confidence, others = [] }: Sourced): boolean =>
  value !== null && origin !== 'researcher' && (confidence === 'unsure' || others.length > 0)

/** At most this many different values are kept beside the chosen one. */
const mostOthers = 4

/**
 * The first known value, with the different ones that follow it as `others`.
 * @param values best first
 * @param same whether two values say the same; equal texts always do
 */
export function withOthers(values: readonly Sourced[], same = (a: string, b: string): boolean => a === b): Sourced {
  const known = values.flatMap((one) => [one, ...(one.others ?? []).map(asSourced)]).filter((one) => one.value !== null)
  const [chosen] = known
  if (!chosen) return unknownValue
  const others: OtherValue[] = []
  for (const { value, confidence, evidence } of known.slice(1)) {
    if (value === null || evidence === null) continue
    const isNew = [chosen.value, ...others.map((other) => other.value)].every(
      (other) => other !== value && !same(other ?? '', value),
    )
    if (isNew && others.length < mostOthers) others.push({ value, confidence, evidence })
  }
  const { value, origin, confidence, evidence } = chosen
  return { value, origin, confidence, evidence, ...(others.length > 0 ? { others } : {}) }
}

const asSourced = (other: OtherValue): Sourced => ({ ...other, origin: 'file' })
