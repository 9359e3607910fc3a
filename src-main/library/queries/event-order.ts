import type { EventOrder, EventRelation } from '../../domain/event'
import type { Reader, Writer } from '../handle'

type OrderRow = { event_id: number; relation: string; other_id: number }

/** @returns what was said of events' places beside other accepted events, by the event it was said of */
export function allOrders(reader: Reader): Map<number, EventOrder[]> {
  const rows = reader.all<OrderRow>(
    `SELECT o.event_id, o.relation, o.other_id FROM event_order o
     JOIN event e ON e.id = o.event_id AND e.deleted_at IS NULL AND e.status = 'accepted'
     JOIN event v ON v.id = o.other_id AND v.deleted_at IS NULL AND v.status = 'accepted'
     ORDER BY o.event_id, o.other_id`,
  )
  const orders = new Map<number, EventOrder[]>()
  for (const { event_id, relation, other_id } of rows) {
    const order = { relation: relation as EventRelation, eventId: other_id }
    orders.set(event_id, [...(orders.get(event_id) ?? []), order])
  }
  return orders
}

/** Replaces what was said of an event. */
export function setOrders(writer: Writer, eventId: number, orders: readonly EventOrder[]): void {
  const others = JSON.stringify(orders.map((order) => order.eventId))
  writer.run(
    `DELETE FROM event_order WHERE event_id = :eventId AND other_id NOT IN (SELECT value FROM json_each(:others))`,
    { eventId, others },
  )
  for (const { relation, eventId: otherId } of orders) {
    writer.run(
      `INSERT INTO event_order (event_id, relation, other_id) VALUES (:eventId, :relation, :otherId)
       ON CONFLICT (event_id, other_id) DO UPDATE SET relation = excluded.relation`,
      { eventId, relation, otherId },
    )
  }
}

/** What others were said to be in relation to an event, they are to another; those between the two are gone. */
export function moveOrders(writer: Writer, from: number, into: number): void {
  writer.run(
    `INSERT INTO event_order (event_id, relation, other_id)
     SELECT event_id, relation, :into FROM event_order WHERE other_id = :from AND event_id <> :into
     UNION ALL SELECT :into, relation, other_id FROM event_order WHERE event_id = :from AND other_id <> :into
     ON CONFLICT (event_id, other_id) DO NOTHING`,
    { from, into },
  )
  writer.run('DELETE FROM event_order WHERE event_id = :from OR other_id = :from', { from })
}
