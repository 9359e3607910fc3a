import { parseDateInput } from '../domain/date-input'
import { edtfInterval, isEdtf } from '../domain/edtf'
import {
  type EventColumns,
  type EventField,
  eventFields,
  type RefusedRow,
  type RowOutcome,
} from '../domain/event-table'
import type { TextTable } from '../domain/extraction'
import { type DateOrder, orderOfNumbers, plainDigits, readingsOf } from './date-order'

/** Column names as newsrooms write them, without case, accents and punctuation, best first. */
const namesOf: Readonly<Record<EventField, string>> = {
  date: 'edtf date startdate start when datum beginn beginndatum fecha fechainicio inicio data datainizio datainicio dated debut datededebut дата начало التاريخ تاريخ תאריך day',
  end: 'enddate end dateend until to ende enddatum fechafin fin datefin datedefin datafine datafim конец',
  year: 'year startdateyear jahr annee ano anno год السنة שנה',
  month: 'month startdatemonth monat mois mes mese месяц الشهر חודש',
  day: 'startdateday dayofmonth tag jour dia giorno день اليوم יום day',
  endYear: 'endyear enddateyear',
  endMonth: 'endmonth enddatemonth',
  endDay: 'endday enddateday',
  title:
    'title headline textheadline event what name titel uberschrift ereignis titre evenement titulo evento titolo событие заголовок الحدث العنوان אירוע כותרת subject summary',
  description:
    'description details detail texttext text notes note comment comments body beschreibung beschrijving notiz texte descripcion descricao descrizione notas описание الوصف תיאור summary',
  place: 'place location where city country ort lieu lugar local luogo место المكان מקום',
  actors:
    'actors actor people persons person who participants involved parties akteure personen beteiligte acteurs personnes actores personas attori persone участники من الأشخاص משתתפים',
  tags: 'tags tag categories category group keywords keyword theme topic type kategorie kategorien thema schlagworte categorie categoria etiquetas mots-cles метки الوسوم תגיות',
  source:
    'source sources evidence reference references citation quelle quellen fuente fonte fuentes источник المصدر מקור outlet publication',
  url: 'url link links href website address permalink lien enlace ссылка الرابط קישור mediaurl media',
}

/** Guesses which column holds what: by its name, and dates and titles, failing that, by their values. */
export function guessEventColumns({ columns, rows }: TextTable): EventColumns {
  const found: EventColumns = {}
  const taken = new Set<number>()
  const take = (field: EventField, at: number): void => {
    found[field] = at
    taken.add(at)
  }
  // Parts of a date are named as surely as a whole one; "day" is one only beside a year.
  const order = [...eventFields].sort((a, b) => Number(b === 'year') - Number(a === 'year'))
  const folded = columns.map(foldedName)
  for (const field of order) {
    const names = namesOf[field].split(' ').map(foldedName)
    const isPart = field === 'day' || field === 'month'
    if (isPart && found.year === undefined) continue
    const at = names
      .filter((name) => !(field === 'date' && name === 'day' && found.year !== undefined))
      .map((name) => folded.findIndex((one, index) => one === name && !taken.has(index)))
      .find((index) => index >= 0)
    if (at !== undefined) take(field, at)
  }
  const sample = rows.slice(0, 200)
  if (found.date === undefined && found.year === undefined) {
    const at = best(columns, (column) => (taken.has(column) ? 0 : shareOf(sample, column, looksLikeDate)))
    if (at !== null) take('date', at)
  }
  if (found.title === undefined) {
    const isWords = (text: string): boolean => /\p{L}{2}/u.test(text) && !looksLikeDate(text)
    const at = best(columns, (column) => (taken.has(column) ? 0 : shareOf(sample, column, isWords)))
    if (at !== null) take('title', at)
  }
  return found
}

const foldedName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** The first column with the highest share, where that is at least half. */
function best(columns: readonly string[], share: (column: number) => number): number | null {
  const shares = columns.map((_, column) => share(column))
  const most = Math.max(...shares)
  return most >= 0.5 ? shares.indexOf(most) : null
}

function shareOf(rows: TextTable['rows'], column: number, holds: (text: string) => boolean): number {
  const texts = rows.map(({ cells }) => cells[column]?.trim() ?? '').filter((text) => text !== '')
  return texts.length === 0 ? 0 : texts.filter(holds).length / texts.length
}

const looksLikeDate = (text: string): boolean => dateOf(text, 'day-first') !== null

/** The order of day and month that the table's dates give away, as far as they agree. */
export const dateOrderOf = ({ rows }: TextTable, columns: EventColumns): DateOrder | null =>
  orderOfNumbers(
    rows.flatMap(({ cells }) =>
      [columns.date, columns.end].flatMap((at) => (at === undefined ? [] : [cells[at]?.trim() ?? ''])),
    ),
  )

