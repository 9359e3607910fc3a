import type { Span } from '../sentences'
import type { Word } from '../words'

/**
 * The words that two lists have in common in one order. `adjacent`: how many of them follow the one before in both;
 * `weight`: of all of them; `differences`: between the first and the last, the words that only one list has, as spans.
 */
export type Common = { words: number; adjacent: number; weight: number; differences: [Span[], Span[]] }

/** More words are not compared one by one: it takes the product of both. */
export const longestCompared = 400
/** What a word that only one list has costs, when a common one is worth 1: a word alone is no part of what is shared. */
const skipped = 0.25

const nothing: Common = { words: 0, adjacent: 0, weight: 0, differences: [[], []] }

/**
 * Aligns two lists of words where they are most alike (Smith and Waterman 1981): what stands before and behind is no part
 * of what they have in common. Lists of more than 400 words have nothing in common.
 */
export function inCommon(a: readonly Word[], b: readonly Word[]): Common {
  if (Math.max(a.length, b.length) > longestCompared) return nothing
  const pairs = alignedPairs(a, b)
  const [first, last] = [pairs[0], pairs.at(-1)]
  if (!first || !last) return nothing
  const adjacent = pairs.filter(([i, j], k) => pairs[k - 1]?.[0] === i - 1 && pairs[k - 1]?.[1] === j - 1).length
  return {
    words: pairs.length,
    adjacent,
    weight: pairs.reduce((sum, [i, j]) => sum + Math.max(a[i]?.weight ?? 0, b[j]?.weight ?? 0), 0),
    differences: [
      others(a, first[0], last[0], new Set(pairs.map(([i]) => i))),
      others(b, first[1], last[1], new Set(pairs.map(([, j]) => j))),
    ],
  }
}

function alignedPairs(a: readonly Word[], b: readonly Word[]): [number, number][] {
  const width = b.length + 1
  const scores = new Float32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => scores[i * width + j] ?? 0
  const isEqual = (i: number, j: number): boolean => a[i - 1]?.key === b[j - 1]?.key
  let [bestI, bestJ] = [0, 0]
  for (let i = 1; i <= a.length; i += 1) {
    for (let j = 1; j <= b.length; j += 1) {
      const equal = isEqual(i, j) ? at(i - 1, j - 1) + 1 : 0
      const score = Math.max(0, equal, at(i - 1, j) - skipped, at(i, j - 1) - skipped)
      scores[i * width + j] = score
      if (score > at(bestI, bestJ)) [bestI, bestJ] = [i, j]
    }
  }
  const pairs: [number, number][] = []
  for (let [i, j] = [bestI, bestJ]; at(i, j) > 0; ) {
    if (isEqual(i, j) && at(i, j) === at(i - 1, j - 1) + 1) pairs.unshift([--i, --j])
    else if (at(i, j) === at(i - 1, j) - skipped) i -= 1
    else j -= 1
  }
  return pairs
}

/** The words of a list between two of its words that are not among the kept; neighbouring ones become one span. */
export function others(words: readonly Word[], first: number, last: number, kept: ReadonlySet<number>): Span[] {
  const spans: Span[] = []
  for (let i = first; i <= last; i += 1) {
    const word = words[i]
    if (!word || kept.has(i)) continue
    const open = spans.at(-1)
    if (open && !kept.has(i - 1)) open.end = word.end
    else spans.push({ start: word.start, end: word.end })
  }
  return spans
}
