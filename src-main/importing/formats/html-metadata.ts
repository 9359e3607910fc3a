import { orderOfNumbers, plainDigits } from '../../analysis/date-order'
import type { ArticleMetadata, ExtractedBlock, HideReason, MetadataField } from '../../domain/article'
import { isNumbered } from '../../domain/article'
import { type MetadataEvidence, type Sourced, unknownValue, withOthers } from '../../domain/origin'
import { bylineNames, looksLikePerson } from '../byline'
import { agreedValue, type Clue, clue } from '../clue'
import { readDateLine } from '../date-line'
import { cutTitle, namesSite, type PageNames, sayTheSame, spelledOwner } from '../headline'
import { found, sameWords, wordsOf } from '../metadata'
import { chooseDates, type DateClue, lineClues, orderOfLocale } from '../published'
import { writtenDates } from '../written-date'
import type { DomDocument } from './dom'
import type { PageBlock } from './html-blocks'
import { addressDates, openingDates, titleDates } from './html-dates'
import { elementAt, type PageHead, readHead } from './html-head'
import { headlineAmong } from './html-headline'
import { type MarkedClues, type Placed, readMarked } from './html-marked'
import { proseOf } from './html-prose'
import { nearNames } from './html-region'

/** What a page says of its article's metadata, in its head and by the markup of its text. */
export type PageClues = { head: PageHead; marked: MarkedClues; titles: Clue[]; names: PageNames; site: Clue[] }

/** The blocks of a page, which of them are its article's, and the number of its headline, or -1. */
export type PageText = {
  parts: readonly PageBlock[]
  blocks: readonly ExtractedBlock[]
  kept: ReadonlySet<number>
  title: number
}

/**
 * Reads all that a page says about its article, before its tree is changed.
 * @param source the page as it was saved, for the comments of programs that save pages
 */
export function cluesOf(
  document: DomDocument,
  jsonLd: readonly string[],
  source: string,
  parts: readonly PageBlock[],
): PageClues {
  const head = readHead(document, jsonLd, source)
  const marked = readMarked(document, parts)
  const url = head.urls[0]?.value.value ?? null
  const publishers = head.sites.length > 0 ? [] : marked.publishers
  const names: PageNames = {
    sites: [...head.sites, ...publishers].map(({ value }) => value.value ?? ''),
    sections: [...head.sections, ...marked.sections].map(({ value }) => value.value ?? ''),
    host: url === null ? '' : new URL(url).hostname,
  }
  // What is cut off the page's title as the site's name is its name in the others too.
  const guessed = head.titles.map(({ value }) =>
    value.evidence?.at === 'title' ? cutTitle(value.value ?? '', names, true).site : null,
  )
  const known = { ...names, sites: [...names.sites, ...guessed.filter((site) => site !== null)] }
  const cut = [...head.titles, ...marked.headlines].map((one) => ({
    one,
    cut: cutTitle(one.value.value ?? '', known, one.value.evidence?.at === 'title'),
  }))
  const titles = cut.flatMap(({ one, cut: { title } }) =>
    title === '' || namesSite(title, names) ? [] : [{ ...one, value: { ...one.value, value: title } }],
  )
  const site = cut.flatMap(({ one, cut: { site } }) =>
    site === null || one.value.evidence?.at !== 'title'
      ? []
      : clue(found(site, 'likely', one.value.evidence ?? elementAt('title', site), 'rule'), 4),
  )
  return { head, marked, titles, names: known, site: [...publishers, ...site] }
}

/** The block that shows the headline, or -1. */
export const headlineBlock = (clues: PageClues, parts: readonly PageBlock[], kept: ReadonlySet<number>): number =>
  headlineAmong(
    parts,
    kept,
    clues.titles.map(({ value }) => value.value ?? ''),
    clues.names,
  )

/**
 * The known values of a page's metadata, each with the different ones that the page gives elsewhere.
 * @param text its blocks, those that were recognised as subtitle, byline and date with their kinds
 */
