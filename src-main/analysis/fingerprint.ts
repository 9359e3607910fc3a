import { shingles, type Word } from './words'

/**
 * Of so many word runs in a row at least one is kept, so that two texts that share 29 words in a row have a hash in
 * common.
 */
const window = 24

/** Only the beginning of a text is sampled: more words than any article has. */
const sampledWords = 60_000

/**
 * A sample of a text's word runs by which texts that share some are found: in each window the smallest hash (winnowing,
 * Schleimer et al. 2003). A text of 800 words has some sixty.
 * @returns hashes of 53 bits, each once; none for fewer words than a run has
 */
export function fingerprint(words: readonly Word[]): number[] {
  const hashes = shingles(words.length > sampledWords ? words.slice(0, sampledWords) : words)
  const kept = new Set<number>()
  let least = -1
  for (let end = 0; end < hashes.length; end += 1) {
    const start = Math.max(0, end - window + 1)
    if (least < start) least = leastIn(hashes, start, end)
    else if (at(hashes, end) <= at(hashes, least)) least = end
    if (end >= window - 1) kept.add(at(hashes, least))
  }
  if (kept.size === 0 && hashes.length > 0) kept.add(at(hashes, least))
  return [...kept]
}

const at = (hashes: ArrayLike<number>, index: number): number => hashes[index] ?? 0

/** Of equals the last. */
function leastIn(hashes: ArrayLike<number>, start: number, end: number): number {
  let least = start
  for (let i = start; i <= end; i += 1) if (at(hashes, i) <= at(hashes, least)) least = i
  return least
}
