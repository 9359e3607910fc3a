import { asciiDigits } from './digits'
import { addDays, addMonths, daysInMonth, edtfInterval, isEdtf, isoDay, parseEdtf } from './edtf'
import { monthNumber } from './month-names'

/** Why typed text is no date. Of an ambiguous one both readings, as EDTF. */
export type DateProblem =
  | { kind: 'not-understood' }
  /** The calendar has no such day, or the year has not four digits. */
  | { kind: 'no-such-date' }
  | { kind: 'ambiguous'; dayFirst: string; monthFirst: string }
  /** "yesterday", "last week": of which day? */
  | { kind: 'relative' }
  /** "7 May". */
  | { kind: 'needs-year' }
  /** The end of a range lies before its beginning. */
  | { kind: 'backwards' }
  /** A month of the Hijri or the Hebrew calendar. */
  | { kind: 'other-calendar' }

/** `isWider`: the value allows more days than the words, which said "early", "mid" or "the end of". */
export type TypedDateReading = { edtf: string; isWider: boolean } | { edtf: null; problem: DateProblem }

/**
 * Understands a date as a person types it, or as `dateText` shows it: EDTF, "7 May 2024", "May 7, 2024", "May 2024",
 * "2024", "early March 2024", "Q1 2024", "spring 2024", "1990s", "19th century", "about May 2024", "7 May 2024?",
 * "6–9 May 2024", "from 7 May 2024", "before 2020" (the years up to 2019). Months in eight languages, digits of three
 * scripts. Numeric dates only where day and month can't be mistaken for each other; of a date and time, the day.
 * @returns the date as EDTF, or why it is none
 */
export function readDateInput(typed: string): TypedDateReading {
  const text = plainText(typed)
  const edtf = understood(text)
  if (edtf !== null) return { edtf, isWider: partWord.test(text) }
  return { edtf: null, problem: problemOf(text) }
}

/** As {@link readDateInput}: EDTF, or null where it is not understood. */
export function parseDateInput(typed: string): string | null {
  return understood(plainText(typed))
}

/** European digits, single spaces, no invisible marks. */
const plainText = (typed: string): string =>
  asciiDigits(typed)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]/g, '')
    .trim()
    .replace(/\s+/g, ' ')

function understood(text: string): string | null {
  if (text === '') return null
  if (isEdtf(text)) return text
  const timed = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}/.exec(text) ?? timeBehind.exec(text)
  if (timed) return understood(timed[1] ?? '')
  return plainDate(text) ?? rangeOf(text) ?? openRange(text) ?? doubtfulDate(text) ?? partOfPeriod(text)
}

/** "7 May 2024, 14:30", "May 7 2024 at 3 pm". */
const timeBehind = /^(.*\d{4}),? (?:at )?(?:\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)$/i

const partWord = /^(?:the )?(?:(?:very )?(?:early|late|mid)[- ](?:in )?|(?:beginning|start|middle|end) of (?:the )?)/i

/** "early March 2024", "the end of 2023": the whole period, since EDTF has no word for a part of it. */
function partOfPeriod(text: string): string | null {
  const part = partWord.exec(text)
  if (!part) return null
  const whole = understood(text.slice(part[0].length))
  return whole === null || /[/?~%]/.test(whole) || parseEdtf(whole)?.interval.earliest === whole ? null : whole
}

const rangeMark = ' ?[–—] ?| (?:to|until|till|-) |(?<=\\d)-(?=\\d)'

/** "6 May 2024 – 9 June 2024", "6–9 May 2024", "May 6–9, 2024", "March to May 2024", "between 2019 and 2023". */
function rangeOf(text: string): string | null {
  const between = /^between (.+?) and (.+)$/i.exec(text)
  const bare = text.replace(/^from (?=.* (?:to|until|till) )/i, '')
  const parts = between ?? new RegExp(`^(.+?)(?:${rangeMark})(.+)$`, 'i').exec(bare) ?? /^([^/]+)\/([^/]+)$/.exec(bare)
  if (!parts) return null
  const [, first = '', last = ''] = parts
  const end = understood(last) ?? understood(`${/^[\p{L}.]+ /u.exec(first)?.[0] ?? ''}${last}`)
  const start = understood(first) ?? understood(`${first} ${missingOf(first, last)}`)
  return withEnds(start, end)
}

/** The month and year, or the year, that the end of a range names for its beginning too. */
function missingOf(first: string, last: string): string {
  const yearOnly = /\d{4}$/.exec(last)?.[0] ?? ''
  return /\p{L}/u.test(first) ? yearOnly : last.replace(/^\d{1,2}(?:st|nd|rd|th)? /, '')
}

