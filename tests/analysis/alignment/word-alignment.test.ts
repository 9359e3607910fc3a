import { describe, expect, it } from 'vitest'
import { inCommon } from '../../../src-main/analysis/alignment/word-alignment'
import { wordsOf } from '../../../src-main/analysis/words'

const compared = (a: string, b: string) => {
  const { words, adjacent, differences } = inCommon(wordsOf(a), wordsOf(b))
  const [inA, inB] = differences
  return { words, adjacent, a: inA.map((s) => a.slice(s.start, s.end)), b: inB.map((s) => b.slice(s.start, s.end)) }
}

describe('words in common', () => {
  it('leave what stands between them in either list', () => {
    expect(compared('one two three four', 'one two extra three five four')).toEqual({
      words: 4,
      adjacent: 1,
      a: [],
      b: ['extra', 'five'],
    })
  })

  it('join neighbouring others to one span', () => {
    expect(compared('the key to it now', 'the key in Velda to it now').b).toEqual(['in Velda'])
  })

  it('begin and end where the lists agree, not at a word that stands far away', () => {
    expect(compared('the far away and long ago opened key to the door', 'the key to the door')).toMatchObject({
      words: 4,
      a: [],
    })
  })

  it('are none in empty, other and very long lists', () => {
    for (const [a, b] of [
      ['', 'one'],
      ['one', 'two'],
      ['one '.repeat(401), 'one'],
    ] as const) {
      expect(compared(a, b)).toEqual({ words: 0, adjacent: 0, a: [], b: [] })
    }
  })
})
