import { asciiDigits, digit } from '../../domain/digits'
import type { LanguagePatterns } from './grammar-languages'
import { alternatives, indexAmong, writtenDay, writtenMonth, writtenRange } from './grammar-tables'
import { space } from './lexicon'
import type { Groups, Pattern, Reading, Shift, Unit } from './reading'

const wordEnd = '(?![\\p{L}\\p{N}])'
const dayDigits = `${digit}{1,2}(?!${digit})`
const yearDigits = `[12١٢۱۲]${digit}{3}(?!${digit}|[.,٫٬]${digit})`

/** Each month by its name in Egypt and the Gulf, in the Levant, and in the Maghreb. */
const arabicMonths =
  '(?:يناير|كانون الثاني|جانفي)|(?:فبراير|شباط|فيفري)|(?:مارس|آذار|اذار)|(?:[أإا]بريل|نيسان|أفريل)|(?:مايو|[أا]يار|ماي)|(?:يونيو|يونيه|حزيران|جوان)|(?:يوليو|يوليه|تموز|جويلية)|(?:[أا]غسطس|آب|أوت)|(?:سبتمبر|[أا]يلول)|(?:[أا]كتوبر|تشرين ال[أا]ول)|(?:نوفمبر|تشرين الثاني)|(?:ديسمبر|كانون ال[أا]ول)'
const arabicWeekdays = 'ال[أا]حد|ال[إا]ثنين|الثلاثاء|ال[أا]ربعاء|الخميس|الجمعة|السبت'
const units = ['الحادي', 'الثاني', 'الثالث', 'الرابع', 'الخامس', 'السادس', 'السابع', 'الثامن', 'التاسع']
/** First to thirty-first, in order. */
const arabicDays = [
  'ال[أا]ول',
  ...units.slice(1),
  'العاشر',
  ...units.map((name) => `${name} عشر`),
  'العشر[يو]ن',
  ...units.map((name) => `${name} والعشر[يو]ن`),
  'الثلاث[يو]ن',
  'الحادي والثلاث[يو]ن',
]
/** Longer names first, so that "the second" doesn't hide "the second and twentieth". */
const longestFirst = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).join('|')

/** "مايو/أيار" and "أيار (مايو)" name one month twice. */
const arabicMonth = `(?<m>${longestFirst(alternatives(arabicMonths))})${wordEnd}(?:${space}?[/(]${space}?(?:${arabicMonths})${wordEnd}\\)?)?`
const arabicMonthIndex = indexAmong(arabicMonths)
const arabicWeekdayIndex = indexAmong(arabicWeekdays)
const arabicDayIndex = indexAmong(arabicDays.join('|'))
const arabicDate = `(?<skip>[وبف])?(?:(?:يوم${space})?(?:${arabicWeekdays})[،,]?${space}(?:الموافق${space})?)?(?<d>${dayDigits}|(?:${longestFirst(arabicDays)}))${space}(?:من${space})?(?:شهر${space})?${arabicMonth}`
const arabicYear = `[،,]?${space}(?:من${space})?(?:(?:عام|سنة|العام)${space})?(?<y>${yearDigits})`
const arabicPast = '(?:الماضي|الماضية|الفائت|المنصرم|المنصرمة)'
const arabicNext = '(?:المقبل|المقبلة|القادم|القادمة)'

/** Digits of any of the scripts as a number. */
const numberOf = (written: string): number => Number(asciiDigits(written))

const otherCalendar: Reading = { kind: 'open', reason: 'other-calendar' }

/** Months of the Hijri calendar; "صفر" and "محرم" are other words too, but not behind a number of a day. */
const hijriMonths =
  'محرم|المحرم|صفر|ربيع ال[أا]ول|ربيع (?:الثاني|الآخر)|جمادى (?:ال[أا]ولى|الآخرة|الثانية)|رجب|شعبان|رمضان|شوال|ذ[وي] القعدة|ذ[وي] الحجة'
