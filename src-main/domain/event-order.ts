import { compareIntervals, type DayInterval } from './edtf'
import type { EventOrder } from './event'

/** What an event's place among others depends on. */
export type OrderedEvent = {
  id: number
  interval: DayInterval | null
  sequence: number | null
  orders: readonly EventOrder[]
}

/**
 * The order of events by date: by earliest possible day, then by latest (exact before vague), then as they were arranged
 * within these days, then as they were made. An undated one stands next to the event that it is said to be before, after or
 * at the moment of; the other undated ones come last.
 */
export function inOrder<T extends OrderedEvent>(events: readonly T[]): T[] {
  const sorted = [...events].sort(byDate)
  const place = new Map(sorted.map((event, at) => [event.id, at]))
  const beside = new Map<number, { before: T[]; after: T[] }>()
  const isPlaced = new Set<number>()
  for (const event of sorted) {
    const anchor = event.interval === null ? anchorOf(event, place) : null
    if (!anchor) continue
    const group = beside.get(anchor.eventId) ?? { before: [], after: [] }
    group[anchor.relation === 'before' ? 'before' : 'after'].push(event)
    beside.set(anchor.eventId, group)
    isPlaced.add(event.id)
  }
  const ordered: T[] = []
  const seen = new Set<number>()
  const add = (event: T): void => {
    if (seen.has(event.id)) return
    seen.add(event.id)
    const group = beside.get(event.id)
    for (const other of group?.before ?? []) add(other)
    ordered.push(event)
    for (const other of group?.after ?? []) add(other)
  }
  for (const event of sorted) if (!isPlaced.has(event.id)) add(event)
  // Such as name each other in a circle have no place of their own.
  for (const event of sorted) add(event)
  return ordered
}

function byDate(a: OrderedEvent, b: OrderedEvent): number {
  return (
    compareIntervals(a.interval, b.interval) ||
    (a.sequence ?? Number.POSITIVE_INFINITY) - (b.sequence ?? Number.POSITIVE_INFINITY) ||
    a.id - b.id
  )
}

/** The last event that it comes after or with; where it comes after none, the first that it comes before. */
function anchorOf({ orders }: OrderedEvent, place: ReadonlyMap<number, number>): EventOrder | null {
  const known = orders.filter((order) => place.has(order.eventId))
  const at = (order: EventOrder): number => place.get(order.eventId) ?? 0
  const following = known.filter((order) => order.relation !== 'before').sort((a, b) => at(b) - at(a))
  const preceding = known.filter((order) => order.relation === 'before').sort((a, b) => at(a) - at(b))
  return following[0] ?? preceding[0] ?? null
}

/**
 * Whether an event would come before itself: each is before those that it is said to be before, and after those that it is
 * said to be after; one at the same moment as another is on both sides of it what the other is.
 * @param said orders by the id of the event that they were said of
 */
export function isCircular(said: ReadonlyMap<number, readonly EventOrder[]>): boolean {
  const moments = momentsOf(said)
  const later = new Map<number, number[]>()
  for (const [id, orders] of said) {
    for (const { relation, eventId } of orders) {
      if (relation === 'same-moment') continue
      const [first, second] = relation === 'before' ? [id, eventId] : [eventId, id]
      const from = moments(first)
      later.set(from, [...(later.get(from) ?? []), moments(second)])
    }
  }
  const state = new Map<number, 'open' | 'done'>()
  const comesBack = (start: number): boolean => {
    const path: { id: number; next: number }[] = [{ id: start, next: 0 }]
    state.set(start, 'open')
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const following = later.get(top.id)?.[top.next]
      top.next += 1
      if (following === undefined) {
        state.set(top.id, 'done')
        path.pop()
      } else if (state.get(following) === 'open') return true
      else if (!state.has(following)) {
        state.set(following, 'open')
        path.push({ id: following, next: 0 })
      }
    }
    return false
  }
  return [...later.keys()].some((id) => !state.has(id) && comesBack(id))
}

/** @returns a function that gives the same number for all events that are at one moment */
function momentsOf(said: ReadonlyMap<number, readonly EventOrder[]>): (id: number) => number {
  const parent = new Map<number, number>()
  const root = (id: number): number => {
    let at = id
    for (let up = parent.get(at); up !== undefined; up = parent.get(at)) at = up
    return at
  }
  for (const [id, orders] of said) {
    for (const { relation, eventId } of orders) {
      const [a, b] = [root(id), root(eventId)]
      if (relation === 'same-moment' && a !== b) parent.set(a, b)
    }
  }
  return root
}
