import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { foldText, foldWithOffsets } from '../../src-main/library/search-text'

describe('folding', () => {
  it.each([
    ['مُحَمَّد', 'محمد'],
    ['الإسكندرية', 'الاسكندريه'],
    ['كـــتاب', 'كتاب'],
    ['שָׁלוֹם', 'שלום'],
    ['Straße Łódź', 'Strasse lódź'],
    ['٢٠٢٤', '2024'],
    ['ＡＢＣ', 'ABC'],
    ['北京', ' 北  京 '],
  ])('%s is indexed as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
    expect(foldWithOffsets(text).text).toBe(folded)
  })

  it('leaves ordinary text as it is', () => {
    const text = 'The “ferry” – 12 lorries, naïve café.'
    expect(foldText(text)).toBe(text)
  })

  it('leads every place of the folded text back to the place that it came from', () => {
    const text = 'Die Straße 北京 مُحَمَّد 😀 end'
    const { text: folded, original } = foldWithOffsets(text)
    const back = (word: string) => {
      const at = folded.indexOf(word)
      return text.slice(original(at), original(at + word.length))
    }
    expect(back('Strasse')).toBe('Straße')
    expect(back('北')).toBe('北')
    expect(back('京')).toBe('京')
    expect(back('محمد')).toBe('مُحَمَّد')
    expect(back('end')).toBe('end')
    expect(back('😀')).toBe('😀')
  })

  it('folds the same with and without the way back, and never leads backwards', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const folded = foldWithOffsets(text)
        expect(folded.text).toBe(foldText(text))
        expect(folded.original(folded.text.length)).toBe(text.length)
        let last = 0
        for (let at = 0; at <= folded.text.length; at += 1) {
          expect(folded.original(at)).toBeGreaterThanOrEqual(last)
          last = folded.original(at)
        }
      }),
      { seed: 1, numRuns: 300 },
    )
  })
})
