import { amountOf, count, dash, partBefore, space, unit, vagueCount, weekday, weekdayNumber } from './lexicon'
import type { Amount, Groups, Pattern, Reading, Shift, Surroundings, Unit } from './reading'

const shift = '[Ll]ast|[Nn]ext|[Tt]his(?:[ \\u00a0](?:past|coming))?|[Pp]ast|[Cc]oming'
const hedge =
  '(?:[Aa]bout|[Aa]round|[Rr]oughly|[Ss]ome|[Mm]ore than|[Ll]ess than|[Oo]ver|[Nn]early|[Aa]lmost|[Jj]ust over|[Jj]ust under)'

export const relativePatterns: readonly Pattern[] = [
  {
    rule: 'range',
    source: `(?<skip>(?:[Bb]etween|[Ff]rom)${space})(?<wd>${weekday})(?<con>${dash}|${space}(?:to|through|until|till|and)${space})(?<wd2>${weekday})(?:${space}(?<week>last|next|this)${space}week\\b)?`,
    read: (g) => {
      if (/and/.test(g.con ?? '') !== /between/i.test(g.skip ?? '')) return null
      return { kind: 'range', from: aWeekday(g.wd, null, null), to: aWeekday(g.wd2, null, weekOf(g)) }
    },
  },
  {
    rule: 'range',
    source: `(?<wd>${weekday})${space}through${space}(?<wd2>${weekday})(?:${space}(?<week>last|next|this)${space}week\\b)?`,
    read: (g) => ({ kind: 'range', from: aWeekday(g.wd, null, null), to: aWeekday(g.wd2, null, weekOf(g)) }),
  },
  {
    rule: 'weekday',
    source: `(?<anchor>(?:[Tt]he${space})(?:following|next|previous|preceding)${space})(?<wd>${weekday})`,
    read: (g) => ({
      kind: 'weekday-from-mention',
      weekday: weekdayNumber(g.wd ?? ''),
      sign: /following|next/.test(g.anchor ?? '') ? 1 : -1,
    }),
  },
  {
    rule: 'weekday',
    source: `(?<week>[Ll]ast|[Nn]ext|[Tt]his)${space}week${space}(?:on${space})?(?<wd>${weekday})`,
    read: (g) => aWeekday(g.wd, null, shiftOf(g.week)),
  },
  {
    rule: 'weekday',
    source: `(?:(?<shift>${shift})${space})?(?<wd>${weekday})(?:${space}(?:of${space})?(?<week>last|next|this)${space}week\\b)?(?!-[a-z])`,
    read: (g, around) => (isWeekdayName(around) ? null : aWeekday(g.wd, shiftOf(g.shift), weekOf(g))),
  },
  {
    rule: 'near-day',
    source: `(?<word>(?:[Tt]he${space}day${space})?(?:before${space}yesterday|after${space}tomorrow)|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast${space}night|[Tt]his${space}(?:morning|afternoon|evening))\\b(?!-)`,
    read: nearDay,
  },
  {
    rule: 'unit',
    source: `${partBefore}?(?<shift>[Ll]ast|[Nn]ext|[Tt]his(?:${space}(?:past|coming))?|[Cc]oming)${space}(?<u>week|weekend|month|year)\\b(?!-)`,
    read: aUnit,
  },
  {
    rule: 'unit',
    source: `(?:[Bb]eginning|[Ss]tart|[Mm]iddle|[Ee]nd)${space}of${space}the${space}(?<u>week|month|year)\\b(?!-|${space}(?:of|after|before)\\b)`,
    read: (g) => ({ kind: 'unit', unit: unitOf(g.u), shift: 0 }),
  },
  {
    rule: 'unit',
    source: `(?<skip>(?:[Ll]ater|[Ee]arlier)${space}in${space}the${space})(?<u>week|month|year)\\b(?!-)`,
    read: (g) => ({ kind: 'unit', unit: unitOf(g.u), shift: 0 }),
  },
  {
    rule: 'unit',
    source: `(?<skip>(?:[Oo]ver|[Aa]t|[Dd]uring|[Oo]n|[Tt]hroughout)${space}the${space})(?<u>weekend)\\b`,
    read: () => ({ kind: 'unit', unit: 'weekend', shift: null }),
  },
  {
    rule: 'distance',
    source: `(?:(?<mod>${hedge}|[Ee]xactly|[Jj]ust)${space})?(?<n>${vagueCount}|[Aa]n?|[Hh]alf${space}an?|${count})(?<half>${space}and${space}a${space}half)?${space}(?<u>${unit})(?<half2>${space}and${space}a${space}half)?${space}ago\\b(?<day>${space}today\\b)?`,
    read: (g) => distance(g, -1),
  },
  {
    rule: 'distance',
    source: `(?<n>${vagueCount}|[Aa]n?|${count})${space}(?<u>${unit})${space}from${space}now\\b`,
    read: (g) => distance(g, 1),
  },
  {
    rule: 'distance',
    source: `(?<skip>[Ii]n${space})(?<n>${vagueCount}|[Aa]n?|${count})${space}(?<u>${unit})['’]?s?${space}time\\b`,
    read: (g) => distance(g, 1),
  },
  {
    rule: 'from-mention',
    source: `(?<n>[Aa]|${count})${space}(?<u>(?:day|week|month|year)s?\\b)${space}(?<dir>earlier|later|before|afterwards?|after)\\b`,
    read: fromMention,
  },
  {
    rule: 'from-mention',
    source: `(?:[Tt]he|[Tt]hat)${space}(?:very${space})?(?<side>following|next|previous|preceding|same)${space}(?<u>day|morning|afternoon|evening|night|week|month|year)\\b(?!-)`,
    read: beside,
  },
  {
    rule: 'from-mention',
    source: `(?<side>[Tt]hat)${space}(?:very${space}|same${space})?(?<u>day|morning|afternoon|evening|night)\\b(?!-|['’]s|${space}(?:after|by|of|when|will|would)\\b)`,
    read: beside,
  },
  {
    rule: 'from-mention',
    source: `[Tt]he${space}(?<u>day|week|month|year)${space}(?<dir>before|after)(?=[.,;:)!?”"]|$|\n)`,
    read: (g) => ({
      kind: 'from-mention',
      unit: unitOf(g.u),
      amount: 1,
      sign: g.dir === 'before' ? -1 : 1,
      calendar: true,
    }),
  },
]

