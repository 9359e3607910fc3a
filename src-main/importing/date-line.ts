import { parseDateInput } from '../domain/date-input'
import { isoDay } from '../domain/edtf'

/** A line that is only a date: `updated` where it says when the article was changed, which is not its publication. */
export type DateLine = { edtf: string; updated: boolean }

const locales = ['ar', 'ar-LB', 'he', 'ru', 'uk', 'fr', 'de', 'es', 'it', 'pt', 'nl', 'tr', 'pl', 'sv', 'el', 'id']

const monthsByName = monthNames()

function monthNames(): ReadonlyMap<string, number> {
  const names = new Map<string, number>()
  for (const locale of locales) {
    for (const options of [{ month: 'long' }, { month: 'long', day: 'numeric' }] as const) {
      const format = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' })
      for (let month = 1; month <= 12; month += 1) {
        const parts = format.formatToParts(new Date(Date.UTC(2031, month - 1, 5)))
        const name = parts.find((part) => part.type === 'month')?.value.toLowerCase()
        if (name && !names.has(name)) names.set(name, month)
      }
    }
  }
  return names
}

const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const weekday = new RegExp(
  '^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?|' +
    '(?:يوم )?(?:الأحد|الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت)|' +
    'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|' +
    'lunes|martes|miércoles|jueves|viernes|sábado|domingo)(?:[,،]\\s*|\\s+)',
  'iu',
)
const publishedLabel =
  /^(?:(?:first )?(?:published|posted|issued)(?: on)?|publication date|release date|date|تاريخ النشر|نُ?شر (?:في|بتاريخ)|التاريخ|publié le|veröffentlicht am|publicado el)\s*[:：]?\s+/iu
const updatedLabel =
  /^(?:last )?(?:updated?|modified|revised|edited)(?: on)?\s*[:：]?\s+|^(?:آخر تحديث|حُ?دّ?ث)\s*[:：]?\s*/iu
const timeOfDay =
  /[\s,،|•·–—@-]*(?:at|um|à|الساعة)?\s*\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,5}(?:[+-]\d{1,2}(?::\d{2})?)?|\([^)]{1,20}\))?\s*\.?$/u
const readingTime = /[\s,|•·–—-]*\d{1,3}\s*min(?:ute)?s?\.?(?: read)?$/i
const updatedTail = /[\s,;(|•·–—-]+(?:last )?(?:updated|modified)\b.*$/i

/**
 * Reads a line that consists of a date alone, with a weekday, a time of day or a word such as "Published" around it.
 * Numeric dates only where day and month can't be mistaken for each other.
 * @returns null for any other line
 */
export function parseDateLine(line: string): DateLine | null {
  if (line.length > 120) return null
  const plain = latinDigits(line)
    .replace(/[\s\u00a0\u200e\u200f]+/g, ' ')
    .trim()
  const updated = updatedLabel.test(plain)
  const bare = plain.replace(updated ? updatedLabel : publishedLabel, '').replace(updatedTail, '')
  const day = bare
    .replace(readingTime, '')
    .replace(timeOfDay, '')
    .replace(/[.\s]+$/, '')
    .replace(weekday, '')
  const edtf = dayOf(day)
  return edtf !== null && /^\d{4}-\d{2}(?:-\d{2})?$/.test(edtf) ? { edtf, updated } : null
}

function dayOf(text: string): string | null {
  const iso = /^(\d{4}-\d{2}-\d{2})(?:[T ]\d{2}:\d{2}.*)?$/.exec(text)
  if (iso?.[1]) return parseDateInput(iso[1])
  const chinese = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text.replaceAll(' ', ''))
  if (chinese) return parseDateInput(isoDay(chinese[1] ?? '', Number(chinese[2]), Number(chinese[3])))
  return parseDateInput(inEnglish(text))
}

/** Replaces the month name of another language, and the small words around it: "5 de mayo de 2031", "5 آذار/مارس 2031". */
function inEnglish(text: string): string {
  const words = text.split(/[ /،]+/).filter((word) => !/^(?:de|del|le|den|of|г\.?|р\.?|م)$/iu.test(word))
  const months = words.map((word) => monthsByName.get(word.toLowerCase().replace(/[.,]$/, '')))
  const named = months.find((month) => month !== undefined)
  if (named === undefined) return text
  return words
    .flatMap((word, index) => {
      if (months[index] === undefined) return [word.replace(/^(\d{1,2})\.$/, '$1')]
      return months.indexOf(named) === index ? [englishMonths[named - 1] ?? ''] : []
    })
    .join(' ')
}

/** Arabic-Indic and Persian digits as ASCII ones. */
const latinDigits = (text: string): string =>
  text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
