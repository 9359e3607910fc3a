import { align, alignmentSteps } from '../../../src-main/analysis/alignment/align'
import { preparationSteps, prepareText } from '../../../src-main/analysis/alignment/prepared-text'
import type { WordVectors } from '../../../src-main/analysis/alignment/vectors'
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

function milliseconds(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Preparing and aligning articles: the first time in this process, and the median of more, beside TF-IDF. */
export function speed(vectors: WordVectors): void {
  for (const [name, count, sentences, most] of [
    ['two articles of 40 sentences', 2, 40, 15],
    ['four articles of 1,000 words', 4, 40, 100],
  ] as const) {
    const texts = Array.from({ length: count }, (_, k) => inventedText(vectors, k + 1, sentences))
    const words = texts.map((text) => text.split(/\s+/).length).join(', ')
    const cold = milliseconds(() => compare(texts, vectors))
    const coldBaseline = milliseconds(() => tfIdf(texts))
    const warm = median(Array.from({ length: 9 }, () => milliseconds(() => compare(texts, vectors))))
    const baseline = median(Array.from({ length: 9 }, () => milliseconds(() => tfIdf(texts))))
    console.log(
      `${name} (${words} words), at most ${most} ms: first time ${cold.toFixed(1)} ms (TF-IDF ${coldBaseline.toFixed(1)}), ` +
        `then ${warm.toFixed(1)} ms (TF-IDF ${baseline.toFixed(1)}; ${(warm / baseline).toFixed(1)} times)`,
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
        const start = performance.now()
        const step = steps.next()
        longest = Math.max(longest, performance.now() - start)
        if (step.done) return step.value
      }
    }
    const start = performance.now()
    const texts = [one, other].map((text) => inSteps(preparationSteps(text, 'en', vectors, [])))
    const { links } = inSteps(alignmentSteps(texts))
    const seconds = (performance.now() - start) / 1000
    console.log(`${name}: ${seconds.toFixed(2)} s, ${links.length} links, longest step ${longest.toFixed(0)} ms`)
  }
}
