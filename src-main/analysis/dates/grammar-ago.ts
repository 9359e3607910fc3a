import { asciiDigits, digit } from '../../domain/digits'
import { distanceReading } from './grammar-relative'
import { alternatives, eitherCase, indexAmong, wordEnd } from './grammar-tables'
import { space } from './lexicon'
import type { Amount, Groups, Pattern, Unit } from './reading'

/** How a language says "three days ago"; alternatives are regular expression sources in lower case. */
type Ago = {
  /** What stands before the number and behind the unit, in each way to say it. */
  ways: readonly (readonly [before: string, behind: string])[]
  /** "About", "more than". */
  hedges: string
  /** One to twenty, then thirty to sixty by tens. */
  numbers: string
  few: string
  several: string
  /** In order of `units`. */
  unitNames: string
}

const units: readonly Unit[] = ['day', 'week', 'month', 'year', 'decade', 'century']

const few: Amount = [2, 6]
const several: Amount = [3, 9]

/** Unless one of the alternatives follows as a word. */
const unless = (source: string): string => `(?!${space}(?:${source})${wordEnd})`

/** "Il y a trois jours de grève" counts days. */
const frenchCounted = `(?!${space}de${wordEnd}(?!${space}cela)|${space}d[’'])${unless(
  `f[ée]riés?|ouvrables?|ouvrés?|chômés?|travaillés?|francs|consécutifs|bissextiles|par${space}(?:jour|semaine|mois|an|année)|dans${space}(?:(?:une?|la|le|chaque)${space}|l[’'])(?:jour|journée|semaine|mois|an|année|décennie|siècle)`,
)}`
const portugueseCounted = `(?!${space}de${wordEnd})${unless(
  `úteis|feriados|festivos|letivos|consecutivos|bissextos|por${space}(?:dia|semana|mês|ano)|(?:numa?|em${space}(?:uma?|cada))${space}(?:dia|semana|mês|ano|década|século)`,
)}`

const languages: Readonly<Record<string, Ago>> = {
  fr: {
    // "Il y a deux jours entre …" as a whole statement tells what there is; "il a fui il y a deux jours par …" when.
    ways: [
      [`Il${space}y${space}a${space}`, `${frenchCounted}${unless('dans|par|entre|avant|pour|où|qui')}`],
      [`il${space}y${space}a${space}`, frenchCounted],
    ],
    hedges: "environ|près de|plus de|moins d[e’']|presque|à peine",
    numbers:
      '(?:un|une)|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf|vingt|trente|quarante|cinquante|soixante',
    few: 'quelques',
    several: 'plusieurs',
    unitNames: 'jours?|semaines?|mois|(?:ans?|années?)|décennies?|siècles?',
  },
  de: {
    ways: [
      [`[Vv]or${space}`, unless(`Urlaub|Ferien|Haft|Gefängnis|Streik|Pause|Frist|pro${space}(?:Tag|Woche|Monat|Jahr)`)],
    ],
    hedges: 'etwa|rund|gut|knapp|fast|mehr als|weniger als|über|ungefähr|circa|ca\\.',
    numbers:
      '(?:einem|einer)|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|zwanzig|dreißig|vierzig|fünfzig|sechzig',
    few: 'wenigen|einigen|ein paar',
    several: 'mehreren',
    unitNames: 'tag(?:en|e)?|wochen?|monat(?:en|e)?|jahr(?:en|e)?|jahrzehnt(?:en|e)?|jahrhundert(?:en|e)?',
  },
  es: {
    ways: [
      [
        `[Hh]ace${space}(?:ya${space})?`,
        unless(
          `festivos|feriados|hábiles|laborables|consecutivos|bisiestos|de${space}(?:huelga|vacaciones|trabajo|descanso|fiesta|luto|cárcel)|(?:por|a${space}la|al)${space}(?:día|semana|mes|año)`,
        ),
      ],
    ],
    hedges: 'unos|unas|más de|menos de|casi|cerca de|alrededor de|aproximadamente',
    numbers:
      '(?:un|una)|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciséis|diecisiete|dieciocho|diecinueve|veinte|treinta|cuarenta|cincuenta|sesenta',
    few: 'unos|unas|unos pocos|unas pocas|pocos|pocas|algunos|algunas',
    several: 'varios|varias',
    unitNames: 'días?|semanas?|mes(?:es)?|años?|décadas?|siglos?',
  },
  it: {
    ways: [['', `${space}fa${wordEnd}`]],
    hedges: 'circa|quasi|più di|meno di|oltre|poco più di|poco meno di',
    numbers:
      '(?:un|uno|una)|due|tre|quattro|cinque|sei|sette|otto|nove|dieci|undici|dodici|tredici|quattordici|quindici|sedici|diciassette|diciotto|diciannove|venti|trenta|quaranta|cinquanta|sessanta',
    few: 'pochi|poche|alcuni|alcune|qualche',
    several: 'diversi|diverse|vari|varie|parecchi|parecchie',
    unitNames: 'giorn[oi]|settiman[ae]|mes[ei]|ann[oi]|decenni[o]?|secol[oi]',
  },
  pt: {
    ways: [
      [`Há${space}(?:já${space})?`, `${portugueseCounted}${unless('entre|para|por')}`],
      [`há${space}(?:já${space})?`, portugueseCounted],
      ['', `${space}atrás${wordEnd}`],
    ],
    hedges: 'cerca de|quase|mais de|menos de|aproximadamente|uns|umas',
    numbers:
      '(?:um|uma)|(?:dois|duas)|três|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|(?:catorze|quatorze)|quinze|(?:dezesseis|dezasseis)|(?:dezessete|dezassete)|dezoito|(?:dezenove|dezanove)|vinte|trinta|quarenta|cinquenta|sessenta',
    few: 'alguns|algumas|poucos|poucas|uns|umas',
    several: 'vários|várias|diversos|diversas',
    unitNames: 'dias?|semanas?|(?:mês|meses)|anos?|décadas?|séculos?',
  },
}

const written = (language: string, ago: Ago): Pattern[] => {
  const [numberIndex, unitIndex] = [indexAmong(ago.numbers), indexAmong(ago.unitNames)]
  const amountOf = (g: Groups): Amount => {
    if (g.few !== undefined) return few
    if (g.several !== undefined) return several
    const index = numberIndex(g.n ?? '')
    const number = index < 0 ? Number(g.n) : index < 20 ? index + 1 : (index - 17) * 10
    return [number, number]
  }
  const unitNames = language === 'de' ? germanNouns(ago.unitNames) : ago.unitNames
  return ago.ways.map(([before, behind]) => ({
    rule: 'distance',
    source: `${before}(?:(?<mod>${eitherCase(ago.hedges)})${space})?(?:(?<n>\\d{1,3}|${eitherCase(ago.numbers)})|(?<few>${eitherCase(ago.few)})|(?<several>${eitherCase(ago.several)}))${space}(?<u>${unitNames})${wordEnd}${behind}`,
    read: (g) => {
      const unit = units[unitIndex(g.u ?? '')]
      return unit === undefined ? null : distanceReading(unit, amountOf(g), g.mod === undefined ? null : 'about', -1)
    },
  }))
}

const germanNouns = (source: string): string =>
  alternatives(source)
    .map((noun) => noun.charAt(0).toUpperCase() + noun.slice(1))
    .join('|')

/** Of a language that has forms of its own for two of a thing. */
type Dual = {
  before: string
  hedges: string
  two: string
  /** Stands for a day or a week "ago" only at the end of a clause: "before the month of May" begins so too. */
  one: string
  /** Three to ten, then twenty to fifty by tens. */
  numbers: string
  few: string
  several: string
  /** Behind a number. */
  many: string
  /** Without a number; null where that means nothing. */
  unnumbered: string | null
  behind: string
}

const clauseEnd = '(?=[.,،؛;:!؟?)”"»]|$|\\n)'

/** "A few", behind what it counts. */
const arabicScanty = 'قليلة|معدودة'

const arabic: Dual = {
  before: `(?<skip>[وف])?قبل${space}`,
  hedges: `(?:نحو|حوالي|حوالى|أكثر من|أقل من|قرابة|زهاء)${space}`,
  two: 'يومين|[أا]سبوعين|شهرين|(?:عامين|سنتين)|عقدين|قرنين',
  one: 'يوم|[أا]سبوع|شهر|(?:عام|سنة)|عقد|قرن',
  numbers: 'ثلاثة?|[أا]ربعة?|خمسة?|ستة?|سبعة?|ثماني?ة?|تسعة?|عشرة?|عشرين|ثلاثين|[أا]ربعين|خمسين',
  few: 'بضعة?',
  several: 'عدة',
  many: '(?:[أا]يام|يوم[اًا]{0,2})|(?:[أا]سابيع|[أا]سبوع[اًا]{0,2})|(?:[أا]شهر|شهور|شهر[اًا]{0,2})|(?:سنوات|سنة|[أا]عوام|عام[اًا]{0,2})|(?:عقود|عقد[اًا]{0,2})|(?:قرون|قرن[اًا]{0,2})',
  unnumbered: '[أا]يام|[أا]سابيع|(?:[أا]شهر|شهور)|(?:سنوات|[أا]عوام)|عقود|قرون',
  // "Three days before the storm", "two weeks before the vote".
  behind: `(?!${space}(?:(?:${arabicScanty}|فقط|كاملة)${space})?من${wordEnd}|${space}على${wordEnd}(?!${space}ال[أا]قل))(?:${space}(?:${arabicScanty})${wordEnd})?`,
}

const hebrew: Dual = {
  before: `(?<skip>[וש])?לפני${space}`,
  hedges: `(?:כ[-־]?|(?:יותר|פחות)${space}מ[-־]?|כמעט${space})`,
  two: 'יומיים|שבועיים|חודשיים|שנתיים|שני עשורים|מאתיים שנה',
  one: 'יום|שבוע|חודש|שנה|עשור|מאה שנה',
  numbers:
    '(?:שלושה|שלוש)|(?:ארבעה|ארבע)|(?:חמישה|חמש)|(?:שישה|שש)|(?:שבעה|שבע)|שמונה|(?:תשעה|תשע)|(?:עשרה|עשר)|עשרים|שלושים|ארבעים|חמישים',
  few: 'מספר|כמה',
  several: 'מספר רב של',
  many: '(?:ימים|יום)|(?:שבועות|שבוע)|(?:חודשים|חודש)|(?:שנים|שנה)|(?:עשורים|עשור)|מאות שנים',
  unnumbered: null,
  behind: '',
}

function dual(words: Dual): Pattern {
  const [twoIndex, oneIndex, manyIndex] = [indexAmong(words.two), indexAmong(words.one), indexAmong(words.many)]
  const unnumberedIndex = indexAmong(words.unnumbered ?? '')
  const numberIndex = indexAmong(words.numbers)
  const read = (g: Groups): readonly [Unit | undefined, Amount] => {
    if (g.two !== undefined) return [units[twoIndex(g.two)], [2, 2]]
    if (g.one !== undefined) return [units[oneIndex(g.one)], [1, 1]]
    if (g.unnumbered !== undefined) return [units[unnumberedIndex(g.unnumbered)], few]
    const unit = units[manyIndex(g.u ?? '')]
    if (g.n === undefined) return [unit, g.few === undefined ? several : few]
    const index = numberIndex(g.n)
    const number = index < 0 ? Number(asciiDigits(g.n)) : index < 8 ? index + 3 : (index - 6) * 10
    return [unit, [number, number]]
  }
  const unnumbered = words.unnumbered === null ? '' : `|(?<unnumbered>${words.unnumbered})${wordEnd}`
  return {
    rule: 'distance',
    source: `${words.before}(?<mod>${words.hedges})?(?:(?<two>${words.two})${wordEnd}|(?<one>${words.one})${clauseEnd}|(?:(?<n>${digit}{1,3}|${words.numbers})|(?<few>${words.few})|(?<several>${words.several}))${space}(?<u>${words.many})${wordEnd}${unnumbered})${words.behind}`,
    read: (g) => {
      const [unit, amount] = read(g)
      return unit === undefined ? null : distanceReading(unit, amount, g.mod === undefined ? null : 'about', -1)
    },
  }
}

/** "Il y a trois jours", by language; English has its own. */
export const agoPatterns: Readonly<Record<string, readonly Pattern[]>> = {
  ...Object.fromEntries(Object.entries(languages).map(([language, ago]) => [language, written(language, ago)])),
  ar: [dual(arabic)],
  he: [dual(hebrew)],
}
