import { type DateOrder, orderOfNumbers, plainDigits } from '../analysis/date-order'
import { addDays, isEdtf } from '../domain/edtf'
import { type Confidence, type MetadataEvidence, type Sourced, unknownValue, withOthers } from '../domain/origin'
import type { DatesOfLine } from './date-line'
import { found } from './metadata'
import { type DateRole, type WrittenDate, writtenDates } from './written-date'

/** A date that a page gives for its article, in one of its places. */
export type DateClue = {
  edtf: string
  /** The other reading of a numeric date, with the month first; null where there is one reading only. */
  other: string | null
  role: DateRole
  /** How far its place is to be trusted, from 1 to 10. */
  weight: number
  /** Hour of the day in universal time, where it is written in that. */
  utcHour: number | null
  evidence: MetadataEvidence
}

const isoDay = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?!\d{1,3}(?:\D|$))/
/** "Thu Aug 25 01:40:40 +0000 2031", as Unix writes it. */
const unixDay = /^\p{L}{3} (\p{L}{3}) {1,2}(\d{1,2}) \d{1,2}:\d{2}(?::\d{2})?(?: \S{1,6})? (\d{4})$/u
const utcTime = /[T ](\d{2}):?\d{2}(?::?\d{2})?(?:\.\d+)?\s?(?:Z|UTC|GMT|[+-]00:?00)$/i
const unixTime = /^1\d{9}(?:\d{3})?$/
/** The first days of systems' calendars, which pages without a date often carry. */
const calendarStarts = new Set(['1970-01-01', '1969-12-31', '1900-01-01', '1899-12-30', '1899-12-31', '1980-01-01'])

/**
 * The date that a machine or a person wrote into a field: ISO 8601, RFC 2822, seconds since 1970, or words. The day is
 * the one written, whatever its time zone.
 * @returns null where it is none, or none on which an article can have come out
 */
export function readDateField(written: string): Pick<WrittenDate, 'edtf' | 'other'> | null {
  const plain = plainDigits(written).trim()
  const iso = isoDay.exec(plain)
  const date = iso
    ? { edtf: `${iso[1]}-${iso[2]}-${iso[3]}`, other: null }
    : unixTime.test(plain)
      ? { edtf: new Date(Number(plain.slice(0, 10)) * 1000).toISOString().slice(0, 10), other: null }
      : writtenDates(plain.slice(0, 200).replace(unixDay, '$2 $1 $3'))[0]
  return date && isPossible(date.edtf) ? { edtf: date.edtf, other: date.other } : null
}

const isPossible = (edtf: string): boolean =>
  isEdtf(edtf) && edtf > '1600' && edtf < '2100' && !calendarStarts.has(edtf)

/** @returns no clue for a text that gives no possible date */
export function dateClues(written: string, role: DateRole, weight: number, place: MetadataEvidence): DateClue[] {
  const date = readDateField(written)
  const utc = utcTime.exec(written.trim())
  return date ? [{ ...date, role, weight, utcHour: utc ? Number(utc[1]) : null, evidence: place }] : []
}

/** The dates of a line that has nothing else, as clues. */
export function lineClues(dates: DatesOfLine, weight: number, place: MetadataEvidence): DateClue[] {
  return (['published', 'updated'] as const).flatMap((role) => {
    const date = dates[role]
    if (!date || !isPossible(date.edtf)) return []
    const evidence = { ...place, quote: dates.published && dates.updated ? quoteOf(dates.text, date) : place.quote }
    const labelled = date.role === null ? weight : weight + 1
    return [{ edtf: date.edtf, other: date.other, role, weight: labelled, utcHour: null, evidence }]
  })
}

const quoteOf = (text: string, date: WrittenDate): string => text.slice(date.start, date.end).trim()

type Group = { day: string; clues: DateClue[]; score: number }

/**
 * The day of publication that the clues agree on best, and the day of the last change where a clue names one that isn't
 * before it. Days that differ are kept beside the chosen one.
 * @param order the order of day and month in the page's numeric dates, where known
 */
export function chooseDates(
  clues: readonly DateClue[],
  order: DateOrder | null,
): { published: Sourced; updated: Sourced } {
  const known = clues.filter((clue) => clue.other === null).map((clue) => clue.edtf)
  const pageOrder = order ?? orderOfNumbers(clues.map((clue) => clue.evidence.quote))
  const read = clues.map((clue) => settle(clue, known, pageOrder))
  const published = chooseGroup(read.filter((clue) => clue.role === 'published'))
  const changes = read.filter((clue) => clue.role === 'updated')
  const day = published.value
  const later = changes.filter((clue) => day === null || clue.edtf > day || (clue.edtf === day && isVisible(clue)))
  const updated = withOthers([...later].sort((a, b) => b.weight - a.weight).map((clue) => sourced(clue, 'likely')))
  return { published, updated }
}

const isVisible = (clue: DateClue): boolean => clue.weight >= 6 && /^(?!meta |JSON-LD )/.test(clue.evidence.at)

