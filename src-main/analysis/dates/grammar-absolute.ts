import { daysInMonth } from '../../domain/edtf'
import {
  century,
  centuryOf,
  countedThings,
  dash,
  dayName,
  dayNamed,
  dayOfMonth,
  decadeName,
  decadeOf,
  month,
  monthOf,
  notNumber,
  ordinalEnd,
  ordinalOf,
  ordinalWord,
  partBefore,
  season,
  seasonOf,
  shortMonth,
  shortWeekday,
  space,
  weekday,
  weekdayNumber,
  year,
} from './lexicon'
import type { Groups, Pattern, Reading, Shift, Surroundings } from './reading'

const day = (group: string): string => `(?<${group}>${dayOfMonth})(?:${ordinalEnd})?`
const aDay = day('d')
const of = `${space}(?:(?:day${space})?of${space})?`
export const weekdayBefore = `(?:(?<wd>${weekday}|${shortWeekday}),?${space}(?:the${space})?)?`
export const yearAfter = `(?:,?${space}(?:of${space})?(?<y>${year})|,(?<y1>${year})|${space}(?:of${space})?(?<ys>this|last|next)${space}year\\b)`
/** The same as a look-ahead: a month with its year is another pattern's. */
const noYearAfter = `(?!${yearAfter.replace(/\?<\w+>/g, '?:')})`
const connected = `(?<con>${dash}|,?${space}(?:to|through|until|till|and)${space}(?:the${space})?)`
/** "6/7 May": the night between two days. */
const connectedDays = connected.replace('(?<con>', '(?<con>/|')
const fromOrBetween = `(?<skip>(?:[Bb]etween|[Ff]rom)${space}(?:the${space})?)?`
/** "August or September of this year": the year is of both. */
const orMonthOfYear = `(?:,|${space}(?:or|and))${space}(?:in${space})?(?:${month})${yearAfter}`
/** What "May 7-year-old" or "3 May-based" would go on with. */
const notCompound = '(?!-[a-z])'