/**
 * What a row of a chronology says.
 * @param order of day and month where a date has both readings; null leaves such rows out
 */
export function readEventRow(cells: readonly string[], columns: EventColumns, order: DateOrder | null): RowOutcome {
  const cell = (field: EventField): string => {
    const at = columns[field]
    return at === undefined ? '' : plainCell(cells[at] ?? '')
  }
  const title = cell('title').replace(/\s+/g, ' ')
  if (title === '') return { kind: 'refused', reason: 'no-title', text: '' }
  const date = spanOf(cell, order)
  if (typeof date !== 'string' && date !== null) return date
  const description = [cell('description'), [cell('source'), cell('url')].filter((text) => text !== '').join(' ')]
    .filter((text) => text !== '')
    .join('\n\n')
  const actors = listOf(cell('actors'), /[;|\n]/)
  const tags = listOf(cell('tags'), /[;|\n,]/)
  return { kind: 'event', event: { title, edtf: date, description, place: cell('place'), actors, tags } }
}

/** A cell without white space around it, and without the apostrophe that keeps it from being run as a formula. */
const plainCell = (text: string): string => text.replace(/^'(?=[=+\-@\t\r])/, '').trim()

const listOf = (text: string, separator: RegExp): string[] => [
  ...new Set(
    text
      .split(separator)
      .map((one) => one.replace(/\s+/g, ' ').trim())
      .filter((one) => one !== ''),
  ),
]

/** EDTF of a row's date or dates; null where it gives none. */
function spanOf(cell: (field: EventField) => string, order: DateOrder | null): string | null | RefusedRow {
  const first = cell('date') || partsOf(cell('year'), cell('month'), cell('day'))
  const last = cell('end') || partsOf(cell('endYear'), cell('endMonth'), cell('endDay'))
  if (first === '') return last === '' ? null : ending(last, order)
  const start = dateOf(first, order)
  if (start === null) return refusedDate(first)
  if (last === '' || last === first) return start
  const end = dateOf(last, order)
  if (end === null) return refusedDate(last)
  if (end === start) return start
  const span = `${endOf(start, 0)}/${endOf(end, 1)}`
  if (isEdtf(span)) return span
  const [from, to] = [edtfInterval(start), edtfInterval(end)]
  const isBackwards = from?.earliest && to?.latest && from.earliest > to.latest
  return { kind: 'refused', reason: isBackwards ? 'ends-before-start' : 'not-understood', text: `${first} – ${last}` }
}

function ending(text: string, order: DateOrder | null): string | RefusedRow {
  const end = dateOf(text, order)
  if (end === null) return refusedDate(text)
  return end.includes('/') ? end : `../${end}`
}

/** Of an interval its start (0) or end (1); any other value itself. */
const endOf = (edtf: string, side: 0 | 1): string => (edtf.includes('/') ? (edtf.split('/')[side] ?? edtf) : edtf)

const partsOf = (year: string, month: string, day: string): string => {
  if (year === '') return ''
  if (/^\d+$/.test(month) || month === '') {
    return [
      year.padStart(4, '0'),
      ...(month === '' ? [] : [month.padStart(2, '0'), ...(day === '' ? [] : [day.padStart(2, '0')])]),
    ].join('-')
  }
  return [day, month, year].filter((part) => part !== '').join(' ')
}

const refusedDate = (text: string): RefusedRow => ({
  kind: 'refused',
  reason: readingsOf(text) ? 'ambiguous' : 'not-understood',
  text,
})

/** @returns EDTF, or null where the text is no date, or one with two readings and no order is known. */
function dateOf(text: string, order: DateOrder | null): string | null {
  const plain = plainDigits(text).trim()
  const understood = parseDateInput(plain)
  if (understood !== null) return understood
  // Dots divide day, month and year in this order wherever they are used.
  const dotted = /^(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})$/.exec(plain)
  if (dotted) return parseDateInput(partsOf(dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? ''))
  const withoutTime = plain.replace(/[ ,]+\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?$/i, '')
  if (withoutTime !== plain) return dateOf(withoutTime, order)
  const readings = wholeReadings(plain)
  if (!readings || order === null) return null
  return order === 'day-first' ? readings.dayFirst : readings.monthFirst
}

const wholeReadings = (text: string): ReturnType<typeof readingsOf> =>
  /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(text) ? (readingsOf(text) ?? shortYear(text)) : null

/** "13/5/31": one reading only, and a year of two digits. */
function shortYear(text: string): { dayFirst: string; monthFirst: string } | null {
  const [a = '', b = '', year = ''] = text.split(/[/-]/)
  const full = year.length === 4 ? year : `${Number(year) < 70 ? '20' : '19'}${year}`
  const days = [partsOf(full, b, a), partsOf(full, a, b)].filter(isEdtf)
  const [only] = days
  return only !== undefined ? { dayFirst: only, monthFirst: days[1] ?? only } : null
}
