import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { automaton } from '../../../src-main/analysis/dates/automaton'
import { grammarOf } from '../../../src-main/analysis/dates/grammar'
import { patternTrees } from '../../../src-main/analysis/dates/pattern-tree'

/** Indices of the expressions that match at `at`. */
const matching = (sources: readonly string[], text: string, at: number): number[] =>
  sources.flatMap((source, index) => {
    const reader = new RegExp(source, 'uy')
    reader.lastIndex = at
    return (reader.exec(text)?.[0].length ?? 0) > 0 ? [index] : []
  })

const candidates = (sources: readonly string[], text: string, at = 0): readonly number[] =>
  automaton(patternTrees(sources)).candidates(text, at)

describe('candidates', () => {
  test.each<[source: string, matched: string[], others: string[]]>([
    ['cat|dog', ['cat', 'dogs'], ['ca', 'cot', '']],
    ['(?:[Tt]he )?(?<noun>cat|dog)s?', ['the cats', 'dog', 'The dog'], ['the ', 'he cat']],
    ['\\d{1,2}(?:st|nd)?', ['7', '31st', '2nd'], ['st', 'x7']],
    ['[0-2]{2,3}x', ['01x', '012x'], ['0x', '0121x', '03x']],
    ['ab*c', ['ac', 'abbbbbc'], ['abb', 'bc']],
    ['a[b-d-]+e', ['abe', 'a-cde'], ['ae', 'aee']],
    ['a\\.\\(\\u00a0\\t[\\]\\-]', ['a.(\u00a0\t]', 'a.(\u00a0\t-'], ['a.( \t]', 'ab(\u00a0\t]']],
    ['(?:a|)b', ['ab', 'b'], ['a', 'c']],
    ['الأحد|٧', ['الأحد', '٧'], ['الا', '7']],
  ])('of %s are the texts that it matches', (source, matched, others) => {
    for (const text of matched) expect([text, candidates([source], text)]).toEqual([text, [0]])
    for (const text of others) expect([text, candidates([source], text)]).toEqual([text, []])
  })

  test('are told once each and in order, whichever ends first', () => {
    expect(candidates(['dogged', '[a-z]{1,9}', 'cat', 'dog'], 'dogged')).toEqual([0, 1, 3])
  })

  test('hold what look-arounds and unknown classes would rule out', () => {
    expect(candidates(['cat(?! food)', '(?<=a)cat', 'cat\\b', '\\p{L}at', '[^x]at', '.at'], 'cat food')).toEqual([
      0, 1, 2, 3, 4, 5,
    ])
  })

  test('stay right where a text leads to more states than are kept', () => {
    const sources = ['[ab]{0,30}a[ab]{14}c', 'b']
    const text = Array.from({ length: 3000 }, (_, i) =>
      'abc'.charAt(((i * i + (i >> 3)) % 7) % (i % 45 === 0 ? 3 : 2)),
    ).join('')
    const told = automaton(patternTrees(sources))
    for (let at = 0; at < text.length; at += 1) expect(told.candidates(text, at)).toEqual(matching(sources, text, at))
  })

  test('stay right, and what is kept bounded, where a text has ever new characters', () => {
    const sources = ['[^x]{0,40}y', 'z']
    const text = Array.from({ length: 20_000 }, (_, i) => String.fromCharCode(0x3400 + i)).join('')
    const told = automaton(patternTrees(sources))
    let mostKept = 0
    for (let at = 0; at < text.length; at += 1) {
      told.candidates(text, at)
      mostKept = Math.max(mostKept, told.keptSteps())
    }
    expect(mostKept).toBeGreaterThan(400_000)
    expect(mostKept).toBeLessThan(501_000)
    for (const at of [0, 19_970]) expect(told.candidates(`${text}y`, at)).toEqual(matching(sources, `${text}y`, at))
  })
})

test('a pattern may begin with what its first part or the ones behind an optional part take', () => {
  const told = automaton(patternTrees(['(?:the )?[0-9]', 'May']))
  const beginnings = [...'the 7May٧'].filter((letter) => told.mayBegin(letter.charCodeAt(0)))
  expect(beginnings).toEqual(['t', '7', 'M'])
})

describe('of each language every pattern that matches is told', () => {
  const words = fc.constantFrom(
    ...'May June JAN. the of on in to and between from early mid- last next this week month year day days few two ago'.split(
      ' ',
    ),
    ...'before later earlier following same morning Monday Tues. 7 11th 1990 2024 1990s 19th century spring second quarter'.split(
      ' ',
    ),
    ...'le 6 mai au Montag 3. März bis vom enero del lunes maggio dal março de segunda-feira ٧ مايو أيار من عام ٢٠٢٤'.split(
      ' ',
    ),
    ...'الأحد أمس במאי בשנת 2023 שלישי תשפ״ד Ramadan 1445 AH Christmas Eve – / - , . ( ’24 year end half'.split(' '),
  )
  const texts = fc
    .array(fc.tuple(words, fc.constantFrom(' ', ' ', ' ', '', '\u00a0', '  ', '\n')), { minLength: 1, maxLength: 8 })
    .map((parts) => parts.flat().join(''))

  test.each(['en', 'fr', 'de', 'es', 'it', 'pt', 'ar', 'he', null])('%s', (language) => {
    const { automaton: told, patterns } = grammarOf(language)
    const sources = patterns.map(({ pattern }) => pattern.source)
    fc.assert(
      fc.property(texts, (text) => {
        const matched = matching(sources, text, 0)
        expect(told.candidates(text, 0)).toEqual(expect.arrayContaining(matched))
        if (matched.length > 0) expect(told.mayBegin(text.charCodeAt(0))).toBe(true)
      }),
      { numRuns: 150, seed: 7 },
    )
  })
})
