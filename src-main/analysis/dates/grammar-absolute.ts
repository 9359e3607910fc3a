import { daysInMonth } from '../../domain/edtf'
import {
  century,
  centuryOf,
  countedThings,
  dash,
  dayOfMonth,
  month,
  monthOf,
  notNumber,
  ordinalEnd,
  ordinalOf,
  ordinalWord,
  part,
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
const weekdayBefore = `(?:(?<wd>${weekday}|${shortWeekday}),?${space}(?:the${space})?)?`
const yearAfter = `(?:,?${space}(?:of${space})?(?<y>${year})|,(?<y1>${year})|${space}(?:of${space})?(?<ys>this|last|next)${space}year\\b)`
/** The same as a look-ahead: a month with its year is another pattern's. */
const noYearAfter = `(?!${yearAfter.replace(/\?<\w+>/g, '?:')})`
const connected = `(?<con>${dash}|,?${space}(?:to|through|until|till|and)${space}(?:the${space})?)`
const fromOrBetween = `(?<skip>(?:[Bb]etween|[Ff]rom)${space}(?:the${space})?)?`
const partBefore = `(?:(?<part>${part})(?:[ ]?-[ ]?|${space})(?:in${space})?)`
/** What "May 7-year-old" or "3 May-based" would go on with. */
const notCompound = '(?!-[a-z])'

export const absolutePatterns: readonly Pattern[] = [
  {
    rule: 'range',
    source: `${fromOrBetween}(?<m>${month})${space}${aDay}(?:,?${space}(?<yFrom>${year}))?${connected}(?:(?<m2>${month})${space})?${day('d2')}${notNumber}${notCompound}${yearAfter}?`,
    read: dayRange,
  },
  {
    rule: 'range',
    source: `${fromOrBetween}${aDay}(?:${of}(?<m>${month})(?:,?${space}(?<yFrom>${year}))?)?${connected}${day('d2')}${of}(?<m2>${month})${yearAfter}?`,
    read: dayRange,
  },
  {
    rule: 'full-date',
    source: `${aDay}${space}(?<m>${shortMonth})${space}['’]?(?<yy>\\d\\d)\\b${notNumber}`,
    read: (g, around) => (countedThings.test(around.after) ? null : aDate({ ...g, y: centuryYear(g.yy) })),
  },
  { rule: 'full-date', source: `${weekdayBefore}${aDay}${of}(?<m>${month})${yearAfter}`, read: aDate },
  {
    rule: 'full-date',
    source: `${weekdayBefore}(?<m>${month})${space}(?:the${space})?${aDay}${yearAfter}`,
    read: aDate,
  },
  { rule: 'day-month', source: `${weekdayBefore}${aDay}${of}(?<m>${month})${notCompound}`, read: aDate },
  {
    rule: 'day-month',
    source: `${weekdayBefore}(?<m>${month})${space}(?:the${space})?${aDay}${notNumber}${notCompound}(?!['’]s${space}[A-Z])`,
    read: (g, around) =>
      /^ (?:Movement|Alliance|Brigades?|Square|Street|Bridge)\b/.test(around.after) ? null : aDate(g),
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
    rule: 'month',
    source: `(?:${partBefore}|(?<shift>[Ll]ast|[Nn]ext|[Tt]his)${space})(?<m>${month})(?!${space}\\d)`,
    read: (g) => aMonth(g, shiftOf(g.shift)),
  },
  {
    rule: 'month',
    source: `(?<skip>(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout)${space})(?<m>${month})(?!${space}\\d|['’]s)${noYearAfter}`,
    read: (g) => aMonth(g),
  },
  {
    rule: 'month',
    source: `(?<skip>(?:[Bb]y|[Ff]rom|[Oo]f|[Ff]or|[Bb]efore|[Aa]fter|[Tt]hrough|[Tt]he|[Aa]nd)${space})(?<m>${month})(?!${space}\\d)${noYearAfter}`,
    read: (g, around) => (mayBeName(g.m, around) ? null : aMonth(g)),
  },
  { rule: 'season', source: `${partBefore}?(?<s>${season})(?:,?${space}(?:of${space})?(?<y>${year}))`, read: aSeason },
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
    source: `(?:(?<ord>${ordinalWord})(?:-|${space})(?<what>quarter|half)(?:${space}of|${space}in|,)?${space}|(?<letter>[QH])(?<n>[1-4])${space}?(?:of${space})?)(?<y>${year})`,
    read: partOfYear,
  },
  { rule: 'decade', source: `${partBefore}?(?<dec>(?:1[5-9]|20)\\d)0${space}?['’]?s\\b`, read: aDecade },
  { rule: 'decade', source: `${partBefore}?['’](?<two>[3-9])0s\\b`, read: aDecade },
  { rule: 'century', source: `${partBefore}?(?<c>${century})(?:[ ]?-[ ]?|${space})century\\b`, read: aCentury },
  {
    rule: 'range',
    source: `(?<skip>(?:[Bb]etween|[Ff]rom|[Ii]n|[Dd]uring|[Tt]he|[Oo]f|[Ss]ince|[Bb]y)${space}|\\()?(?<y>${year})(?<con>${dash}|${space}(?:to|until|through|and)${space})(?<y2>${year}|\\d\\d\\b${notNumber})`,
    read: yearRange,
  },
  { rule: 'year', source: `${partBefore}(?<y>${year})${notCompound}`, read: aYear },
  {
    rule: 'year',
    source: `(?<skip>(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Dd]uring|[Tt]hroughout|[Cc]irca|[Yy]ear|[Aa]s of)${space}(?:about${space}|around${space})?|(?<=\\d{4}${space})(?:and|or)${space})(?<y>${year})`,
    read: (g, around) => (countedThings.test(around.after) || isCount(g.y, around) ? null : aYear(g)),
  },
  {
    rule: 'year',
    source: `(?<skip>(?:[Bb]y|[Oo]f|[Ff]rom|[Bb]efore|[Aa]fter|[Tt]he)${space}|['’]s${space})(?<y>(?:1[5-9]|20)\\d\\d\\b${notNumber})${notCompound}`,
    read: (g, around) => (countedThings.test(around.after) || isPlural(around) ? null : aYear(g)),
  },
  {
    rule: 'year',
    source: `(?<y>(?:1[7-9]|20)\\d\\d)(?=${space}(?:(?:presidential|parliamentary|general)${space})?(?:elections?|war|Olympics|World Cup|census|constitution|treaty|accords?|agreement|peace|revolution|coup|invasion|earthquake|uprising|massacre)\\b)`,
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

function aDate(g: Groups): Reading | null {
  const [monthNumber, dayNumber, yearNumber] = [monthOf(g.m ?? ''), Number(g.d), yearOf(g)]
  if (dayNumber > daysInMonth(yearNumber ?? 2024, monthNumber)) return null
  const weekdayName = g.wd === undefined ? null : weekdayNumber(g.wd)
  return {
    kind: 'day',
    year: yearNumber,
    yearShift: shiftOf(g.ys),
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
    year: yearOf(g),
    shift: shiftOf(g.shift),
    season: seasonOf(g.s ?? ''),
    approximate: g.part !== undefined,
  }
}

function partOfYear(g: Groups): Reading | null {
  const number = g.n === undefined ? ordinalOf(g.ord ?? '') : Number(g.n)
  const length = g.what === 'half' || g.letter === 'H' ? 6 : 3
  if (number * length > 12) return null
  const [first, last] = [number * length - length + 1, number * length]
  const edtf = [first, last].map((m) => `${g.y}-${String(m).padStart(2, '0')}`).join('/')
  return { kind: 'written', edtf, approximate: false }
}

function aDecade(g: Groups): Reading {
  return { kind: 'written', edtf: `${g.dec ?? `19${g.two}`}X`, approximate: g.part !== undefined }
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
  /\b(?:of|from|by|to|after|before)[ \u00a0]$/i.test(around.before.slice(-8)) &&
  /^[ \u00a0][a-z]+s\b(?<! (?:was|is|has|as|its|this))/.test(around.after)

/** Years before the nineteenth century are rarer in news than numbers of things. */
const isCount = (written: string | undefined, around: Surroundings): boolean =>
  Number(written) < 1800 && /^[ \u00a0][a-z]+s\b(?<! (?:was|is|has|as|its|this))/.test(around.after)

/** "2014–2018", "from 1987 to 1993", "in 2023-24". Without a word before, both years are written out. */
function yearRange(g: Groups, around: Surroundings): Reading | null {
  const word = (g.skip ?? '').trim().toLowerCase()
  if (/and/.test(g.con ?? '') && word !== 'between') return null
  if (/to|until|through/.test(g.con ?? '') && word !== 'from') return null
  if (countedThings.test(around.after) || (word === '' && g.y2?.length === 2)) return null
  const from = Number(g.y)
  const to = g.y2?.length === 2 ? Math.floor(from / 100) * 100 + Number(g.y2) : Number(g.y2)
  return to > from && to - from < 200 ? { kind: 'written', edtf: `${from}/${to}`, approximate: false } : null
}
