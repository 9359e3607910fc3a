import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { noVectors } from '../../src-main/analysis/alignment/vectors'
import { fingerprint } from '../../src-main/analysis/fingerprint'
import { overlap } from '../../src-main/analysis/overlap'
import { type Word, wordsOf } from '../../src-main/analysis/words'
import { parseSearchQuery } from '../../src-main/domain/search-query'
import type { Library } from '../../src-main/library/handle'
import { createLibrary } from '../../src-main/library/open'
import { articleCondition } from '../../src-main/library/queries/article-filter'
import { articleTotals } from '../../src-main/library/queries/article-list'
import { addArticles } from '../../src-main/services/import-add'
import { relationViews } from '../../src-main/services/relation'
import { relationsOfStaged } from '../../src-main/services/relation-staged'
import { refreshRelations } from '../../src-main/services/relation-work'
import { extractedText } from '../support/generated'
import { corpus, timed } from './corpus'
import labels from './relations.json'

/**
 * Articles that share wording: `npm run bench -- relations [ARTICLES]`. First how often it is right on pairs that were
 * labelled by hand (same-event, topics in two halves: thresholds were chosen on the first), then its time against
 * that of adding the articles, the longest time in which nothing else was answered, and an import review of 2,000. At
 * last what 200 more articles take, the file, and questions. 100,000 articles repeat the texts: most are copies then.
 * Budgets: an article more 50 ms, nothing else waits longer than 200 ms.
 */
const count = Number(process.argv[2] ?? 20_000)
const more = 200

const file = resolve('../shared/data/same-event/articles.jsonl')
if (existsSync(file)) quality(file)
else console.log('same-event/articles.jsonl: not found')
await speed()

function quality(path: string): void {
  const words = new Map<string, Word[]>()
  for (const line of readFileSync(path, 'utf8').split('\n').filter(Boolean)) {
    const { id, sentences } = JSON.parse(line) as { id: string; sentences: { text: string }[] }
    words.set(id, wordsOf(sentences.map((sentence) => sentence.text).join('\n')))
  }
  const isFound = (pair: string) => {
    const [a = [], b = []] = pair.split(' ').map((id) => words.get(id))
    const other = new Set(fingerprint(b))
    return overlap(a, b) !== null && fingerprint(a).some((hash) => other.has(hash))
  }
  const isFirstHalf = (pair: string) => Number.parseInt(pair, 10) % 4 === 0
  for (const [half, isIn] of [
    ['first half', isFirstHalf],
    ['held out', (pair: string) => !isFirstHalf(pair)],
  ] as const) {
    const one = labels.one.filter(isIn)
    const apart = labels.apart.filter(isIn)
    const right = one.filter(isFound).length
    const wrong = apart.filter(isFound).length
    console.log(
      `${half.padEnd(12)} ${one.length} of one source, ${apart.length} apart: ` +
        `precision ${(right / (right + wrong)).toFixed(3)}, recall ${(right / one.length).toFixed(3)}`,
    )
  }
}

async function speed(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'collate-bench-'))
  const clock = () => new Date().toISOString()
  const extract = () => Promise.reject(new Error('not used'))
  try {
    const library = createLibrary(join(folder, 'large.collate'), { clock })
    const { name, texts } = corpus(count + more)
    const all = texts.map(({ title, text }, index) => extractedText(text, title, `article-${index}.txt`))
    const [items, later] = [all.slice(0, count), all.slice(count)]
    const add = (some: typeof all) =>
      addArticles({ library, clock, extract, wordVectors: () => noVectors, notify: () => undefined }, some)
    const start = performance.now()
    for (let from = 0; from < count; from += 5000) {
      add(items.slice(from, from + 5000))
    }
    const adding = performance.now() - start
    const { took, held } = await watched(() => refreshRelations(library))
    const { n } = library.reader.get<{ n: number }>('SELECT count(*) AS n FROM relation') ?? { n: 0 }
    console.log(
      `${count} articles (${name}): added in ${(adding / count).toFixed(2)} ms each, compared in ${(took / count).toFixed(2)}, ` +
        `${(took / adding).toFixed(2)} times that; held ${held.toFixed(0)} ms; ${n} relations`,
    )
    const review = relationsOfStaged(library.reader)
    const staged = performance.now()
    const sample = items.slice(0, 2000)
    for (const [index, item] of sample.entries()) review.add(index, item.extracted.blocks)
    console.log(`a file of a review: ${((performance.now() - staged) / sample.length).toFixed(2)} ms`)
    const { articleIds } = add(later)
    const grown = await watched(() => refreshRelations(library))
    console.log(
      `${articleIds.length} more: ${(grown.took / articleIds.length).toFixed(2)} ms each, held ${grown.held.toFixed(0)} ms; ` +
        `file ${(statSync(library.path).size / 1e6).toFixed(0)} MB`,
    )
    questions(library, articleIds)
    library.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function questions(library: Library, articleIds: readonly number[]): void {
  const condition = articleCondition(library.reader, {
    query: parseSearchQuery('is:copy'),
    view: 'all',
    tagId: null,
  })
  const copies = timed(() => articleTotals(library.reader, condition))
  const details = articleIds.map((id) => timed(() => relationViews(library.reader, id)).seconds * 1000)
  const longest = details.toSorted((a, b) => a - b).at(-1) ?? 0
  console.log(
    `is:copy ${copies.value.total} articles in ${(copies.seconds * 1000).toFixed(0)} ms; ` +
      `an article's relations ${longest.toFixed(1)} ms at the longest`,
  )
}

/** How long some work takes, and the longest time between two turns of the event loop meanwhile, in milliseconds. */
async function watched(work: () => Promise<unknown>): Promise<{ took: number; held: number }> {
  const start = performance.now()
  let [last, held, isRunning] = [start, 0, true]
  const turn = () => {
    held = Math.max(held, performance.now() - last)
    last = performance.now()
    if (isRunning) setImmediate(turn)
  }
  setImmediate(turn)
  await work()
  isRunning = false
  return { took: performance.now() - start, held }
}
