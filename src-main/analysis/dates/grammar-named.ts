import { capitalised } from './grammar-tables'
import { ordinalEnd, space, year } from './lexicon'
import type { Groups, Pattern, Reading, Shift } from './reading'

/** A day of the year with a name; `name` is a regular expression source without capturing groups. */
type Holiday = readonly [name: string, month: number, day: number]

const end = '(?![\\p{L}\\p{N}])'

/** Only days that are the same everywhere and every year; "Independence Day" and Easter are not. */
const english: readonly Holiday[] = [
  ["[Nn]ew [Yy]ear['’]?s? [Ee]ve", 12, 31],
  ["[Nn]ew [Yy]ear['’]?s? [Dd]ay", 1, 1],
  ['Epiphany|Twelfth Night', 1, 6],
  ["(?:St\\.? |Saint )?Valentine['’]?s Day", 2, 14],
  ["(?:International |World )Women['’]?s Day", 3, 8],
  ["(?:St\\.? |Saint )Patrick['’]?s Day", 3, 17],
  ["April Fools?['’]?s?['’]? Day", 4, 1],
  ['Earth Day', 4, 22],
  ['A(?:nzac|NZAC) Day', 4, 25],
  ["May Day|(?:International )?Workers['’]? Day|International Labou?r Day", 5, 1],
  ['World Press Freedom Day', 5, 3],
  ['V-?E Day', 5, 8],
  ['Nakba Day', 5, 15],
  ['Juneteenth', 6, 19],
  ['World Refugee Day', 6, 20],
  ['Canada Day', 7, 1],
  ['Bastille Day', 7, 14],
  ["Hallowe['’]?en", 10, 31],
  ["All Saints['’]? Day", 11, 1],
  ['Guy Fawkes (?:Night|Day)|Bonfire Night', 11, 5],
  ["Armistice Day|Veterans['’]? Day", 11, 11],
  ['Human Rights Day', 12, 10],
  ['(?:Christmas|Xmas) Eve', 12, 24],
  ['(?:Christmas|Xmas) Day', 12, 25],
  ["Boxing Day|St\\.? Stephen['’]s Day", 12, 26],
]

const holidays: Readonly<Record<string, readonly Holiday[]>> = {
  fr: [
    ["(?:jour de l['’]an|nouvel an)", 1, 1],
    ['(?:fête du travail)', 5, 1],
    ['toussaint', 11, 1],
    ['armistice', 11, 11],
    ['(?:veille de noël|réveillon de noël)', 12, 24],
    ['noël', 12, 25],
    ['saint-sylvestre', 12, 31],
  ],
  de: [
    ['neujahr(?:stag)?', 1, 1],
    ['(?:tag der arbeit|maifeiertag)', 5, 1],
    ['tag der deutschen einheit', 10, 3],
    ['allerheiligen', 11, 1],
    ['(?:heiligabend|heiliger? abend)', 12, 24],
    ['erste[nr]? weihnachts(?:feier)?tag', 12, 25],
    ['zweite[nr]? weihnachts(?:feier)?tag', 12, 26],
    ['silvester(?:abend|nacht)?', 12, 31],
  ],
  es: [
    ['año nuevo', 1, 1],
    ['(?:día de reyes)', 1, 6],
    ['(?:día del trabajo|día de los trabajadores)', 5, 1],
    ['nochebuena', 12, 24],
    ['(?:día de )?navidad', 12, 25],
    ['nochevieja', 12, 31],
  ],
  it: [
    ['capodanno', 1, 1],
    ['epifania', 1, 6],
    ['(?:festa del lavoro|festa dei lavoratori)', 5, 1],
    ['ferragosto', 8, 15],
    ['ognissanti', 11, 1],
    ['vigilia di natale', 12, 24],
    ['natale', 12, 25],
    ['santo stefano', 12, 26],
    ['san silvestro', 12, 31],
  ],
  pt: [
    ['ano novo', 1, 1],
    ['(?:dia do trabalho|dia do trabalhador)', 5, 1],
    ['véspera de natal', 12, 24],
    ['(?:dia de )?natal', 12, 25],
    ['véspera de ano novo', 12, 31],
  ],
  ar: [
    ['رأس السنة(?: الميلادية)?', 1, 1],
    ['عيد العمال', 5, 1],
    ['يوم النكبة|ذكرى النكبة', 5, 15],
  ],
}