const shiftOf = (word: string | undefined): Shift | null => {
  const text = word?.toLowerCase() ?? ''
  if (/^(?:last|past|this.past)$/.test(text)) return -1
  if (/^(?:next|coming|this.coming)$/.test(text)) return 1
  return text === 'this' ? 0 : null
}

/** A part of the day is its day; centuries are counted as a hundred years. */
function unitOf(word: string | undefined): Unit {
  const name = (word ?? '').toLowerCase().replace(/ies$/, 'y').replace(/s$/, '')
  return /^(?:morning|afternoon|evening|night)$/.test(name) ? 'day' : (name as Unit)
}

const weekOf = (g: Groups): Shift | null => (g.week === undefined ? null : shiftOf(g.week))

const aWeekday = (name: string | undefined, ownShift: Shift | null, week: Shift | null): Reading => ({
  kind: 'weekday',
  weekday: weekdayNumber(name ?? ''),
  shift: ownShift,
  week,
})

/** Names of newspapers, feasts and habits: "The Sunday Times", "Good Friday", "every Monday". */
function isWeekdayName(around: Surroundings): boolean {
  if (
    /\b(?:Black|Good|Bloody|Ash|Palm|Easter|Cyber|Super|Holy|Shrove|Giving|Maundy|Man|Girl)[ \u00a0]$/.test(
      around.before,
    )
  )
    return true
  if (
    /\b(?:[Ee]very|[Ee]ach|[Aa]ny|[Aa]|[Mm]ost|[Ss]ome|[Aa]lternate|[Nn]o|on a)(?:[ \u00a0](?:other|single))?[ \u00a0]$/.test(
      around.before,
    )
  )
    return true
  if (
    /^[ \u00a0](?:Times|Telegraph|Mirror|Express|Mail|Mercury|Herald|Tribune|Post|Independent|World|People|Review|Business|Star|Sun|Night Live|School|school)\b/.test(
      around.after,
    )
  )
    return true
  return /\b[Tt]he[ \u00a0]$/.test(around.before) && /^[ \u00a0][A-Z]/.test(around.after)
}

