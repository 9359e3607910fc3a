import { type MetadataField, metadataFields } from '../../domain/article'
import { parseDateInput } from '../../domain/date-input'
import { isEdtf, isoDay } from '../../domain/edtf'
import type { GivenMetadata } from '../../domain/extraction'
import type { Confidence, Sourced } from '../../domain/origin'
import { unknownValue } from '../../domain/origin'
import { parseDateLine } from '../date-line'
import { found, webAddress } from '../metadata'
import { textOfHtml } from './html-slim'

/** A field of a structured file: its text, and its name as shown to the reader, such as "RIS DA". */
export type RecordField = { text: string | null | undefined; at: string; confidence?: Confidence }

/** Which of two numbers is the day in a date such as 04/03/2031. */
export type DayOrder = 'day-first' | 'month-first'

/**
 * Fields of a record as metadata, in the forms that the library keeps: dates as EDTF, the address in normal form, the
 * language as a tag, everything else as plain text. The first of a field's candidates that has a value counts.
 * @param order read in the other dates of the same file
 */
export function recordMetadata(
  record: Partial<Record<MetadataField, readonly RecordField[]>>,
  order: DayOrder | null = null,
): GivenMetadata {
  const metadata: GivenMetadata = {}
  for (const field of metadataFields) {
    const known = (record[field] ?? []).map((candidate) => sourced(field, candidate, order))
    const first = known.find((value) => value.value !== null)
    if (first) metadata[field] = first
  }
  return metadata
}

function sourced(field: MetadataField, { text, at, confidence }: RecordField, order: DayOrder | null): Sourced {
  const plain = text?.trim() ?? ''
  if (plain === '') return unknownValue
  const evidence = { kind: 'record' as const, at, quote: plain }
  if (field === 'published' || field === 'updated') {
    const date = recordDate(plain, order)
    return date ? found(date.edtf, confidence ?? (date.sure ? 'certain' : 'likely'), evidence) : unknownValue
  }
  return found(normalText(field, plain), confidence ?? 'certain', evidence)
}

function normalText(field: MetadataField, text: string): string | null {
  if (field === 'url') return webAddress(text)
  if (field === 'language') return languageTag(text)
  return plainText(text)
}

/** Titles and names often carry the entities, and sometimes the tags, of the page that they were taken from. */
export const plainText = (text: string): string =>
  /&(?:#?\w{1,31});|<\/?[a-z][^<>]*>/i.test(text) ? textOfHtml(text).join(' ') : text

const languageNames: ReadonlyMap<string, string> = namesOfLanguages()

/** Names of languages in English and in the language itself, with the codes of three letters that catalogues use. */
function namesOfLanguages(): ReadonlyMap<string, string> {
  const tags =
    'en fr de es it pt nl sv da nb no fi pl cs sk hu ro bg el ru uk sr hr sl tr ar he fa ur hi bn ta th vi id ms zh ja ko'
  const names = new Map<string, string>()
  for (const tag of tags.split(' ')) {
    for (const locale of ['en', tag]) {
      const name = new Intl.DisplayNames([locale], { type: 'language' }).of(tag)
      if (name) names.set(name.toLowerCase(), tag)
    }
  }
  const codes =
    'eng:en fre:fr fra:fr ger:de deu:de spa:es ita:it por:pt dut:nl nld:nl swe:sv dan:da nor:no fin:fi pol:pl cze:cs ces:cs slo:sk slk:sk hun:hu rum:ro ron:ro bul:bg gre:el ell:el rus:ru ukr:uk srp:sr hrv:hr slv:sl tur:tr ara:ar heb:he per:fa fas:fa urd:ur hin:hi ben:bn tam:ta tha:th vie:vi ind:id may:ms msa:ms chi:zh zho:zh jpn:ja kor:ko'
  for (const pair of codes.split(' ')) names.set(pair.slice(0, 3), pair.slice(4))
  return names
}

/** A BCP 47 tag from a tag, a code of three letters or a language's name; null for anything else. */
export function languageTag(text: string): string | null {
  const first = text.split(/[;,]/, 1)[0]?.trim() ?? ''
  const named = languageNames.get(first.toLowerCase())
  if (named) return named
  const tag = first.replaceAll('_', '-')
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

const monthNumber = new Map(
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((name, index) => [name, index + 1]),
)
const longestDate = 120
const weekdayName = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?/gi
const clock = /[\s,T]+(?:at )?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?.*$/i

/**
 * The day, month or year of a record's date field, as written, whatever its time zone: ISO 8601, RFC 2822, the forms of
 * RIS ("2031/03/04/"), dates in words, numbers where day and month can't be mistaken or `order` tells.
 * @returns `sure` is false where `order` had to decide; null where the text is no date
 */
export function recordDate(text: string, order: DayOrder | null = null): { edtf: string; sure: boolean } | null {
  const plain = text.trim()
  if (plain.length > longestDate) return null
  const read = isoDate(plain) ?? mailDate(plain) ?? wordDate(plain)
  if (read !== null) return valid(read, true)
  const numbers = ambiguousDate(plain)
  if (!numbers || !order) return null
  const [a, b, year] = numbers
  return valid(order === 'day-first' ? isoDay(year, b, a) : isoDay(year, a, b), false)
}

/** Systems write the beginning of their calendar where they know no date. */
const valid = (edtf: string, sure: boolean) =>
  isEdtf(edtf) && edtf > '1000' && edtf !== '1970-01-01' ? { edtf, sure } : null

function isoDate(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(?:[-/.]?(\d{2})(?:[-/.]?(\d{2}))?)?(?!\d)(?:$|[T\s/].*)/.exec(text) ?? []
  if (!year) return null
  return [year, month, day].filter((part) => part && part !== '00').join('-')
}

/** "Tue, 04 Mar 2031 18:20:00 +0100"; a year of two digits is one of 1950 to 2049 (RFC 2822, section 4.3). */
function mailDate(text: string): string | null {
  const match = /^(?:\p{L}{2,9}\.?,?\s+)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{4}|\d{2})\b/iu.exec(text)
  const month = monthNumber.get(match?.[2]?.toLowerCase() ?? '')
  if (!match || !month) return null
  return isoDay(fullYear(match[3] ?? ''), month, Number(match[1]))
}

const fullYear = (year: string): string => (year.length === 2 ? `${Number(year) < 50 ? '20' : '19'}${year}` : year)

function wordDate(text: string): string | null {
  const bare = text
    .replace(weekdayName, ' ')
    .replace(clock, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,]+|[\s,]+$/g, '')
  const edtf = parseDateLine(text)?.edtf ?? parseDateLine(bare)?.edtf ?? parseDateInput(bare)
  return edtf !== null && /^\d{4}(?:-\d{2}){0,2}$/.test(edtf) ? edtf : null
}

function ambiguousDate(text: string): [number, number, string] | null {
  const match = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)/.exec(text)
  return match ? [Number(match[1]), Number(match[2]), fullYear(match[3] ?? '')] : null
}

/**
 * The order of day and month that a file's dates show: those of its dates that can be read in one way only decide, unless
 * they contradict each other.
 */
export function dayOrderOf(texts: readonly string[]): DayOrder | null {
  const orders = new Set<DayOrder>()
  for (const text of texts) {
    const [a = 0, b = 0] = ambiguousDate(text.trim()) ?? []
    if (a > 12 && b >= 1 && b <= 12) orders.add('day-first')
    if (b > 12 && a >= 1 && a <= 12) orders.add('month-first')
  }
  const [only = null] = orders
  return orders.size === 1 ? only : null
}
