import { ExpectedError } from '../domain/error'
import type { Reader } from '../library/handle'
import { allTags, type TagRecord } from '../library/queries/tag'

/** A tag's own id and those of all tags below it. */
export function descendantIds(tags: readonly TagRecord[], id: number): number[] {
  const below = tags.filter((tag) => tag.parentId === id).flatMap((tag) => descendantIds(tags, tag.id))
  return [id, ...below]
}

/** Display order: each parent before its children, those of one parent by name. */
export function inTreeOrder(tags: readonly TagRecord[], parentId: number | null = null): TagRecord[] {
  return tags
    .filter((tag) => tag.parentId === parentId)
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }) || a.id - b.id)
    .flatMap((tag) => [tag, ...inTreeOrder(tags, tag.id)])
}

/** The name with those of the tags above it: "Aid / Deliveries". */
export function fullName(tags: readonly TagRecord[], tag: TagRecord): string {
  const parent = tags.find((other) => other.id === tag.parentId)
  return parent ? `${fullName(tags, parent)} / ${tag.name}` : tag.name
}

/** @throws `tag/not-found` where one of the tags is not there */
export function requireTags(reader: Reader, ids: readonly number[]): void {
  if (ids.length === 0) return
  const known = new Set(allTags(reader).map((tag) => tag.id))
  if (ids.some((id) => !known.has(id))) throw new ExpectedError('tag/not-found')
}

/** Names of tags, to tell what an operation was done to. */
export function tagNames(reader: Reader, ids: readonly number[]): string {
  const names = new Map(allTags(reader).map((tag) => [tag.id, tag.name]))
  return ids.flatMap((id) => names.get(id) ?? []).join(', ')
}
