import type { SearchHit } from '../contract/types'
import { articleHandlers } from '../services/article'
import type { ServiceContext } from '../services/context'
import { searchHandlers } from '../services/search'
import { tagArticles } from '../services/tag'
import { type Command, required, wholeNumber } from './command'
import { type ExitStatus, print, printJson } from './io'
import { libraryOption, withLibrary } from './library'
import { searchHints } from './search-hints'

/** Hits asked for at a time; those that are not articles are passed over. */
const pageSize = 200

export const searchCommand: Command = {
  name: 'search',
  usage: 'QUERY --library L [--limit N] [--json]',
  summary: 'Searches the full text of articles, best first.',
  details: [
    'QUERY: words, "phrases", prefix*, -not, outlet:, tag:, lang:, status:, date:2024-05.., is:undated, is:copy',
    '--limit N  how many articles at most; 50 if not given',
    '--json     [{article,title,outlet,published,snippet,score}]',
  ],
  options: { ...libraryOption, limit: { type: 'string' } },
  words: { least: 1, most: Number.POSITIVE_INFINITY },
  run: (given, io) =>
    withLibrary(given, io, 'read', async (context): Promise<ExitStatus> => {
      const query = given.words.join(' ')
      const limit = wholeNumber(given.text('limit') ?? '50', '--limit')
      const hits = articleHits(searchHandlers(context)['search.query'], query, limit)
      if (given.flag('json')) await printJson(io, hits.map(asJson))
      else for (const hit of hits) await print(io, asLine(hit))
      for (const hint of searchHints(query)) io.note(hint)
      if (hits.length === 0) io.note('nothing found')
      const more = hits.length < limit ? 0 : articlesFound(context, query).length - hits.length
      if (more > 0) io.note(`${more} more; --limit ${limit + more} shows all`)
      return 0
    }),
}

const articlesFound = (context: ServiceContext, query: string): number[] =>
  articleHandlers(context)['article.ids']({ filter: { query }, sort: { by: 'added', descending: false } })

type Search = ReturnType<typeof searchHandlers>['search.query']

function articleHits(search: Search, query: string, limit: number): SearchHit[] {
  const found: SearchHit[] = []
  for (let offset = 0; found.length < limit; offset += pageSize) {
    const { total, hits } = search({ query, limit: pageSize, offset })
    found.push(...hits.filter((hit) => hit.kind === 'article'))
    if (offset + pageSize >= total) break
  }
  return found.slice(0, limit)
}

const snippetText = (hit: SearchHit): string => hit.snippet.map((piece) => piece.text).join('')

const asJson = (hit: SearchHit) => {
  const { id: article, title, outlet, published, score } = hit
  return { article, title, outlet, published, snippet: snippetText(hit), score }
}

const asLine = (hit: SearchHit): string =>
  [`${hit.id}`, hit.title, hit.outlet ?? 'outlet unknown', hit.published ?? 'undated', snippetText(hit)]
    .map((part) => part.replace(/\s+/g, ' '))
    .join('\t')

export const tagCommand: Command = {
  name: 'tag',
  usage: 'TAG --library L --query Q [--json]',
  summary: 'Tags all articles that a search finds, as one operation. "Parent/Child" makes what is missing.',
  details: ['--query Q  as for `search`', '--json     {tagged}'],
  options: { ...libraryOption, query: { type: 'string' } },
  words: { least: 1, most: 1 },
  run: (given, io) =>
    withLibrary(given, io, 'write', async (context): Promise<ExitStatus> => {
      const query = required(given, 'query')
      for (const hint of searchHints(query)) io.note(hint)
      const tagged = tagArticles(context, given.words[0] ?? '', articlesFound(context, query))
      await (given.flag('json') ? printJson(io, { tagged }) : print(io, `${tagged} tagged`))
      return 0
    }),
}
