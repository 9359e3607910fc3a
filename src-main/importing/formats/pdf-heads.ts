import type { Confidence, Sourced } from '../../domain/origin'
import { unknownValue, withOthers } from '../../domain/origin'
import { furnitureReason } from '../cleaning'
import { parseDateLine } from '../date-line'
import { foldWord, isWeekday } from '../date-names'
import { found, sameWords, wordsOf } from '../metadata'
import { isProse } from '../opening'

/** What a running head says: a name that may be the paper's, the day of its issue, whether the page is numbered. */
export type RunningHead = { name: string; date: string | null; isNumbered: boolean }

const longestHead = 160
const mostWords = 14
const longestName = 6
/** The length of "2031-03-14". */
const fullDate = 10
const pageNumber = '(?:(?:page|seite|pagina|página|p\\.|s\\.)\\s*)?\\p{Lu}?[\\d٠-٩۰-۹]{1,3}'
const separators = '[\\s|·•,;/–—-]*'
const numberBefore = new RegExp(`^${separators}${pageNumber}(?=[\\s|·•])${separators}`, 'iu')
const numberAfter = new RegExp(`(?<=[\\s|·•])${pageNumber}${separators}$`, 'iu')
const edges = new RegExp(`^${separators}|${separators}$`, 'gu')
const paperWords =
  /\b(?:times|post|herald|news|journal|gazette|courier|chronicle|tribune|telegraph|observer|guardian|press|weekly|monde|figaro|país|mundo|diario|correo|giornale|corriere|gazzetta|jornal|folha|krant|tidende|tidning)\b|(?:zeitung|blatt|bote|anzeiger|nachrichten|kurier|rundschau|presse|dagblad|avis)(?!\p{L})|(?:صحيفة|جريدة)/iu

/** Reads the running head or foot of a page; null where it holds no name. */
export function runningHead(text: string): RunningHead | null {
  if (text.length > longestHead) return null
  const outer = [text.replace(numberAfter, ''), text.replace(numberBefore, '')].find((one) => splitDate(one) !== null)
  const whole = splitDate(text)
  const dated = whole ?? splitDate(outer ?? '')
  const rest = dated?.rest ?? text
  const isNumbered = numberBefore.test(rest) || numberAfter.test(rest) || (!whole && outer !== undefined)
  const name = rest.replace(numberBefore, '').replace(numberAfter, '').replace(edges, '').trim()
  return isName(name) ? { name, date: dated?.date ?? null, isNumbered } : null
}

/** Whether a name is written as those of papers are: in capitals, or with a word such as "Times". */
export const looksLikePaper = (name: string): boolean =>
  paperWords.test(name) || (name.includes(' ') && name === name.toUpperCase() && /\p{Lu}/u.test(name))

function isName(name: string): boolean {
  const words = wordsOf(name).split(' ')
  const letters = (name.match(/\p{L}/gu) ?? []).length
  if (words.length > longestName || letters < 3 || !/^[\p{Lu}\p{Lo}]/u.test(name)) return false
  return !/\d|:\/\/|www\.|@|…$/u.test(name) && !isProse(name) && furnitureReason(name) === null
}

/** The date with which a line begins or ends, the weekday beside it, and the rest of the line. */
function splitDate(text: string): { date: string; rest: string } | null {
  const words = text.split(/\s+/)
  if (words.length > mostWords) return null
  for (let length = 1; length < words.length; length += 1) {
    for (const atEnd of [true, false]) {
      const from = atEnd ? words.length - length : 0
      const part = words
        .slice(from, from + length)
        .join(' ')
        .replace(edges, '')
      const date = /\d{4}|[٠-٩۰-۹]{4}/u.test(part) ? parseDateLine(part) : null
      if (!date || date.updated || date.edtf.length < fullDate) continue
      const rest = atEnd ? words.slice(0, from) : words.slice(length)
      const beside = (atEnd ? rest.at(-1) : rest[0]) ?? ''
      if (isWeekday(foldWord(beside.replace(edges, '')))) rest.splice(atEnd ? -1 : 0, 1)
      return { date: date.edtf, rest: rest.join(' ') }
    }
  }
  return null
}

/**
 * The paper and the day that the pages' edges name: likely where a name repeats or stands with a date.
 * @param pages what was taken from the edges of each page
 * @param others texts that are no outlet's name though they may run over the pages: the title, the writer
 */
export function readHeads(
  pages: readonly (readonly string[])[],
  others: readonly string[],
): { outlet: Sourced; published: Sourced } {
  const heads = pages.flatMap((furniture, page) =>
    furniture.flatMap((quote) => {
      const head = runningHead(quote)
      const isOther = others.some((other) => head && ` ${wordsOf(other)} `.includes(` ${wordsOf(head.name)} `))
      return head && !isOther ? [{ ...head, quote, page }] : []
    }),
  )
  const pagesOf = (name: string) =>
    new Set(heads.filter((head) => sameWords(head.name, name)).map((head) => head.page)).size
  const weightOf = (head: RunningHead) =>
    (head.date ? 4 : 0) + (looksLikePaper(head.name) ? 2 : 0) + (pagesOf(head.name) > 1 ? 1 : 0)
  const best = heads.reduce<(typeof heads)[number] | null>(
    (one, head) => (one && weightOf(one) >= weightOf(head) ? one : head),
    null,
  )
  const dated = heads.find((head) => head.date !== null)
  const isLikely = best && (best.date !== null || (pagesOf(best.name) > 1 && best.name.includes(' ')))
  const isNamed = best && (isLikely || pagesOf(best.name) > 1 || looksLikePaper(best.name))
  const confidence: Confidence = isLikely ? 'likely' : 'unsure'
  const evidenceOf = (quote: string) => ({ kind: 'removed' as const, at: '', quote })
  return {
    outlet: isNamed ? found(best.name, confidence, evidenceOf(best.quote)) : unknownValue,
    published: dated ? found(dated.date, 'likely', evidenceOf(dated.quote)) : unknownValue,
  }
}

/** The date of publication that a text gives, and the one of its pages' heads. */
export const withHeadDate = (published: Sourced | undefined, head: Sourced): Sourced =>
  withOthers([published ?? unknownValue, head])
