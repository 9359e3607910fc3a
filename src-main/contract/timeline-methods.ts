import { z } from 'zod'
import { eventRelations, eventStatuses, stances } from '../domain/event'
import { laneKinds, timelineOrders } from '../domain/timeline'
import { id, ids, method, none, shortText, span, text } from './method'
import type * as L from './timeline-types'

/** Names as typed: the service puts white space right, and leaves out empty ones and those named twice. */
const names = z.array(shortText).max(1000)

const choice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('tags'), tagIds: ids.min(1) }),
  z.object({ kind: z.literal('search'), query: shortText }),
  z.object({ kind: z.literal('hand') }),
])

/** Events, what speaks for them, and choices of them. */
export const timelineMethods = {
  /** What an event made from a span would be called and dated. */
  'event.propose': method(span).returns<{ title: string; edtf: string | null; asserted: string }>(),
  /** Accepted events with their evidence, all or those of given ids, in order of date. */
  'event.list': method(z.object({ ids: ids.optional() })).returns<L.Event[]>(),
  /** What changed of the accepted events since a version that was answered before; all of them without one. */
  'event.rows': method(z.object({ since: z.number().int().nullable() })).returns<L.EventRows>(),
  /** `event/not-found`. */
  'event.get': method(z.object({ id })).returns<L.Event>(),
  'event.create': method(
    z.object({
      title: shortText,
      date: shortText.nullable().optional(),
      place: shortText.optional(),
      actors: names.optional(),
      evidence: z.array(span).max(1000).optional(),
      /** A timeline that takes it in by hand. */
      timelineId: id.optional(),
    }),
  ).returns<L.Event>(),
  'event.set': method(
    z.object({
      id,
      title: shortText.optional(),
      description: text.optional(),
      /** Typed text; null goes back to the date that the evidence gives. */
      date: shortText.nullable().optional(),
      status: z.enum(eventStatuses).optional(),
      place: shortText.optional(),
      actors: names.optional(),
    }),
  ).returns<L.Event>(),
  'event.tag': method(z.object({ id, add: ids, remove: ids })).returns<L.Event>(),
  /** Changes many events as one operation. `event/not-found`, `tag/not-found`. */
  'event.edit': method(
    z.object({
      ids: ids.min(1),
      edits: z
        .object({
          addTagIds: ids.optional(),
          /** Names of tags, which are made where they are missing. */
          addTags: names.optional(),
          removeTagIds: ids.optional(),
          place: shortText.optional(),
          addActors: names.optional(),
          removeActors: names.optional(),
        })
        .strict(),
    }),
  ).returns<{ edited: number }>(),
  /** Moves events to the trash as one operation; undo brings them back. */
  'event.delete': method(z.object({ ids: ids.min(1) })).returns<{ deleted: number }>(),
  /** Moves the evidence of `from` to `into` and deletes `from`. */
  'event.merge': method(z.object({ from: id, into: id })).returns<L.Event>(),
  /** Puts an event before another of the same days, or last of them (null). `event/other-day`, `event/undated`. */
  'event.arrange': method(z.object({ id, before: id.nullable() })).returns<L.Event>(),
  /** Says before, after or at the moment of which events it happened, in place of what was said. `event/order-cycle`. */
  'event.order': method(
    z.object({
      id,
      orders: z.array(z.object({ relation: z.enum(eventRelations), eventId: id })).max(100),
    }),
  ).returns<L.Event>(),
  /**
   * Resolves the conflict of an event for a reason; `date` is typed text, without it the evidence's stays.
   * `event/not-conflicting`, `resolution/reason-empty`, `date/not-understood`.
   */
  'event.resolve': method(z.object({ id, reason: text, date: shortText.optional() })).returns<L.Event>(),
  /** Takes a resolution back: the event is conflicting again. */
  'event.unresolve': method(z.object({ id })).returns<L.Event>(),

  'evidence.add': method(span.extend({ eventId: id, stance: z.enum(stances).optional() })).returns<L.Event>(),
  'evidence.set': method(
    z.object({ id, stance: z.enum(stances).optional(), date: shortText.nullable().optional() }),
  ).returns<L.Event>(),
  'evidence.delete': method(z.object({ id })).returns<L.Event>(),

  /** Timelines by name, each with its events. */
  'timeline.list': method(none).returns<L.Timeline[]>(),
  /**
   * Without a choice events are taken in by hand; `eventIds` are from the beginning. `timeline/name-empty`,
   * `timeline/name-taken`, `event/not-found`.
   */
  'timeline.create': method(
    z.object({
      name: shortText,
      choice: choice.optional(),
      lanes: z.enum(laneKinds).optional(),
      eventIds: ids.optional(),
    }),
  ).returns<L.Timeline>(),
  /** `timeline/not-found`, `timeline/name-empty`, `timeline/name-taken`. */
  'timeline.set': method(
    z.object({
      id,
      name: shortText.optional(),
      choice: choice.optional(),
      lanes: z.enum(laneKinds).optional(),
      order: z.enum(timelineOrders).optional(),
    }),
  ).returns<L.Timeline>(),
  /** Deletes a timeline; its events stay. */
  'timeline.delete': method(z.object({ id })).returns<null>(),
  /** Takes events in and leaves others out by hand, whatever the choice says of them. */
  'timeline.choose': method(z.object({ id, add: ids, remove: ids })).returns<L.Timeline>(),
  /** Puts an event before another in the order of reading, or last (null); the timeline is shown in that order from then on. */
  'timeline.move': method(z.object({ id, eventId: id, before: id.nullable() })).returns<L.Timeline>(),
  /** When the articles were published that are evidence of events; those without a date are left out. */
  'timeline.publications': method(none).returns<L.Publication[]>(),
} as const
