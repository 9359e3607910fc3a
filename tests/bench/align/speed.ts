import { execFileSync } from 'node:child_process'
import { align, alignmentSteps } from '../../../src-main/analysis/alignment/align'
import { preparationSteps, prepareText } from '../../../src-main/analysis/alignment/prepared-text'
import type { WordVectors } from '../../../src-main/analysis/alignment/vectors'
import { warmAlignment } from '../../../src-main/services/alignment-warming'
import { seeded } from '../../support/generated'
import { cosine, vectorsOf } from '../../support/tf-idf'

/** Invented news of words as English has them: few of them often, most of them seldom. */
function inventedText(vectors: WordVectors, seed: number, sentences: number): string {
  const random = seeded(seed)
  const known = [...vectors.ranks.keys()]
  const word = () => known[Math.floor(known.length ** random()) - 1] ?? 'the'
  const sentence = () => {
    const [first = '', ...rest] = Array.from({ length: 18 + Math.floor(random() * 14) }, word)
    return `${first.charAt(0).toUpperCase()}${first.slice(1)} ${rest.join(' ')}.`
  }
  return Array.from({ length: sentences }, (_, i) => sentence() + (i % 3 === 2 ? '\n' : ' ')).join('')
}

const compare = (texts: readonly string[], vectors: WordVectors) =>
  align(texts.map((text) => prepareText(text, 'en', vectors)))

function tfIdf(texts: readonly string[]): number {
  const sentences = texts.map((text) => text.split(/(?<=[.!?])\s+/u))
  const weighed = vectorsOf(sentences.flat())
  let best = 0
  for (const [k, one] of weighed.entries())
    for (const other of weighed.slice(0, k)) best = Math.max(best, cosine(one, other))
  return best
}

/** Time that this thread worked, in milliseconds: what else the machine does doesn't count. */
function worked(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

function milliseconds(work: () => unknown): number {
  const start = worked()
  work()
  return worked() - start
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const sizes = [
  { name: 'two articles of 40 sentences', count: 2, most: 15 },
  { name: 'four articles of 1,000 words', count: 4, most: 100 },
] as const

const textsOf = (vectors: WordVectors, count: number): string[] =>
  Array.from({ length: count }, (_, k) => inventedText(vectors, k + 1, 40))

/** What a process of its own does: prints how long it takes to compare two articles for the first time, in milliseconds. */
export async function firstTime(vectors: WordVectors, how: string | undefined): Promise<void> {
  const texts = textsOf(vectors, 2)
  if (how === 'warmed') await warmAlignment(() => vectors)
  console.log(milliseconds(() => (how === 'tf-idf' ? tfIdf(texts) : compare(texts, vectors))))
}

/** Median of fresh processes. */
const firstTimes = (how: 'cold' | 'warmed' | 'tf-idf'): string =>
  median(
    Array.from({ length: 7 }, () => {
      const script = process.argv[1] ?? ''
      return Number(execFileSync(process.execPath, [script, 'first', how], { encoding: 'utf8' }))
    }),
  ).toFixed(1)

/**
 * Preparing and aligning articles, beside TF-IDF: in processes that do it for the first time, some of them after the
 * warming that the app does when it is idle; then the median of many times in this one.
 */
export function speed(vectors: WordVectors): void {
  console.log(
    `two articles of 40 sentences, first time in a process: ${firstTimes('warmed')} ms warmed (at most 15), ` +
      `${firstTimes('cold')} ms cold (TF-IDF ${firstTimes('tf-idf')})`,
  )
  for (const { name, count, most } of sizes) {
    const texts = textsOf(vectors, count)
    const warm = median(Array.from({ length: 21 }, () => milliseconds(() => compare(texts, vectors))))
    const baseline = median(Array.from({ length: 21 }, () => milliseconds(() => tfIdf(texts))))
    console.log(
      `${name}, at most ${most} ms: ${warm.toFixed(1)} ms (TF-IDF ${baseline.toFixed(1)}; ${(warm / baseline).toFixed(1)} times)`,
    )
  }
}

/** Texts that are no articles: how long they take, and for how long nothing else is answered. */
export function largeTexts(vectors: WordVectors): void {
  const book = inventedText(vectors, 5, 20_000)
  const numbers = Array.from({ length: 20_000 }, (_, i) => `${(i * 7919) % 100_003} ${i}.`).join('\n')
  const paragraph = inventedText(vectors, 6, 1300).replaceAll('\n', ' ')
  const mixed = inventedText(vectors, 7, 400).replaceAll(' the ', ' القاهرة 北京的消息 Москва ')
  for (const [name, one, other] of [
    ['20,000 sentences each', book, inventedText(vectors, 8, 20_000)],
    ['two versions of 20,000 sentences', book, book.replaceAll(' city ', ' town ')],
    ['a paragraph of 200 KB, no full stop', paragraph.replaceAll('.', ','), paragraph],
    ['only numbers', numbers, numbers.replaceAll('7', '8')],
    ['mixed scripts', mixed, mixed.replaceAll('北京', '上海')],
    ['nothing', '', book.slice(0, 200)],
  ] as const) {
    let longest = 0
    const inSteps = <T>(steps: Generator<undefined, T>): T => {
      for (;;) {
        const start = worked()
        const step = steps.next()
        longest = Math.max(longest, worked() - start)
        if (step.done) return step.value
      }
    }
    const start = worked()
    const texts = [one, other].map((text) => inSteps(preparationSteps(text, 'en', vectors, [])))
    const { links } = inSteps(alignmentSteps(texts))
    const seconds = (worked() - start) / 1000
    console.log(`${name}: ${seconds.toFixed(2)} s, ${links.length} links, longest step ${longest.toFixed(0)} ms`)
  }
}
