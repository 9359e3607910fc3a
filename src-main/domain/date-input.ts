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
 * Understands a date as a person types it: EDTF, "7 May 2024", "May 7, 2024", "May 2024", "2024", "about May 2024",
 * "7 May 2024?", "6 May 2024 – 9 May 2024", "from 7 May 2024", "until 2024". Numeric dates only where day and month
 * can't be mistaken for each other.
 * @returns EDTF, or null where it is not understood
 */
export function parseDateInput(typed: string): string | null {
  const text = typed.trim().replace(/\s+/g, ' ')
  if (text === '') return null
  if (isEdtf(text)) return text
  const from = /^(?:from|since|after) (.+)$/i.exec(text)
  if (from) return withEnds(parseDateInput(from[1] ?? ''), '..')
  const until = /^(?:until|till|before|by) (.+)$/i.exec(text)
  if (until) return withEnds('..', parseDateInput(until[1] ?? ''))
  const range = /^(.+?)\s*(?:–|—|\bto\b|\/)\s*(.+)$/.exec(text)
  if (range) return withEnds(parseDateInput(range[1] ?? ''), parseDateInput(range[2] ?? ''))
  const about = /^(?:about|around|circa|ca\.?|c\.|approximately|~) ?(.+)$/i.exec(text)
  if (about) return qualified(parseDateInput(about[1] ?? ''), '~')
  const doubtful = /^(.+?) ?\?$/.exec(text)
  if (doubtful) return qualified(parseDateInput(doubtful[1] ?? ''), '?')
  return plainDate(text)
}

function withEnds(start: string | null, end: string | null): string | null {
  if (start === null || end === null || start.includes('/') || end.includes('/')) return null
  const value = `${start}/${end}`
  return isEdtf(value) ? value : null
}

function qualified(value: string | null, mark: '?' | '~'): string | null {
  if (value === null || value.includes('/') || /[?~%]$/.test(value)) return null
  return value + mark
}

function plainDate(text: string): string | null {
  const weekday = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? /i
  const bare = text.replace(weekday, '')
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? ([\p{L}.]+),? (\d{4})$/u.exec(bare)
  if (dayFirst) return day(dayFirst[3], monthNumber(dayFirst[2] ?? ''), dayFirst[1])
  const monthFirst = /^([\p{L}.]+) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(bare)
  if (monthFirst) return day(monthFirst[3], monthNumber(monthFirst[1] ?? ''), monthFirst[2])
  const month = /^([\p{L}.]+),? (\d{4})$/u.exec(bare)
  const named = month && monthNumber(month[1] ?? '')
  if (month && named) return `${month[2]}-${String(named).padStart(2, '0')}`
  const yearFirst = /^(\d{4})[./-](\d{1,2})[./-](\d{1,2})$/.exec(bare)
  if (yearFirst) return day(yearFirst[1], Number(yearFirst[2]), yearFirst[3])
  const numeric = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(bare)
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
