import { describe, expect, it } from 'vitest'
import type { TagRow } from '../../src-main/contract/types'
import { queryOf } from '../../src-renderer/features/library/filter'
import { tagLines, tagPathName } from '../../src-renderer/features/library/tag-tree'
import { stretches } from '../../src-renderer/features/library/underline'
import {
  afterChange,
  choose,
  chooseAll,
  extend,
  indexAfter,
  type Selection,
  toggle,
} from '../../src-renderer/ui/selection'

const ids = [10, 20, 30, 40, 50]

describe('choosing rows', () => {
  it('extends a range from where it began, in either direction, with the last row current', () => {
    const down = extend(choose(20), ids, 40)
    expect(down.selected).toEqual([20, 30, 40])
    expect(extend(down, ids, 10).selected).toEqual([20, 10])
  })

  it('adds single rows and takes them out again', () => {
    const two = toggle(choose(10), 40)
    expect(two.selected).toEqual([10, 40])
    expect(toggle(two, 10).selected).toEqual([40])
  })

  it('chooses all and keeps the row in hand current', () => {
    expect(chooseAll(choose(30), ids)).toEqual({ selected: [10, 20, 40, 50, 30], cursor: 30, anchor: 30 })
  })

  it('goes to the next row when the chosen one is deleted, and to the last one at the end', () => {
    expect(afterChange(choose(30), ids, [10, 20, 40, 50]).selected).toEqual([40])
    expect(afterChange(choose(50), ids, [10, 20]).selected).toEqual([20])
  })

  it('keeps the rows of a choice that are still there', () => {
    const three: Selection = { selected: [10, 30, 50], cursor: 50, anchor: 10 }
    expect(afterChange(three, ids, [10, 20, 30])).toEqual({ selected: [10, 30], cursor: 30, anchor: 30 })
  })

  it('chooses nothing in an empty table', () => {
    expect(afterChange(choose(10), ids, [])).toEqual({ selected: [], cursor: null, anchor: null })
  })

  it('moves by row and page without leaving the table', () => {
    expect(indexAfter('ArrowDown', 4, 5, 10)).toBe(4)
    expect(indexAfter('PageUp', 3, 5, 10)).toBe(0)
    expect(indexAfter('End', 0, 5, 10)).toBe(4)
    expect(indexAfter('x', 0, 5, 10)).toBeNull()
  })
})

describe('the filter as it is asked', () => {
  it('takes the word being typed for a beginning', () => {
    expect(queryOf({ query: 'harbour str', status: null })).toBe('harbour str*')
  })

  it('leaves filters, phrases, finished words and single letters alone', () => {
    expect(queryOf({ query: 'outlet:courier', status: null })).toBe('outlet:courier')
    expect(queryOf({ query: '"the strike', status: null })).toBe('"the strike')
    expect(queryOf({ query: 'strike ', status: null })).toBe('strike')
    expect(queryOf({ query: 'a', status: null })).toBe('a')
  })

  it('adds the chosen status', () => {
    expect(queryOf({ query: '', status: 'to-read' })).toBe('status:to-read')
    expect(queryOf({ query: 'ferry', status: 'reviewed' })).toBe('ferry* status:reviewed')
  })
})

const tag = (id: number, name: string, parentId: number | null, passages: number, articles = 0): TagRow => ({
  id,
  name,
  parentId,
  colour: 'teal',
  description: '',
  shortcut: null,
  passages,
  articles,
})

describe('the tag tree', () => {
  const tags = [tag(1, 'Aid', null, 1), tag(2, 'Ships', 1, 2, 1), tag(3, 'Lorries', 1, 4), tag(4, 'Talks', null, 0)]

  it('counts the uses of children with those of their parent', () => {
    const lines = tagLines(tags, new Set())
    expect(lines.map((line) => [line.tag.name, line.depth, line.uses])).toEqual([
      ['Aid', 0, 8],
      ['Ships', 1, 3],
      ['Lorries', 1, 4],
      ['Talks', 0, 0],
    ])
  })

  it('leaves out what is under a closed tag, but not its count', () => {
    const [aid, talks] = tagLines(tags, new Set([1]))
    expect(aid).toMatchObject({ uses: 8, hasChildren: true, open: false })
    expect(talks?.tag.name).toBe('Talks')
  })

  it('names a tag with its parents', () => {
    expect(tagPathName(tags, tag(9, 'Small', 2, 0))).toBe('Aid/Ships/Small')
  })
})

describe('underlining passages', () => {
  it('cuts a paragraph where overlapping passages begin and end', () => {
    const cut = stretches('one two three', 100, [
      { start: 100, end: 107 },
      { start: 104, end: 140 },
    ])
    expect(cut.map((s) => [s.text, s.passages.length])).toEqual([
      ['one ', 1],
      ['two', 2],
      [' three', 1],
    ])
  })

  it('leaves a paragraph whole that no passage touches', () => {
    expect(stretches('one', 0, [{ start: 3, end: 9 }])).toEqual([{ start: 0, text: 'one', passages: [] }])
  })
})
