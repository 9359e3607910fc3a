import { absolutePatterns } from './grammar-absolute'
import { doubtfulPatterns } from './grammar-doubtful'
import { languagePatterns } from './grammar-languages'
import { holidayPatterns, namedPatterns } from './grammar-named'
import { dottedPatterns, joinedPatterns, numericPatterns } from './grammar-numeric'
import { relativePatterns } from './grammar-relative'
import type { Pattern } from './reading'

/** Finds where one of some patterns may match; `first` is the index of its first. */
export type Finder = { candidates: RegExp; first: number }

/** Patterns together in a few regular expressions, which find candidates, and each for itself, which reads them. */
export type Grammar = {
  finders: readonly Finder[]
  /** What a line must hold that has an expression; null where nothing is known of it. */
  sign: RegExp | null
  patterns: readonly { pattern: Pattern; reader: RegExp }[]
}

/** Longer expressions than this, in UTF-16 units, are no longer optimised by V8. */
const longestFinder = 18_000

/** Forms that look like dates and are none come before those that would take a part of them for one. */
const english: readonly Pattern[] = [...namedPatterns, ...doubtfulPatterns, ...absolutePatterns, ...relativePatterns]

/**
 * Not inside a word or a number (first the letters that are looked at fastest), nor behind a number's point, so that "1,979" and "12:30" hold no date. Arabic and Hebrew
 * prefixes are part of their patterns.
 */
const boundary = '(?<![A-Za-z0-9])(?<![\\p{L}\\p{N}]|\\d[.,:/–-])'

const dated = "[0-9A-Z'’]"
/** What follows a short word that English expressions begin with. */
const behindShortWord: Readonly<Record<string, string>> = {
  a: '[0-9cdfmwy]',
  'by|during|since|until|till|throughout': `${dated}|the|sp|su|au|w|about|around`,
  'of|for|from|before|after|through|and|or|not|its|their|his|her|around': `${dated}|the|yesterday|tomorrow`,
  in: `${dated}|the|[acefnostw]`,
  'on|at|over': 'the|[CX]',
  as: 'of|early|late|soon',
  the: `${dated}|[bdeflmnpstv]`,
  that: '[adenmsv]',
}

/**
 * How English expressions begin: most words are none of these, and are passed over before the patterns are tried. A pattern
 * that begins otherwise has to be entered here, or it never matches.
 */
const englishBeginning = `(?=${[
  "[0-9٠-٩۰-۹A-Z'’(]",
  ...Object.entries(behindShortWord).map(([words, next]) => `(?:${words})[ \\u00a0\\t](?:${next})`),
  'th(?:ir|is|re)|to[dmn]|a(?:bout|lm|round|ut)|b(?:eg|etween)|c(?:irc|los|om|ou)|e(?:ar|igh|lev|nd|xac)|f(?:all|ew|ift|irs|ina|our|ort)|half|just|l(?:at|as|es)|m(?:id|ore)|n(?:ear|ex|ine)|one|over|past|rough|s(?:ec|ev|ix|om|pr|tar|um)|t(?:en|w[eo])|ver|win|yes',
].join('|')})`

/** Every English expression holds a digit or one of these; a pattern that doesn't has to be entered here, or it never matches. */
const englishSign =
  /[0-9٠-٩۰-۹]|[Dd]ay|DAY|[Nn]ight|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|[Ww]eek|[Mm]onth|[Yy]ear|[Dd]ecade|entur|orning|noon|vening|esterday|omorrow|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter|uarter|ties\b|mas\b|Hallow|Epiphany/

function compile(patterns: readonly Pattern[], beginning = '', sign: RegExp | null = null): Grammar {
  const alternatives = patterns.map((p) => `(?:${p.source.replace(/\(\?<[A-Za-z]\w*>/g, '(?:')})`)
  return {
    finders: grouped(alternatives).map(({ group, first }) => ({
      candidates: new RegExp(`${boundary}${beginning}(?:${group.join('|')})`, 'gu'),
      first,
    })),
    sign,
    patterns: patterns.map((pattern) => ({ pattern, reader: new RegExp(pattern.source, 'uy') })),
  }
}

/** Alternatives in groups that are short enough, in order. */
function grouped(alternatives: readonly string[]): { group: string[]; first: number }[] {
  const groups: { group: string[]; first: number; length: number }[] = []
  for (const [index, alternative] of alternatives.entries()) {
    const last = groups.at(-1)
    if (last && last.length + alternative.length <= longestFinder) {
      last.group.push(alternative)
      last.length += alternative.length
    } else groups.push({ group: [alternative], first: index, length: alternative.length })
  }
  return groups
}

const numericOf = (language: string): readonly Pattern[] => [
  ...(language === 'ar' ? joinedPatterns : numericPatterns),
  ...dottedPatterns,
]

const languages = Object.entries(languagePatterns)

/** Where the language is unknown, words for "yesterday" and weekdays of one may be other words of another. */
const anyLanguage = compile([...numericPatterns, ...english, ...languages.flatMap(([, patterns]) => patterns.written)])
const byLanguage: ReadonlyMap<string, Grammar> = new Map([
  ['en', compile([...numericPatterns, ...english], englishBeginning, englishSign)],
  ...languages.map(
    ([language, { written, relative }]) =>
      [
        language,
        compile([...numericOf(language), ...(holidayPatterns[language] ?? []), ...written, ...relative]),
      ] as const,
  ),
])

/** @param language BCP 47; where it is null or one without rules, all rules are tried. */
export const grammarOf = (language: string | null): Grammar =>
  byLanguage.get(language?.split('-')[0]?.toLowerCase() ?? '') ?? anyLanguage
