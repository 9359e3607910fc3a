import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearchQuery } from '../../src-main/domain/search-query'

const term = (text: string, extra: object = {}) => ({ text, phrase: false, prefix: false, not: false, ...extra })

describe('search query', () => {
  it('reads words, phrases, prefixes and what must not be there', () => {
    expect(parseSearchQuery('ferry "river bridge" convo* -island -"north port"').terms).toEqual([
      term('ferry'),
      term('river bridge', { phrase: true }),
      term('convo', { prefix: true }),
      term('island', { not: true }),
      term('north port', { phrase: true, not: true }),
    ])
  })

  it('reads filters, quoted or not, negated or not', () => {
    const { terms, filters } = parseSearchQuery(
      'outlet:"Harbour Gazette" -tag:Aid/Deliveries lang:ar STATUS:Reading is:undated date:2024-05..',
    )
    expect(terms).toEqual([])
    expect(filters).toEqual([
      { field: 'outlet', value: 'Harbour Gazette', not: false },
      { field: 'tag', value: 'Aid/Deliveries', not: true },
      { field: 'lang', value: 'ar', not: false },
      { field: 'status', value: 'reading', not: false },
      { field: 'is', value: 'undated', not: false },
      { field: 'date', from: '2024-05-01', to: null, not: false },
    ])
  })

  it.each([
    ['date:2024-05', '2024-05-01', '2024-05-31'],
    ['date:2024-05-07', '2024-05-07', '2024-05-07'],
    ['date:..2023', null, '2023-12-31'],
    ['date:2024-02..2024-03-10', '2024-02-01', '2024-03-10'],
  ])('reads %s as days', (text, from, to) => {
    expect(parseSearchQuery(text).filters).toEqual([{ field: 'date', from, to, not: false }])
  })

  it.each(['date:soon', 'date:..', 'status:new', 'is:blue', 'outlet:', 'page:3', 'AND', 'a:b:c'])(
    'takes %s as a word',
    (text) => {
      expect(parseSearchQuery(text)).toEqual({ terms: [term(text)], filters: [] })
    },
  )

  it('closes a quotation that is left open, and reads typographic quotes', () => {
    expect(parseSearchQuery('"river bridge').terms).toEqual([term('river bridge', { phrase: true })])
    expect(parseSearchQuery('“river bridge”').terms).toEqual([term('river bridge', { phrase: true })])
  })

  it('never throws and never makes a term without a letter or digit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const { text: word } of parseSearchQuery(text).terms) expect(word).toMatch(/[\p{L}\p{N}]/u)
      }),
      { seed: 1, numRuns: 500 },
    )
  })
})
