import { align } from '../analysis/alignment/align'
import { likelyThreshold, linkThreshold } from '../analysis/alignment/model'
import { prepareText } from '../analysis/alignment/prepared-text'
import type { WordVectors } from '../analysis/alignment/vectors'
import { originGroups } from '../analysis/origins'
import type { Alignment, Link } from '../domain/alignment'

/** A text in no library; language as BCP 47, null where unknown. */
export type ComparedText = { text: string; language: string | null }

/** What texts share, and which of them, by index, are of one origin. */
export type Comparison = Alignment & { origins: number[][] }

/** The least score of a link. */
export const leastScore = linkThreshold

export const isLikely = ({ score }: Link): boolean => score >= likelyThreshold

/** Compares texts that are in no library. */
export function compareTexts(texts: readonly ComparedText[], vectors: WordVectors): Comparison {
  const prepared = texts.map(({ text, language }) => prepareText(text, language, vectors))
  const origins = originGroups(texts.map((text, i) => ({ ...text, words: prepared[i]?.words ?? [] })))
  return { ...align(prepared), origins }
}