export const absolutePatterns: readonly Pattern[] = [
  {
    rule: 'range',
    source: `${fromOrBetween}(?<m>${month})${space}${aDay}(?:,?${space}(?<yFrom>${year}))?${connectedDays}(?:(?<m2>${month})${space})?${day('d2')}${notNumber}${notCompound}${yearAfter}?`,
    read: dayRange,
  },
  {
    rule: 'range',
    source: `${fromOrBetween}${aDay}(?:${of}(?<m>${month})(?:,?${space}(?<yFrom>${year}))?)?${connectedDays}${day('d2')}${of}(?<m2>${month})${yearAfter}?`,
    read: dayRange,
  },
  {
    rule: 'full-date',
    source: `${aDay}${space}(?<m>${shortMonth}(?=${space}['’]?\\d)|${month}(?=${space}['’]\\d))${space}['’]?(?<yy>\\d\\d)\\b${notNumber}`,
    read: (g, around) => (countedThings.test(around.after) ? null : aDate({ ...g, y: centuryYear(g.yy) })),
  },
  { rule: 'full-date', source: `${weekdayBefore}${aDay}${of}(?<m>${month})${yearAfter}`, read: aDate },
  {
    rule: 'full-date',
    source: `${weekdayBefore}(?<m>${month})${space}(?:the${space})?${aDay}${yearAfter}`,
    read: aDate,
  },
  {
    rule: 'full-date',
    source: `${weekdayBefore}(?<dn>${dayName})${space}of${space}(?<m>${month})${yearAfter}`,
    read: aDate,
  },
  {
    rule: 'day-month',
    source: `${weekdayBefore}(?<dn>${dayName})${space}of${space}(?<m>${month})${notCompound}`,
    read: aDate,
  },
  {
    rule: 'day-month',
    source: `(?:[Tt]he${space})?${aDay}${space}of${space}(?<which>this|last|next)${space}month\\b`,
    read: (g) => ({ kind: 'day-of-month', day: Number(g.d), shift: shiftOf(g.which) }),
  },
  {
    rule: 'day-month',
    source: `(?<skip>[Oo]n${space}the${space})(?<d>${dayOfMonth})${ordinalEnd}(?=[.,;:!?)]|$|\\n)`,
    read: (g) => ({ kind: 'day-of-month', day: Number(g.d), shift: null }),
  },
  { rule: 'day-month', source: `${weekdayBefore}${aDay}${of}(?<m>${month})${notCompound}`, read: aDate },
  {
    rule: 'day-month',
    source: `${weekdayBefore}(?<m>${month})${space}(?:the${space})?${aDay}${notNumber}${notCompound}(?!['’]s${space}[A-Z])`,
    read: (g, around) =>
      /^[ \u00a0](?:Movement|Alliance|Brigades?|Square|Street|Bridge|km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?)\b/.test(
        around.after,
      )
        ? null
        : aDate(g),
  },
  {
    rule: 'range',
    source: `(?<skip>(?:[Bb]etween|[Ff]rom)${space})(?<m>${month})(?:,?${space}(?<yFrom>${year}))?${connected}(?<m2>${month})${yearAfter}?`,
    read: monthRange,
  },
  {
    rule: 'range',
    source: `(?<m>${month})(?:,?${space}(?<yFrom>${year}))?(?<con>${dash}|${space}(?:to|through)${space})(?<m2>${month})${yearAfter}`,
    read: monthRange,
  },
  { rule: 'month-year', source: `${partBefore}?(?<m>${month})${yearAfter}`, read: (g) => aMonth(g) },
  {
    rule: 'month-year',
    source: `(?<m>${month})(?=${orMonthOfYear})`,
    read: (g) => aMonth(g),
  },
  {
    rule: 'month',
    source: `(?:${partBefore}|(?<shift>[Ll]ast|[Nn]ext|[Tt]his)${space})(?<m>${month})(?!${space}\\d|['’]s)`,
    read: (g) => aMonth(g, shiftOf(g.shift)),
  },
  {
    rule: 'month',
    source: `(?<skip>(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|as${space}(?:early|late|soon)${space}as|later${space}than)${space})(?<m>${month})(?!${space}\\d|['’]s)${noYearAfter}(?:(?=${orMonthOfYear})|)`,
    read: (g) => aMonth(g),
  },
  {
    rule: 'month',
    source: `(?<skip>(?:[Bb]y|[Ff]rom|[Oo]f|[Ff]or|[Bb]efore|[Aa]fter|[Tt]hrough|[Tt]he|[Aa]nd)${space})(?<m>${month})(?!${space}\\d)${noYearAfter}`,
    read: (g, around) => (mayBeName(g.m, around) ? null : aMonth(g)),
  },
  {
    rule: 'season',
    source: `${partBefore}?(?<s>${season})(?:,?${space}(?:of${space})?(?:(?<y>${year})(?:[/–-]\\d\\d\\b)?|['’](?<yy>\\d\\d)\\b))`,
    read: aSeason,
  },
  {
    rule: 'season',
    source: `(?<shift>[Ll]ast|[Nn]ext|[Tt]his)${space}(?:past${space}|coming${space})?(?<s>${season})`,
    read: aSeason,
  },
  {
    rule: 'season',
    source: `(?<skip>(?:[Ii]n|[Dd]uring|[Bb]y|[Ss]ince|[Uu]ntil)${space}(?:the${space})?)(?<s>spring|summer|autumn|winter)(?=[.,;:)"”’!?]|$|\n|${space}(?:and|when|after|before|as|with|while|because|but)\\b)`,
    read: aSeason,
  },
  {
    rule: 'quarter',
    source: `(?:(?<ord>${ordinalWord})(?:-|${space})(?<what>quarter|half)(?:${space}of|${space}in|,)?${space}|(?<letter>[QH])(?<n>[1-4])${space}?(?:of${space})?)(?:(?<y>${year})|(?<ys>this|last|next)${space}year\\b)`,
    read: partOfYear,
  },
  {
    rule: 'quarter',
    source: `(?<ord>${ordinalWord})(?:-|${space})(?<what>quarter)(?=${space}(?:results?|earnings?|profits?|revenues?|sales|loss(?:es)?|GDP|growth|output|figures|net|income)\\b)`,
    read: partOfYear,
  },
  {
    rule: 'quarter',
    source: `(?<skip>(?:[Ii]n|[Ff]or|[Dd]uring|[Ss]ince)${space})(?<letter>[QH])(?<n>[1-4])\\b(?!${space}?\\d)`,
    read: partOfYear,
  },
  { rule: 'decade', source: `${partBefore}?(?<dec>(?:1[5-9]|20)\\d)0${space}?['’]?s\\b`, read: aDecade },
  { rule: 'decade', source: `${partBefore}?['’](?<two>[3-9])0s\\b`, read: aDecade },
  {
    rule: 'decade',
    source: `[Tt]he${space}${partBefore}?(?<name>${decadeName})`,
    read: (g, around) => (/temperature|degrees|percent/i.test(around.before + around.after) ? null : aDecade(g)),
  },
  { rule: 'century', source: `${partBefore}?(?<c>${century})(?:[ ]?-[ ]?|${space})century\\b`, read: aCentury },
  {
    rule: 'range',
    source: `(?<skip>(?:[Bb]etween|[Ff]rom|[Ii]n|[Dd]uring|[Tt]he|[Oo]f|[Ss]ince|[Bb]y)${space}|\\()?(?<y>(?:1\\d|20)\\d\\d)(?<con>${dash}|/|${space}(?:to|until|through|and)${space})(?<y2>${year}|\\d\\d\\b${notNumber})`,
    read: yearRange,
  },
  { rule: 'year', source: `${partBefore}(?<y>${year})${notCompound}`, read: aYear },
  {
    rule: 'year',
    source: `(?:AD|A\\.D\\.)${space}(?<y>\\d{1,4})\\b${notNumber}|(?<y2>\\d{1,4})${space}?(?:AD|CE|A\\.D\\.|C\\.E\\.)(?![A-Za-z])`,
    read: (g) => ({ kind: 'written', edtf: (g.y ?? g.y2 ?? '').padStart(4, '0'), approximate: false }),
  },
  {
    rule: 'year',
    source: `(?<skip>(?:[Ii]n|[Ss]ince|[Uu]ntil|[Oo]f)${space})['’](?<yy>\\d\\d)\\b(?!['’]|${space}[a-z]+s\\b)`,
    read: (g) => ({ kind: 'written', edtf: centuryYear(g.yy), approximate: false }),
  },
  {
    rule: 'year',
    source: `(?<skip>(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|[Cc]irca|[Yy]ear|[Aa]s of)${space}(?:about${space}|around${space}|at${space}least${space})?|(?<=\\d{4}${space})(?:and|or)${space})(?<y>${year})(?:${space}(?:AD|CE)\\b)?`,
    read: (g, around) => (isNoYear(around) || isCount(g.y, around) ? null : aYear(g)),
  },
  {
    rule: 'year',
    source: `(?<skip>(?:[Bb]y|[Oo]f|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]he|[Aa]|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Ff]or|[Aa]round|not)${space}|['’]s?${space})(?<y>(?:1[5-9]|20)\\d\\d\\b${notNumber})${notCompound}`,
    read: (g, around) => (isNoYear(around) || isPlural(around) ? null : aYear(g)),
  },
  {
    rule: 'year',
    source: `(?<y>(?:1[7-9]|20)\\d\\d)(?=${space}(?:(?:presidential|parliamentary|general|(?:[A-Z]\\p{L}+))${space})?(?:elections?|war|Olympics|World Cup|[Gg]ames|census|constitution|treaty|accords?|agreement|peace|revolution|coup|invasion|earthquake|uprising|massacre|film|novel|album|book)\\b)`,
    read: aYear,
  },
  { rule: 'year', source: `(?<skip>\\()(?<y>(?:1[5-9]|20)\\d\\d)(?=\\))`, read: aYear },
]