/** What stands before a feast when it is a date, by language: "à Noël", not "marché de Noël". */
const beforeHoliday: Readonly<Record<string, string>> = {
  fr: "(?:[ÀàA]|[Aa]vant|[Dd]epuis|[Aa]près|[Jj]usqu['’]à|[Ll]e jour de|[Ll]ors de|[Ll]e|[Ll]a)(?:[ ]la|[ ]le|[ ]l['’])?",
  de: '(?:[Aa]n|[Aa]m|[Zz]u|[Vv]or|[Nn]ach|[Ss]eit|[Bb]is)(?:[ ]dem)?',
  es: '(?:[Ee]n|[Ee]l|[Ll]a|[Pp]or|[Aa]ntes de|[Dd]esde|[Hh]asta|[Dd]urante)(?:[ ]el|[ ]la)?',
  it: '(?:[Aa]|[Dd]opo|[Pp]rima di|[Dd]a|[Pp]er|[Aa]lla|[Ii]l|[Nn]el giorno di)',
  pt: '(?:[Nn]o|[Nn]a|[Oo]|[Aa]|[Aa]ntes do|[Dd]esde o|[Aa]té o)',
  ar: '(?:في|يوم|ليلة|منذ|قبل|بعد)',
}

/** The holiday that goes by this name. */
function aHoliday(days: readonly Holiday[], g: Groups): Reading | null {
  const found = days.find(([name]) => new RegExp(`^(?:${name})$`, 'iu').test(g.f ?? ''))
  return found ? dayOf(found[1], found[2], g) : null
}

const dayOf = (monthNumber: number, day: number, g: Groups): Reading => ({
  kind: 'day',
  year: Number(g.y) || null,
  yearShift: null,
  shift: shiftOf(g.shift),
  month: monthNumber,
  day,
  weekday: null,
})

function shiftOf(word: string | undefined): Shift | null {
  const text = word?.toLowerCase()
  return text === 'last' ? -1 : text === 'next' ? 1 : text === 'this' ? 0 : null
}

const namesOf = (days: readonly Holiday[]): string => days.map(([name]) => name).join('|')

const shiftBefore = `(?:(?<shift>[Ll]ast|[Nn]ext|[Tt]his)${space})?`
const yearBehind = `(?:,?${space}(?:of${space}|in${space})?(?<y>${year}))?`
/** What follows "Christmas" when it is a day and not part of a name. */
const closed = `(?=[.,;:)!?”"]|$|\\n|${space}(?:and|or|but|when|after|before|as|with|while|because|in|at|for|to|the|he|she|it|they|we)\\b|,?${space}${year})`

/** The attacks and the like that are named after their day, from that day on. */
const named: readonly (readonly [source: string, edtf: string])[] = [
  [
    `9/11${end}(?!/)|(?:September${space}11(?:${ordinalEnd})?|11${space}September)(?=,?${space}(?:terror(?:ist)?${space})?(?:attacks?|hijack))`,
    '2001-09-11',
  ],
  [
    `(?:October${space}7(?:${ordinalEnd})?|7${space}October)(?=['’]?s?${space}(?:[a-z-]+${space})?(?:attacks?|massacres?|assault|onslaught|raid)\\b)`,
    '2023-10-07',
  ],
  [`January${space}6(?:${ordinalEnd})?(?=,?${space}(?:Capitol|riots?|insurrection|committee|attack)\\b)`, '2021-01-06'],
]

export const namedPatterns: readonly Pattern[] = [
  ...named.map(([source, edtf]): Pattern => ({ rule: 'holiday', source, read: () => ({ kind: 'named', edtf }) })),
  {
    rule: 'holiday',
    source: `${shiftBefore}(?<f>${namesOf(english)})\\b${yearBehind}`,
    read: (g) => aHoliday(english, g),
  },
  {
    rule: 'holiday',
    source: `(?:(?<skip>(?:[Aa]t|[Oo]n|[Bb]y|[Bb]efore|[Aa]fter|[Ss]ince|[Uu]ntil|[Oo]ver|[Aa]round)${space})|(?<shift>[Ll]ast|[Nn]ext|[Tt]his)${space})(?:Christmas|Xmas)${closed}${yearBehind}`,
    read: (g) => dayOf(12, 25, g),
  },
]

/** Names that stand for more than the day, unless a preposition comes before them. */
const isOtherWord =
  /^(?:noël|navidad|natale|natal|armistice|toussaint|ano novo|año nuevo|nouvel an|epifania|neujahr)$/iu

/** Holidays of the other languages, by language. */
export const holidayPatterns: Readonly<Record<string, readonly Pattern[]>> = Object.fromEntries(
  Object.entries(holidays).map(([language, days]): [string, Pattern[]] => [
    language,
    [
      {
        rule: 'holiday',
        source: `(?<skip>(?:${beforeHoliday[language]})${space})?(?<f>${capitalised(namesOf(days))})${end}(?:,?${space}(?:de${space}|del${space}|عام${space})?(?<y>${year}))?`,
        read: (g) => (g.skip === undefined && isOtherWord.test(g.f ?? '') ? null : aHoliday(days, g)),
      },
    ],
  ]),
)