const hijriYear = `1[34]\\d\\d|[١۱][٣٤۳۴]${digit}{2}`
const hijriMark = `${space}?(?:هـ|هجري[ةا]?|ه(?!\\p{L}))`

const yearText = (written: string | undefined): string | undefined =>
  written === undefined ? undefined : String(numberOf(written))

function arabicDay(g: Groups): Reading | null {
  const written = g.d ?? ''
  const day = /\p{N}/u.test(written) ? numberOf(written) : arabicDayIndex(written) + 1
  return writtenDay(day, arabicMonthIndex(g.m ?? '') + 1, yearText(g.y))
}

/** A range of days of one month, in digits of any script. */
const semiticRange = (g: Groups, monthIndex: (name: string) => number): Reading | null =>
  writtenRange(
    { ...g, d: String(numberOf(g.d ?? '')), d2: String(numberOf(g.d2 ?? '')), y: yearText(g.y) },
    (name) => monthIndex(name) + 1,
  )

const shiftOf = (g: Groups): Shift | null => (g.past !== undefined ? -1 : g.next !== undefined ? 1 : null)

/** Of the Hijri years of our time, which are none that news of ours tell of. */
const isHijri = (value: string): boolean => Number(value) >= 1380 && Number(value) <= 1460

const writtenYear = (g: Groups): Reading | null => {
  const value = yearText(g.y) ?? ''
  return Number(value) <= 2100 ? { kind: 'written', edtf: value, approximate: false } : null
}

/** Weeks, months and years beside the one of publication: the noun with what stands before and after it. */
const unitsBeside = (prefixes: string, forms: readonly [Unit, Shift, string][]): Pattern[] =>
  forms.map(([unit, shift, source]) => ({
    rule: 'unit',
    source: `(?<skip>[${prefixes}])?(?:${source})${wordEnd}`,
    read: () => ({ kind: 'unit', unit, shift }),
  }))

function near(prefixes: string, days: Readonly<Record<string, number>>, after = ''): Pattern {
  const words = Object.keys(days).join('|')
  const wordIndex = indexAmong(words)
  return {
    rule: 'near-day',
    source: `(?<skip>[${prefixes}])?(?<word>${words})${wordEnd}${after}`,
    read: (g) => ({ kind: 'near-day', days: Object.values(days)[wordIndex(g.word ?? '')] ?? 0 }),
  }
}