const shiftOf = (word: string | undefined): Shift | null => {
  const first = word?.toLowerCase().split(/[ \u00a0]/)[0]
  return first === 'last' ? -1 : first === 'next' ? 1 : first === 'this' ? 0 : null
}

/** The year of the last hundred that two digits name: up to 40 in this century. */
const centuryYear = (two: string | undefined): string => String(Number(two) + (Number(two) <= 40 ? 2000 : 1900))

const yearOf = (g: Groups): number | null => Number(g.y ?? g.y1) || null

/** From the groups `d` or `dn`, `m`, `wd` and those of a year; null where the month has no such day. */
export function aDate(g: Groups): Reading | null {
  const dayNumber = g.dn === undefined ? Number(g.d) : dayNamed(g.dn)
  const [monthNumber, yearNumber] = [monthOf(g.m ?? ''), yearOf(g)]
  if (dayNumber > daysInMonth(yearNumber ?? 2024, monthNumber)) return null
  const weekdayName = g.wd === undefined ? null : weekdayNumber(g.wd)
  return {
    kind: 'day',
    year: yearNumber,
    yearShift: shiftOf(g.ys),
    shift: null,
    month: monthNumber,
    day: dayNumber,
    weekday: weekdayName,
  }
}

/** "May 6–9", "30 May to 2 June 2024": a year at the end holds for both, unless the first is the later in the year. */
function dayRange(g: Groups): Reading | null {
  if (!mayConnect(g)) return null
  const to = aDate({ ...g, m: g.m2 ?? g.m, d: g.d2, wd: undefined })
  const first = aDate({ m: g.m ?? g.m2, d: g.d, y: g.yFrom ?? g.y ?? g.y1, ys: g.ys })
  if (to?.kind !== 'day' || first?.kind !== 'day') return null
  const later = first.month > to.month || (first.month === to.month && first.day >= to.day)
  if (!later) return { kind: 'range', from: first, to }
  if (first.month === to.month) return g.yFrom === undefined ? null : { kind: 'range', from: first, to }
  const before = g.yFrom === undefined && first.year !== null ? { ...first, year: first.year - 1 } : first
  return { kind: 'range', from: before, to }
}

