import type { EventRow } from '../../../src-main/contract/timeline-types'
import type { EventState } from '../../../src-main/domain/event'

/** What the table is narrowed to. `outlet` empty means articles whose outlet is unknown; null means any. */
export type EventFilter = {
  text: string
  state: EventState['kind'] | null
  tagId: number | null
  outlet: string | null
  undated: boolean
}

export const noFilter: EventFilter = { text: '', state: null, tagId: null, outlet: null, undated: false }

/** How many conditions other than words hold. */
export const conditionsOf = ({ state, tagId, outlet, undated }: EventFilter): number =>
  [state !== null, tagId !== null, outlet !== null, undated].filter(Boolean).length

/** @returns everything of an event that words are looked for in, in small letters */
export const wordsOf = (event: EventRow, tagName: (tagId: number) => string): string =>
  [
    event.title,
    event.edtf ?? '',
    event.place,
    ...event.actors,
    ...event.tagIds.map(tagName),
    ...event.evidence.flatMap((e) => [e.asserted, e.quote, e.outlet ?? '']),
  ]
    .join('\n')
    .toLowerCase()

/**
 * Events that a filter leaves, in their order.
 * @param words what {@link wordsOf} gives, by event
 * @param withBelow a tag's own id and those of the tags below it
 */
export function filteredEvents(
  events: readonly EventRow[],
  filter: EventFilter,
  words: (event: EventRow) => string,
  withBelow: (tagId: number) => ReadonlySet<number>,
): readonly EventRow[] {
  const wanted = filter.text.toLowerCase().split(/\s+/).filter(Boolean)
  if (wanted.length === 0 && conditionsOf(filter) === 0) return events
  const tags = filter.tagId === null ? null : withBelow(filter.tagId)
  return events.filter((event) => {
    if (filter.state !== null && event.state.kind !== filter.state) return false
    if (filter.undated && event.interval !== null) return false
    if (tags !== null && !event.tagIds.some((id) => tags.has(id))) return false
    if (filter.outlet !== null && !event.evidence.some((e) => (e.outlet ?? '') === filter.outlet)) return false
    if (wanted.length === 0) return true
    const text = words(event)
    return wanted.every((word) => text.includes(word))
  })
}

/** Values in use among events, each once, in order of the alphabet. */
export const inUse = (values: Iterable<string>): string[] =>
  [...new Set(values)].filter((value) => value !== '').toSorted((a, b) => a.localeCompare(b))

export const placesOf = (events: readonly EventRow[]): string[] => inUse(events.map((event) => event.place))
export const actorsOf = (events: readonly EventRow[]): string[] => inUse(events.flatMap((event) => event.actors))
export const outletsOf = (events: readonly EventRow[]): string[] => [
  ...new Set(events.flatMap((event) => event.evidence.map((e) => e.outlet ?? ''))),
]
