import type { EventState, Stance } from '../../../../src-main/domain/event'
import { middleOf, type Span, spanOf } from './span'

/** An event as far as it is drawn. */
export type DrawnEvent = {
  id: number
  title: string
  edtf: string | null
  /** Order among events of the same days; null where none was given. */
  sequence: number | null
  /** For an event without a date of its own: what it is known to stand before, after or with. */
  orders: readonly { relation: 'before' | 'after' | 'same-moment'; eventId: number }[]
  state: Pick<EventState, 'kind' | 'origins'>
  /** Its sources differ, and the researcher resolved it for a reason that holds. */
  isResolved: boolean
  /** Its date is the researcher's own, or what a conflict was settled on. */
  isByHand: boolean
  evidence: readonly DrawnEvidence[]
}

/** `asWritten`: the date stands in the text as it is. `counts`: its words are still in the text. */
export type DrawnEvidence = {
  articleId: number
  outlet: string | null
  edtf: string | null
  asWritten: boolean
  stance: Stance
  counts: boolean
}

/** A suggestion that has a date. */
export type DrawnSuggestion = { key: string; title: string; edtf: string; outlets: readonly (string | null)[] }

/** An article's day of publication. */
export type DrawnPublication = { articleId: number; title: string; outlet: string | null; edtf: string }

/** A row of the drawing. `key` is unique in it. */
export type DrawnLane = { key: string; name: string }

/** Which lanes an event stands in. `perOutlet`: it stands in each at the days that this lane's outlet gives. */
export type Lanes = {
  lanes: readonly DrawnLane[]
  perOutlet: boolean
  of: (event: DrawnEvent) => readonly string[]
  /** Lanes of a suggestion, which has neither tags nor actors nor state. */
  ofSuggestion: (suggestion: DrawnSuggestion) => readonly string[]
}

export type Tone = 'plain' | 'ok' | 'conflict' | 'suggested' | 'published'

/**
 * One thing drawn in one lane. `id`: the event's, the suggestion's key or the article's. `hollow`: its date was worked out
 * or entered, not written so. `lane`: index; publications stand in the one after the last.
 */
export type Mark = {
  key: string
  kind: 'event' | 'suggestion' | 'publication'
  id: number | string
  lane: number
  span: Span
  edtf: string
  /** The date that the researcher gave, where the outlet of the lane says another; it stands where that one is. */
  byHand: string | null
  title: string
  tone: Tone
  isHollow: boolean
  /** Number of independent origins that agree; 0 where none do. */
  origins: number
  /** What its state adds to its name, so that no colour has to: agreed by some, or differing. */
  sign: string
  order: number
}

/** All that is drawn, in order of time; what can't be placed in time is left out. */
export function marksOf(
  events: readonly DrawnEvent[],
  suggestions: readonly DrawnSuggestion[],
  publications: readonly DrawnPublication[],
  lanes: Lanes,
): Mark[] {
  const indexes = new Map(lanes.lanes.map(({ key }, i) => [key, i]))
  const byId = new Map(events.map((event) => [event.id, event]))
  const spans = rememberedSpans()
  const marks = [
    ...events.flatMap((event) => marksOfEvent(event, lanes, indexes, byId, spans)),
    ...suggestions.flatMap((suggestion) => marksOfSuggestion(suggestion, lanes, indexes)),
    ...publications.flatMap((publication) => markOfPublication(publication, lanes.lanes.length)),
  ]
  return marks.sort(inTime)
}

type Spans = (edtf: string) => Span | null

/** Many events are of one day: each date is read once. */
function rememberedSpans(): Spans {
  const known = new Map<string, Span | null>()
  return (edtf) => {
    const before = known.get(edtf)
    if (before !== undefined) return before
    const span = spanOf(edtf)
    known.set(edtf, span)
    return span
  }
}

/** By the beginning, the exact before the vague, then as ordered by hand, then from the first lane down. */
const inTime = (a: Mark, b: Mark): number =>
  a.span.from - b.span.from || a.span.to - b.span.to || a.order - b.order || a.lane - b.lane || (a.key < b.key ? -1 : 1)

const toneOf = ({ state, isResolved }: DrawnEvent): Tone =>
  state.kind === 'corroborated' ? 'ok' : state.kind === 'conflicting' && !isResolved ? 'conflict' : 'plain'

const signOf = ({ kind, origins }: DrawnEvent['state']): string =>
  kind === 'corroborated' ? ` ✓${origins}` : kind === 'conflicting' ? ' ≠' : ''

function marksOfEvent(
  event: DrawnEvent,
  lanes: Lanes,
  indexes: ReadonlyMap<string, number>,
  byId: ReadonlyMap<number, DrawnEvent>,
  spans: Spans,
): Mark[] {
  const own = event.edtf === null ? null : spans(event.edtf)
  const placed = own && event.edtf !== null ? { span: own, edtf: event.edtf } : besideOthers(event, byId, new Set())
  if (!placed) return []
  const base = {
    kind: 'event' as const,
    id: event.id,
    title: event.title,
    tone: toneOf(event),
    sign: signOf(event.state),
    origins: event.state.kind === 'corroborated' ? event.state.origins : 0,
    order: event.sequence ?? Number.MAX_SAFE_INTEGER,
  }
  return lanes.of(event).flatMap((key) => {
    const lane = indexes.get(key)
    if (lane === undefined) return []
    const given = lanes.perOutlet ? datesGiven(event, key, spans) : []
    const dates = given.length > 0 ? given : [{ ...placed, isHollow: !isWritten(event) }]
    return dates.map(({ span, edtf, isHollow }) => ({
      ...base,
      key: `event ${event.id} ${key} ${edtf}`,
      lane,
      span,
      edtf,
      byHand: event.isByHand && edtf !== event.edtf ? event.edtf : null,
      isHollow,
    }))
  })
}