export function pageMetadata(clues: PageClues, text: PageText): Partial<ArticleMetadata> {
  const { head, marked, names } = clues
  const zone = headZone(text)
  const url = withOthers(head.urls.map(({ value }) => value))
  const outlet = outletOf(clues, url.value, text.parts)
  const language = withOthers(
    head.languages.map(({ value }) => value),
    (a, b) => primary(a) === primary(b),
  )
  const dates = datesOf(clues, text, zone, url.value, language.value)
  const values: Partial<ArticleMetadata> = {
    title: titleOf(clues, text),
    subtitle: subtitleOf(head, text, zone),
    byline: bylineOf(head, marked, text, zone, names),
    outlet,
    section: agreedValue(
      [...head.sections, ...marked.sections].filter(({ value }) => !namesSite(value.value ?? '', names)),
      sameWords,
    ),
    ...dates,
    language,
    url,
  }
  const known: Partial<ArticleMetadata> = {}
  for (const [field, value] of Object.entries(values)) if (value.value !== null) known[field as MetadataField] = value
  return known
}

const primary = (tag: string): string => tag.toLowerCase().split('-')[0] ?? ''

/** The headline as the page shows it goes before its forms in the page's head. */
function titleOf({ titles, names }: PageClues, { parts, title }: PageText): Sourced {
  const shown = parts[title]
  const given = agreedValue(titles, sameWords)
  if (!shown) return given
  const agrees = titles.some(({ value }) => sayTheSame(shown.text, value.value ?? ''))
  // Documentation puts a link to the heading behind it.
  const cut = cutTitle(shown.text.replace(/\s*[¶#§]$/u, ''), names).title
  const spelt = titles.find(({ value }) => sameWords(value.value ?? '', cut))?.value.value
  const isShouted = /\p{Lu}{3}/u.test(cut) && cut === cut.toUpperCase() && cut !== cut.toLowerCase()
  const value = found(
    isShouted && spelt ? spelt : cut,
    agrees || titles.length === 0 ? 'certain' : 'likely',
    elementAt(shown.holder.localName, shown.text),
  )
  return withOthers([value, given], sameWords)
}

/** Whether an address is filed under a name, as platforms and publishing houses file their publications. */
const isFolder = (name: string, url: string | null): boolean =>
  url !== null && wordsOf(new URL(url).pathname.split('/')[1] ?? '') === wordsOf(name)

function outletOf({ head, site, names }: PageClues, url: string | null, parts: readonly PageBlock[]): Sourced {
  const sites = head.sites.map((one) => {
    const value = one.value.value ?? ''
    const isOwner = namesSite(value, { sites: [], host: names.host }) && /[\s\p{Lu}]/u.test(value)
    if (!isOwner && value !== '' && isFolder(value, url)) return { ...one, weight: one.weight + 4 }
    return isOwner ? { ...one, weight: one.weight + 1 } : one
  })
  if (sites.length + site.length === 0) return outletInAddress(names.host, parts)
  return agreedValue([...sites, ...site], (a, b) => sameWords(a, b) || namesSite(a, { sites: [b], host: '' }))
}

function outletInAddress(host: string, parts: readonly PageBlock[]): Sourced {
  const name = spelledOwner(
    host,
    parts.map((part) => part.text),
  )
  return found(name, 'likely', { kind: 'address', at: '', quote: host }, 'rule')
}

/** The blocks around the headline and before the text, by number, in which subtitle, byline and date stand. */
type Zone = { from: number; to: number }

const beforeTitle = 4
const withoutTitle = 10
const longestZone = 16

function headZone({ parts, kept, title }: PageText): Zone {
  const isText = (index: number) => kept.has(index) && index > title && (parts[index]?.text.length ?? 0) > 140
  const text = parts.findIndex((part, index) => isText(index) && readDateLine(part.text) === null)
  const to = text < 0 ? parts.length : text
  if (title < 0) return { from: Math.max(0, to - withoutTitle), to }
  return { from: Math.max(0, title - beforeTitle), to: Math.min(Math.max(to, title + 1), title + longestZone) }
}

const isInside = (zone: Zone, index: number | null): boolean => index !== null && index >= zone.from && index <= zone.to

/** Clues that stand in no comment, teaser or advertisement. Between headline and text names of authors look like teasers. */
function ofArticle<T>(placed: readonly Placed<T>[], { title }: PageText, zone: Zone): Placed<T>[] {
  const isHead = (block: number | null) => title >= 0 && isInside(zone, block) && (block ?? 0) > title
  return placed.filter(({ region, block }) => !elsewhere.has(region) || (region === 'related' && isHead(block)))
}

const elsewhere = new Set<HideReason | null>(['comments', 'related', 'advertisement', 'newsletter', 'cookies'])
const isFurniture = ({ region }: PageBlock, kept: boolean): boolean => region !== null && region !== 'print' && !kept

/** What the page shows under its headline; what only its head says is a summary for others. */
function subtitleOf(head: PageHead, { parts, blocks, kept, title }: PageText, zone: Zone): Sourced {
  const clues: Clue[] = []
  for (const [index, part] of parts.entries()) {
    if (!isInside(zone, index) || index === title || isFurniture(part, kept.has(index))) continue
    const isSubtitle = blocks[index]?.kind === 'subtitle'
    const given = head.subtitles.some(({ value }) => sameWords(value.value ?? '', part.text))
    const isShown = index > title && (isSubtitle || (given && !isNumbered(blocks[index]?.kind ?? 'paragraph')))
    if (isShown)
      clues.push(
        ...clue(
          found(part.text, given ? 'certain' : 'likely', elementAt(part.holder.localName, part.text)),
          given ? 9 : 7,
        ),
      )
  }
  return clues.find(({ weight }) => weight === 9)?.value ?? clues[0]?.value ?? unknownValue
}

const startsAsByline =
  /^\W{0,2}(?:by|von|par|por|(?:written|reported|posted|published|story|words|review|(?:guest )?post) by|text:|(?:authors?|autor(?:in|es|e)?|auteurs?|muhabir|yazan)(?=\s*:)|автор|بقلم|كتب|מאת|作者|文|記者)[:：\s]/iu
/** Small words that open a byline where a person's name follows. */
const startsWithName = /^(?:[Dd]i|[Dd]oor|[Aa]v|[Aa]f) \p{Lu}/u
const isNamed = (text: string): boolean =>
  text.length <= 80 && startsWithName.test(text) && (bylineNames(text) ?? '-').split(', ').every(looksLikePerson)

function bylineOf(head: PageHead, marked: MarkedClues, text: PageText, zone: Zone, names: PageNames): Sourced {
  const { parts, blocks, kept, title } = text
  const bylines = ofArticle(marked.bylines, text, zone)
  const inZone = bylines.filter(({ block }) => isInside(zone, block))
  const after = inZone.filter(({ block }) => block !== null && block > title)
  const visible = inZone.filter(({ block }) => block !== null && blocks[block]?.hidden === false)
  const linked = ofArticle(marked.linkedNames, text, zone).filter(
    ({ block }) => isInside(zone, block) && (parts[block ?? -1]?.text.length ?? 0) <= 160,
  )
  const near = [after, visible, linked].find((list) => list.length > 0) ?? []
  const distinct = new Set(bylines.map(({ clue: { value } }) => wordsOf(value.value ?? '')))
  const placed = near.length > 0 ? near : distinct.size === 1 ? bylines : []
  const first = placed[0]
  const together = placed.filter(({ block }) => block === null || Math.abs(block - (first?.block ?? block)) <= 2)
  const shown = joined(together.map(({ clue }) => clue))
  const lines = parts.flatMap((part, index): Clue[] => {
    if (!isInside(zone, index) || index === title || part.text.length > 200) return []
    const said = behindDate(part.text)
    const starts = startsAsByline.test(said) || isNamed(said)
    const isHead = starts && title >= 0 && index > title && part.region === 'related'
    if (isFurniture(part, kept.has(index)) && !isHead) return []
    if (!starts && blocks[index]?.kind !== 'byline') return []
    return clue(found(bylineNames(said), 'likely', elementAt(part.holder.localName, part.text)), starts ? 8 : 5)
  })
  const own = [...head.bylines, ...shown, ...lines]
    .map((one) => withoutOutlet(one, names))
    .map((one) => (isOutlet(one, names) ? { ...one, weight: 2 } : one))
  const best = agreedValue(
    own.map((one) => supported(one, own)),
    sameNames,
  )
  const isOwn = best.value !== null && namesSite(best.value, names)
  return isOwn ? { ...best, confidence: 'unsure' } : spelt(best, own)
}

/** "5 March 2031 7:11 AM BY JANE ROE" from "BY" on; any other line as it is. */
function behindDate(line: string): string {
  const plain = plainDigits(line)
  const date = writtenDates(plain)[0]
  const name = date ? /(?:^|\s)(?:by|von|par|por)\s+\p{Lu}.*$/iu.exec(plain.slice(date.end)) : null
  return name ? name[0].trim() : line
}

/** "Jane Roe, Island Press" without the page's own outlet. */
function withoutOutlet(one: Clue, names: PageNames): Clue {
  const all = (one.value.value ?? '').split(', ')
  const persons = all.filter((name) => !namesSite(name, names))
  return persons.length === 0 || persons.length === all.length
    ? one
    : { ...one, value: { ...one.value, value: persons.join(', ') } }
}

const isOutlet = ({ value }: Clue, names: PageNames): boolean => namesSite(value.value ?? '', names)

/** Names that are marked one by one make one byline. */
function joined(clues: readonly Clue[]): Clue[] {
  const [first] = clues
  if (!first?.value.evidence) return []
  const all = clues.flatMap(({ value }) => (value.value ?? '').split(', '))
  const persons = all.filter(looksLikePerson)
  const names = persons.length > 0 ? persons : all.slice(0, 1)
  const distinct = names.filter(
    (name, index) =>
      names.findIndex((other) => sameWords(other, name)) === index &&
      !names.some((other) => other !== name && wordsOf(name).startsWith(`${wordsOf(other)} `)),
  )
  return clue(found(distinct.slice(0, 8).join(', '), 'likely', first.value.evidence), first.weight)
}

const sameNames = (a: string, b: string): boolean => {
  const sorted = (names: string) => names.split(', ').map(wordsOf).sort().join('|')
  return sorted(a) === sorted(b)
}

/** Names that another place has too, with more beside them, speak for the longer list. */
function supported(one: Clue, all: readonly Clue[]): Clue {
  const own = (one.value.value ?? '').split(', ').map(wordsOf)
  const parts = all.filter(({ value }) => {
    const names = (value.value ?? '').split(', ').map(wordsOf)
    return names.length < own.length && names.every((name) => own.includes(name))
  })
  const most = Math.max(0, ...parts.map(({ weight }) => weight))
  const persons = (one.value.value ?? '').split(', ').every(looksLikePerson)
  return most === 0 || own.length > 5 || !persons ? one : { ...one, weight: one.weight + most / 2 }
}

/** Names in capitals as another place spells them. */
function spelt(best: Sourced, all: readonly Clue[]): Sourced {
  const { value } = best
  if (value === null || value !== value.toUpperCase() || value === value.toLowerCase()) return best
  const other = all.find((one) => one.value.value !== value && sameNames(one.value.value ?? '', value))
  return other?.value.value ? { ...best, value: other.value.value } : best
}

const bylineOrDateNames =
  /(?:\b|_|-)(?:byline|author|date|dateline|time|timestamp|published|pubdate|posted|meta|info)(?:\b|_|-|s\b)/

function datesOf(
  { head, marked }: PageClues,
  text: PageText,
  zone: Zone,
  url: string | null,
  language: string | null,
): Pick<ArticleMetadata, 'published' | 'updated'> {
  const marks = ofArticle(marked.dates, text, zone).filter(
    ({ block }) => block === null || !isRecord(text.parts[block]),
  )
  const inZone = marks.filter(({ block }) => isInside(zone, block))
  const nearest = inZone.length > 0 ? inZone : marks.slice(0, 2)
  const times = nearest.map(({ clue: one, block }) =>
    isInside(zone, block) ? { ...one, weight: one.weight + 1 } : one,
  )
  const shown = [...shownDates(text, zone), ...firstText(text, zone).flatMap(openingDates)]
  const clues = [...head.dates, ...times, ...shown, ...titleDates(head.titles), ...addressDates(url)]
  const own = orderOfNumbers(clues.map(({ evidence }) => evidence.quote))
  return chooseDates(clues, own ?? orderOfLocale(language, url))
}

/** Dates that the page shows around its headline; at its end only a line that is a date alone. */
function shownDates({ parts, blocks, kept, title }: PageText, zone: Zone): DateClue[] {
  const last = [...kept].reduce((highest, index) => Math.max(highest, index), 0)
  return parts.flatMap((part, index): DateClue[] => {
    if (index === title || part.text.length > 200 || elsewhere.has(part.region)) return []
    if (blocks[index]?.kind === 'caption' || isRecord(part)) return []
    const place = elementAt(part.holder.localName, part.text)
    const line = readDateLine(part.text)
    if (isInside(zone, index) && !isFurniture(part, kept.has(index)))
      return line ? lineClues(line, 7, place) : besideNames(part, place)
    if (!line) return []
    const labelled = line.published?.role === 'published' || line.updated !== null
    if (index >= last && index <= last + 4) return lineClues(line, labelled ? 4 : 3, place)
    return labelled ? lineClues(line, 2, place) : []
  })
}

/** The first paragraph of the text, if any. */
function firstText({ parts, kept, title }: PageText, zone: Zone): readonly PageBlock[] {
  const start = Math.max(title + 1, zone.from)
  const near = parts.slice(start, zone.to + 1)
  return near.filter((part, step) => kept.has(start + step) && proseOf(part) > 0).slice(0, 1)
}

/** A row of a table that gives a date to something else: "Founded | 28 February 1998". */
const isRecord = (part: PageBlock | undefined): boolean =>
  part?.holder.localName === 'tr' && part.text.includes(' | ') && !startsAsByline.test(part.text) && !isDated(part.text)

const isDated = (row: string): boolean => readDateLine(row.replaceAll(' | ', ' ')) !== null

/** "By Jane Roe | 5 March 2031 | Island Press". */
function besideNames(part: PageBlock, place: MetadataEvidence): DateClue[] {
  const plain = plainDigits(part.text)
  const dates = writtenDates(plain)
  const said = startsAsByline.test(part.text) || bylineOrDateNames.test(nearNames(part.holder))
  const isAtEdge = (date: { start: number; end: number }) =>
    /[|•·–—,-]\s*(?:\p{L}+,?\s*)?$/u.test(plain.slice(0, date.start))
  return dates.slice(0, 2).flatMap((date) => {
    if (date.role === null && !said && !isAtEdge(date)) return []
    if (date.role === null && !said && part.text.length > 80) return []
    const quote = dates.length > 1 ? plain.slice(date.start, date.end) : plain
    return [
      {
        edtf: date.edtf,
        other: date.other,
        role: date.role ?? 'published',
        weight: date.role !== null || said ? 6 : 4,
        utcHour: null,
        evidence: { ...place, quote },
      } satisfies DateClue,
    ]
  })
}
