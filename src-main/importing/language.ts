import type { Confidence, Sourced } from '../domain/origin'
import { unknownValue, withOthers } from '../domain/origin'

/** Enough text to tell a language by; more costs time and changes nothing. */
const sampleLength = 400

/**
 * The language of a text by its letters and their sequences, read behind its first fifth, where names and captions
 * often stand.
 * @returns a BCP 47 primary tag with its origin; unknown for text without letters
 */
export async function detectLanguage(blocks: readonly { text: string }[]): Promise<Sourced> {
  const sample = sampleOf(blocks)
  if (!/\p{L}{2}/u.test(sample)) return unknownValue
  if (isPlainlyEnglish(sample)) return detected('en', 'certain')
  // Loaded on first use: its tables take a third of a second.
  const { eld } = await import('eld/small')
  const found = eld.detect(sample)
  if (found.language === '') return unknownValue
  const confidence = !found.isReliable() ? 'unsure' : sample.length >= 200 ? 'certain' : 'likely'
  return detected(found.language, confidence)
}

const detected = (value: string, confidence: Confidence): Sourced => ({
  value,
  origin: 'rule',
  confidence,
  evidence: { kind: 'text', at: '', quote: '' },
})

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** Words that hold English together: those that other languages in Latin letters have too, and its own. */
const sharedWords = words('of to in a is was for on as at by it be are has have had he but not will after')
const ownWords = words('the and that with from said which who this they she were been their would its')

/**
 * Whether a text is full of the words that hold English together, several of its own among them, "the" first. Half of
 * what is imported is English, and comparing letter sequences takes ten times as long.
 */
function isPlainlyEnglish(sample: string): boolean {
  const all = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const own = all.filter((word) => ownWords.has(word))
  const held = own.length + all.filter((word) => sharedWords.has(word)).length
  return held >= 10 && held * 4 >= all.length && own.includes('the') && new Set(own).size >= 3
}

/** Blocks behind the first fifth, then those before, up to the sample's length. */
function sampleOf(blocks: readonly { text: string }[]): string {
  const from = blocks.length < 5 ? 0 : Math.floor(blocks.length / 5)
  let sample = ''
  for (const { text } of [...blocks.slice(from), ...blocks.slice(0, from)]) {
    sample += ` ${text.slice(0, sampleLength)}`
    if (sample.length >= sampleLength) break
  }
  const text = sample.slice(0, sampleLength)
  return /:\/\/|@/.test(text) ? text.replace(/https?:\S+|\S+@\S+/g, ' ') : text
}

/**
 * A page's own word for its language against the text's: the text wins where it clearly is in another language, since
 * templates often declare their own.
 */
export function chooseLanguage(declared: Sourced, detected: Sourced): Sourced {
  if (declared.value === null) return detected
  const same = detected.value !== null && declared.value.split('-')[0]?.toLowerCase() === detected.value
  if (same) return declared
  return detected.confidence === 'certain' ? withOthers([detected, declared]) : withOthers([declared, detected])
}
