import type { Confidence, MetadataEvidence, Origin, Sourced } from '../domain/origin'
import { unknownValue } from '../domain/origin'

/** Longer values are no titles or names but mishaps. */
const longestValue = 1000

/** A value as read, with white space collapsed; unknown where nothing is left. */
export function found(
  value: string | null | undefined,
  confidence: Confidence,
  evidence: MetadataEvidence,
  origin: Origin = 'file',
): Sourced {
  const plain = value?.replace(/\s+/g, ' ').trim() ?? ''
  if (plain === '' || plain.length > longestValue) return unknownValue
  return { value: plain, origin, confidence, evidence: { ...evidence, quote: evidence.quote.slice(0, longestValue) } }
}

/** The first value that is known. */
export const firstKnown = (values: readonly Sourced[]): Sourced =>
  values.find((value) => value.value !== null) ?? unknownValue

/** @returns an absolute web address in normal form, or null: other schemes, such as `javascript:`, are not taken. */
export function webAddress(text: string | null | undefined): string | null {
  const plain = text?.trim() ?? ''
  if (!/^https?:\/\//i.test(plain) || plain.length > 2000 || !URL.canParse(plain)) return null
  const url = new URL(plain)
  return url.username === '' && url.password === '' && url.hostname.includes('.') ? url.href : null
}

/** Whether two texts say the same but for case, white space and punctuation. */
export const sameWords = (a: string, b: string): boolean => wordsOf(a) === wordsOf(b) && wordsOf(a) !== ''

export const wordsOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

const siteSeparator = /\s+(?:[|–—·»:]|::|-)\s+/gu

/** A page's title cut in two where a site's name follows the headline: "Headline | Site". `site` is null without one. */
export function cutSiteName(title: string, outlet: string | null): { title: string; site: string | null } {
  const cuts = [...title.matchAll(siteSeparator)]
  const last = cuts.at(-1)
  if (!last) return { title, site: null }
  const head = title.slice(0, last.index).trim()
  const tail = title.slice(last.index + last[0].length).trim()
  if (outlet && sameWords(tail, outlet)) return { title: cutSiteName(head, outlet).title, site: tail }
  const first = cuts[0]
  if (outlet && first && sameWords(title.slice(0, first.index), outlet)) {
    return { title: title.slice(first.index + first[0].length).trim(), site: outlet }
  }
  const words = (text: string) => wordsOf(text).split(' ').length
  const looksLikeSite = words(tail) <= 4 && words(head) >= 3 && words(head) > words(tail) && !/[.!?]$/.test(tail)
  return looksLikeSite && !outlet ? { title: head, site: tail } : { title, site: null }
}