function openRange(text: string): string | null {
  const from = /^(?:from|since|starting) (.+)$/i.exec(text)
  if (from) return withEnds(understood(from[1] ?? ''), '..')
  const until = /^(?:until|till|up to|by) (.+)$/i.exec(text)
  if (until) return withEnds('..', understood(until[1] ?? ''))
  const after = /^after (.+)$/i.exec(text)
  if (after) return withEnds(beside(understood(after[1] ?? ''), 1), '..')
  const before = /^before (.+)$/i.exec(text)
  return before ? withEnds('..', beside(understood(before[1] ?? ''), -1)) : null
}

/** What comes right after a date, or right before it: "before 2020" ends with 2019. Qualified dates stay as they are. */
function beside(edtf: string | null, sign: -1 | 1): string | null {
  const parsed = edtf === null ? null : parseEdtf(edtf)
  if (edtf === null || parsed?.kind !== 'date' || parsed.date.qualifier !== null) return edtf
  const { precision, interval } = parsed.date
  if (precision === 'year') return addMonths(interval.earliest, 12 * sign).slice(0, 4)
  if (precision === 'month') return addMonths(interval.earliest, sign).slice(0, 7)
  return sign < 0 ? addDays(interval.earliest, -1) : addDays(interval.latest, 1)
}

function doubtfulDate(text: string): string | null {
  const about = /^(?:about |around |circa |approximately |ca?\. ?|ca |c |~ ?)(.+?)( ?\?)?$/i.exec(text)
  if (about) return qualified(understood(about[1] ?? ''), about[2] === undefined ? '~' : '%')
  const doubtful = /^(.+?) ?\?$/.exec(text)
  return doubtful ? qualified(understood(doubtful[1] ?? ''), '?') : null
}

function withEnds(start: string | null, end: string | null): string | null {
  if (start === null || end === null || start.includes('/') || end.includes('/')) return null
  const value = `${start}/${end}`
  return isEdtf(value) ? value : null
}

function qualified(value: string | null, mark: '?' | '~' | '%'): string | null {
  if (value === null || value.includes('/') || /[?~%]$/.test(value)) return null
  return value + mark
}

const weekdays =
  '(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|(?:segunda|terça|quarta|quinta|sexta)-feira|(?:يوم )?ال(?:[أا]حد|[إا]ثنين|ثلاثاء|[أا]ربعاء|خميس|جمعة|سبت)|יום (?:ראשון|שני|שלישי|רביעי|חמישי|שישי)|שבת'
const weekdayBefore = new RegExp(`^(?:(?:on|le|el|il|am|na) )?(?:${weekdays})[,،]? (?:(?:the|le|el|den|dem) )?`, 'iu')

function plainDate(text: string): string | null {
  const bare = text.replace(weekdayBefore, '').replace(/^the /i, '')
  return namedDate(bare) ?? longPeriod(bare) ?? numericDate(bare) ?? namedDate(withoutLinks(bare))
}

