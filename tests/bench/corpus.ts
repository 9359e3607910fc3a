import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { generatedText, seeded } from '../support/generated'

export type CorpusText = { title: string; published: string; text: string }

/**
 * News agency texts where they lie beside the checkout, else invented ones. More than there are repeats them with their
 * number in front, so that no two are equal.
 */
export function corpus(count: number): { name: string; texts: CorpusText[] } {
  const file = resolve('../shared/data/load/reuters.jsonl.gz')
  const known = existsSync(file) ? readTexts(file) : []
  if (known.length === 0) console.log('load/reuters.jsonl.gz: not found, measuring with invented texts')
  const random = seeded(1)
  const texts = Array.from({ length: count }, (_, index): CorpusText => {
    const text = known[index % Math.max(1, known.length)]
    if (!text) return { title: `Report ${index}`, published: '1987-03-01', text: generatedText(random, 8) }
    return index < known.length ? text : { ...text, text: `Report ${index}.\n\n${text.text}` }
  })
  return { name: known.length > 0 ? 'Reuters 1987' : 'invented', texts }
}

const readTexts = (file: string): CorpusText[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CorpusText)

/** Seconds that some work takes, after the garbage of what came before is gone. */
export function timed<T>(work: () => T): { seconds: number; value: T } {
  globalThis.gc?.()
  const start = performance.now()
  const value = work()
  return { seconds: (performance.now() - start) / 1000, value }
}
