import { describe, expect, it } from 'vitest'
import { type Block, blockStarts, directionOf } from '../../src-main/domain/article'
import { type Edge, firstCut, movedEdge, nextCut, type Unit } from '../../src-renderer/features/reader/passages/edges'

const blocksOf = (texts: readonly string[], hidden: readonly number[] = []): Block[] => {
  const starts = blockStarts(texts.map((text) => ({ text })))
  return texts.map((text, i) => ({
    id: i + 1,
    kind: 'paragraph',
    text,
    hidden: hidden.includes(i),
    reason: null,
    line: null,
    start: starts[i] ?? 0,
    direction: directionOf(text),
    label: hidden.includes(i) ? null : String(i + 1),
    ruleId: null,
  }))
}

const texts = ['“The ferry stopped,” she said. Nobody told them.', 'It ran again.', 'Hidden line.', 'The end.']
const blocks = blocksOf(texts, [2])
const whole = texts.join('\n')
const span = (words: string) => ({ start: whole.indexOf(words), end: whole.indexOf(words) + words.length })
const words = (at: { start: number; end: number } | null) => at && whole.slice(at.start, at.end)

const moved = (from: string, edge: Edge, unit: Unit, step: 1 | -1) =>
  words(movedEdge(blocks, 'en', span(from), { edge, unit, step }))

describe('an end of a passage', () => {
  it('moves by words, and stops at the marks that end a sentence', () => {
    expect(moved('she', 'end', 'word', 1)).toBe('she said')
    expect(moved('she said', 'end', 'word', 1)).toBe('she said.')
    expect(moved('she said.', 'end', 'word', 1)).toBe('she said. Nobody')
    expect(moved('she said. Nobody', 'end', 'word', -1)).toBe('she said.')
    expect(moved('ferry', 'start', 'word', -1)).toBe('The ferry')
    expect(moved('The ferry', 'start', 'word', -1)).toBe('“The ferry')
    expect(moved('The ferry', 'start', 'word', 1)).toBe('ferry')
  })

  it('moves by sentences, also into the next paragraph', () => {
    expect(moved('she', 'end', 'sentence', 1)).toBe('she said.')
    expect(moved('Nobody told them.', 'end', 'sentence', 1)).toBe('Nobody told them.\nIt ran again.')
    expect(moved('It ran', 'start', 'sentence', -1)).toBe('Nobody told them.\nIt ran')
    expect(moved('said. Nobody told them.', 'end', 'sentence', -1)).toBe('said.')
  })

  it('never leaves nothing, goes beyond the text, or over what is hidden', () => {
    expect(moved('ferry', 'end', 'word', -1)).toBeNull()
    expect(moved('ferry', 'start', 'word', 1)).toBeNull()
    expect(moved('“The', 'start', 'word', -1)).toBeNull()
    expect(moved('It ran again.', 'end', 'word', 1)).toBeNull()
    expect(moved('The end.', 'start', 'sentence', -1)).toBeNull()
  })

  it('passes over a span that another passage has', () => {
    const taken = span('she said')
    const isFree = (one: { start: number; end: number }) => one.end !== taken.end
    const next = movedEdge(blocks, 'en', span('she'), { edge: 'end', unit: 'word', step: 1 }, isFree)
    expect(words(next)).toBe('she said.')
  })

  it('moves inside a paragraph of any length', () => {
    const long = blocksOf([Array.from({ length: 30_000 }, (_, i) => `w${i}`).join(' ')])
    const text = long[0]?.text ?? ''
    const at = { start: text.indexOf('w20000'), end: text.indexOf('w20000') + 6 }
    const next = movedEdge(long, 'en', at, { edge: 'end', unit: 'word', step: 1 })
    expect(next && text.slice(next.start, next.end)).toBe('w20000 w20001')
    const before = movedEdge(long, 'en', at, { edge: 'start', unit: 'word', step: -1 })
    expect(before && text.slice(before.start, before.end)).toBe('w19999 w20000')
  })

  it('moves in scripts without spaces and from right to left', () => {
    const other = blocksOf(['船は火曜日に止まった。', 'أغلق الحراس الميناء.'])
    const japanese = movedEdge(other, 'ja', { start: 0, end: 1 }, { edge: 'end', unit: 'word', step: 1 })
    expect(japanese?.end).toBe(2)
    const start = other[1]?.start ?? 0
    const arabic = movedEdge(other, 'ar', { start, end: start + 4 }, { edge: 'end', unit: 'word', step: 1 })
    expect(arabic?.end).toBe(start + 11)
  })
})

describe('a passage is split', () => {
  it('at the caret, else between sentences, else in the middle', () => {
    const two = span('she said. Nobody told them.')
    const at = (offset: number | null) => offset !== null && whole.slice(offset, offset + 6)
    expect(at(firstCut(blocks, 'en', two, whole.indexOf('told') + 1))).toBe('told t')
    expect(at(firstCut(blocks, 'en', two, null))).toBe('Nobody')
    expect(at(firstCut(blocks, 'en', two, 0))).toBe('Nobody')
    expect(at(firstCut(blocks, 'en', span('Nobody told them.'), null))).toBe('told t')
    expect(firstCut(blocks, 'en', span('Nobody'), null)).toBeNull()
  })

  it('elsewhere by words and sentences, and never at its ends', () => {
    const two = span('she said. Nobody told them.')
    const next = (from: string, unit: Unit, step: 1 | -1) =>
      whole.slice(nextCut(blocks, 'en', two, { at: whole.indexOf(from), unit, step })).split(' ')[0]
    expect(next('Nobody', 'word', 1)).toBe('told')
    expect(next('Nobody', 'word', -1)).toBe('said.')
    expect(next('said', 'word', -1)).toBe('said.')
    expect(next('told', 'sentence', -1)).toBe('Nobody')
    expect(next('told', 'sentence', 1)).toBe('told')
  })
})
