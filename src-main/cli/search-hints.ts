import { articleStatuses } from '../domain/article'
import { parseSearchQuery } from '../domain/search-query'

const filters = 'outlet:, tag:, lang:, status:, date:, is:'

/** What a filter takes, for those that don't take any words. */
const values: Readonly<Record<string, string>> = {
  date: 'days such as 2024-05, 2024-05-01..2024-05-09 or 2024..',
  status: articleStatuses.join(', '),
  is: 'undated, untitled, unattributed, copy',
}

/** Sentences about what looks like a filter in a query and was searched for as words. */
export function searchHints(query: string): string[] {
  return parseSearchQuery(query).terms.flatMap(({ text, phrase }) => {
    const [, name] = /^(\p{L}+):(?!\/\/)\S/u.exec(text) ?? []
    if (name === undefined || phrase) return []
    const taken = values[name.toLowerCase()]
    const why = taken ? `${name.toLowerCase()}: takes ${taken}` : `there is no filter ${name}:, but ${filters}`
    return [`“${text}” was searched for as words: ${why}.`]
  })
}
