import type { Handlers } from '../contract/methods'
import type { EventRow } from '../contract/timeline-types'
import { compareIntervals } from '../domain/edtf'
import { ExpectedError } from '../domain/error'
import { isCircular } from '../domain/event-order'
import { updateEvent } from '../library/queries/event'
import { allOrders, setOrders } from '../library/queries/event-order'
import type { ServiceContext } from './context'
import type { KeptEventRows } from './event-rows'
import { eventView, requireEvent } from './event-view'

type Name = 'event.arrange' | 'event.order'

/** Where events stand among others of the same days, and beside those that have a date. */
export const eventOrderHandlers = ({ library }: ServiceContext, rows: KeptEventRows) =>
  ({
    'event.arrange': ({ id, before }) => {
      const event = requireEvent(library.reader, id)
      const order = arranged(rows.current(), id, before)
      return library.operation('event.arrange', event.title, (writer) => {
        for (const [at, row] of order.entries()) {
          if (row.sequence !== at + 1) updateEvent(writer, { ...requireEvent(writer, row.id), sequence: at + 1 })
        }
        return eventView(writer, id)
      })
    },
    'event.order': ({ id, orders }) => {
      const { reader } = library
      const event = requireEvent(reader, id)
      for (const { eventId } of orders) requireEvent(reader, eventId)
      const said = new Map(orders.map((order) => [order.eventId, order]))
      if (said.has(id) || isCircular(allOrders(reader).set(id, [...said.values()]))) {
        throw new ExpectedError('event/order-cycle', { title: event.title })
      }
      return library.operation('event.order', event.title, (writer) => {
        setOrders(writer, id, [...said.values()])
        return eventView(writer, id)
      })
    },
  }) satisfies Handlers<Name>

/**
 * The events of the same days as one, in the order in which they stand when that one is put before another of them, or last.
 * @throws `event/undated`, `event/other-day`, `event/not-found`
 */
function arranged(rows: readonly EventRow[], id: number, before: number | null): EventRow[] {
  const event = rows.find((row) => row.id === id)
  if (!event) throw new ExpectedError('event/not-found')
  const { interval } = event
  if (interval === null) throw new ExpectedError('event/undated')
  const others = rows.filter(
    (row) => row.id !== id && row.interval !== null && compareIntervals(row.interval, interval) === 0,
  )
  const at = before === null ? others.length : others.findIndex((row) => row.id === before)
  if (at < 0) throw new ExpectedError('event/other-day')
  return others.toSpliced(at, 0, event)
}
