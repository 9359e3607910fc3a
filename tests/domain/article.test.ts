import { describe, expect, test } from 'vitest'
import {
  articleText,
  type BlockKind,
  blockStarts,
  countWords,
  directionOf,
  type ExtractedBlock,
  paragraphLabels,
  standInTitle,
} from '../../src-main/domain/article'

const block = (text: string, kind: BlockKind = 'paragraph', hidden = false): ExtractedBlock => ({
  kind,
  text,
  hidden,
  reason: hidden ? 'navigation' : null,
  line: null,
})

test('each block begins where the article text has it, emoji and Arabic among them', () => {
  const blocks = [block('Menu', 'boilerplate', true), block('🚢 docked'), block('رست السفينة'), block('Later.')]
  const text = articleText(blocks)
  for (const [i, start] of blockStarts(blocks).entries()) {
    expect(text.slice(start, start + blocks[i]!.text.length)).toBe(blocks[i]!.text)
  }
})

describe('paragraph numbers', () => {
  const numbered = (number: number | null, hidden = false, kind: BlockKind = 'paragraph') => ({ kind, hidden, number })

  test('stay what they were when a paragraph is hidden', () => {
    expect(paragraphLabels([numbered(1), numbered(2, true), numbered(3)])).toEqual(['1', null, '3'])
  })

  test('of restored blocks take a letter after the number before', () => {
    const blocks = [numbered(null), numbered(1), numbered(null), numbered(null, false, 'boilerplate'), numbered(2)]
    expect(paragraphLabels(blocks)).toEqual(['a', '1', '1a', '1b', '2'])
  })

  test('go on after z', () => {
    const labels = paragraphLabels([numbered(1), ...Array.from({ length: 27 }, () => numbered(null))])
    expect(labels.at(26)).toBe('1z')
    expect(labels.at(27)).toBe('1aa')
  })

  test('are not given to headings, captions and hidden leavings', () => {
    const blocks = [numbered(null, false, 'heading'), numbered(null, false, 'caption'), numbered(null, true)]
    expect(paragraphLabels(blocks)).toEqual([null, null, null])
  })
})

test('the first letter of a paragraph gives its direction', () => {
  expect(directionOf('The port')).toBe('ltr')
  expect(directionOf('12 (قال) minister')).toBe('rtl')
  expect(directionOf('«שלום» world')).toBe('rtl')
  expect(directionOf('2024')).toBe('ltr')
})

test('words are counted as people count them', () => {
  expect(countWords('The mayor’s boat, worth 1,200.50 crowns, sank.')).toBe(7)
  expect(countWords('غرقت السفينة أمس')).toBe(3)
  expect(countWords(' — … ')).toBe(0)
})

describe('the sentence that stands in for a title', () => {
  test('is the first visible one', () => {
    const blocks = [
      block('Skip to content', 'boilerplate', true),
      block('The ferry left the port of the island at dawn. It rained.'),
    ]
    expect(standInTitle(blocks)).toBe('The ferry left the port of the island at dawn.')
  })

  test('goes on where the first stop is that of an abbreviation', () => {
    expect(standInTitle([block('U.S. envoy Dana Reyes met the mayor. They talked.')])).toBe(
      'U.S. envoy Dana Reyes met the mayor. They talked.',
    )
  })

  test('is cut at a word, never inside a character', () => {
    const title = standInTitle([block(`${'harbour '.repeat(40)}end`)], 60)
    expect(title.length).toBeLessThanOrEqual(61)
    expect(title).toMatch(/harbour…$/)
    expect(standInTitle([block('🚢'.repeat(100))], 61)).toMatch(/^(?:🚢)+…$/u)
  })

  test('is empty where there is nothing', () => {
    expect(standInTitle([])).toBe('')
  })
})