function nearDay(g: Groups, around: Surroundings): Reading | null {
  const word = (g.word ?? '').toLowerCase().replace(/\s/g, ' ')
  if (word === 'today' && isNowadays(g.word ?? '', around)) return null
  if (/before yesterday$/.test(word)) return { kind: 'near-day', days: -2 }
  if (/after tomorrow$/.test(word)) return { kind: 'near-day', days: 2 }
  if (word === 'yesterday' || word === 'last night') return { kind: 'near-day', days: -1 }
  return { kind: 'near-day', days: word === 'tomorrow' ? 1 : 0 }
}

/** "USA Today", "today's world", "the Lebanon of today". */
const isNowadays = (word: string, around: Surroundings): boolean =>
  (word === 'Today' && /[A-Za-z][ \u00a0]$/.test(around.before)) ||
  /\bof[ \u00a0]$/.test(around.before) ||
  /^['’]s[ \u00a0](?:world|youth|society|generation|young|age|standards|Europe|climate|culture)\b/.test(around.after)

function aUnit(g: Groups, around: Surroundings): Reading | null {
  const word = (g.shift ?? '').toLowerCase()
  if (/\b[Tt]he[ \u00a0]$/.test(around.before) && word !== 'coming') return null
  if (/\b(?:will|would|could|can|may|might|to|did|should|must|not)[ \u00a0]$/.test(around.before) && word === 'last')
    return null
  if (word === 'last' && /^[ \u00a0]of\b/.test(around.after)) return null
  const which = shiftOf(g.shift)
  return which === null ? null : { kind: 'unit', unit: unitOf(g.u), shift: which }
}

function distance(g: Groups, sign: -1 | 1): Reading | null {
  if (/^half/i.test(g.n ?? '') || g.half !== undefined || g.half2 !== undefined) return halfDistance(g, sign)
  const isExact = /^[Ee]xactly/.test(g.mod ?? '') || g.day !== undefined
  const isHedged = g.mod !== undefined && !/^[Jj]ust$/.test(g.mod)
  return distanceReading(unitOf(g.u), amountOf(g.n ?? ''), isExact ? 'exactly' : isHedged ? 'about' : null, sign)
}

/** Counted from the publication. Round numbers of years, and decades and centuries, are meant roughly. */
export function distanceReading(
  unit: Unit,
  amount: Amount,
  hedge: 'exactly' | 'about' | null,
  sign: -1 | 1,
): Extract<Reading, { kind: 'distance' }> {
  const isRound = unit === 'century' || unit === 'decade' || (unit === 'year' && amount[0] >= 10 && amount[0] % 5 === 0)
  return { kind: 'distance', unit, amount, hedge: hedge ?? (isRound ? 'about' : null), sign }
}

/** "Half a year", "a month and a half": counted in the unit below, about. */
function halfDistance(g: Groups, sign: -1 | 1): Reading | null {
  const unitName = unitOf(g.u)
  const below = halves[unitName]
  if (!below) return null
  const whole = /^half/i.test(g.n ?? '') ? 0 : amountOf(g.n ?? '')[0]
  const least = Math.floor((whole + 0.5) * below.count)
  const most = Math.ceil((whole + 0.5) * below.count)
  return { kind: 'distance', unit: below.unit, amount: [least, most], hedge: 'about', sign }
}

const halves: Partial<Record<Unit, { unit: Unit; count: number }>> = {
  week: { unit: 'day', count: 7 },
  month: { unit: 'week', count: 4 },
  year: { unit: 'month', count: 12 },
  decade: { unit: 'year', count: 10 },
  century: { unit: 'year', count: 100 },
}

function fromMention(g: Groups, around: Surroundings): Reading | null {
  const amount = amountOf(g.n ?? '')
  if (/^(?:before|after)/.test(g.dir ?? '') && !/^(?:[.,;:)!?”"]|$)/.test(around.after)) return null
  if (/^[ \u00a0]than\b/.test(around.after)) return null
  const sign = /earlier|before/.test(g.dir ?? '') ? -1 : 1
  return { kind: 'from-mention', unit: unitOf(g.u), amount: amount[0], sign, calendar: false }
}

function beside(g: Groups, around: Surroundings): Reading | null {
  const side = (g.side ?? '').toLowerCase()
  if (side === 'next' && /\b(?:over|in|within|for|during|through|throughout|at)[ \u00a0]$/i.test(around.before))
    return null
  const sign = side === 'same' || side === 'that' ? 0 : /following|next/.test(side) ? 1 : -1
  return { kind: 'from-mention', unit: unitOf(g.u), amount: sign === 0 ? 0 : 1, sign, calendar: true }
}