export const arabicPatterns: LanguagePatterns = {
  written: [
    {
      rule: 'other-calendar',
      source: `(?<skip>[وبف])?${dayDigits}${space}(?:من${space})?(?:شهر${space})?(?:${hijriMonths})${wordEnd}(?:${space}(?:(?:عام|سنة|لعام)${space})?(?:${hijriYear})(?:${hijriMark})?)?`,
      read: () => otherCalendar,
    },
    {
      rule: 'other-calendar',
      source: `(?:(?<skip>[وبل]?(?:عام|العام|سنة)${space})|(?:${hijriMonths})${space})?(?:${hijriYear})${hijriMark}`,
      read: () => otherCalendar,
    },
    {
      rule: 'range',
      source: `(?<skip>[وف]?(?:من|بين)${space}(?:يوم(?:ي)?${space})?)(?<d>${dayDigits})${space}?(?:إلى|الى|حتى|و|[-–])${space}?(?<d2>${dayDigits})${space}(?:من${space})?(?:شهر${space})?${arabicMonth.replace('?<m>', '?<m2>')}(?:${arabicYear})?`,
      read: (g) => semiticRange(g, arabicMonthIndex),
    },
    { rule: 'full-date', source: `${arabicDate}${arabicYear}`, read: arabicDay },
    { rule: 'day-month', source: arabicDate, read: arabicDay },
    {
      rule: 'month-year',
      source: `(?<skip>[وب])?${arabicMonth}${arabicYear}`,
      read: (g) => writtenMonth(arabicMonthIndex(g.m ?? '') + 1, yearText(g.y)),
    },
    {
      rule: 'month',
      source: `(?:(?<skip>[وب]?(?:في|منذ|خلال|حتى)${space}(?:شهر${space})?|شهر${space})|(?<part>(?:مطلع|أوائل|بداية|منتصف|أواخر|نهاية)${space}(?:شهر${space})?))${arabicMonth}(?!${arabicYear.replace('?<y>', '?:')})(?:${space}(?:(?<past>${arabicPast})|(?<next>${arabicNext}))${wordEnd})?`,
      read: (g) => {
        const month = writtenMonth(arabicMonthIndex(g.m ?? '') + 1, undefined)
        return { ...month, shift: shiftOf(g), approximate: g.part !== undefined }
      },
    },
    {
      rule: 'year',
      source: `(?<skip>[وبل]?(?:عام|العام|سنة|في|منذ)${space})(?<y>${yearDigits})`,
      read: (g) => (isHijri(yearText(g.y) ?? '') ? otherCalendar : writtenYear(g)),
    },
  ],
  relative: [
    near('وبل', { 'أمس ال[أا]ول': -2, '[أا]مس': -1 }, `(?:${space}(?:${arabicWeekdays})${wordEnd})?`),
    near('وبل', { 'غد[اًا]{1,2}': 1 }, `(?:${space}(?:${arabicWeekdays})${wordEnd})?`),
    {
      rule: 'weekday',
      source: `(?<skip>[وبل])?(?:(?:يوم|اليوم|مساء|صباح)${space}){0,2}(?<wd>${arabicWeekdays})${wordEnd}(?:${space}(?:(?<past>${arabicPast})|(?<next>${arabicNext}))${wordEnd})?`,
      read: (g) => ({
        kind: 'weekday',
        weekday: arabicWeekdayIndex(g.wd ?? ''),
        shift: shiftOf(g),
        week: null,
      }),
    },
    ...unitsBeside('وبل', [
      ['week', -1, `ال[أا]سبوع${space}${arabicPast}`],
      ['week', 0, `هذا${space}ال[أا]سبوع|ال[أا]سبوع${space}(?:الجاري|الحالي)`],
      ['week', 1, `ال[أا]سبوع${space}${arabicNext}`],
      ['month', -1, `الشهر${space}${arabicPast}`],
      ['month', 0, `هذا${space}الشهر|الشهر${space}(?:الجاري|الحالي)`],
      ['month', 1, `الشهر${space}${arabicNext}`],
      ['year', -1, `(?:العام|السنة)${space}${arabicPast}`],
      ['year', 0, `هذا${space}العام|هذه${space}السنة|العام${space}(?:الجاري|الحالي)`],
      ['year', 1, `(?:العام|السنة)${space}${arabicNext}`],
    ]),
  ],
}

const hebrewMonths = 'ינואר|פברואר|(?:מרץ|מרס)|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר'
const hebrewWeekdays = 'ראשון|שני|שלישי|רביעי|חמישי|שישי'
/** Numbers in letters ("ט״ו", "כ'") and years ("תשפ״ד"). */
const hebrewNumber = `(?:[א-ל]["״][א-ט]|[א-ל]['׳])`
const hebrewYear = `ה?['׳]?תש[א-צ]?["״][א-ת]`
const jewishMonths = `(?:תשרי|חשוו?ן|מרחשוו?ן|כסלו|טבת|שבט|אדר(?: [אב]["׳'])?|ניסן|אייר|סיוו?ן|תמוז|אב|אלול)`
const hebrewMonthIndex = indexAmong(hebrewMonths)
const hebrewWeekdayIndex = indexAmong(hebrewWeekdays)
const hebrewDate = `(?<skip>[בלמה][-־])?(?<d>${dayDigits})${space}ב?(?<m>${hebrewMonths})${wordEnd}`

