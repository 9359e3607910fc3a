import { describe, expect, it } from 'vitest'
import { comparedInput } from '../../src-renderer/data/read-ahead'
import { type BlockBox, spanInSight } from '../../src-renderer/features/reader/sight'

/** Three paragraphs of 100 characters, 200 pixels each, with 20 pixels between them. */
const blocks: BlockBox[] = [0, 1, 2].map((n) => ({ start: n * 101, length: 100, top: n * 220, bottom: n * 220 + 200 }))

describe('what of a text is in sight', () => {
  it('begins with the text at its beginning, though the first line stands below the edge', () => {
    expect(spanInSight(blocks, 0, 100)).toEqual({ start: 0, end: 50 })
    expect(spanInSight(blocks, 16, 84)).toEqual({ start: 0, end: 50 })
  })

  it('is told by how much of a paragraph is above the upper and the lower edge', () => {
    expect(spanInSight(blocks, 84, 236)).toEqual({ start: 50, end: 151 })
  })

  it('begins with the paragraph below where the upper edge is between two', () => {
    expect(spanInSight(blocks, 190, 40).start).toBe(101)
  })

  it('leaves a paragraph of which less than half a line is seen, as the line that is held does', () => {
    expect(spanInSight(blocks, 180, 40).start).toBe(101)
    expect(spanInSight(blocks, 170, 40).start).toBeLessThan(100)
  })

  it('ends with the text where more is to be seen than there is', () => {
    expect(spanInSight(blocks, 420, 1000)).toEqual({ start: 202, end: 302 })
    expect(spanInSight(blocks.slice(0, 1), 0, 1000)).toEqual({ start: 0, end: 100 })
  })

  it('is nothing of a text without blocks', () => {
    expect(spanInSight([], 30, 400)).toEqual({ start: 0, end: 0 })
  })
})

describe('the question what articles share', () => {
  it('is the same in any order of the panes, and with one open twice', () => {
    expect(comparedInput([7, 3, 12, 3])).toEqual(comparedInput([3, 12, 7]))
    expect(comparedInput([7, 3, 12, 3])).toEqual({ articleIds: [3, 7, 12] })
  })
})
