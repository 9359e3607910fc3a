import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { affairTerms } from '../../src-main/analysis/affair'
import { affairIndexOf } from '../../src-main/analysis/affair-index'
import { affairSearch, affairThreshold } from '../../src-main/analysis/affair-search'
import { createLibrary } from '../../src-main/library/open'
import { affairHandlers } from '../../src-main/services/affair'
import { affairPairsOfLibrary } from '../../src-main/services/affair-pairs'
import { refreshAffairs } from '../../src-main/services/affair-work'
import { addArticles } from '../../src-main/services/import-add'
import { refreshSources } from '../../src-main/services/source-work'
import { wordVectorsFrom } from '../../src-main/services/word-vectors'
import { extractedText } from '../support/generated'
import { fitLogistic } from '../support/logistic'
import { halfOf } from '../support/pages'
import { type LabelledArticle, readSameEvent } from '../support/same-event'
import { corpus } from './corpus'

/**
 * Articles about one affair: `npm run bench -- related [ARTICLES [pairs]]`. First how often pairs are right on ECB+ (two look-alike events a topic,
 * topics in two halves: thresholds were chosen on the first), among the articles of a topic and among those of all topics
 * of a half, beside cosine of TF-IDF with the threshold that is best for it on the first half. Then how
 * long one more article takes in a library of so many, and with `pairs` how long all of them take. `fit` instead prints the
 * numbers by which likeness becomes a score.
 */
const vectors = wordVectorsFrom(resolve('resources/word-vectors.bin'))

type Pair = { score: number; holds: boolean }

function quality(all: readonly LabelledArticle[]): void {
  const halves = (['dev', 'held-out'] as const).map((half) => all.filter(({ topic }) => halfOf(String(topic)) === half))
  const topics = (list: readonly LabelledArticle[]) =>
    [...new Set(list.map(({ topic }) => topic))].map((topic) => list.filter((article) => article.topic === topic))
  for (const [name, split] of [
    ['within a topic', topics],
    ['across topics', (list: readonly LabelledArticle[]) => [list]],
  ] as const) {
    const found = halves.map((list) => split(list).flatMap(affairPairs))
    const plain = halves.map((list) => split(list).flatMap(cosinePairs))
    const threshold = best(plain[0] ?? [])
    for (const [i, half] of ['dev', 'held out'].entries()) {
      console.log(
        `${name.padEnd(15)} ${half.padEnd(9)} F1 ${f1(found[i] ?? [], affairThreshold)}, ` +
          `TF-IDF ${f1(plain[i] ?? [], threshold)}`,
      )
    }
    console.log(`${name}: the best threshold of the first half is ${best(found[0] ?? [])}`)
    if (process.argv[2] === 'fit') {
      const examples = (found[0] ?? []).map(({ score, holds }) => ({ features: [logit(score)], holds, weight: 1 }))
      console.log(fitLogistic(examples))
    }
  }
}

const logit = (score: number): number => Math.log(Math.max(1e-3, score) / Math.max(1e-3, 1 - score))

function affairPairs(list: readonly LabelledArticle[]): Pair[] {
  const outline = { language: 'en', published: null }
  const search = affairSearch(
    affairIndexOf(list.map(({ text }, id) => ({ id, terms: affairTerms(text, 'en', vectors()), ...outline }))),
  )
  const scores = new Map<string, number>()
  for (const id of list.keys()) {
    const steps = search.companions(id, 0)
    for (let step = steps.next(); ; step = steps.next()) {
      if (!step.done) continue
      for (const match of step.value) scores.set([id, match.id].sort((a, b) => a - b).join(' '), match.score)
      break
    }
  }
  return pairs(list, (i, j) => scores.get(`${i} ${j}`) ?? 0)
}

function cosinePairs(list: readonly LabelledArticle[]): Pair[] {
  const counts = list.map(({ text }) => {
    const count = new Map<string, number>()
    for (const [word] of text.toLowerCase().matchAll(/[\p{L}\p{N}]+/gu)) count.set(word, (count.get(word) ?? 0) + 1)
    return count
  })
  const frequencies = new Map<string, number>()
  for (const count of counts) for (const word of count.keys()) frequencies.set(word, (frequencies.get(word) ?? 0) + 1)
  const weighted = counts.map((count) => {
    const weights = [...count].map(
      ([word, n]) => [word, (1 + Math.log(n)) * Math.log(list.length / (frequencies.get(word) ?? 1))] as const,
    )
    const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1
    return new Map(weights.map(([word, weight]) => [word, weight / length]))
  })
  return pairs(list, (i, j) => {
    let sum = 0
    for (const [word, weight] of weighted[i] ?? []) sum += weight * (weighted[j]?.get(word) ?? 0)
    return sum
  })
}

