import { readFileSync } from 'node:fs'
import { noVectors, parseWordVectors, type WordVectors } from '../analysis/alignment/vectors'

/**
 * The word vectors of a file, read when they are first asked for. Without the file links are found by words alone: a
 * missing one is no reason not to read.
 */
export function wordVectorsFrom(file: string): () => WordVectors {
  let vectors: WordVectors | null = null
  return () => {
    vectors ??= readVectors(file)
    return vectors
  }
}

function readVectors(file: string): WordVectors {
  try {
    return parseWordVectors(readFileSync(file))
  } catch {
    return noVectors
  }
}
