import { alignmentSteps } from '../analysis/alignment/align'
import { preparationSteps } from '../analysis/alignment/prepared-text'
import type { WordVectors } from '../analysis/alignment/vectors'
import { inSlices } from './slices'

/** Invented news, of characters of one byte and of two: patterns are compiled for each. */
const parts = {
  who: [
    'The harbour master',
    'A court in Velda',
    'Officials of the port',
    'Three crews',
    'Mayor Ines Torv',
    'The ferry line',
  ],
  what: ['closed', 'reopened', 'searched', 'refused to pay for', 'signed a contract for', 'counted 40 lorries before'],
  where: [
    'the northern lock',
    'a bridge over the Osk',
    'two warehouses',
    'the island’s only airfield',
    'the fish market',
  ],
  when: [
    'on 3 March',
    'on Tuesday evening',
    'after a storm',
    'despite “serious doubts”',
    'for the second time',
    "'for now'",
  ],
} as const

const texts = [0, 1].map((shift) =>
  Array.from({ length: 40 }, (_, i) => {
    const pick = (list: readonly string[], step: number) => list[(i * step + shift) % list.length]
    return `${pick(parts.who, 1)} ${pick(parts.what, 5)} ${pick(parts.where, 3)} ${pick(parts.when, 7)}.${i % 3 === 2 ? '\n' : ' '}`
  }).join(''),
)

/** After so many rounds comparing is no longer slower than it stays. */
const rounds = 6

/**
 * Compares invented articles, so that the first ones that are read don't wait for what is made at first use: word vectors,
 * patterns, machine code. In slices between which calls are answered.
 */
export async function warmAlignment(vectors: () => WordVectors): Promise<void> {
  for (let round = 0; round < rounds; round += 1) await inSlices(comparison(vectors()))
}

function* comparison(vectors: WordVectors): Generator<undefined, void> {
  const prepared = []
  for (const text of texts) prepared.push(yield* preparationSteps(text, 'en', vectors, []))
  yield* alignmentSteps(prepared)
}
