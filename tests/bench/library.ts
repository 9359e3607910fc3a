import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { noVectors } from '../../src-main/analysis/alignment/vectors'
import type { Input } from '../../src-main/contract/methods'
import { createLibrary, openLibrary } from '../../src-main/library/open'
import { allHandlers } from '../../src-main/services/handlers'
import { addArticles } from '../../src-main/services/import-add'
import { extractedText } from '../support/generated'
import { corpus } from './corpus'

/**
 * Pages of the article table and searches in a large library, in milliseconds: `npm run bench -- library [ARTICLES]`.
 * Searches are held against the bare FTS5 query with rank and snippets over the same index. Budgets: a page 20 ms, a
 * search 2 times the bare query and 50 ms, both at the 95th percentile.
 */
const count = Number(process.argv[2] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), 'collate-bench-'))
const path = join(folder, 'large.collate')
const clock = () => new Date().toISOString()
const extract = () => Promise.reject(new Error('not used'))
const notify = () => undefined

function fill(): void {
  const library = createLibrary(path, { clock })
  const { texts } = corpus(count)
  for (let from = 0; from < count; from += 10_000) {
    const items = texts.slice(from, from + 10_000).map(({ title, text, published }, index) => {
      const item = extractedText(text, title, `article-${from + index}.txt`)
      const date = { value: published, origin: 'file', confidence: 'certain', evidence: null } as const
      const hasDate = (from + index) % 5 > 0
      return hasDate
        ? { ...item, extracted: { ...item.extracted, metadata: { ...item.extracted.metadata, published: date } } }
        : item
    })
    addArticles({ library, clock, extract, wordVectors: () => noVectors, notify }, items)
  }
  library.close()
}

const percentile95 = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.ceil(numbers.length * 0.95) - 1] ?? 0

async function milliseconds(work: () => unknown, times: number): Promise<number[]> {
  const taken: number[] = []
  for (let i = 0; i < times; i += 1) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  return taken
}

const report = (name: string, taken: number[]): void =>
  console.log(
    `${name.padEnd(44)} first ${(taken[0] ?? 0).toFixed(1).padStart(7)}  p95 of the others ${percentile95(taken.slice(1)).toFixed(1).padStart(7)}`,
  )

const searches: Record<string, string[]> = {
  rare: ['cocoa temporao', 'bahia', 'coffee kilos', 'superior certificates', 'alleviating'],
  middling: ['sugar', 'tariff', 'merger', 'deposit', 'strike'],
  common: ['company', 'bank', 'market', 'year', 'share'],
  phrase: ['"interest rates"', '"joint venture"', '"oil prices"', '"trade deficit"', '"chief executive"'],
  prefix: ['comp*', 'inter*', 'prod*', 'fin*', 'agri*'],
}

try {
  console.log('filling …')
  fill()
  console.log(`${count} articles, ${(statSync(path).size / 1e6).toFixed(0)} MB`)
  const start = performance.now()
  const library = openLibrary(path, { clock })
  console.log(`opened in ${(performance.now() - start).toFixed(0)} ms`)
  const ask = allHandlers({ library, clock, extract, wordVectors: () => noVectors, notify })

  report('library.info', await milliseconds(() => ask['library.info']({}), 10))
  const sorts: Input<'article.list'>['sort']['by'][] = [
    'title',
    'outlet',
    'published',
    'status',
    'words',
    'passages',
    'added',
  ]
  for (const by of sorts) {
    for (const descending of [false, true]) {
      for (const offset of [0, Math.floor(count * 0.9)]) {
        const sort = { by, descending }
        const page = () => ask['article.list']({ filter: {}, sort, offset, limit: 100 })
        report(`article.list ${by}${descending ? ' descending' : ''} from ${offset}`, await milliseconds(page, 6))
      }
    }
  }
  for (const query of ['company', 'sugar -cocoa', 'date:1987-03', 'is:undated bank']) {
    const sort = { by: 'published', descending: false } as const
    report(
      `article.list "${query}"`,
      await milliseconds(() => ask['article.list']({ filter: { query }, sort, offset: 0, limit: 100 }), 6),
    )
  }
  report(
    'article.ids',
    await milliseconds(() => ask['article.ids']({ filter: {}, sort: { by: 'published', descending: false } }), 6),
  )

  const bare = new Database(path, { readonly: true })
  const bareQuery = bare.prepare(
    `SELECT rowid, rank, snippet(search_index, 1, '[', ']', '…', 30) FROM search_index
     WHERE search_index MATCH ? ORDER BY rank LIMIT 50`,
  )
  for (const [kind, queries] of Object.entries(searches)) {
    const ours: number[] = []
    const theirs: number[] = []
    for (const query of [...queries, ...queries]) {
      const match = query.endsWith('*')
        ? `"${query.slice(0, -1)}" *`
        : query.startsWith('"')
          ? query
          : query.split(' ').join(' AND ')
      theirs.push(...(await milliseconds(() => bareQuery.all(match), 1)))
      ours.push(...(await milliseconds(() => ask['search.query']({ query, limit: 50, offset: 0 }), 1)))
    }
    const [a, b] = [percentile95(ours), percentile95(theirs)]
    console.log(
      `search ${kind.padEnd(12)} p95 ${a.toFixed(1)} ms, bare ${b.toFixed(1)} ms, ${(a / b).toFixed(2)} times`,
    )
  }
  bare.close()
  library.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
