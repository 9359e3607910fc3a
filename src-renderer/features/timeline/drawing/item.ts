import type { Item } from './layout'

/** Whether a mark, or one of a cluster, shows the event. */
export const isOf = (item: Item, eventId: number | null): boolean =>
  eventId !== null && item.marks.some(({ kind, id }) => kind === 'event' && id === eventId)
