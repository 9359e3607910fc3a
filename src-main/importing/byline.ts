import { plainDigits } from '../analysis/date-order'
import { monthOfName } from './date-names'
import { writtenDates } from './written-date'

const opening =
  /^[^\p{L}\p{N}]*(?:(?:(?:a |guest )?(?:post|blog|column|essay|story|article|review)|written|reported|reporting|posted|published|text|words|edited|compiled) by|(?:geschrieben|verfasst) von|(?:écrit|rédigé|publié) par|(?:escrito|publicado|redactado) por|scritto da|a cura di|skrevet a[vf]|skriven av|geschreven door|(?:interview|entrevista|entretien|intervista|intervju|interjú|wywiad|reportage|report|analysis|analyse|photos and text|opinion|comment)(?=\s*[:：])|by[-\s]?line|by|from|von|par|por|de|di|door|av|af|przez|od|autor(?:e|en|in|a)?|auteurs?|authors?|author name|texte?o?|redactie|redacción|redaktion|автор(?:ы|и)?|текст|yazan|yazar|haber|muhabir|penulis|oleh|bởi|tác giả|بقلم|كتبه?ا?|كتبت|الكاتب|تحرير|מאת|כתב|作者|文|记者|記者|撰文|責任編集|執筆|글|기자)(?:\s*[:：/｜|]\s*|\s+)/iu

