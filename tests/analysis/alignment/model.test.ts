import { describe, expect, it } from 'vitest'
import { candidates, weigh } from '../../../src-main/analysis/alignment/likeness'
import {
  evidenceOf,
  likelyThreshold,
  linkThreshold,
  onlyHereThreshold,
  scoreOf,
} from '../../../src-main/analysis/alignment/model'
import { prepareText } from '../../../src-main/analysis/alignment/prepared-text'
import { wordVectors } from '../../support/word-vectors'

/** How the first sentences of two texts are judged. */
function judged(one: string, other: string) {
  const [a, b] = [one, other].map((text) => prepareText(text, 'en', wordVectors()))
  const [weighedA = [], weighedB = []] = a && b ? weigh([a, b]) : []
  const first = a && b ? [...candidates(a, b, weighedA, weighedB)].find((pair) => pair?.a === 0 && pair.b === 0) : null
  return first ? { score: scoreOf(first), evidence: evidenceOf(first) } : null
}

const rest = 'Rain fell in Osk. Rents rose in Tarn.'

describe('what two sentences say by themselves', () => {
  it('is more with one day of the year, less with another, or with another count', () => {
    const evidence = (one: string, other: string) =>
      judged(`Officers searched ${one}. ${rest}`, `Police searched the depot in Tarn ${other}. ${rest}`)?.evidence ?? 0
    const undated = evidence('the depot', 'again')
    expect(evidence('the depot on 3 March', 'on March 3')).toBeGreaterThan(undated)
    expect(evidence('the depot on 3 March', 'on March 9')).toBeLessThan(undated)
    expect(evidence('the depot for 40 rifles', 'for 60 rifles')).toBeLessThan(
      evidence('the depot for 40 rifles', 'for 40 rifles'),
    )
  })

  it('is enough where the words are the same, however common', () => {
    const everywhere = 'The lock of Velda is closed. The closed lock is in Velda. Closed is the lock, Velda hears.'
    const same = judged(`The lock of Velda is closed. ${everywhere}`, `Velda has a closed lock. ${everywhere}`)
    expect(same?.evidence).toBeGreaterThan(onlyHereThreshold)
  })
})

describe('two short sentences that share the words of their affair', () => {
  const affair =
    'The lock of Velda is closed to ships. Ships wait at the lock of Velda for a week. Velda needs the lock.'

  it('are not likely to tell the same for one more word', () => {
    const short = judged(
      `The guild will not control the lock. ${affair}`,
      `Troops took control of the lock of Velda. ${affair}`,
    )
    expect(short?.score).toBeLessThan(likelyThreshold)
  })

  it('are not likely to where all of the one is a word of the other', () => {
    const bare = judged(`It will be repaired. ${affair}`, `A repaired gate of the lock was shown to Velda. ${affair}`)
    expect(bare?.score).toBeLessThan(likelyThreshold)
  })

  it('are likely to where they share what happened', () => {
    const told = judged(
      `Troops seized control of the lock of Velda at dawn. ${affair}`,
      `At dawn the lock of Velda came under the control of troops. ${affair}`,
    )
    expect(told?.score).toBeGreaterThan(likelyThreshold)
  })

  it('are not likely to where they tell much else', () => {
    const much = judged(
      `Skippers sold their coal and timber to the guild of Velda before the frost came and the lock was closed. ${affair}`,
      `Bakers ask the council for coal, because market halls stand empty in the frost, bread is short and prices doubled. ${affair}`,
    )
    expect(much?.score).toBeLessThan(likelyThreshold)
    expect(much?.score).toBeGreaterThan(linkThreshold)
  })
})