/** The key of an outlet's lane: white space around its name and its case count for nothing. */
const laneOfOutlet = (outlet: string | null): string => outlet?.trim().toLowerCase() ?? ''

const speaks = ({ stance, counts, edtf }: DrawnEvidence): boolean =>
  counts && edtf !== null && (stance === 'supports' || stance === 'disputes')

/** Each date that a lane's outlet gives, once: filled where one of its articles writes it so. */
function datesGiven(event: DrawnEvent, lane: string, spans: Spans) {
  const given = new Map<string, { span: Span; edtf: string; isHollow: boolean }>()
  for (const one of event.evidence) {
    if (one.edtf === null || !speaks(one) || laneOfOutlet(one.outlet) !== lane) continue
    const known = given.get(one.edtf)
    const span = spans(one.edtf)
    if (known) known.isHollow &&= !one.asWritten
    else if (span) given.set(one.edtf, { span, edtf: one.edtf, isHollow: !one.asWritten })
  }
  return [...given.values()]
}

/** Whether a source writes the event's date as it is. */
const isWritten = ({ edtf, evidence }: DrawnEvent): boolean =>
  evidence.some((one) => one.asWritten && one.edtf === edtf && speaks(one))

/** Where an event without a date stands by what is said of its order: with another, or open towards one side. */
function besideOthers(
  event: DrawnEvent,
  byId: ReadonlyMap<number, DrawnEvent>,
  seen: ReadonlySet<number>,
): { span: Span; edtf: string } | null {
  if (seen.has(event.id)) return null
  const others = event.orders.flatMap(({ relation, eventId }) => {
    const other = byId.get(eventId)
    if (!other) return []
    const own = other.edtf === null ? null : spanOf(other.edtf)
    const at =
      own && other.edtf ? { span: own, edtf: other.edtf } : besideOthers(other, byId, new Set([...seen, event.id]))
    return at ? [{ relation, at }] : []
  })
  const same = others.find(({ relation }) => relation === 'same-moment')
  if (same) return same.at
  const after = others.filter(({ relation }) => relation === 'after').map(({ at }) => at)
  const before = others.filter(({ relation }) => relation === 'before').map(({ at }) => at)
  const first = after.sort((a, b) => b.span.from - a.span.from)[0]
  const last = before.sort((a, b) => a.span.to - b.span.to)[0]
  if (first && last && first.span.from < last.span.to) {
    const span: Span = { from: first.span.from, to: last.span.to, start: 'soft', end: 'soft', unit: 'longer' }
    return { span, edtf: `${plain(first.edtf, 'first')}/${plain(last.edtf, 'last')}` }
  }
  if (first) return { span: { ...first.span, start: 'soft', end: 'open' }, edtf: `${plain(first.edtf, 'first')}/..` }
  if (last) return { span: { ...last.span, start: 'open', end: 'soft' }, edtf: `../${plain(last.edtf, 'last')}` }
  return null
}

const plain = (edtf: string, end: 'first' | 'last'): string => edtf.split('/').at(end === 'first' ? 0 : -1) ?? edtf

function marksOfSuggestion(suggestion: DrawnSuggestion, lanes: Lanes, indexes: ReadonlyMap<string, number>): Mark[] {
  const span = spanOf(suggestion.edtf)
  if (!span) return []
  return lanes.ofSuggestion(suggestion).flatMap((key) => {
    const lane = indexes.get(key)
    if (lane === undefined) return []
    return {
      key: `suggestion ${suggestion.key} ${key}`,
      kind: 'suggestion' as const,
      id: suggestion.key,
      lane,
      span,
      edtf: suggestion.edtf,
      byHand: null,
      title: suggestion.title,
      tone: 'suggested' as const,
      isHollow: true,
      origins: 0,
      sign: '',
      order: Number.MAX_SAFE_INTEGER,
    }
  })
}

function markOfPublication({ articleId, title, outlet, edtf }: DrawnPublication, lane: number): Mark[] {
  const span = spanOf(edtf)
  if (!span) return []
  return [
    {
      key: `publication ${articleId}`,
      kind: 'publication',
      id: articleId,
      lane,
      span,
      edtf,
      byHand: null,
      title: outlet ?? title,
      tone: 'published',
      isHollow: false,
      origins: 0,
      sign: '',
      order: Number.MAX_SAFE_INTEGER,
    },
  ]
}

/** How many events have no place in time. */
export const withoutPlace = (events: readonly DrawnEvent[], marks: readonly Mark[]): number => {
  const placed = new Set(marks.flatMap(({ kind, id }) => (kind === 'event' ? [id] : [])))
  return events.filter(({ id }) => !placed.has(id)).length
}

export const dayOfMark = ({ span }: Mark): number => middleOf(span)
