import { articleStatuses } from './article'
import { edtfInterval } from './edtf'

/**
 * The query language of the search box: words, "phrases", prefix*, -not, and the filters outlet:, tag:, lang:, status:,
 * date:2024-05.., is:undated, is:untitled, is:unattributed, is:copy (most of its text stands in another article too).
 * All terms must hold.
 */
export type SearchTerm = { text: string; phrase: boolean; prefix: boolean; not: boolean }

export type SearchFilter =
  | { field: 'outlet' | 'tag' | 'lang' | 'status'; value: string; not: boolean }
  | { field: 'is'; value: (typeof states)[number]; not: boolean }
  /** Days, both included; null is open. */
  | { field: 'date'; from: string | null; to: string | null; not: boolean }

export type SearchQuery = { terms: SearchTerm[]; filters: SearchFilter[] }

const pieces =
  /(?<not>-)?(?:(?<field>outlet|tag|lang|status|date|is):)?(?:["“”„«](?<quoted>[^"“”„«»]*)["“”»]?(?<star>\*)?|(?<word>\S+))/giu

const states = ['undated', 'untitled', 'unattributed', 'copy'] as const

/** Understands a typed query. Never throws: what is no filter that it knows is taken as words. */
export function parseSearchQuery(text: string): SearchQuery {
  const query: SearchQuery = { terms: [], filters: [] }
  for (const match of text.matchAll(pieces)) {
    const { field, quoted, star, word = '' } = match.groups ?? {}
    const not = match.groups?.not !== undefined
    const value = (quoted ?? word).trim()
    const filter = field === undefined ? null : toFilter(field.toLowerCase(), value, not)
    if (filter) query.filters.push(filter)
    else query.terms.push(...toTerms(field === undefined ? value : `${field}:${value}`, quoted, star, not))
  }
  return query
}

function toTerms(value: string, quoted: string | undefined, star: string | undefined, not: boolean): SearchTerm[] {
  const prefix = star !== undefined || (quoted === undefined && value.endsWith('*'))
  const text = prefix ? value.replace(/\*+$/, '') : value
  if (!/[\p{L}\p{N}]/u.test(text)) return []
  return [{ text, phrase: quoted !== undefined, prefix, not }]
}

function toFilter(field: string, value: string, not: boolean): SearchFilter | null {
  if (value === '') return null
  if (field === 'date') return dateFilter(value, not)
  if (field === 'is') {
    const state = states.find((known) => known === value.toLowerCase())
    return state ? { field, value: state, not } : null
  }
  if (field === 'status') {
    const status = articleStatuses.find((known) => known === value.toLowerCase())
    return status ? { field, value: status, not } : null
  }
  return field === 'outlet' || field === 'tag' || field === 'lang' ? { field, value, not } : null
}

/** `2024-05`, `2024-05-01..2024-05-09`, `2024-05..`, `..2024`: days that the date must meet. */
function dateFilter(value: string, not: boolean): SearchFilter | null {
  const [start = '', end, ...more] = value.split('..')
  if (more.length > 0 || (start === '' && !end)) return null
  const from = start === '' ? null : edtfInterval(start)
  const to = end === undefined ? from : end === '' ? null : edtfInterval(end)
  if ((start !== '' && !from) || (end !== undefined && end !== '' && !to)) return null
  return { field: 'date', from: from?.earliest ?? null, to: to?.latest ?? null, not }
}
