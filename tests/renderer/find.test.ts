import { describe, expect, it } from 'vitest'
import { findIn, firstHit, foldBlocks, neighbourHit } from '../../src-renderer/features/reader/find/find-text'

/** The words that a query finds in a text of one block. */
const found = (text: string, query: string): string[] =>
  findIn(foldBlocks([{ text, start: 0 }]), query).map(({ start, end }) => text.slice(start, end))

describe('what is looked for in an article', () => {
  it.each([
    ['The Lock, the lock, the LOCKS', 'lock', ['Lock', 'lock', 'LOCK']],
    ['A café, a cafe\u0301 and a Cafe', 'cafe', ['café', 'cafe\u0301', 'Cafe']],
    ['In Łódź and in Ødegård', 'odegard', ['Ødegård']],
    ['Die Straße, die STRASSE', 'strasse', ['Straße', 'STRASSE']],
    ['She said “it’s late” – twice', '"it\'s late" - t', ['“it’s late” – t']],
    ['two  words,\u00a0three words', 'two words, three', ['two  words,\u00a0three']],
    ['كَتَبَ الكاتِبُ إلى أخته', 'كتب', ['كَتَبَ']],
    ['إلى المدرسة', 'الي المدرسه', ['إلى المدرسة']],
    ['في عام ٢٠٣١', '2031', ['٢٠٣١']],
    ['ﬁnal oﬃce', 'fin', ['ﬁn']],
    ['水門を占拠した', '占拠', ['占拠']],
    ['Ёлка и елка', 'елка', ['Ёлка', 'елка']],
    ['한국어 기사', '국어', ['국어']],
    ['aaaa', 'aa', ['aa', 'aa']],
  ])('is found in “%s” whatever its case, marks and forms: %s', (text, query, words) => {
    expect(found(text, query)).toEqual(words)
  })

  it.each(['', ' ', '\u064b', '(', '.*', '\\'])('finds nothing that is not there: %j', (query) => {
    expect(found('plain words', query)).toEqual([])
  })

  it('is found at its offsets in the article, never across paragraphs', () => {
    const blocks = foldBlocks([
      { text: 'Über den Fluss', start: 0 },
      { text: 'Der Fluss steigt', start: 15 },
    ])
    expect(findIn(blocks, 'FLUSS')).toEqual([
      { start: 9, end: 14 },
      { start: 19, end: 24 },
    ])
    expect(findIn(blocks, 'fluss der')).toEqual([])
  })

  it('is found in a paragraph of 200,000 characters as often as it is there', () => {
    const text = 'Wasser läuft über. '.repeat(10_500)
    expect(found(text, 'lauft')).toHaveLength(10_500)
  })
})

describe('going from hit to hit', () => {
  const hits = [
    { pane: 1, start: 5, end: 8 },
    { pane: 1, start: 90, end: 93 },
    { pane: 2, start: 40, end: 43 },
  ]

  it('begins where the pane in hand is read', () => {
    expect(firstHit(hits, 1, 20)).toBe(hits[1])
    expect(firstHit(hits, 1, 100)).toBe(hits[0])
    expect(firstHit(hits, 2, 100)).toBe(hits[2])
    expect(firstHit(hits, 3, 0)).toBe(hits[0])
    expect(firstHit([], 1, 0)).toBe(null)
  })

  it('goes around, and begins at an end where the hit in hand is gone', () => {
    expect(neighbourHit(hits, hits[2] ?? null, 1)).toBe(hits[0])
    expect(neighbourHit(hits, hits[0] ?? null, -1)).toBe(hits[2])
    expect(neighbourHit(hits, { pane: 1, start: 6, end: 9 }, -1)).toBe(hits[2])
    expect(neighbourHit([], null, 1)).toBe(null)
  })
})
