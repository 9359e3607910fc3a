import { describe, expect, it } from 'vitest'
import { anchored, nearestOffset } from '../../src-main/domain/anchor'
import { articleText } from '../../src-main/domain/article'
import { selectorOf } from '../../src-main/domain/passage'
import { correctBlock, type EditableBlock, replacedText, samePairs } from '../../src-main/domain/text-edit'

const paragraph = (text: string): EditableBlock => ({ kind: 'paragraph', text, hidden: false, number: 1 })
const texts = (...all: string[]): EditableBlock[] => all.map(paragraph)

describe('a corrected paragraph', () => {
  it.each([
    ['the the ferry', 'the ferry'],
    ['the ferry', 'the the ferry'],
    ['aa', 'a'],
    ['a', 'aaa'],
    ['on and on and on', 'on and on'],
  ])('that was “%s” is “%s”, though both repeat themselves', (before, after) => {
    const { blocks, change } = correctBlock(texts('First.', before, 'Last.'), 1, after)
    expect(blocks.map((block) => block.text)).toEqual(['First.', after, 'Last.'])
    expect(change.after).toBe(`First.\n${after}\nLast.`)
  })

  it.each([
    ['beginning', '🚢', '🚣'],
    ['end', '🚢', '\u{1f2a2}'],
  ])('keeps no half of a sign that has its %s in common with another', (_, before, after) => {
    const { change } = correctBlock(texts(`a${before}b`), 0, `a${after}b`)
    expect(change.kept).toEqual([
      { from: 0, to: 0, length: 1 },
      { from: 3, to: 3, length: 1 },
    ])
  })
})

describe('a text that another takes the place of', () => {
  it('keeps its paragraphs in their order, whatever stands between them now', () => {
    const before = texts('old', 'a', 'gone', 'b', 'c', 'end')
    const after = texts('new', 'a', 'b', 'more', 'still more', 'c', 'other end')
    expect(samePairs(before, after)).toEqual([
      [1, 1],
      [3, 2],
      [4, 5],
    ])
    const inserted = replacedText(texts('a', 'b'), texts('new', 'a', 'more', 'b', 'last'))
    expect(inserted.kept.map(({ from }) => from)).toEqual([0, 2])
  })

  it('gives a lost quotation the nearest of new places that are as like', () => {
    const before = texts('A paragraph that stays as it is.', 'North: the lock opens.')
    const change = replacedText(
      before,
      texts('South? the lock?', 'A paragraph that stays as it is.', 'East! the lock!'),
    )
    const start = articleText(before).indexOf('the lock')
    const place = anchored(selectorOf(change.before, start, start + 'the lock'.length), change)
    expect(place?.start).toBe(change.after.lastIndexOf('the lock'))
  })

  it('leads an offset that is gone to the nearest place before it', () => {
    const change = replacedText(texts('one', 'gone', 'two', 'lost here'), texts('one', 'two', 'new'))
    expect(nearestOffset(change.kept, change.before.indexOf('here'))).toBe('one\ntwo'.length)
    expect(nearestOffset(change.kept, change.before.indexOf('gone'))).toBe('one'.length)
  })
})
