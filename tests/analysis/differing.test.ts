import { describe, expect, it } from 'vitest'
import { differingNames } from '../../src-main/analysis/differing'

const differing = (...texts: (string | [number, string])[]): string[][] => {
  const statements = texts.map((text, i) => {
    const [articleId, words] = typeof text === 'string' ? [i, text] : text
    const start = words.search(/May \d+|\d+ May/)
    return { articleId, text: words, dates: start < 0 ? [] : [{ start, end: start + 6 }] }
  })
  return differingNames(statements).map((spans, i) =>
    spans.map(({ start, end }) => statements[i]?.text.slice(start, end) ?? ''),
  )
}

describe('names that differ', () => {
  it('are those that no statement of another article has, each whole', () => {
    expect(
      differing(
        'Agents of Sundwatch toured Orlo on May 15, aides said.',
        'A mission led by Ada Vey toured Orlo on May 15 with the Harbour Security Office.',
        'Officials from the Lagoon Security Board showed their plan in Orlo on 15 May.',
      ),
    ).toEqual([['Sundwatch'], ['Ada Vey', 'Harbour Security Office'], ['Lagoon Security Board']])
  })

  it('are figures too, but not the day on which all agree', () => {
    expect(differing('In Orlo 12 boats sank on May 15.', 'In Orlo 14 boats sank on 15 May.')).toEqual([['12'], ['14']])
  })

  it('leave out first words, which always have a capital', () => {
    expect(differing('Ships left Orlo.', 'Boats left Orlo.')).toEqual([[], []])
    expect(differing('Boats of Vey Lines left.', 'Yesterday Harbour Police left.')).toEqual([
      ['Vey Lines'],
      ['Harbour Police'],
    ])
  })

  it('are none within one article, for one statement, and in scripts without capitals', () => {
    expect(differing([1, 'Ada Vey came.'], [1, 'Then Bo Lund came.'])).toEqual([[], []])
    expect(differing('Only Ada Vey came.')).toEqual([[]])
    expect(differing('زار وفد الوزارة بلدة أورلو', 'زار مهندسون بلدة أورلو')).toEqual([[], []])
  })
})
