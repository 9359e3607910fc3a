import { plainDigits } from '../../analysis/date-order'
import type { Clue } from '../clue'
import { readDateLine } from '../date-line'
import { type DateClue, dateClues, lineClues } from '../published'
import { writtenDates } from '../written-date'
import type { PageBlock } from './html-blocks'
import { elementAt } from './html-head'

/** A page's title that ends in the day: "Headline - 07.12.2017 - Island Press". */
export const titleDates = (titles: readonly Clue[]): DateClue[] =>
  titles.flatMap(({ value: { value, evidence } }) =>
    (value ?? '')
      .split(/\s+[|–—·-]\s+/u)
      .slice(1)
      .flatMap((piece) => {
        const line = readDateLine(piece)
        return line && evidence ? lineClues(line, 5, evidence) : []
      }),
  )

const opening = /^(?:\p{Lu}[\p{L} .,'’/-]{1,40}[,(]\s?)?$/u
const dash = /^\)?,?\s*(?:\([^()]{2,30}\)\s*)?(?:--|[–—]|-\s)/u

/** The text's first words where they are its day: "Lindhaven, 5 March 2031 — The wall …". */
export function openingDates(part: PageBlock): DateClue[] {
  const plain = plainDigits(part.text.slice(0, 120))
  const date = writtenDates(plain)[0]
  if (!date || !opening.test(plain.slice(0, date.start)) || !dash.test(plain.slice(date.end))) return []
  const quote = plain.slice(0, date.end)
  return dateClues(date.edtf, 'published', 5, elementAt(part.holder.localName, quote)).map((one) => ({
    ...one,
    other: date.other,
  }))
}

const patterns: readonly (readonly [RegExp, number])[] = [
  [/\/((?:19|20|21)\d\d)[/_.-](\d{1,2}|[a-z]{3})[/_.-](\d{1,2})(?=[/_.?-]|$)/i, 6],
  [/[/_.-]((?:19|20|21)\d\d)-(\d\d)-(\d\d)(?=[/_.?-]|$)/, 5],
  [/[/_.-]((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.?-]|$)/, 4],
  [/\/((?:19|20|21)\d\d)\/(0[1-9]|1[0-2])\//, 3],
]

/** Many outlets put the day of publication into an article's address. */
export function addressDates(url: string | null): DateClue[] {
  for (const [pattern, weight] of patterns) {
    const match = pattern.exec(url ?? '')
    if (!match) continue
    const month = /^\d/.test(match[2] ?? '') ? match[2]?.padStart(2, '0') : `${match[2]}`
    const day = match[3]?.padStart(2, '0')
    const written = /^\d/.test(month ?? '')
      ? [match[1], month, day].filter(Boolean).join('-')
      : `${day} ${month} ${match[1]}`
    const place = { kind: 'address' as const, at: '', quote: match[0] }
    if (day === undefined) {
      return [{ edtf: written, other: null, role: 'published', weight, utcHour: null, evidence: place }]
    }
    const clues = dateClues(written, 'published', weight, place)
    if (clues.length > 0) return clues
  }
  return []
}