const pairs = (list: readonly LabelledArticle[], score: (i: number, j: number) => number): Pair[] =>
  list.flatMap((one, i) =>
    list.slice(i + 1).map((two, k) => ({ score: score(i, i + 1 + k), holds: one.event === two.event })),
  )

/** The threshold with the best F1. */
function best(all: readonly Pair[]): number {
  const sorted = [...all].sort((a, b) => b.score - a.score)
  const right = sorted.filter(({ holds }) => holds).length
  let [hits, top, threshold] = [0, 0, 1]
  for (const [i, { score, holds }] of sorted.entries()) {
    if (holds) hits += 1
    const value = (2 * hits) / (i + 1 + right)
    if (value <= top) continue
    top = value
    threshold = score
  }
  return threshold
}

function f1(all: readonly Pair[], threshold: number): string {
  const taken = all.filter(({ score }) => score >= threshold)
  const hits = taken.filter(({ holds }) => holds).length
  const right = all.filter(({ holds }) => holds).length
  const [precision, recall] = [hits / taken.length, hits / right]
  return `${((2 * hits) / (taken.length + right)).toFixed(3)} (P ${precision.toFixed(2)}, R ${recall.toFixed(2)})`
}

/** One article added to many: until its words are kept and its companions told, and how long others had to wait. */
async function speed(count: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'collate-bench-'))
  const clock = () => new Date().toISOString()
  const extract = () => Promise.reject(new Error('not used'))
  try {
    const library = createLibrary(join(folder, 'large.collate'), { clock })
    const context = { library, clock, extract, wordVectors: vectors, notify: () => undefined }
    const { name, texts } = corpus(count + added)
    const items = texts.map(({ title, text }, i) => extractedText(text, title, `article-${i}.txt`))
    for (let from = 0; from < count; from += 5000) addArticles(context, items.slice(from, Math.min(count, from + 5000)))
    vectors()
    const all = await watched(() => refreshAffairs(library, vectors))
    const sources = await watched(() => refreshSources(library))
    console.log(
      `${count} articles (${name}): words kept in ${(all.took / count).toFixed(2)} ms each, others waited ` +
        `${all.mostly.toFixed(0)} ms (p99; ${all.held.toFixed(0)} at most); sources in ` +
        `${(sources.took / count).toFixed(2)} ms each, ${sources.mostly.toFixed(0)} ms (${sources.held.toFixed(0)})`,
    )
    const { 'affair.companions': companions } = affairHandlers(context)
    const times: number[] = []
    const waits: number[] = []
    for (const item of items.slice(count)) {
      const { articleIds } = addArticles(context, [item])
      const one = await watched(async () => {
        await refreshAffairs(library, vectors)
        for (const articleId of articleIds) await companions({ articleId, limit: 10 })
      })
      times.push(one.took)
      waits.push(one.held)
    }
    const last = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length * 0.95)]?.toFixed(0)
    console.log(
      `one more: words and companions in ${last(times)} ms (p95 of ${added}), others waited ${last(waits)} ms`,
    )
    if (process.argv[3] === 'pairs') {
      const start = performance.now()
      const pairs = affairPairsOfLibrary(library.reader).length
      console.log(`all pairs: ${pairs} in ${((performance.now() - start) / 1000).toFixed(1)} s`)
    }
    library.close()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const added = 40

/**
 * How long some work takes, and how long others have to wait for a turn of the event loop meanwhile: at most, and all but
 * one of a hundred times; in milliseconds.
 */
async function watched(work: () => Promise<unknown>): Promise<{ took: number; held: number; mostly: number }> {
  const start = performance.now()
  let [last, isRunning] = [start, true]
  const turns: number[] = []
  const turn = () => {
    turns.push(performance.now() - last)
    last = performance.now()
    if (isRunning) setImmediate(turn)
  }
  setImmediate(turn)
  await work()
  isRunning = false
  const took = performance.now() - start
  turns.sort((a, b) => b - a)
  return { took, held: turns[0] ?? 0, mostly: turns[Math.floor(turns.length / 100)] ?? 0 }
}

const articles = readSameEvent()
if (articles) quality(articles)
else console.log('same-event: not found')
const count = Number(process.argv[2])
if (process.argv[2] !== 'fit') await speed(Number.isInteger(count) && count > 0 ? count : 20_000)
