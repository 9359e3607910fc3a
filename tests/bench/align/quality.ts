import { sameAffair } from '../../../src-main/analysis/about'
import { align } from '../../../src-main/analysis/alignment/align'
import { likelyThreshold } from '../../../src-main/analysis/alignment/model'
import { prepareText } from '../../../src-main/analysis/alignment/prepared-text'
import type { WordVectors } from '../../../src-main/analysis/alignment/vectors'
import type { Link } from '../../../src-main/domain/alignment'
import type { LabelledArticle, LabelledSentence } from '../../support/same-event'
import { cosine, type Vector, vectorsOf } from '../../support/tf-idf'

/** The articles of a topic of ECB+. */
export type Topic = readonly LabelledArticle[]

/** A pair with its score and whether it is right. */
type Judged = { score: number; isRight: boolean }
type Rates = { f1: number; precision: number; recall: number; threshold: number }

/** Pairs that were judged, of `wanted` that are right in all. */
class Judgement {
  private readonly pairs: Judged[]
  private readonly wanted: number

  constructor(pairs: Iterable<Judged>, wanted: number) {
    this.pairs = [...pairs].sort((a, b) => b.score - a.score)
    this.wanted = wanted
  }

  at(threshold: number): Rates {
    const found = this.pairs.filter(({ score }) => score >= threshold)
    return this.rates(found.filter(({ isRight }) => isRight).length, found.length, threshold)
  }

  best(): Rates {
    let best = this.rates(0, 0, Number.POSITIVE_INFINITY)
    let right = 0
    for (const [i, { score, isRight }] of this.pairs.entries()) {
      if (isRight) right += 1
      if (this.pairs[i + 1]?.score === score) continue
      const rates = this.rates(right, i + 1, score)
      if (rates.f1 > best.f1) best = rates
    }
    return best
  }

  private rates(right: number, found: number, threshold: number): Rates {
    const f1 = found + this.wanted === 0 ? 0 : (2 * right) / (found + this.wanted)
    return { f1, precision: found === 0 ? 1 : right / found, recall: right / this.wanted, threshold }
  }
}

/** A sentence by the indices of its article and of itself there. */
type Line = { article: number; line: number; events: ReadonlySet<string> }
type Scores = ReadonlyMap<string, number>

const keyOf = (a: number, i: number, b: number, j: number): string =>
  a < b ? `${a}.${i} ${b}.${j}` : `${b}.${j} ${a}.${i}`

const labelledLines = (topic: Topic): Line[] =>
  topic.flatMap(({ sentences }, article) =>
    sentences.flatMap(({ isLabelled, events }, line) => (isLabelled && events ? [{ article, line, events }] : [])),
  )

const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((event) => b.has(event))

/** Passages by scores: pairs of labelled sentences of different articles, and how often the nearest one is right. */
function judged(topics: readonly Topic[], scoresOf: (topic: Topic) => Scores): { pairs: Judgement; hits: number } {
  const pairs: Judged[] = []
  let [wanted, hits, asked] = [0, 0, 0]
  for (const topic of topics) {
    const scores = scoresOf(topic)
    const lines = labelledLines(topic)
    for (const [k, one] of lines.entries()) {
      const others = lines.filter(({ article }) => article !== one.article)
      const compared = others.map((other) => ({
        score: scores.get(keyOf(one.article, one.line, other.article, other.line)) ?? 0,
        isRight: share(one.events, other.events),
        isCounted: lines.indexOf(other) > k,
      }))
      const counted = compared.filter(({ isCounted }) => isCounted)
      pairs.push(...counted.filter(({ score }) => score > 0))
      wanted += counted.filter(({ isRight }) => isRight).length
      if (!compared.some(({ isRight }) => isRight)) continue
      asked += 1
      const nearest = compared.reduce((best, pair) => (pair.score > best.score ? pair : best))
      if (nearest.score > 0 && nearest.isRight) hits += 1
    }
  }
  return { pairs: new Judgement(pairs, wanted), hits: hits / asked }
}

