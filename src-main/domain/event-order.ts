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
  const beside = besideOthers(sorted)
  const placed = new Set([...beside.values()].flatMap(({ before, after }) => [...before, ...after]))
  const ordered: T[] = []
  // What is to be put next is at the end: an event comes between those that are put before and after it.
  const next: { event: T; isOpened: boolean }[] = []
  for (const start of sorted) {
    if (placed.has(start)) continue
    next.push({ event: start, isOpened: false })
    for (let top = next.pop(); top; top = next.pop()) {
      const { event, isOpened } = top
      const group = isOpened ? undefined : beside.get(event.id)
      if (!group) ordered.push(event)
      else {
        for (const other of group.after.toReversed()) next.push({ event: other, isOpened: false })
        next.push({ event, isOpened: true })
        for (const other of group.before.toReversed()) next.push({ event: other, isOpened: false })
      }
    }
  }
  return ordered
}

const unarranged = Number.MAX_VALUE

const byDate = (a: OrderedEvent, b: OrderedEvent): number =>
  compareIntervals(a.interval, b.interval) || (a.sequence ?? unarranged) - (b.sequence ?? unarranged) || a.id - b.id

/**
 * The undated events that have their place before or after another, by that one: first those beside dated ones, then those
 * beside these, and so on. Such as name only each other have none.
 */
function besideOthers<T extends OrderedEvent>(sorted: readonly T[]): Map<number, { before: T[]; after: T[] }> {
  const rank = new Map(sorted.map((event, at) => [event.id, at]))
  const placed = new Set(sorted.filter((event) => event.interval !== null).map((event) => event.id))
  const beside = new Map<number, { before: T[]; after: T[] }>()
  let waiting = sorted.filter((event) => event.interval === null && event.orders.length > 0)
  for (;;) {
    const found = waiting.flatMap((event) => {
      const anchor = anchorOf(
        event.orders.filter((order) => placed.has(order.eventId)),
        rank,
      )
      return anchor ? [{ event, anchor }] : []
    })
    if (found.length === 0) return beside
    for (const { event, anchor } of found) {
      const group = beside.get(anchor.eventId) ?? { before: [], after: [] }
      group[anchor.relation === 'before' ? 'before' : 'after'].push(event)
      beside.set(anchor.eventId, group)
      placed.add(event.id)
    }
    waiting = waiting.filter((event) => !placed.has(event.id))
  }
}

/** The last event that it comes after or with; where it comes after none, the first that it comes before. */
function anchorOf(orders: readonly EventOrder[], rank: ReadonlyMap<number, number>): EventOrder | null {
  const at = (order: EventOrder): number => rank.get(order.eventId) ?? 0
  const following = orders.filter((order) => order.relation !== 'before').sort((a, b) => at(b) - at(a))
  const preceding = orders.filter((order) => order.relation === 'before').sort((a, b) => at(a) - at(b))
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
