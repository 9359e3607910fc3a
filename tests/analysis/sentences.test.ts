import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentences } from '../../src-main/analysis/sentences'

const split = (text: string, language: string | null = 'en'): string[] =>
  sentences(text, language).map(({ start, end }) => text.slice(start, end))

describe('a sentence goes on over', () => {
  test.each([
    ['The port was shut by Maj. Gen. Dana Reyes. She left.', 2],
    ['Aides of U.S. Secretary Hale met Dr. Orlo and Mr. Brandt. They talked.', 2],
    ['He sailed to the U.S. The crew stayed.', 2],
    ['J. R. Quill of St. Maris wrote it. He is 45. He sails.', 3],
    ['It left at 9 a.m. Monday and came at 5 p.m. Nobody saw it.', 2],
    ['Lagoon Inc. Director Hale resigned. Marine Co. The end.', 3],
    ['It cost 3.5 million. No. 5 was sold, e.g. the ferry, i.e. all.', 2],
    ['“Why now?” she asked. “Go!” he said.', 2],
    ['They waited… and left.', 1],
  ])('%s', (text, count) => {
    expect(split(text)).toHaveLength(count)
  })
})

test('German ordinals and abbreviations end no sentence', () => {
  expect(split('Die Fähre sank am 7. Mai, z. B. bei Maris. Es war der 3. Unfall.', 'de')).toHaveLength(2)
  expect(split('Am 7. Mai sank sie. Dann kam Dr. Orlo.', null)).toHaveLength(2)
})

test('Arabic and Chinese sentences end at their own marks', () => {
  expect(split('هل غرقت السفينة؟ قال الربان إنها غرقت. ثم صمت.', 'ar')).toHaveLength(3)
  expect(split('渡轮沉没了。船员获救。', 'zh')).toEqual(['渡轮沉没了。', '船员获救。'])
})

test('a line feed always ends a sentence, and white space belongs to none', () => {
  expect(split('  The ferry Maria \n\n sank off Maris. \t It burned.\n')).toEqual([
    'The ferry Maria',
    'sank off Maris.',
    'It burned.',
  ])
  expect(split('')).toEqual([])
  expect(split(' \n \n')).toEqual([])
})

test('sentences lie in order and hold all that is not white space', () => {
  const words = fc.constantFrom(
    'Mr.',
    'The',
    'ferry',
    'sank.',
    'U.S.',
    '7.',
    'Mai',
    '\n',
    ' ',
    '“No!”',
    '🚢',
    'قال.',
    '?',
  )
  fc.assert(
    fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
      const text = parts.join(' ')
      let at = 0
      for (const { start, end } of sentences(text, null)) {
        expect(text.slice(at, start).trim()).toBe('')
        expect(end).toBeGreaterThan(start)
        expect(text.slice(start, end)).toBe(text.slice(start, end).trim())
        at = end
      }
      expect(text.slice(at).trim()).toBe('')
    }),
    { seed: 5, numRuns: 500 },
  )
})

describe('a very long paragraph', () => {
  const sentence = 'The ferry of the U.S. company left the island at dawn with 40 passengers. '

  test('is split as a short one is', () => {
    expect(split(sentence.repeat(3000)).every((part) => part === sentence.trim())).toBe(true)
    expect(split(sentence.repeat(3000))).toHaveLength(3000)
  })

  test('of any shape comes to an end', () => {
    const shapes = [
      ...['12.5,13.1,', '1.2.3.', '.', '…', '.!?', '1.(2)[3].“”'].map((numbers) =>
        numbers.repeat(200_000 / numbers.length),
      ),
      sentence.repeat(3000),
      'ferry '.repeat(35_000),
      'x'.repeat(200_000),
      'a. '.repeat(70_000),
      '1. '.repeat(70_000),
    ]
    for (const text of shapes) expect(sentences(text, 'en').at(-1)?.end).toBe(text.trimEnd().length)
  })
})
