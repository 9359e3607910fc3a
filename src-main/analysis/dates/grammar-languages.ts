import { arabicPatterns, hebrewPatterns } from './grammar-semitic'
import { dayMonthYear, monthYear, nearDays, type Table, weekdayOf, yearAlone } from './grammar-tables'
import type { Pattern } from './reading'

/** `written`: dates that name a month or a year; `relative`: ones that are counted from the publication. */
export type LanguagePatterns = { written: readonly Pattern[]; relative: readonly Pattern[] }

/** Months from January, weekdays from Sunday, each as a regular expression source. */
const tables = {
  fr: {
    months: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
    weekdays: 'dimanche|lundi|mardi|mercredi|jeudi|vendredi|samedi',
    dayEnd: '(?:er)?',
    ofMonth: '',
    ofYear: '',
    beforeYear: '[Ee]n|[Dd]epuis|[Aa]vant|[Jj]usqu’en|[Dd]ès',
    past: 'dernier',
    coming: 'prochain',
    near: { 'avant-hier': -2, hier: -1, "aujourd['’]hui": 0, demain: 1 },
  },
  de: {
    months: '(?:januar|jänner)|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember',
    weekdays: 'sonntag|montag|dienstag|mittwoch|donnerstag|freitag|(?:samstag|sonnabend)',
    dayEnd: '\\.',
    ofMonth: '',
    ofYear: '',
    beforeYear: '[Ii]m Jahre?|[Ss]eit|[Ii]m Jahr|[Aa]nno',
    past: '(?:vergangenen?|letzten?|vorigen?)',
    coming: '(?:kommenden?|nächsten?)',
    near: { vorgestern: -2, gestern: -1, heute: 0, übermorgen: 2 },
  },
  es: {
    months: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|(?:septiembre|setiembre)|octubre|noviembre|diciembre',
    weekdays: 'domingo|lunes|martes|miércoles|jueves|viernes|sábado',
    dayEnd: '[º°]?',
    ofMonth: 'de ',
    ofYear: '(?:de |del )',
    beforeYear: '[Ee]n|[Dd]esde|[Ee]n el año|[Hh]asta',
    past: 'pasado',
    coming: 'próximo',
    near: { anteayer: -2, ayer: -1, hoy: 0 },
  },
  it: {
    months: 'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre',
    weekdays: 'domenica|lunedì|martedì|mercoledì|giovedì|venerdì|sabato',
    dayEnd: '[º°]?',
    ofMonth: '',
    ofYear: '(?:del )?',
    beforeYear: '[Nn]el|[Dd]al|[Nn]ell’anno',
    past: 'scors[oa]',
    coming: 'prossim[oa]',
    near: { "l[’']altro ieri": -2, ieri: -1, oggi: 0, domani: 1 },
  },
  pt: {
    months: 'janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro',
    weekdays: 'domingo|segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado',
    dayEnd: '[º°]?',
    ofMonth: 'de ',
    ofYear: '(?:de )',
    beforeYear: '[Ee]m|[Dd]esde|[Aa]té',
    past: 'passad[oa]',
    coming: 'próxim[oa]',
    near: { anteontem: -2, ontem: -1, hoje: 0, amanhã: 1 },
  },
} as const satisfies Record<string, Table>

const european = Object.fromEntries(
  Object.entries(tables).map(([language, table]): [string, LanguagePatterns] => [
    language,
    {
      written: [...dayMonthYear(table), monthYear(table), yearAlone(table)],
      relative: [weekdayOf(table), nearDays(table)],
    },
  ]),
)

export const languagePatterns: Readonly<Record<string, LanguagePatterns>> = {
  ...european,
  ar: arabicPatterns,
  he: hebrewPatterns,
}
