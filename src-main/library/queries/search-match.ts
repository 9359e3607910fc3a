import type { SearchTerm } from '../../domain/search-query'
import { foldText } from '../search-text'

/** How much more a match in the title counts than one in the text. */
const titleWeight = 4
export const rankFunction = `bm25(${titleWeight}.0, 1.0)`

/** A term as an FTS5 string: between quotes nothing is an operator, and its tokens form a phrase. */
const quoted = (term: SearchTerm): string =>
  `"${foldText(term.text).replaceAll('"', '""').trim()}"${term.prefix ? ' *' : ''}`

/**
 * @returns FTS5 expressions: what must match, null where all terms are negated; and what must not, null where none is
 */
export function matchExpressions(terms: readonly SearchTerm[]): { wanted: string | null; unwanted: string | null } {
  const join = (not: boolean, operator: string) =>
    terms
      .filter((term) => term.not === not)
      .map(quoted)
      .join(operator) || null
  return { wanted: join(false, ' AND '), unwanted: join(true, ' OR ') }
}
