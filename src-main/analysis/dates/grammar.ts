import { lazily } from '../../domain/lazily'
import { type Automaton, automaton } from './automaton'
import { absolutePatterns } from './grammar-absolute'
import { agoPatterns } from './grammar-ago'
import { doubtfulPatterns } from './grammar-doubtful'
import { enumerationPatterns } from './grammar-enumerations'
import { languagePatterns } from './grammar-languages'
import { holidayPatterns, namedPatterns } from './grammar-named'
import { dottedPatterns, joinedPatterns, numericPatterns } from './grammar-numeric'
import { relativePatterns } from './grammar-relative'
import { patternTrees } from './pattern-tree'
import type { Pattern } from './reading'

/** Patterns in order, each with the expression that reads it, and what tells which of them to try at a place. */
export type Grammar = {
  patterns: readonly { pattern: Pattern; reader: () => RegExp }[]
  automaton: Automaton
}

/** Forms that look like dates and are none come before those that would take a part of them for one. */
const english: readonly Pattern[] = [
  ...namedPatterns,
  ...doubtfulPatterns,
  ...enumerationPatterns,
  ...absolutePatterns,
  ...relativePatterns,
]

const compile = (patterns: readonly Pattern[]): Grammar => ({
  patterns: patterns.map((pattern) => ({ pattern, reader: lazily(() => new RegExp(pattern.source, 'uy')) })),
  automaton: automaton(patternTrees(patterns.map(({ source }) => source))),
})

const numericOf = (language: string): readonly Pattern[] => [
  ...(language === 'ar' ? joinedPatterns : numericPatterns),
  ...dottedPatterns,
]

const languages = Object.entries(languagePatterns)

/** Where the language is unknown, words for "yesterday" and weekdays of one may be other words of another. */
const anyLanguage = lazily(() =>
  compile([...numericPatterns, ...english, ...languages.flatMap(([, patterns]) => patterns.written)]),
)
const byLanguage: ReadonlyMap<string, () => Grammar> = new Map([
  ['en', lazily(() => compile([...numericPatterns, ...english]))],
  ...languages.map(
    ([language, { written, relative }]) =>
      [
        language,
        lazily(() =>
          compile([
            ...numericOf(language),
            ...(holidayPatterns[language] ?? []),
            ...(agoPatterns[language] ?? []),
            ...written,
            ...relative,
          ]),
        ),
      ] as const,
  ),
])

/** @param language BCP 47; where it is null or one without rules, all rules are tried. */
export const grammarOf = (language: string | null): Grammar =>
  (byLanguage.get(language?.split('-')[0]?.toLowerCase() ?? '') ?? anyLanguage)()
