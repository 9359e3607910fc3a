import { describe, expect, it } from 'vitest'
import type { TagRow } from '../../src-main/contract/types'
import { pathOf, treeLines, withDescendants } from '../../src-renderer/features/tags/tree'

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

const tags = [tag(1, 'Aid', null, 1, 2), tag(2, 'Food', 1, 3), tag(3, 'Flour', 2, 4, 1), tag(4, 'Border', null, 0)]

describe('the tag tree', () => {
  it('shows children under their parents and counts what is below', () => {
    expect(treeLines(tags, new Set()).map((l) => [l.tag.name, l.level, l.parent, l.passages, l.articles])).toEqual([
      ['Aid', 1, true, 8, 3],
      ['Food', 2, true, 7, 1],
      ['Flour', 3, false, 4, 1],
      ['Border', 1, false, 0, 0],
    ])
  })

  it('leaves out what is under closed tags, and keeps counting it', () => {
    const lines = treeLines(tags, new Set([1]))
    expect(lines.map((l) => l.tag.name)).toEqual(['Aid', 'Border'])
    expect(lines[0]).toMatchObject({ open: false, passages: 8 })
  })

  it('knows the whole family of a tag, and its name from the top', () => {
    expect(withDescendants(tags, 1)).toEqual([1, 2, 3])
    expect(pathOf(tags, tags[2]!)).toBe('Aid / Food / Flour')
  })
})