/** "and" makes a range after "between" alone; a dash or "to" does without a word before. */
const mayConnect = (g: Groups): boolean => !/and/.test(g.con ?? '') || /between/i.test(g.skip ?? '')

function monthRange(g: Groups): Reading | null {
  if (!mayConnect(g)) return null
  const to = aMonth({ ...g, m: g.m2, part: undefined })
  const from = aMonth({ m: g.m, y: g.yFrom ?? g.y ?? g.y1, ys: g.ys })
  if (from.kind !== 'month' || to.kind !== 'month') return null
  const wraps = g.yFrom === undefined && from.year !== null && from.month > to.month
  return { kind: 'range', from: wraps ? { ...from, year: (from.year ?? 0) - 1 } : from, to }
}

function aMonth(g: Groups, shift: Shift | null = null): Reading {
  return {
    kind: 'month',
    year: yearOf(g),
    yearShift: shiftOf(g.ys),
    shift,
    month: monthOf(g.m ?? ''),
    approximate: g.part !== undefined,
  }
}

/** After a weak preposition: the person May or April, or the verb. */
function mayBeName(name: string | undefined, around: Surroundings): boolean {
  if (/^(?:May|March|MAY|MARCH|Mar|Jun|Jan|Dec)$/.test(name ?? '')) return true
  return /^(?:[’']s)?[ \u00a0][A-Z]/.test(around.after)
}

function aSeason(g: Groups): Reading | null {
  return {
    kind: 'season',
    year: g.yy === undefined ? yearOf(g) : Number(centuryYear(g.yy)),
    shift: shiftOf(g.shift),
    season: seasonOf(g.s ?? ''),
    approximate: g.part !== undefined,
  }
}

function partOfYear(g: Groups): Reading | null {
  const length = g.what === 'half' || g.letter === 'H' ? 6 : 3
  const number = g.n === undefined ? ordinalOf(g.ord ?? '', 12 / length) : Number(g.n)
  if (number * length > 12) return null
  const [first, last] = [number * length - length + 1, number * length]
  return { kind: 'months', year: yearOf(g), yearShift: shiftOf(g.ys), first, last }
}

/** "The 1800s" are a century, the 2000s a decade. */
function aDecade(g: Groups): Reading {
  const decade = g.name === undefined ? (g.dec ?? `19${g.two}`) : String(decadeOf(g.name))
  const edtf = /^1[5-8]0$/.test(decade) ? `${decade.slice(0, 2)}XX` : `${decade}X`
  return { kind: 'written', edtf, approximate: g.part !== undefined }
}

function aCentury(g: Groups, around: Surroundings): Reading | null {
  const number = centuryOf(g.c ?? '')
  if (number < 10 || number > 21 || /^[ \u00a0]?(?:BC|B\.C)/.test(around.after)) return null
  return { kind: 'written', edtf: `${number - 1}XX`, approximate: g.part !== undefined }
}

function aYear(g: Groups): Reading {
  return { kind: 'written', edtf: g.y ?? '', approximate: g.part !== undefined }
}

/** "of 1945 prisoners": a plural noun after a number that a weak preposition introduces. */
const isPlural = (around: Surroundings): boolean =>
  /\b(?:of|from|by|to|after|before|for|around|not|a|the|its|their|his|her)[ \u00a0]$/i.test(around.before.slice(-8)) &&
  /^[ \u00a0][a-z]+s\b(?<! (?:was|is|has|as|its|this))/.test(around.after)

/** A number of things, a year before our era, or one of another calendar. */
const isNoYear = (around: Surroundings): boolean =>
  countedThings.test(around.after) || /^[ \u00a0]?(?:B\.?C|A\.?H\b)/.test(around.after)

/** Years before the nineteenth century are rarer in news than numbers of things. */
const isCount = (written: string | undefined, around: Surroundings): boolean =>
  Number(written) < 1800 && /^[ \u00a0][a-z]+s\b(?<! (?:was|is|has|as|its|this))/.test(around.after)

/** "2014–2018", "from 1987 to 1993", "in 2023-24". Without a word before, both years are written out. */
function yearRange(g: Groups, around: Surroundings): Reading | null {
  const word = (g.skip ?? '').trim().toLowerCase()
  if (/and/.test(g.con ?? '') && word !== 'between') return null
  if (/to|until|through/.test(g.con ?? '') && word !== 'from') return null
  if (isNoYear(around) || (word === '' && g.y2?.length === 2)) return null
  const from = Number(g.y)
  const to = g.y2?.length === 2 ? Math.floor(from / 100) * 100 + Number(g.y2) : Number(g.y2)
  if (g.con === '/' && to !== from + 1) return null
  return to > from && to - from < 200 ? { kind: 'written', edtf: `${from}/${to}`, approximate: false } : null
}
