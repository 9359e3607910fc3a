import type { TagRow } from '../../../src-main/contract/types'

/** A visible line of the tree. Counts are of the tag with all its children. */
export type TreeLine = {
  tag: TagRow
  level: number
  parent: boolean
  open: boolean
  passages: number
  articles: number
}

/** The visible lines of the tree in order; children of closed tags are left out. */
export function treeLines(tags: readonly TagRow[], closed: ReadonlySet<number>): TreeLine[] {
  const childrenOf = (id: number | null): TagRow[] => tags.filter((tag) => tag.parentId === id)
  const total = (tag: TagRow, field: 'passages' | 'articles'): number =>
    tag[field] + childrenOf(tag.id).reduce((sum, child) => sum + total(child, field), 0)
  const walk = (parent: number | null, level: number): TreeLine[] =>
    childrenOf(parent).flatMap((tag) => {
      const hasChildren = childrenOf(tag.id).length > 0
      const open = hasChildren && !closed.has(tag.id)
      const line = {
        tag,
        level,
        parent: hasChildren,
        open,
        passages: total(tag, 'passages'),
        articles: total(tag, 'articles'),
      }
      return [line, ...(open ? walk(tag.id, level + 1) : [])]
    })
  return walk(null, 1)
}

/** A tag and everything under it. */
export const withDescendants = (tags: readonly TagRow[], id: number): number[] => [
  id,
  ...tags.filter((tag) => tag.parentId === id).flatMap((tag) => withDescendants(tags, tag.id)),
]

/** "Parent / Child". */
export function pathOf(tags: readonly TagRow[], tag: TagRow): string {
  const parent = tags.find((row) => row.id === tag.parentId)
  return parent ? `${pathOf(tags, parent)} / ${tag.name}` : tag.name
}
