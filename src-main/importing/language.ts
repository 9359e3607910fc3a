import type { Sourced } from '../domain/origin'
import { unknownValue } from '../domain/origin'

/** Enough text to tell a language by; more costs time and changes nothing. */
const sampleLength = 8000

/**
 * The language of a text by its letters and their sequences.
 * @returns a BCP 47 primary tag with its origin; unknown for text without letters
 */
export async function detectLanguage(text: string): Promise<Sourced> {
  const sample = text.slice(0, sampleLength).replace(/https?:\S+|\S+@\S+/g, ' ')
  if (!/\p{L}{2}/u.test(sample)) return unknownValue
  // Loaded on first use: its tables take a third of a second.
  const { eld } = await import('eld/small')
  const found = eld.detect(sample)
  if (found.language === '') return unknownValue
  const confidence = !found.isReliable() ? 'unsure' : sample.length >= 200 ? 'certain' : 'likely'
  return {
    value: found.language,
    origin: 'rule',
    confidence,
    evidence: { kind: 'text', at: '', quote: '' },
  }
}

/**
 * A page's own word for its language against the text's: the text wins where it clearly is in another language, since
 * templates often declare their own.
 */
export function chooseLanguage(declared: Sourced, detected: Sourced): Sourced {
  if (declared.value === null) return detected
  const same = detected.value !== null && declared.value.split('-')[0] === detected.value
  return !same && detected.confidence === 'certain' ? detected : declared
}
