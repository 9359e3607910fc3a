/**
 * What English words mean, as far as their neighbours in texts tell: `ranks` numbers words in lower case by how common they
 * are, from 0; the vector of rank `r` are the `dimensions` values from `r * dimensions` on, whose scale means nothing.
 */
export type WordVectors = { ranks: ReadonlyMap<string, number>; values: Int8Array; dimensions: number }

/** For languages without vectors, and where the file is missing. */
export const noVectors: WordVectors = { ranks: new Map(), values: new Int8Array(0), dimensions: 0 }

/**
 * Reads `resources/word-vectors.bin`: a line of JSON, the words in ASCII with a line feed between two, a byte for each
 * value.
 * @throws Error where the file is not complete
 */
export function parseWordVectors(bytes: Uint8Array): WordVectors {
  const headEnd = bytes.indexOf(0x0a)
  const head: { words: number; dimensions: number; listBytes: number } = JSON.parse(ascii(bytes, 0, headEnd))
  const listEnd = headEnd + 1 + head.listBytes
  const words = ascii(bytes, headEnd + 1, listEnd).split('\n')
  const values = new Int8Array(new Uint8Array(bytes.subarray(listEnd)).buffer)
  if (words.length !== head.words || values.length !== head.words * head.dimensions) {
    throw new Error('the file of word vectors is not complete')
  }
  return { ranks: new Map(words.map((word, rank) => [word, rank])), values, dimensions: head.dimensions }
}

/** Spreading the bytes takes four times as long. */
function ascii(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at += 8192)
    text += Reflect.apply(String.fromCharCode, null, bytes.subarray(at, Math.min(end, at + 8192)))
  return text
}

/** So many words tell the language of a text, and most of them have to be known; names are not. */
const sampledWords = 200
const sampledLength = 4000
const knownPart = 0.7

/** The vectors where a text is English, by its language or else by its words; {@link noVectors} where it is not. */
export function vectorsFor(text: string, language: string | null, vectors: WordVectors): WordVectors {
  if (language !== null) return /^en(?:-|$)/i.test(language) ? vectors : noVectors
  const sample = text.slice(0, sampledLength).toLowerCase()
  const words = sample.match(/\p{L}+/gu)?.slice(0, sampledWords) ?? []
  return words.filter((word) => vectors.ranks.has(word)).length >= knownPart * words.length ? vectors : noVectors
}

/** A word of this rank is taken to be as rare as any that has no rank. */
const unknownRank = 100_000
/** Where no ranks are known, all words are of middling rarity. */
const middlingRank = 5000
const commonRanks = 50

/** How rare a word is in news: 0 for the most common, 7.6 for one that has no rank. */
export function rarityOf(word: string, { ranks }: WordVectors): number {
  const rank = ranks.size === 0 ? middlingRank : (ranks.get(word) ?? unknownRank)
  return Math.log1p(rank / commonRanks)
}

/**
 * The sum of the vectors of weighted words, of length 1.
 * @returns null where none of them has a vector
 */
export function meaningOf(words: Iterable<readonly [string, number]>, vectors: WordVectors): Float32Array | null {
  const { ranks, values, dimensions } = vectors
  const sum = new Float32Array(dimensions)
  let isEmpty = true
  for (const [word, weight] of words) {
    const rank = ranks.get(word)
    if (rank === undefined) continue
    isEmpty = false
    const row = values.subarray(rank * dimensions, (rank + 1) * dimensions)
    const scale = weight / lengthOf(row)
    for (let i = 0; i < dimensions; i += 1) sum[i] = (sum[i] ?? 0) + scale * (row[i] ?? 0)
  }
  const length = lengthOf(sum)
  return isEmpty || length === 0 ? null : sum.map((value) => value / length)
}

/** `Math.hypot` with as many arguments takes twenty times as long. */
function lengthOf(values: Int8Array | Float32Array): number {
  let sum = 0
  for (let i = 0; i < values.length; i += 1) sum += (values[i] ?? 0) ** 2
  return Math.sqrt(sum)
}

/** Cosine of two vectors of length 1, from 0 to 1; 0 where one is missing. */
export function sameMeaning(a: Float32Array | null, b: Float32Array | null): number {
  if (!a || !b) return 0
  let product = 0
  for (let i = 0; i < a.length; i += 1) product += (a[i] ?? 0) * (b[i] ?? 0)
  return Math.max(0, product)
}
