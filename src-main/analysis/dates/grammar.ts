import { absolutePatterns } from './grammar-absolute'
import { languagePatterns } from './grammar-languages'
import { numericPatterns } from './grammar-numeric'
import { relativePatterns } from './grammar-relative'
import type { Pattern } from './reading'

/** Patterns in one regular expression, which finds candidates, and each for itself, which reads them. */
export type Grammar = { candidates: RegExp; patterns: readonly { pattern: Pattern; reader: RegExp }[] }

const english: readonly Pattern[] = [...absolutePatterns, ...relativePatterns]

/**
 * Not inside a word or a number, nor behind a number's point, so that "1,979" and "12:30" hold no date. Arabic and Hebrew
 * prefixes are part of their patterns.
 */
const boundary = '(?<![\\p{L}\\p{N}]|\\d[.,:/–-])'

function compile(patterns: readonly Pattern[]): Grammar {
  const alternatives = patterns.map((p) => `(${p.source.replace(/\(\?<[A-Za-z]\w*>/g, '(?:')})`)
  return {
    candidates: new RegExp(`${boundary}(?:${alternatives.join('|')})`, 'gu'),
    patterns: patterns.map((pattern) => ({ pattern, reader: new RegExp(pattern.source, 'uy') })),
  }
}

const languages = Object.entries(languagePatterns)

/** Where the language is unknown, words for "yesterday" and weekdays of one may be other words of another. */
const anyLanguage = compile([...numericPatterns, ...english, ...languages.flatMap(([, patterns]) => patterns.written)])
const byLanguage: ReadonlyMap<string, Grammar> = new Map([
  ['en', compile([...numericPatterns, ...english])],
  ...languages.map(
    ([language, { written, relative }]) => [language, compile([...numericPatterns, ...written, ...relative])] as const,
  ),
])

/** @param language BCP 47; where it is null or one without rules, all rules are tried. */
export const grammarOf = (language: string | null): Grammar =>
  byLanguage.get(language?.split('-')[0]?.toLowerCase() ?? '') ?? anyLanguage
