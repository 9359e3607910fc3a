import type { TagRow } from '../../../src-main/contract/types'

/** A line of the tag tree. `uses`: passages and articles with the tag or one of its children. */
export type TagLine = { tag: TagRow; depth: number; uses: number; hasChildren: boolean; open: boolean }

/**
 * The tag tree as lines to show, children of closed tags left out.
 * @param tags in display order, parents before their children
 */
export function tagLines(tags: readonly TagRow[], closed: ReadonlySet<number>): TagLine[] {
  const children = new Map<number | null, TagRow[]>()
  for (const tag of tags) children.set(tag.parentId, [...(children.get(tag.parentId) ?? []), tag])
  const usesOf = (tag: TagRow): number =>
    tag.passages + tag.articles + (children.get(tag.id) ?? []).reduce((sum, child) => sum + usesOf(child), 0)
  const linesUnder = (parentId: number | null, depth: number): TagLine[] =>
    (children.get(parentId) ?? []).flatMap((tag) => {
      const hasChildren = children.has(tag.id)
      const open = hasChildren && !closed.has(tag.id)
      return [{ tag, depth, uses: usesOf(tag), hasChildren, open }, ...(open ? linesUnder(tag.id, depth + 1) : [])]
    })
  return linesUnder(null, 0)
}

/** The whole name of a tag: "Aid/Deliveries". */
export function tagPathName(tags: readonly TagRow[], tag: TagRow): string {
  const parent = tags.find((other) => other.id === tag.parentId)
  return parent ? `${tagPathName(tags, parent)}/${tag.name}` : tag.name
}
