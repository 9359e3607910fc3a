import { useMemo } from 'react'
import type { EventRow } from '../../../src-main/contract/timeline-types'
import type { TagRow } from '../../../src-main/contract/types'
import { useAnswer } from '../../data/queries'
import { actorsOf, placesOf } from './event-filter'
import { type Choice, namedChoices } from './fields/Combo'

/** Names that fields propose and rows show. */
export type Names = {
  tags: ReadonlyMap<number, TagRow>
  tagName: (tagId: number) => string
  /** A tag and those below it. */
  withBelow: (tagId: number) => ReadonlySet<number>
  tagChoices: readonly Choice[]
  places: readonly Choice[]
  actors: readonly Choice[]
}

const noTags: readonly TagRow[] = []

/** The library's tags, and the places and actors of its events. */
export function useNames(rows: readonly EventRow[]): Names {
  const list = useAnswer('tag.list', {}).data ?? noTags
  const tags = useMemo(() => namesOfTags(list), [list])
  const places = useMemo(() => namedChoices(placesOf(rows)), [rows])
  const actors = useMemo(() => namedChoices(actorsOf(rows)), [rows])
  return useMemo(() => ({ ...tags, places, actors }), [tags, places, actors])
}

function namesOfTags(list: readonly TagRow[]): Omit<Names, 'places' | 'actors'> {
  const tags = new Map(list.map((tag) => [tag.id, tag]))
  const path = (tag: TagRow): string => {
    const parent = tag.parentId === null ? undefined : tags.get(tag.parentId)
    return parent ? `${path(parent)}/${tag.name}` : tag.name
  }
  const withBelow = (tagId: number): ReadonlySet<number> => {
    const found = new Set([tagId])
    // Parents stand before their children.
    for (const tag of list) if (tag.parentId !== null && found.has(tag.parentId)) found.add(tag.id)
    return found
  }
  return {
    tags,
    tagName: (id) => tags.get(id)?.name ?? '',
    withBelow,
    tagChoices: list.map((tag) => ({ id: String(tag.id), name: path(tag), colour: tag.colour })),
  }
}

/** Tags as chips show them. */
export const tagsOn = ({ tags }: Names, tagIds: readonly number[]): Choice[] =>
  tagIds.flatMap((id) => {
    const tag = tags.get(id)
    return tag ? [{ id: String(id), name: tag.name, colour: tag.colour }] : []
  })
