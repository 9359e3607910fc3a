import type { EventState } from './event'
import type { LaneKind } from './timeline'

/** What puts an event into lanes. */
export type LaneEvent = {
  id: number
  tagIds: readonly number[]
  actors: readonly string[]
  state: Pick<EventState, 'kind'>
  evidence: readonly { outlet: string | null }[]
}

/** What a lane stands for. Null: events of which that is not known, or that have none of it. */
export type LaneValue =
  | { kind: 'none' }
  | { kind: 'outlet'; outlet: string | null }
  | { kind: 'tag'; tagId: number | null }
  | { kind: 'actor'; actor: string | null }
  | { kind: 'state'; state: EventState['kind'] }

/** `key` is unique among the lanes of a kind. `eventIds` in the order of the events. */
export type Lane = { key: string; value: LaneValue; eventIds: number[] }

/** States in the order of their lanes: what asks for attention first. */
const states = ['conflicting', 'corroborated', 'single-source', 'unsourced'] as const

/**
 * The lanes of some events: an event is in the lane of each of its outlets, tags or actors. Outlets and actors by name (its
 * case counts for nothing), tags by id, states by urgency; what is unknown comes last. Lanes of nothing are left out.
 */
export function lanesOf(events: readonly LaneEvent[], kind: LaneKind): Lane[] {
  const lanes = new Map<string, Lane>()
  for (const event of events) {
    for (const value of valuesOf(event, kind)) {
      const key = keyOf(value)
      const lane = lanes.get(key)
      if (!lane) lanes.set(key, { key, value, eventIds: [event.id] })
      else if (lane.eventIds.at(-1) !== event.id) lane.eventIds.push(event.id)
    }
  }
  return [...lanes.values()].sort((a, b) => compareValues(a.value, b.value))
}

function valuesOf({ tagIds, actors, state, evidence }: LaneEvent, kind: LaneKind): LaneValue[] {
  switch (kind) {
    case 'none':
      return [{ kind }]
    case 'outlet':
      return (evidence.length > 0 ? evidence : [{ outlet: null }]).map(({ outlet }) => ({ kind, outlet }))
    case 'tag':
      return (tagIds.length > 0 ? tagIds : [null]).map((tagId) => ({ kind, tagId }))
    case 'actor':
      return (actors.length > 0 ? actors : [null]).map((actor) => ({ kind, actor }))
    case 'state':
      return [{ kind, state: state.kind }]
  }
}

const nameKey = (name: string): string => name.trim().toLowerCase()

function keyOf(value: LaneValue): string {
  switch (value.kind) {
    case 'none':
      return ''
    case 'outlet':
      return value.outlet === null ? '' : nameKey(value.outlet)
    case 'actor':
      return value.actor === null ? '' : nameKey(value.actor)
    case 'tag':
      return value.tagId === null ? '' : String(value.tagId)
    case 'state':
      return value.state
  }
}

function compareValues(a: LaneValue, b: LaneValue): number {
  if (a.kind === 'state' && b.kind === 'state') return states.indexOf(a.state) - states.indexOf(b.state)
  const [keyA, keyB] = [keyOf(a), keyOf(b)]
  if (keyA === '' || keyB === '') return (keyA === '' ? 1 : 0) - (keyB === '' ? 1 : 0)
  if (a.kind === 'tag' && b.kind === 'tag') return (a.tagId ?? 0) - (b.tagId ?? 0)
  return keyA.localeCompare(keyB, 'en', { numeric: true })
}
