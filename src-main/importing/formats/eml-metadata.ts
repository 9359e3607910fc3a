import { addressParser } from 'postal-mime'
import type { ArticleMetadata } from '../../domain/article'
import { parseDateInput } from '../../domain/date-input'
import { isoDay } from '../../domain/edtf'
import { type Sourced, unknownValue, withOthers } from '../../domain/origin'
import { parseDateLine } from '../date-line'
import { found, sameWords } from '../metadata'
import type { ForwardedHead } from './eml-forward'
import { headerOf, headerText, type MimePart } from './mime'

/** What a message's head says, whether it was sent as such or is quoted in a forwarded one. */
export type MailHead = { from: string; date: string; subject: string; list: string; isList: boolean; where: string }

export const headOf = (message: MimePart): MailHead => ({
  from: headerText(message, 'from'),
  date: headerOf(message, 'date') ?? '',
  subject: headerText(message, 'subject'),
  list: headerText(message, 'list-id'),
  isList:
    ['list-id', 'list-unsubscribe', 'list-post'].some((name) => headerOf(message, name) !== null) ||
    /^(?:bulk|list)$/i.test(headerOf(message, 'precedence') ?? ''),
  where: 'mail header',
})

export const headOfForwarded = (head: ForwardedHead): MailHead => ({
  ...head,
  list: '',
  isList: false,
  where: 'forwarded message',
})

/** What mail programs put before a subject; words in brackets name a mailing list. */
const subjectPrefix =
  /^(?:(?:re|fwd?|fw|aw|wg|tr|rv|réf|antw|sv|vs|odp|отв|رد|إعادة توجيه|تحويل)(?:\[\d+\])?\s*[:：]\s*)+/iu

/** Title, outlet, byline and date as the head tells them, each with the words it was read from. */
export function mailMetadata(head: MailHead): Partial<ArticleMetadata> {
  const evidence = (name: string, quote: string) => ({ kind: 'record' as const, at: `${head.where} ${name}`, quote })
  const { person, outlet } = senderOf(head)
  const listName = outlet ? null : nameOfList(head.list)
  const day = dayOfMail(head.date)
  return {
    title: found(head.subject.replace(subjectPrefix, ''), 'likely', evidence('Subject', head.subject)),
    byline: found(person, head.isList ? 'likely' : 'unsure', evidence('From', head.from)),
    outlet: outlet
      ? found(outlet, head.isList ? 'likely' : 'unsure', evidence('From', head.from))
      : found(listName, 'unsure', evidence('List-Id', head.list)),
    published: found(day, 'likely', evidence('Date', head.date)),
  }
}

/** "Name at Outlet", "Name | Outlet", "Name from Outlet". */
const both =
  /^(\p{Lu}[\p{L}'’.-]+(?: \p{L}[\p{L}'’.-]+){0,3}) (?:at|from|of|von|via|de|à|من|,|\||–|-|·) (?:the )?(.+)$/u
const outletWord =
  /\b(?:news|newsletter|post|times|daily|weekly|press|journal|herald|courier|tribune|gazette|observer|bulletin|monitor|review|report|radio|tv|media|agency|magazine|zeitung|bote|blatt|anzeiger|nachrichten|rundschau|kurier|journal|presse|quotidien|diario|periódico|noticias|gazeta|новости|газета)\b|^(?:the|die|der|das|le|la|el|al|il)[ -]|(?:صحيفة|جريدة|وكالة|قناة|موقع|أخبار|نشرة)/iu
const personName = /^\p{Lu}[\p{L}'’-]+(?: (?:\p{Lu}\.|[\p{L}'’-]+)){1,3}$/u

/** The sender's display name is a newsletter's or a person's; of an address alone nothing is told. */
function senderOf({ from, isList }: MailHead): { person: string | null; outlet: string | null } {
  const nobody = { person: null, outlet: null }
  const [sender] = addressParser(from, { flatten: true })
  const name = (sender?.name ?? '').replace(/^["'<\s]+|["'>\s]+$/g, '').trim()
  if (name === '' || name.includes('@') || /^(?:no-?reply|info|newsletter|admin|mailer|notification)s?$/i.test(name))
    return nobody
  const parts = both.exec(name)
  if (parts?.[1] && parts[2] && !outletWord.test(parts[1])) return { person: parts[1], outlet: parts[2] }
  if (outletWord.test(name)) return { person: null, outlet: name }
  if (personName.test(name) && !isList) return { person: name, outlet: null }
  return isList ? { person: null, outlet: name } : nobody
}

/** The words before a list's address: `"Morning Notes" <notes.example.org>`. */
const nameOfList = (list: string): string | null => /^"?([^"<>]{3,80}?)"?\s*<[^<>]+>$/.exec(list)?.[1]?.trim() || null

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** The day of a mail's date as it is written there, in the sender's own zone. @returns an ISO day, or null */
export function dayOfMail(date: string): string | null {
  const [, day = '', month = '', year = ''] =
    /\b(\d{1,2})[\s-]([A-Za-z]{3})[a-z]*\.?[\s-](\d{4}|\d{2})\b/.exec(date) ?? []
  const number = months.indexOf(month.toLowerCase()) + 1
  if (number > 0) {
    const full = year.length === 2 ? `${Number(year) < 70 ? 20 : 19}${year}` : year
    return parseDateInput(isoDay(full, number, Number(day)))
  }
  return parseDateLine(date.replace(/\s+(?:at|um|à|a las|alle|в|في)\s+/iu, ' '))?.edtf ?? null
}

/** What the head says against what the text says: the subject names the article, the text's own date goes first. */
export function joinMetadata(head: Partial<ArticleMetadata>, text: Partial<ArticleMetadata>): Partial<ArticleMetadata> {
  const pick = (values: readonly (Sourced | undefined)[]) =>
    withOthers(
      values.map((value) => value ?? unknownValue),
      sameWords,
    )
  const metadata: Partial<ArticleMetadata> = {
    ...text,
    title: pick([head.title, text.title]),
    byline: pick([text.byline, head.byline]),
    outlet: pick([head.outlet, text.outlet]),
    published: pick([text.published, head.published]),
  }
  return Object.fromEntries(Object.entries(metadata).filter(([, sourced]) => sourced.value !== null))
}