const lineAt = (sentences: readonly LabelledSentence[], offset: number): number =>
  sentences.findIndex(({ start, end }) => offset >= start && offset < end)

/** The links of some articles as scores of their lines. */
function scoresOf(articles: Topic, links: readonly Link[]): Scores {
  const scores = new Map<string, number>()
  for (const { a, b, score } of links) {
    const [i, j] = [a, b].map(({ text, start }) => lineAt(articles[text]?.sentences ?? [], start))
    const key = keyOf(a.text, i ?? -1, b.text, j ?? -1)
    scores.set(key, Math.max(scores.get(key) ?? 0, score))
  }
  return scores
}

/** Passages as the app aligns all articles of a topic. */
export const passages = (vectors: WordVectors) => (topics: readonly Topic[]) =>
  judged(topics, (topic) => scoresOf(topic, align(topic.map(({ text }) => prepareText(text, 'en', vectors))).links))

/** Passages by the cosine of their words, weighed by rarity in the topic's sentences. */
export const tfIdfPassages = (topics: readonly Topic[]) =>
  judged(topics, (topic) => {
    const lines = topic.flatMap(({ text, sentences }, article) =>
      sentences.map(({ start, end, isLabelled }, line) => ({
        article,
        line,
        isLabelled,
        text: text.slice(start, end),
      })),
    )
    const weighed = vectorsOf(lines.map(({ text }) => text))
    const labelled = lines.flatMap((line, i) => (line.isLabelled ? [{ ...line, vector: weighed[i] as Vector }] : []))
    const scores = new Map<string, number>()
    for (const [k, one] of labelled.entries()) {
      for (const other of labelled.slice(0, k)) {
        if (one.article === other.article) continue
        const score = cosine(one.vector, other.vector)
        scores.set(keyOf(one.article, one.line, other.article, other.line), score)
      }
    }
    return scores
  })

function judgedArticles(
  topics: readonly Topic[],
  scored: (topic: Topic) => (a: number, b: number) => number,
): Judgement {
  const pairs: Judged[] = []
  for (const topic of topics) {
    const score = scored(topic)
    for (const [k, one] of topic.entries()) {
      for (const [l, other] of topic.slice(0, k).entries()) {
        pairs.push({ score: score(k, l), isRight: one.event === other.event })
      }
    }
  }
  return new Judgement(pairs, pairs.filter(({ isRight }) => isRight).length)
}

/** Which articles of a topic are about the same of its two events. */
export const affairs = (vectors: WordVectors) => (topics: readonly Topic[]) =>
  judgedArticles(topics, (topic) => {
    const texts = topic.map(({ text }) => prepareText(text, 'en', vectors))
    return (a, b) => {
      const [one, other] = [texts[a], texts[b]]
      return one && other ? sameAffair(one.about, other.about) : 0
    }
  })

export const tfIdfAffairs = (topics: readonly Topic[]) =>
  judgedArticles(topics, (topic) => {
    const weighed = vectorsOf(topic.map(({ text }) => text))
    return (a, b) => cosine(weighed[a] as Vector, weighed[b] as Vector)
  })

/** Likely links where two articles of one event are read, each beside the next: between labelled sentences, and in all. */
export function reading(topics: readonly Topic[], vectors: WordVectors) {
  const pairs = topics.flatMap((topic) =>
    [...new Set(topic.map(({ event }) => event))].flatMap((event) => {
      const articles = topic.filter((article) => article.event === event)
      return articles.slice(1).map((article, k): Topic => [articles[k] as LabelledArticle, article])
    }),
  )
  let [links, sentences] = [0, 0]
  const found = judged(pairs, (pair) => {
    const texts = pair.map(({ text }) => prepareText(text, 'en', vectors))
    const likely = align(texts).links.filter(({ score }) => score >= likelyThreshold)
    links += likely.length
    sentences += texts.reduce((sum, text) => sum + text.sentences.length, 0)
    return scoresOf(pair, likely)
  })
  return { ...found.pairs.at(likelyThreshold), linksOfSentence: (2 * links) / sentences }
}
