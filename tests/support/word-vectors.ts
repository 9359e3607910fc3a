import { resolve } from 'node:path'
import { wordVectorsFrom } from '../../src-main/services/word-vectors'

/** The word vectors that the app ships. */
export const wordVectors = wordVectorsFrom(resolve('resources/word-vectors.bin'))
