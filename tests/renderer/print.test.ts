import { describe, expect, it } from 'vitest'
import type { LinkPlace, PassageLink } from '../../src-main/contract/reading-types'
import { numberedPlaces, runsOf } from '../../src-renderer/features/reader/print/numbers'

const place = (articleId: number, start: number, end: number): LinkPlace => ({ articleId, start, end })
const link = (a: LinkPlace, b: LinkPlace): PassageLink => ({
  id: null,
  decision: null,
  kind: 'same-statement',
  score: 1,
  likely: true,
  a,
  b,
  differences: [],
})

describe('what articles share on paper', () => {
  it('has one number in all columns, counted in the order of the first column and then of the next', () => {
    const links = [
      link(place(2, 50, 60), place(3, 0, 9)),
      link(place(1, 80, 90), place(2, 0, 10)),
      link(place(1, 10, 20), place(3, 30, 40)),
      link(place(2, 70, 80), place(1, 10, 20)),
    ]
    const numbers = numberedPlaces(links, [1, 2, 3])
    const of = (id: number) => numbers.get(id)?.map(({ start, number }) => [start, number])
    expect(of(1)).toEqual([
      [10, 1],
      [80, 2],
    ])
    expect(of(2)).toEqual([
      [0, 2],
      [50, 3],
      [70, 1],
    ])
    expect(of(3)).toEqual([
      [0, 3],
      [30, 1],
    ])
  })

  it('joins numbers that a later link ties together, and is nothing without links', () => {
    const links = [
      link(place(1, 0, 5), place(2, 0, 5)),
      link(place(3, 0, 5), place(4, 0, 5)),
      link(place(2, 0, 5), place(3, 0, 5)),
    ]
    const numbers = numberedPlaces(links, [1, 2, 3, 4])
    expect([1, 2, 3, 4].map((id) => numbers.get(id)?.[0]?.number)).toEqual([1, 1, 1, 1])
    expect(numberedPlaces([], [7]).get(7)).toEqual([])
  })
})

describe('a block on paper', () => {
  const block = { start: 100, text: 'The ferry stopped at noon.' }

  it('keeps all its words, with numbers where shared passages begin', () => {
    const shared = [
      { ...place(1, 104, 117), number: 4 },
      { ...place(1, 104, 126), number: 2 },
    ]
    const runs = runsOf(block, shared, [{ start: 110, end: 200 }])
    expect(runs.map((run) => run.text).join('')).toBe(block.text)
    expect(runs).toMatchObject([
      { text: 'The ', numbers: [], isShared: false, isTagged: false },
      { text: 'ferry ', numbers: [4, 2], isShared: true, isTagged: false },
      { text: 'stopped', numbers: [], isShared: true, isTagged: true },
      { text: ' at noon.', numbers: [], isShared: true, isTagged: true },
    ])
  })

  it('has no number where a passage only goes on from the block before, and may be empty', () => {
    const runs = runsOf(block, [{ ...place(1, 50, 109), number: 1 }], [])
    expect(runs.map((run) => [run.text, run.numbers, run.isShared])).toEqual([
      ['The ferry', [], true],
      [' stopped at noon.', [], false],
    ])
    expect(runsOf({ start: 5, text: '' }, [], [])).toEqual([])
  })
})