/** A date in digits in the reading that another clue, or the page's order, gives it. */
function settle(clue: DateClue, known: readonly string[], order: DateOrder | null): DateClue {
  if (clue.other === null) return clue
  const { edtf, other } = clue
  const agreed = [edtf, other].filter((day) => known.includes(day))
  if (agreed.length === 1) return { ...clue, edtf: agreed[0] ?? edtf, other: null }
  if (order === null) return { ...clue, weight: Math.min(clue.weight, 2) }
  const [first, second] = order === 'day-first' ? [edtf, other] : [other, edtf]
  return { ...clue, edtf: first, other: second, weight: Math.min(clue.weight, 6) }
}

function chooseGroup(clues: readonly DateClue[]): Sourced {
  const groups = groupsOf(clues)
  const [best] = groups
  if (!best) return unknownValue
  const shown = shownDay(best, groups)
  const chosen = shown ?? best
  const rivals = groups.filter((group) => group !== chosen && group !== best && !isNear(group.day, chosen.day))
  const values = [chosen, ...groups.filter((group) => group !== chosen)].map((group) => {
    const [top] = group.clues
    if (!top) return unknownValue
    const value = sourced(top, confidenceOf(group, rivals))
    return top.other === null
      ? value
      : withOthers([value, { ...value, value: top.other, confidence: 'unsure' as const }])
  })
  return withOthers(values)
}

function confidenceOf(group: Group, rivals: readonly Group[]): Confidence {
  const top = group.clues[0]?.weight ?? 0
  if (top <= 3) return 'unsure'
  const disputed = rivals.some((rival) => (rival.clues[0]?.weight ?? 0) >= 7)
  return top >= 7 && !disputed && group.clues[0]?.other === null ? 'certain' : 'likely'
}

/** Places that say the same day, best first: the best of a group counts in full, each of another kind by half. */
function groupsOf(clues: readonly DateClue[]): Group[] {
  const groups = new Map<string, DateClue[]>()
  for (const clue of clues) groups.set(clue.edtf, [...(groups.get(clue.edtf) ?? []), clue])
  return [...groups]
    .map(([day, own]) => {
      const sorted = own.sort((a, b) => b.weight - a.weight)
      const coarse = clues.filter((clue) => clue.edtf.length === 7 && day.length === 10 && day.startsWith(clue.edtf))
      const kinds = new Set<string>()
      let score = 0
      for (const { weight, evidence } of [...sorted, ...coarse]) {
        const kind = /^(?:JSON-LD|meta|\w+)/.exec(evidence.at)?.[0] ?? evidence.kind
        score += kinds.size === 0 ? weight : kinds.has(kind) ? 0 : weight / 2
        kinds.add(kind)
      }
      return { day, clues: sorted, score: day.length === 7 ? score / 2 : score }
    })
    .sort((a, b) => b.score - a.score)
}

/**
 * Machines write the time in universal time; where the page shows the day before or after, and the hour allows it, the
 * shown day is that of the outlet's own clock.
 */
function shownDay(best: Group, groups: readonly Group[]): Group | null {
  const hours = best.clues.map((clue) => clue.utcHour)
  if (hours.some((hour) => hour === null)) return null
  const hour = hours[0] ?? 0
  const east = hour >= 10 ? addDays(best.day, 1) : null
  const west = hour <= 12 ? addDays(best.day, -1) : null
  return (
    groups.find(
      (group) => (group.day === east || group.day === west) && group.clues.some((clue) => isOwnClock(clue)),
    ) ?? null
  )
}

const isOwnClock = (clue: DateClue): boolean =>
  clue.utcHour === null && (clue.evidence.kind === 'address' || isVisible(clue))

const isNear = (a: string, b: string): boolean => a.length === 10 && (addDays(a, 1) === b || addDays(a, -1) === b)

const sourced = (clue: DateClue, confidence: Confidence): Sourced =>
  found(
    clue.edtf,
    clue.weight <= 3 ? 'unsure' : confidence,
    clue.evidence,
    clue.evidence.kind === 'address' ? 'rule' : 'file',
  )

const monthFirstRegions = new Set(['us', 'ph', 'fm', 'mh', 'pw', 'gu', 'pr'])
const dayFirstDomains = /\.(?:uk|ie|au|nz|in|pk|bd|lk|za|ng|ke|gh|ug|tz|eu|mt|sg|my|hk|il|ps|lb|jo|eg|ae|qa|sa)$/

/**
 * The order in which people who write a language, or an address's country, put day and month.
 * @param language BCP 47 tag or null
 * @param url the article's address or null
 * @returns null for English of no known country
 */
export function orderOfLocale(language: string | null, url: string | null): DateOrder | null {
  const [tongue = '', ...rest] = language?.toLowerCase().split(/[-_]/) ?? []
  const region = rest.find((part) => part.length === 2)
  const host = url !== null && URL.canParse(url) ? new URL(url).hostname : ''
  if (dayFirstDomains.test(host)) return 'day-first'
  if (tongue === '') return null
  if (region !== undefined && monthFirstRegions.has(region)) return 'month-first'
  return tongue !== 'en' || region !== undefined ? 'day-first' : null
}
