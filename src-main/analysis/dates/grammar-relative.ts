import { amountOf, count, dash, space, unit, vagueCount, weekday, weekdayNumber } from './lexicon'
import type { Groups, Pattern, Reading, Shift, Surroundings, Unit } from './reading'

const shift = '[Ll]ast|[Nn]ext|[Tt]his(?:[ \\u00a0](?:past|coming))?|[Pp]ast|[Cc]oming'
const hedge =
  '(?:[Aa]bout|[Aa]round|[Rr]oughly|[Ss]ome|[Mm]ore than|[Ll]ess than|[Oo]ver|[Nn]early|[Aa]lmost|[Jj]ust over|[Jj]ust under)'

export const relativePatterns: readonly Pattern[] = [
  {
    rule: 'range',
    source: `(?<skip>(?:[Bb]etween|[Ff]rom)${space})(?<wd>${weekday})(?<con>${dash}|${space}(?:to|through|until|till|and)${space})(?<wd2>${weekday})`,
    read: (g) => {
      if (/and/.test(g.con ?? '') !== /between/i.test(g.skip ?? '')) return null
      return { kind: 'range', from: aWeekday(g.wd, null, null), to: aWeekday(g.wd2, null, null) }
    },
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
    read: (g, around) =>
      isWeekdayName(around) ? null : aWeekday(g.wd, shiftOf(g.shift), g.week === undefined ? null : shiftOf(g.week)),
  },
  {
    rule: 'near-day',
    source: `(?<word>(?:[Tt]he${space}day${space})?(?:before${space}yesterday|after${space}tomorrow)|[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast${space}night|[Tt]his${space}(?:morning|afternoon|evening))\\b(?!-)`,
    read: nearDay,
  },
  {
    rule: 'unit',
    source: `(?<shift>[Ll]ast|[Nn]ext|[Tt]his(?:${space}(?:past|coming))?|[Cc]oming)${space}(?<u>week|weekend|month|year)\\b(?!-)`,
    read: aUnit,
  },
  {
    rule: 'unit',
    source: `(?<skip>(?:[Oo]ver|[Aa]t|[Dd]uring|[Oo]n|[Tt]hroughout)${space}the${space})(?<u>weekend)\\b`,
    read: () => ({ kind: 'unit', unit: 'weekend', shift: null }),
  },
  {
    rule: 'distance',
    source: `(?:(?<mod>${hedge}|[Ee]xactly|[Jj]ust)${space})?(?<n>${vagueCount}|[Aa]n?|${count})${space}(?<u>${unit})${space}ago\\b`,
    read: (g) => distance(g, -1),
  },
  {
    rule: 'distance',
    source: `(?<n>${vagueCount}|[Aa]n?|${count})${space}(?<u>${unit})${space}from${space}now\\b`,
    read: (g) => distance(g, 1),
  },
  {
    rule: 'from-mention',
    source: `(?<n>[Aa]|${count})${space}(?<u>(?:day|week|month|year)s?\\b)${space}(?<dir>earlier|later|before|afterwards?|after)\\b`,
    read: fromMention,
  },
  {
    rule: 'from-mention',
    source: `(?:[Tt]he|[Tt]hat)${space}(?:very${space})?(?<side>following|next|previous|preceding|same)${space}(?<u>day|week|month|year)\\b(?!-)`,
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

const unitOf = (word: string | undefined): Unit => (word ?? '').replace(/s$/, '') as Unit

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

function distance(g: Groups, sign: -1 | 1): Reading {
  const amount = amountOf(g.n ?? '')
  const unitName = unitOf(g.u)
  const isRound = unitName === 'decade' || (unitName === 'year' && amount[0] >= 10 && amount[0] % 5 === 0)
  const isExact = /^[Ee]xactly/.test(g.mod ?? '')
  const isHedged = g.mod !== undefined && !/^[Jj]ust$/.test(g.mod)
  return {
    kind: 'distance',
    unit: unitName,
    amount,
    hedge: isExact ? 'exactly' : isHedged || isRound ? 'about' : null,
    sign,
  }
}

function fromMention(g: Groups, around: Surroundings): Reading | null {
  const amount = amountOf(g.n ?? '')
  if (/^(?:before|after)/.test(g.dir ?? '') && !/^(?:[.,;:)!?”"]|$)/.test(around.after)) return null
  if (/^[ \u00a0]than\b/.test(around.after)) return null
  const sign = /earlier|before/.test(g.dir ?? '') ? -1 : 1
  return { kind: 'from-mention', unit: unitOf(g.u), amount: amount[0], sign, calendar: false }
}

function beside(g: Groups, around: Surroundings): Reading | null {
  const side = g.side ?? ''
  if (side === 'next' && /\b(?:over|in|within|for|during|through|throughout|at)[ \u00a0]$/i.test(around.before))
    return null
  const sign = side === 'same' ? 0 : /following|next/.test(side) ? 1 : -1
  return { kind: 'from-mention', unit: unitOf(g.u), amount: sign === 0 ? 0 : 1, sign, calendar: true }
}
