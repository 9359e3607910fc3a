/**
 * The query language of the search box: words, "phrases", prefix*, -not, and the filters outlet:, tag:, lang:, status:,
 * date:2024-05.., is:undated, is:untitled, is:unattributed. All terms must hold.
 */
export type SearchTerm = { text: string; phrase: boolean; prefix: boolean; not: boolean }

export type SearchFilter =
  | { field: 'outlet' | 'tag' | 'lang' | 'status'; value: string; not: boolean }
  | { field: 'is'; value: 'undated' | 'untitled' | 'unattributed'; not: boolean }
  /** Days, both included; null is open. */
  | { field: 'date'; from: string | null; to: string | null; not: boolean }

export type SearchQuery = { terms: SearchTerm[]; filters: SearchFilter[] }