/** Where a byline goes over to something else: handles, contacts, dates, words of the page. */
const behindNames =
  /\s*(?:\s[|•·▪‧]\s|[|•▪｜]|\s[–—-]{1,2}\s|\s{2,}\S*@|[([{<@]|\b(?:https?:|www\.)|\b\S+@\S+|\b(?:follow|(?:last )?(?:updated?|modified)|published|posted|view profile|read more|see all|more from|contact|e-?mail|share|photographs? by|photos? by|illustrat\w+ by|edited by|editing by|additional reporting by|reviewed by|medically reviewed|fact checked|min read|minutes? read|is an?\b|has been\b|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day(?:,|\b(?= ))|on (?:mon|tues|wednes|thurs|fri|satur|sun)day$)|\d)/iu

const between =
  /\s*[,;،、；]\s*|\s+(?:and|und|et|y|e|i|og|och|en|ja|ve|и|та|και|dan|và|with|&|\+)\s+|\s+و\s+|\s*&\s*|\s*\/\s*/iu

const role =
  /\b(?:editors?|reporters?|correspondents?|writers?|columnists?|contributors?|producers?|analysts?|chief|bureau|staff|desk|director|fellow|professor|journalists?|photographers?|agenc(?:y|ies)|redakt\w*|journaliste?s?|correspond\w+|corresponsal|periodista|envoyée?|envoyé|rédact\w*|redaktør|giornalist\w*|inviat\w*|jornalista|repórter|muhabir\w*|editör\w*|dziennikarz\w*|newsroom|news|press|media|magazine|times|post|tribune|herald|gazette|chronicle|observer|telegraph|insider|today|sports|wire|network|radio|television|tv|online|university|institute|team|admin\w*|webmaster|user|guest|contributed|special to|for)\b|корреспондент|редактор|журналист|обозреватель|مراسل|محرر|صحيفة|وكالة|כתב|עורך|记者|編集部|기자/iu
/** What stands in brackets within a name: a short name anywhere, a longer one behind the first word. */
const nickname =
  / \([\p{L}. ]{1,12}\)(?= \p{Lu}\p{Ll})|(?<=^\p{Lu}[\p{L}’'-]{1,20}) \([\p{L}. ’'-]{1,40}\)(?= \p{Lu}\p{Ll})/gu
/** Those who helped, named in brackets. */
const helpers = / \((?:avec|with|mit|con|com|met|med|con la colaboración de) ([^()]{3,200})\)/giu
/** "Rui Costa e Silva": a word alone behind "e" or "y" is a second surname, unless it is an office or agency. */
const secondSurname =
  /(?<=\p{Lu}\p{Ll}[\p{L}’'-]* (?:d[aeo]s? )?\p{Lu}\p{Ll}[\p{L}’'-]*) (e|y) (?!(?:Agenc|Agênc|Redac|Redaç|Redaz))(?=\p{Lu}\p{Ll}[\p{L}’'-]*(?:\s*[,;/]|\s+[ey]\s|\s*$))/gu
/** Stands for the spaces round the "and" of one name while others are split. */
const joint = '\u2060'
/** A name of two single words with a sign between them is one of an organisation, or of two who go by it. */
const coupled = /^\p{Lu}[\p{L}\p{N}]* ?[&+] ?[\p{L}\p{N}]{1,20}$/u
const roleWord =
  /^(?:editor|reporter|correspondent|writer|columnist|contributor|producer|analyst|journalist|photographer)s?$/i
const degree = /^(?:m\.?a|b\.?a|m\.?d|ph\.?d|m\.?sc|b\.?sc|r\.?n|r\.?d|esq|jr|sr|mph|do|mba|jd|llm)\.?$/iu
/** Names of accounts rather than of persons. */
const account =
  /^(?:admin\w*|administrator|webmaster|web ?team|editor|editors|staff|user|super ?user|guest|anonymous|unknown|author|root|test|none|null|undefined|n\/a|follow author|redaktion|redacción|redazione|rédaction|the author|by|name|kontakt|contact|impressum|imprint|about)$/iu
/** The outlet, or the address of its site, that a full name is followed by without a sign between them. */
const site = /^(\S+ \S.*?) (?:\p{L}[\p{L}\d-]{2,}\.)+(?:com|org|net|info|tv|eu|\p{Ll}{2})(?=$|[^\p{L}\d]).*$/u
/** What those who write in Korean, Japanese and Chinese put at a name to say that it is a reporter's. */
const reporterBehind = /\s?(?:(?:선임|인턴|객원|전문)?기자|특파원|記者)$/u
const reporterBefore = /^(?:(?:本报|本報|本刊|本社|实习|特约)?(?:记者|記者)|본보|본지)\s*(?=[\p{sc=Han}\p{sc=Hangul}])/u
/** "Senior Editor Jane Roe" from the name on. */
const roleBefore =
  /^(?:\p{Lu}\p{Ll}+ ){0,2}(?:[Ee]ditor|[Rr]eporter|[Cc]orrespondent|[Ww]riter|[Cc]olumnist|[Cc]ontributor|[Pp]roducer|[Aa]nalyst)s? (?=\p{Lu}\S* \p{Lu})/u
const place = /\s(?:in|à|en|em|aus|bei|w|v|в|у|ב|في|from|at|for|for the|of the|of The)\s\p{Lu}[\p{L}.' -]*$/u
const mostNames = 12
const longestName = 60

/**
 * The names in a byline, joined by ", ": without "By", roles, agencies beside persons, dates, places and addresses. An
 * organisation that stands alone stays.
 * @returns null where the text names nobody
 */
export function bylineNames(text: string): string | null {
  const plain = plainDigits(text).replace(/\s+/g, ' ').trim()
  if (plain === '' || plain.length > 400 || /^(?:https?:|www\.|@|\/\/)/i.test(plain)) return null
  if (coupled.test(plain)) return plain
  const opened = withoutOpening(plain.replace(nickname, '').replace(helpers, ', $1'))
  const date = writtenDates(opened)[0]
  const before = date ? opened.slice(0, weekdayBefore(opened, date.start)) : opened
  const words = (date && isLabel(before) ? behindDate(opened.slice(date.end)) : before).split(behindNames)[0] ?? ''
  const parts = words
    .replace(secondSurname, `${joint}$1${joint}`)
    .split(between)
    .map((part, index) => cleanName(part, index > 0).replaceAll(joint, ' '))
  const names = parts.filter((part) => part !== '' && !account.test(part) && !degree.test(part) && hasCapital(part))
  const persons = names.filter((part) => !role.test(part) && (part.includes(' ') || !/^\p{Script=Latin}/u.test(part)))
  const chosen = persons.length > 0 ? persons : names.slice(0, 1)
  const distinct = [...new Set(chosen)]
  if (distinct.length === 0 || distinct.length > mostNames) return null
  return distinct.every((name) => name.length <= longestName && name.split(' ').length <= 7)
    ? distinct.join(', ')
    : null
}

const isLabel = (text: string): boolean => /^\W*(?:published|posted|updated|date|on)?\W*$/i.test(text)

/** What stands behind "5 March 2031 |", past the time of day. */
const behindDate = (text: string): string => /^[^|•·]{0,30}[|•·]\s*(\p{L}.*)$/u.exec(text)?.[1] ?? ''

/** "De" and its like open bylines and surnames: they are taken off a full name only. */
function withoutOpening(text: string): string {
  const rest = text.replace(opening, '')
  if (rest === text || (/^(?:de|di|av|af|od|von|par|por|from)\s/i.test(text) && !/\S\s\S/.test(rest))) return text
  return rest.replace(opening, '')
}

/** "Jane Roe Games Editor" without its last words, where a full name is left; "AP Games Editor" beside a name is none. */
function withoutRole(name: string, isBeside: boolean): string {
  if (isBeside && /^\p{Lu}{2,5} .*\p{Ll}/u.test(name)) return name
  const words = name.split(' ')
  const at = words.findIndex((word, index) => index >= 2 && roleWord.test(word))
  if (at < 0) return name
  return words.slice(0, at > 2 ? at - 1 : at).join(' ')
}

const weekdayBefore = (text: string, at: number): number =>
  /(?:[\s,|•·–—-]*(?<!\p{L})(?:on|am|le|el|den|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[\s,]*)*$/iu.exec(
    text.slice(0, at),
  )?.index ?? at

function cleanName(text: string, isBeside: boolean): string {
  const bare = withoutRole(text.trim().replace(roleBefore, ''), isBeside)
    .replace(site, '$1')
    .replace(reporterBefore, '')
    .replace(reporterBehind, '')
    .replace(/^the (?=\p{Lu})|\s(?:at|on)$/gu, '')
    .replace(place, '')
    .replace(/\s(?:\p{Lu}\p{Ll}{2,8}\.?)$/u, (last) =>
      monthOfName(last.trim()) && text.trim().split(' ').length > 2 ? '' : last,
    )
    .replace(/^[\s"'“”«».:•·|–—-]+|[\s"'“”«»:•·|–—-]+$/gu, '')
  return /\p{Lu}\.$/u.test(bare) || /\b(?:jr|sr)\.$/iu.test(bare) ? bare : bare.replace(/\.+$/, '')
}

/** Names are written with a capital in scripts that have them. */
const hasCapital = (text: string): boolean => !/^[\p{Ll}\s\p{P}]+$/u.test(text) && /\p{L}{2}|\p{Lo}/u.test(text)

/** Whether a name is a person's by its looks: two to five words with capitals, none of them a role. */
export function looksLikePerson(name: string): boolean {
  if (role.test(name) || degree.test(name)) return false
  if (!/\p{Script=Latin}/u.test(name)) return name.length <= 40
  const words = name.split(' ')
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    /^\p{Lu}/u.test(name) &&
    !words.some((word) => /^\p{Lu}{4,}$/u.test(word) && name !== name.toUpperCase())
  )
}
