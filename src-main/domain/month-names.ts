const english = [
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

/** January to December, folded; by language, and for Arabic by region. */
const others: readonly (readonly string[])[] = [
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  'januar februar marz april mai juni juli august september oktober november dezember',
  'janner feber maerz april mai juni juli august september oktober november dezember',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
  'يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر',
  'يناير فبراير مارس ابريل مايو يونيه يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر',
  'كانون_الثاني شباط اذار نيسان ايار حزيران تموز اب ايلول تشرين_الاول تشرين_الثاني كانون_الاول',
  'جانفي فيفري مارس افريل ماي جوان جويليه اوت سبتمبر اكتوبر نوفمبر ديسمبر',
  'ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
  'ינואר פברואר מרס אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר',
].map((names) => names.split(' ').map((name) => name.replace('_', ' ')))

/** Lower case, without accents, and with one form of the Arabic letters that vary. */
const folded = (name: string): string =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/\.$/, '')

/**
 * Month number of a name in English, French, German, Spanish, Italian, Portuguese, Arabic (in its three sets of Gregorian
 * names) or Hebrew, or of its first letters where these tell it; English first. Null for other words.
 */
export function monthNumber(name: string): number | null {
  const wanted = folded(name)
  const exact = others.map((names) => names.indexOf(wanted)).find((index) => index >= 0)
  if (wanted.length >= 3) {
    const index = english.findIndex((month) => month.startsWith(wanted) || (wanted === 'sept' && month === 'september'))
    if (index >= 0) return index + 1
  }
  if (exact !== undefined) return exact + 1
  if (!/^[a-z]{3,}$/.test(wanted)) return null
  const begun = new Set(others.flatMap((names) => names.flatMap((month, i) => (month.startsWith(wanted) ? [i] : []))))
  return begun.size === 1 ? ([...begun][0] ?? 0) + 1 : null
}