export const hebrewPatterns: LanguagePatterns = {
  written: [
    {
      rule: 'other-calendar',
      source: `(?<skip>[בלמה][-־]?)?(?:${hebrewNumber}|${dayDigits})${space}ב?${jewishMonths}${wordEnd}(?:,?${space}(?:${hebrewYear})${wordEnd})?`,
      read: () => otherCalendar,
    },
    {
      rule: 'other-calendar',
      source: `(?<skip>(?:בשנת|שנת|משנת)${space})?${hebrewYear}${wordEnd}`,
      read: () => otherCalendar,
    },
    {
      rule: 'range',
      source: `(?<skip>(?:בין|מ)[-־ ]?(?:ה[-־])?)?(?<d>${dayDigits})(?:${space}?[-–]${space}?|${space}(?:ל|עד)[-־ ]?(?:ה[-־])?)(?<d2>${dayDigits})${space}ב?(?<m2>${hebrewMonths})${wordEnd}(?:,?${space}(?<y>${yearDigits}))?`,
      read: (g) => semiticRange(g, hebrewMonthIndex),
    },
    { rule: 'full-date', source: `${hebrewDate},?${space}(?<y>${yearDigits})`, read: hebrewDay },
    { rule: 'day-month', source: hebrewDate, read: hebrewDay },
    {
      rule: 'month-year',
      source: `(?<skip>[במלה])?(?<m>${hebrewMonths})${space}(?<y>${yearDigits})`,
      read: (g) => writtenMonth(hebrewMonthIndex(g.m ?? '') + 1, yearText(g.y)),
    },
    { rule: 'year', source: `(?<skip>(?:בשנת|משנת|מאז)${space}|ב[-־])(?<y>${yearDigits})`, read: writtenYear },
  ],
  relative: [
    {
      rule: 'month',
      source: `(?:(?<skip>ב|מאז${space}|עד${space})|(?<part>ב?(?:תחילת|אמצע|סוף)${space}))(?<m>${hebrewMonths})${wordEnd}(?!,?${space}${yearDigits})(?:${space}(?:(?<past>שעבר|האחרון)|(?<next>הבא|הקרוב))${wordEnd})?`,
      read: (g) => ({
        ...writtenMonth(hebrewMonthIndex(g.m ?? '') + 1, undefined),
        shift: shiftOf(g),
        approximate: g.part !== undefined,
      }),
    },
    near('ובלמה', { שלשום: -2, אתמול: -1, היום: 0, מחר: 1 }),
    {
      rule: 'weekday',
      source: `(?<skip>ו?[בהלמ]?)(?:יום${space}(?:(?<wd>${hebrewWeekdays})|(?<letter>[א-ו])['׳])|(?<saturday>שבת))${wordEnd}(?:${space}(?:(?<past>שעבר|שעברה|האחרון|האחרונה)|(?<next>הבא|הבאה|הקרוב|הקרובה))${wordEnd})?`,
      read: (g) => ({
        kind: 'weekday',
        weekday: hebrewWeekday(g),
        shift: shiftOf(g),
        week: null,
      }),
    },
    ...unitsBeside('ובלמה', [
      ['week', -1, `שבוע${space}שעבר`],
      ['week', 0, `שבוע${space}(?:זה|הזה)|השבוע`],
      ['month', -1, `חודש${space}שעבר`],
      ['year', -1, `שנה${space}שעברה|אשתקד`],
    ]),
  ],
}

function hebrewDay(g: Groups): Reading | null {
  return writtenDay(numberOf(g.d ?? ''), hebrewMonthIndex(g.m ?? '') + 1, yearText(g.y))
}

const hebrewWeekday = (g: Groups): number => {
  if (g.saturday !== undefined) return 6
  return g.letter === undefined ? hebrewWeekdayIndex(g.wd ?? '') : 'אבגדהו'.indexOf(g.letter)
}
