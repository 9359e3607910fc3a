import { sharedPassages, taken } from './overlap'
import { wordsOf } from './words'

/** Less is enough where it is most of what a statement says. */
const takenWhole = { weight: 5.5, share: 0.7 }

/**
 * Whether two statements share wording, as agency copy does: a long run of the same words, or a shorter one that is most
 * of the shorter statement, case and punctuation apart. What everybody who tells of it has to write doesn't count: the
 * same quotation, names and figures.
 */
export function sharesWording(a: string, b: string): boolean {
  const [first, second] = [wordsOf(a), wordsOf(b)]
  const shorter = Math.min(first.length, second.length)
  return sharedPassages(first, second).some(({ runs, weight }) => {
    const words = runs.reduce((sum, run) => sum + run.length, 0)
    return weight >= taken || (weight >= takenWhole.weight && words >= takenWhole.share * shorter)
  })
}
