/** English words of dates, as data and as regular expression sources (without capturing groups, without flags). */

const months = [
  ['January', 'Jan'],
  ['February', 'Feb'],
  ['March', 'Mar'],
  ['April', 'Apr'],
  ['May'],
  ['June', 'Jun'],
  ['July', 'Jul'],
  ['August', 'Aug'],
  ['September', 'Sept', 'Sep'],
  ['October', 'Oct'],
  ['November', 'Nov'],
  ['December', 'Dec'],
] as const

/** Index is the day of the week, 0 is Sunday. */
export const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const

const smallNumbers = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
] as const

const ordinalUnits = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'] as const

/** First to thirty-first. */
const dayNames = [
  ...ordinalUnits,
  'tenth',
  'eleventh',
  'twelfth',
  ...['thir', 'four', 'fif', 'six', 'seven', 'eigh', 'nine'].map((stem) => `${stem}teenth`),
  'twentieth',
  ...ordinalUnits.map((name) => `twenty-${name}`),
  'thirtieth',
  'thirty-first',
]

/** Decades by their names, from the twenties. */
const decadeNames = [
  'twenties',
  'thirties',
  'forties',
  'fifties',
  'sixties',
  'seventies',
  'eighties',
  'nineties',
] as const

const tens: Readonly<Record<string, number>> = { thirty: 30, forty: 40, fifty: 50, sixty: 60 }

const centuryNames = [
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
  'twenty-first',
] as const

/** Words that count without saying how many: the fewest and the most that they stand for. */
const vagueNumbers: Readonly<Record<string, readonly [number, number]>> = {
  few: [2, 6],
  several: [3, 9],
  couple: [2, 3],
}

const longest = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|')
const withCapitals = (words: readonly string[]): string[] => words.flatMap((w) => [w, w.toUpperCase()])
/** As inside a sentence and at its beginning. */
const eitherCase = (words: readonly string[]): string[] =>
  words.map((w) => `[${w.charAt(0).toUpperCase()}${w.charAt(0)}]${w.slice(1)}`)

/** White space inside an expression; never a line feed. */
export const space = '(?:[ \\u00a0\\t]{1,2})'

const shortMonths = months.flatMap((names) => names.slice(1).map((name) => name))
export const shortMonth = `(?:${longest(withCapitals(shortMonths))})\\b\\.?`
export const month = `(?:(?:${longest(withCapitals(months.map(([name]) => name)))})\\b|${shortMonth})`
export const weekday = `(?:${longest(withCapitals(weekdays))})\\b`
/** Only beside a full date: alone, "Sun" and "Sat" are other words. */
export const shortWeekday = '(?:Mon|Tues|Tue|Wed|Thurs|Thur|Thu|Fri|Sat|Sun)\\b\\.?'

export const dayOfMonth = '(?:3[01]|[12]\\d|0?[1-9])'
export const dayName = `(?:${longest(eitherCase(dayNames))})\\b`
export const ordinalEnd = '(?:st|nd|rd|th)\\b'
/** Not the beginning of another number, time or percentage. */
export const notNumber = '(?![\\d%°]|[.,:/]\\d|[ ]%)'
export const year = `(?:1[0-9]|20)\\d\\d\\b${notNumber}`
export const dash = '[ \\u00a0]?[–—-][ \\u00a0]?'

export const season = '(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)\\b'
/** "early", "mid-", "the end of": what makes the date behind it a vague one. */
export const partBefore = `(?<part>(?:(?:[Vv]ery${space})?(?:[Ee]arly|[Ll]ate)(?:${space}in)?|[Mm]id)(?:[ ]?-[ ]?|${space})|(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd|[Cc]lose|(?:first|second|latter)${space}half)${space}of${space}(?:the${space})?)`
export const count = `(?:\\d{1,3}|${longest(eitherCase([...smallNumbers, ...Object.keys(tens)]))})`
export const vagueCount = '(?:(?:[Aa] )?few|[Ss]everal|(?:[Aa] )?couple of)'
export const unit = '(?:day|week|month|year|decade)s?\\b|(?:century|centuries)\\b'
export const century = `(?:\\d{1,2}(?:st|nd|rd|th)|${centuryNames.join('|')})`
export const decadeName = `(?:${decadeNames.join('|')})\\b`
export const ordinalWord = '(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ff]inal|[Ll]ast|1st|2nd|3rd|4th)'

/** Things that are counted, so that the number before them is no year. */
export const countedThings =
  /^[ \u00a0](?:(?:[a-z]+[ ])?(?:people|men|women|children|troops|soldiers|fighters|civilians|families|homes|houses|villages|tons|tonnes|trucks|dollars|euros|pounds|shekels|met(?:re|er)s?|feet|miles|km|kilomet(?:re|er)s|kg|jobs|deaths|cases|votes|seats|hostages|prisoners|patients|workers|members|students|refugees|migrants|vehicles|rockets|missiles|households|calories|words|square|cubic|hectares|acres|barrels|percent)|per cent|GMT|UTC|BST|CET|E[SD]T|P[SD]T|local time|hours|hrs|h)\b/

/** Month number, from 1, of a name as the patterns match it. */
export function monthOf(name: string): number {
  const wanted = name.replace('.', '').toLowerCase()
  return months.findIndex((names) => names.some((n) => n.toLowerCase() === wanted)) + 1
}

/** Day of the week, 0 is Sunday, of a name or its abbreviation. */
export const weekdayNumber = (name: string): number =>
  weekdays.findIndex((w) => w.toLowerCase().startsWith(name.replace('.', '').toLowerCase().slice(0, 3)))

/** EDTF season, 21 to 24. */
export function seasonOf(name: string): number {
  const wanted = name.toLowerCase()
  return wanted === 'fall' ? 23 : 21 + ['spring', 'summer', 'autumn', 'winter'].indexOf(wanted)
}

/** The fewest and the most that a number word stands for; they are equal where it is exact. */
export function amountOf(text: string): readonly [number, number] {
  const word = text.toLowerCase().replace(/^an? | of$/g, '')
  const vague = vagueNumbers[word]
  if (vague) return vague
  const exact = /^\d+$/.test(word)
    ? Number(word)
    : (tens[word] ?? (smallNumbers as readonly string[]).indexOf(word) + 1)
  return exact === 0 ? [1, 1] : [exact, exact]
}

/** 1 to 31 of "first" or "thirty-first". */
export const dayNamed = (name: string): number => dayNames.indexOf(name.toLowerCase()) + 1

/** Place from 1 among `of` of "first" or "1st"; "last" and "final" are the last place. */
export function ordinalOf(word: string, of: number): number {
  if (/^\d/.test(word)) return Number(word.charAt(0))
  return /^(?:last|final)$/i.test(word) ? of : dayNamed(word)
}

/** 199 of "nineties": decades of the last century. */
export const decadeOf = (name: string): number => 192 + (decadeNames as readonly string[]).indexOf(name.toLowerCase())

/** 19 of "19th" or "nineteenth". */
export const centuryOf = (word: string): number =>
  /^\d/.test(word) ? Number.parseInt(word, 10) : (centuryNames as readonly string[]).indexOf(word.toLowerCase()) + 15
