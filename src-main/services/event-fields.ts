import type { EventFields, Resolution } from '../contract/timeline-types'
import { type EventOrder, eventState, type StateEvidence } from '../domain/event'
import type { Reader } from '../library/handle'
import { actorsOfEvents, type EventRecord, tagsOfEvents } from '../library/queries/event'
import { allOrders } from '../library/queries/event-order'
import type { EvidenceRecord } from '../library/queries/evidence'
import { type ResolutionRecord, resolutionsOf } from '../library/queries/resolution'
import { evidenceDate, holdsFor } from './event-date'
import type { OneOrigin } from './event-origin'
import type { Span } from './source'

/** A piece of evidence with what is known of its article. */
export type Piece = { record: EvidenceRecord; articleId: number; outlet: string | null; orphaned: boolean }

/** The whole sentences that a piece stands in; `span` is null where it is orphaned. */
export type Told = { sentences: string; span: Span | null }

/** By what pieces of evidence count as one origin. */
export type Judgement = {
  told: (piece: Piece) => Told
  isOneOrigin: OneOrigin
  /** Folded names of the sources that sentences of an article name. */
  sources: (articleId: number, sentences: string) => string[]
}

/** What belongs to an event beside its own row and its evidence. */
export type Belongings = {
  tagIds: number[]
  actors: string[]
  orders: EventOrder[]
  resolution: ResolutionRecord | null
}

/** @returns a function that gives what belongs to each of the events */
export function belongingsOf(reader: Reader, eventIds: readonly number[]): (eventId: number) => Belongings {
  const tags = tagsOfEvents(reader, eventIds)
  const actors = actorsOfEvents(reader, eventIds)
  const orders = allOrders(reader)
  const resolutions = resolutionsOf(reader, eventIds)
  return (id) => ({
    tagIds: tags.get(id) ?? [],
    actors: actors.get(id) ?? [],
    orders: orders.get(id) ?? [],
    resolution: resolutions.get(id) ?? null,
  })
}

/** An event with its date and state, as the evidence gives them. */
export function eventFields(
  record: EventRecord,
  pieces: readonly Piece[],
  { tagIds, actors, orders, resolution }: Belongings,
  judgement: Judgement,
): EventFields {
  const claims = stateEvidence(pieces, judgement)
  const holds = resolution !== null && holdsFor(resolution, claims)
  const date =
    record.dateOrigin === 'researcher'
      ? record
      : evidenceDate(
          pieces.map(({ record: evidence, orphaned }) => ({ ...evidence, orphaned })),
          holds ? resolution.edtf : null,
        )
  return {
    id: record.id,
    title: record.title,
    edtf: date?.edtf ?? null,
    interval: date?.interval ?? null,
    dateOrigin: record.dateOrigin,
    status: record.status,
    place: record.place,
    actors,
    sequence: record.sequence,
    orders,
    state: eventState(claims),
    resolution: resolution && toResolution(resolution, holds),
    tagIds,
  }
}

const toResolution = ({ reason, edtf, at }: ResolutionRecord, holds: boolean): Resolution => ({
  reason,
  edtf,
  at,
  holds,
})

/**
 * The pieces of whose origin the state of their event depends: what was taken from whom matters only where several outlets
 * tell it, and takes long to find out.
 */
export function judgedPieces(pieces: readonly Piece[]): Piece[] {
  const supporting = pieces.filter(
    ({ record, outlet, orphaned }) => record.stance === 'supports' && outlet !== null && !orphaned,
  )
  return new Set(supporting.map((piece) => piece.outlet)).size > 1 ? supporting : []
}

function stateEvidence(pieces: readonly Piece[], { told, isOneOrigin, sources }: Judgement): StateEvidence[] {
  const judged = new Set(judgedPieces(pieces))
  const placed = (piece: Piece) => ({ articleId: piece.articleId, ...told(piece) })
  return pieces.map((piece) => ({
    id: piece.record.id,
    articleId: piece.articleId,
    outlet: piece.outlet,
    stance: piece.record.stance,
    interval: piece.record.interval,
    upstreams: judged.has(piece) ? sources(piece.articleId, told(piece).sentences) : [],
    sharesWordingWith: judged.has(piece)
      ? [...judged]
          // Pieces of one outlet are of one origin by themselves.
          .filter((other) => other.record.id < piece.record.id && other.outlet !== piece.outlet)
          .filter((other) => isOneOrigin(placed(other), placed(piece)))
          .map((other) => other.record.id)
      : [],
    orphaned: piece.orphaned,
  }))
}
