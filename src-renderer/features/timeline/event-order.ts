import type { EventRow } from '../../../src-main/contract/timeline-types'
import type { Column } from './columns'

/** What the table is sorted by. Without a column it has the timeline's own order. */
export type EventSort = { by: Column | null; descending: boolean }

export const ownOrder: EventSort = { by: null, descending: false }

const stateRank = { conflicting: 0, unsourced: 1, 'single-source': 2, corroborated: 3 } as const

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

type TagName = (tagId: number) => string

/**
 * Events in another order than their own. What has no value stands last in both directions; what is equal keeps its order.
 * @param dateRank an event's place in the order of dates: earliest possible day, exact before vague
 * @param tagName the name of a tag
 */
export function sortedEvents(
  events: readonly EventRow[],
  { by, descending }: EventSort,
  dateRank: (id: number) => number,
  tagName: TagName,
): readonly EventRow[] {
  if (by === null) return events
  const compare = comparison(by, dateRank, tagName)
  const turned = descending ? (a: EventRow, b: EventRow) => compare(b, a) : compare
  const valued = events.filter((event) => hasValue(event, by))
  const empty = events.filter((event) => !hasValue(event, by))
  return [...valued.toSorted(turned), ...empty]
}

type Comparison = (a: EventRow, b: EventRow) => number

function comparison(by: Column, dateRank: (id: number) => number, tagName: TagName): Comparison {
  if (by === 'state') return (a, b) => stateRank[a.state.kind] - stateRank[b.state.kind]
  if (by === 'evidence') return (a, b) => a.evidence.length - b.evidence.length
  if (by === 'resolved') return (a, b) => dateRank(a.id) - dateRank(b.id)
  const text = textOf(by, tagName)
  return (a, b) => collator.compare(text(a), text(b))
}

const textOf =
  (by: Column, tagName: TagName) =>
  (event: EventRow): string => {
    if (by === 'asWritten') return event.evidence[0]?.asserted ?? ''
    if (by === 'event') return event.title
    if (by === 'place') return event.place
    if (by === 'actors') return event.actors.join(', ')
    return event.tagIds.map(tagName).toSorted(collator.compare).join(', ')
  }

/** An undated event has its place among dated ones where it was said to come before or after one. */
function hasValue(event: EventRow, by: Column): boolean {
  if (by === 'resolved') return event.interval !== null || event.orders.length > 0
  if (by === 'state' || by === 'event') return true
  if (by === 'evidence') return event.evidence.length > 0
  if (by === 'tags') return event.tagIds.length > 0
  return textOf(by, () => '')(event) !== ''
}

/** The events of the same days as this one, in their order: among these it can be moved. */
export const sameDays = (events: readonly EventRow[], event: Pick<EventRow, 'interval'>): EventRow[] =>
  event.interval === null
    ? []
    : events.filter(
        ({ interval }) =>
          interval?.earliest === event.interval?.earliest && interval?.latest === event.interval?.latest,
      )

/**
 * Where an event goes that moves one place up or down a list.
 * @returns the id that it then stands before, null for the end, or undefined where there is no further place
 */
export function placeAfterStep(list: readonly { id: number }[], id: number, step: 1 | -1): number | null | undefined {
  const at = list.findIndex((item) => item.id === id)
  if (at < 0 || list[at + step] === undefined) return undefined
  return list[step === 1 ? at + 2 : at - 1]?.id ?? null
}
