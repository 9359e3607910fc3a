import { daysInMonth, isEdtf, isoDay } from './edtf'

const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/** Month number of an English name or its abbreviation of three letters or more, else null. */
export function monthNumber(name: string): number | null {
  const wanted = name.toLowerCase().replace(/\.$/, '')
  if (wanted.length < 3) return null
  const index = months.findIndex((m) => m.startsWith(wanted) || (wanted === 'sept' && m === 'september'))
  return index < 0 ? null : index + 1
}

/**
 * Understands a date as a person types it, or as `dateText` shows it: EDTF, "7 May 2024", "May 7, 2024", "May 2024",
 * "2024", "spring 2024", "1990s", "19th century", "about May 2024", "7 May 2024?", "6–9 May 2024", "from 7 May 2024",
 * "until 2024". Numeric dates only where day and month can't be mistaken for each other; of a date and time, the day.
 * @returns EDTF, or null where it is not understood
 */
export function parseDateInput(typed: string): string | null {
  const text = typed.trim().replace(/\s+/g, ' ')
  if (text === '') return null
  if (isEdtf(text)) return text
  const timed = /^(\d{4}-\d{2}-\d{2})[T ]\d{1,2}:\d{2}/.exec(text)
  if (timed) return parseDateInput(timed[1] ?? '')
  return plainDate(text) ?? rangeOf(text) ?? openRange(text) ?? doubtfulDate(text)
}

const rangeMark = ' ?[–—] ?| (?:to|until|till|-) |(?<=\\d)-(?=\\d)'

/** "6 May 2024 – 9 June 2024", "6–9 May 2024", "May 6–9, 2024", "March to May 2024", "between 2019 and 2023". */
function rangeOf(text: string): string | null {
  const between = /^between (.+?) and (.+)$/i.exec(text)
  const bare = text.replace(/^from (?=.* (?:to|until|till) )/i, '')
  const parts = between ?? new RegExp(`^(.+?)(?:${rangeMark})(.+)$`, 'i').exec(bare) ?? /^([^/]+)\/([^/]+)$/.exec(bare)
  if (!parts) return null
  const [, first = '', last = ''] = parts
  const end = parseDateInput(last) ?? parseDateInput(`${/^[\p{L}.]+ /u.exec(first)?.[0] ?? ''}${last}`)
  const start = parseDateInput(first) ?? parseDateInput(`${first} ${missingOf(first, last)}`)
  return withEnds(start, end)
}

/** The month and year, or the year, that the end of a range names for its beginning too. */
function missingOf(first: string, last: string): string {
  const yearOnly = /\d{4}$/.exec(last)?.[0] ?? ''
  return /\p{L}/u.test(first) ? yearOnly : last.replace(/^\d{1,2}(?:st|nd|rd|th)? /, '')
}

function openRange(text: string): string | null {
  const from = /^(?:from|since|after) (.+)$/i.exec(text)
  if (from) return withEnds(parseDateInput(from[1] ?? ''), '..')
  const until = /^(?:until|till|before|by) (.+)$/i.exec(text)
  return until ? withEnds('..', parseDateInput(until[1] ?? '')) : null
}

function doubtfulDate(text: string): string | null {
  const about = /^(?:about |around |circa |approximately |ca?\. ?|ca |c |~ ?)(.+?)( ?\?)?$/i.exec(text)
  if (about) return qualified(parseDateInput(about[1] ?? ''), about[2] === undefined ? '~' : '%')
  const doubtful = /^(.+?) ?\?$/.exec(text)
  return doubtful ? qualified(parseDateInput(doubtful[1] ?? ''), '?') : null
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

function plainDate(text: string): string | null {
  const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /i
  const bare = text.replace(weekday, '').replace(/^the /i, '')
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([\p{L}.]+),? (\d{4})$/iu.exec(bare)
  if (dayFirst) return day(dayFirst[3], monthNumber(dayFirst[2] ?? ''), dayFirst[1])
  const monthFirst = /^([\p{L}.]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/iu.exec(bare)
  if (monthFirst) return day(monthFirst[3], monthNumber(monthFirst[1] ?? ''), monthFirst[2])
  const month = /^([\p{L}.]+),? (\d{4})$/u.exec(bare)
  const named = month && monthNumber(month[1] ?? '')
  if (month && named) return `${month[2]}-${String(named).padStart(2, '0')}`
  return longPeriod(bare) ?? numericDate(bare)
}

const seasons: Readonly<Record<string, string>> = { spring: '21', summer: '22', autumn: '23', fall: '23', winter: '24' }

function longPeriod(text: string): string | null {
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
  const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(text)
  if (!numeric) return null
  const [a, b] = [Number(numeric[1]), Number(numeric[2])]
  if (a > 12 || a === b) return day(numeric[3], b, numeric[1])
  return b > 12 ? day(numeric[3], a, numeric[2]) : null
}

function day(year: string | undefined, month: number | null, dayOfMonth: string | undefined): string | null {
  const y = Number(year)
  const d = Number(dayOfMonth)
  if (!month || month > 12 || d < 1 || d > daysInMonth(y, month)) return null
  return isoDay(y, month, d)
}