/** Without what other languages put between or behind the parts: "1er", "7.", "7 de mayo de 2024", "ב-7 במאי". */
const withoutLinks = (text: string): string =>
  text
    .replace(/^(?:le|el|il|l['’]|am|no dia|dia|em|في|ב)[- ]?(?=\d)/i, '')
    .replace(/^(\d{1,2})(?:er|re|º|°|\.)? /, '$1 ')
    .replace(/^(\d{1,2}) ב(?=\p{L})/u, '$1 ')
    .replace(/^ב(?=\p{L}{3,} \d)/u, '')
    .replace(/ (?:del?|من|عام|سنة) /g, ' ')
    .replace(/ (?:del?|من|عام|سنة) /g, ' ')

/** Day, month by its name and year, in any order; or a month and a year. */
function namedDate(text: string): string | null {
  const name = '(\\p{L}[\\p{L}\\p{M}.]*(?: ال\\p{L}+)?)'
  const dayFirst = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[ -]?(?:of )?${name}[،,]?[ -](\\d{4})$`, 'iu').exec(text)
  if (dayFirst) return day(dayFirst[3], monthNumber(dayFirst[2] ?? ''), dayFirst[1])
  const monthFirst = new RegExp(`^${name} (?:the )?(\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})$`, 'iu').exec(text)
  if (monthFirst) return day(monthFirst[3], monthNumber(monthFirst[1] ?? ''), monthFirst[2])
  const yearFirst = /^(\d{4}),? (\D+ \d{1,2}|\d{1,2} \D+)$/u.exec(text)
  if (yearFirst) return namedDate(`${yearFirst[2]} ${yearFirst[1]}`)
  const month = new RegExp(`^${name},? (?:of )?(\\d{4})$`, 'iu').exec(text)
  const named = month && monthNumber(month[1] ?? '')
  return month && named ? `${month[2]}-${String(named).padStart(2, '0')}` : null
}

const seasons: Readonly<Record<string, string>> = { spring: '21', summer: '22', autumn: '23', fall: '23', winter: '24' }

const quarters = ['first', 'second', 'third', 'fourth']

const quarterOf = (year: string, number: number): string =>
  [number * 3 - 2, number * 3].map((month) => `${year}-${String(month).padStart(2, '0')}`).join('/')

function longPeriod(text: string): string | null {
  const quarter = /^(?:q([1-4])|(first|second|third|fourth) quarter)(?: of|,)? (\d{4})$/i.exec(text)
  if (quarter)
    return quarterOf(quarter[3] ?? '', Number(quarter[1]) || quarters.indexOf((quarter[2] ?? '').toLowerCase()) + 1)
  const season = /^(spring|summer|autumn|fall|winter),? (?:of )?(\d{4})$/i.exec(text)
  if (season) return `${season[2]}-${seasons[season[1]?.toLowerCase() ?? '']}`
  const decade = /^(\d{3})0['’]?s$/.exec(text)
  if (decade) return `${decade[1]}X`
  const century = /^(\d{1,2})(?:st|nd|rd|th) century$/i.exec(text)
  return century ? `${String(Number(century[1]) - 1).padStart(2, '0')}XX` : null
}

function numericDate(text: string): string | null {
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(text)
  if (yearFirst) return day(yearFirst[1], Number(yearFirst[2]), yearFirst[3])
  const month = /^(0?[1-9]|1[0-2])[./](\d{4})$/.exec(text)
  if (month) return `${month[2]}-${(month[1] ?? '').padStart(2, '0')}`
  const readings = numericReadings(text)
  if (readings === null) return null
  const [dayFirst, monthFirst] = readings
  return dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst ? null : (dayFirst ?? monthFirst)
}

/** The day that each order gives, null where it gives none; null for text that is no such date. */
function numericReadings(text: string): [dayFirst: string | null, monthFirst: string | null] | null {
  const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  if (!numeric) return null
  const [, a = '', b = '', year] = numeric
  return [day(year, Number(b), a), day(year, Number(a), b)]
}

function day(year: string | undefined, month: number | null, dayOfMonth: string | undefined): string | null {
  const y = Number(year)
  const d = Number(dayOfMonth)
  if (!month || month > 12 || d < 1 || d > daysInMonth(y, month)) return null
  return isoDay(y, month, d)
}

const relativeWords =
  /\b(?:yesterday|today|tomorrow|tonight|now|ago|last|next|this|previous|following|coming|past|earlier|later)\b|^(?:hier|demain|aujourd['’]hui|gestern|heute|morgen|ayer|hoy|mañana|ieri|oggi|domani|ontem|hoje|amanhã|أمس|اليوم|غدا|אתמול|היום|מחר)$/iu
const otherMonths =
  /\b(?:muharram|safar|rabi|jumada|rajab|sha['’]?ban|rama[dz]h?an|shawwal|dhu|tishre[iy]|[ch]h?eshvan|kislev|te[vb]et|sh[e'’]?vat|adar|nisan|iyy?ar|sivan|tammuz|elul)\b|\bAH$|هـ|محرم|رمضان|شوال|رجب|شعبان|ניסן|אייר|תשרי|כסלו|תש/iu

/** The most helpful reason why text is no date. */
function problemOf(text: string): DateProblem {
  const readings = numericReadings(text.replace(weekdayBefore, ''))
  if (readings) {
    const [dayFirst, monthFirst] = readings
    return dayFirst !== null && monthFirst !== null
      ? { kind: 'ambiguous', dayFirst, monthFirst }
      : { kind: 'no-such-date' }
  }
  if (otherMonths.test(text)) return { kind: 'other-calendar' }
  if (relativeWords.test(text) || new RegExp(`^(?:on )?(?:${weekdays})$`, 'iu').test(text)) return { kind: 'relative' }
  if (/-\d\d/.test(understood(`${text} 2024`) ?? '') && !/\d{3,}/.test(text)) return { kind: 'needs-year' }
  if (looksLikeDay(text)) return { kind: 'no-such-date' }
  return isBackwards(text) ? { kind: 'backwards' } : { kind: 'not-understood' }
}

/** "30 February 2024", "2024-05-40", "7 May 12024": all parts of a date, but no such day. */
function looksLikeDay(text: string): boolean {
  const bare = withoutLinks(text.replace(weekdayBefore, ''))
  if (/^\d{4}[./-]\d{1,2}[./-]\d{1,2}$/.test(bare)) return true
  const named =
    /^(?:\d{1,2}(?:st|nd|rd|th)? (?:of )?(\p{L}+)|(\p{L}+) \d{1,2}(?:st|nd|rd|th)?),?(?: (\d{1,5}))?$/iu.exec(bare)
  return named !== null && monthNumber(named[1] ?? named[2] ?? '') !== null
}

function isBackwards(text: string): boolean {
  const parts = new RegExp(`^(?:from )?(.+?)(?:${rangeMark})(.+)$`, 'i').exec(text)
  const [start, end] = [understood(parts?.[1] ?? ''), understood(parts?.[2] ?? '')]
  if (start === null || end === null) return false
  return (edtfInterval(start)?.earliest ?? '') > (edtfInterval(end)?.latest ?? '9999')
}
