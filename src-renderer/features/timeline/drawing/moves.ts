import type { Item, Layout } from './layout'

export type Move = 'next' | 'previous' | 'up' | 'down' | 'first' | 'last'

/**
 * Where an arrow key leads from a mark: in time to the next that is of something else, up and down to the nearest of the
 * next lane that has any.
 */
export function movedTo({ items, lanes }: Layout, from: Item | null, move: Move): Item | null {
  if (from === null || move === 'first') return items[0] ?? null
  if (move === 'last') return items.at(-1) ?? null
  const at = items.indexOf(from)
  if (move === 'next' || move === 'previous') {
    const step = move === 'next' ? 1 : -1
    for (let i = at + step; i >= 0 && i < items.length; i += step) {
      const item = items[i]
      if (item && !isSameThing(item, from)) return move === 'next' ? item : firstOf(items, i)
    }
    return from
  }
  const step = move === 'down' ? 1 : -1
  for (let lane = from.lane + step; lane >= 0 && lane < lanes.length; lane += step) {
    const nearest = nearestTo(lanes[lane] ?? [], from.at)
    if (nearest) return nearest
  }
  return from
}

const thing = (item: Item): string =>
  item.shape === 'cluster' ? item.key : `${item.marks[0]?.kind} ${item.marks[0]?.id}`

const isSameThing = (a: Item, b: Item): boolean => thing(a) === thing(b)

/** The way back leads to the same mark as the way there: the first of those that one event has next to each other. */
function firstOf(items: readonly Item[], index: number): Item | null {
  let first = index
  while (first > 0 && isSameThing(items[first - 1] as Item, items[index] as Item)) first -= 1
  return items[first] ?? null
}

const nearestTo = (items: readonly Item[], at: number): Item | null =>
  items.reduce<Item | null>(
    (best, item) => (best && Math.abs(best.at - at) <= Math.abs(item.at - at) ? best : item),
    null,
  )

/** The mark, or the cluster, that holds this key. */
export const itemWith = ({ items }: Layout, markKey: string | null): Item | null =>
  markKey === null ? null : (items.find(({ marks }) => marks.some(({ key }) => key === markKey)) ?? null)

/** The first mark, or the cluster, of an event. */
export const itemOfEvent = ({ items }: Layout, eventId: number | null): Item | null =>
  eventId === null
    ? null
    : (items.find(({ marks }) => marks.some(({ kind, id }) => kind === 'event' && id === eventId)) ?? null)

/** Whether going nearer would take a cluster apart. */
export const comesApart = ({ marks }: Item): boolean =>
  marks.some(({ span }) => span.from !== marks[0]?.span.from || span.to !== marks[0]?.span.to)
