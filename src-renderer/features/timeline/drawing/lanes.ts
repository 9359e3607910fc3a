import type { EventRow } from '../../../../src-main/contract/timeline-types'
import type { EventState } from '../../../../src-main/domain/event'
import { type Lane, type LaneEvent, type LaneValue, lanesOf } from '../../../../src-main/domain/lane'
import type { LaneKind } from '../../../../src-main/domain/timeline'
import type { DrawnLane, DrawnSuggestion, Lanes } from './marks'

/** Names of lanes that no word of the library gives. */
export type LaneWords = {
  all: string
  noOutlet: string
  noTag: string
  noActor: string
  suggested: string
  state: (kind: EventState['kind']) => string
  tag: (tagId: number) => string
}

/** The lane of suggestions where lanes are what these don't have. No other key holds a line feed. */
const ownLane = '\nsuggested'

/** The lanes that events and suggestions need. Of evidence only what counts puts an event into an outlet's lane. */
export function lanesFor(
  kind: LaneKind,
  events: readonly EventRow[],
  suggestions: readonly DrawnSuggestion[],
  words: LaneWords,
): Lanes {
  const hasPlace = kind === 'outlet' || kind === 'none'
  const counted = events.map((event) => ({ ...event, evidence: event.evidence.filter(counts) }))
  const suggested = hasPlace ? suggestions.map(asEvent) : []
  const found = lanesOf([...counted, ...suggested], kind)
  const keys = keysById(found)
  const numbers = new Map(suggestions.map(({ key }, i) => [key, idOfSuggestion(i)]))
  const lanes: DrawnLane[] = found.map(({ key, value }) => ({ key, name: nameOf(value, words) }))
  if (!hasPlace && suggestions.length > 0) lanes.push({ key: ownLane, name: words.suggested })
  return {
    lanes,
    perOutlet: kind === 'outlet',
    of: ({ id }) => keys.get(id) ?? [],
    ofSuggestion: ({ key }) => (hasPlace ? (keys.get(numbers.get(key) ?? 0) ?? []) : [ownLane]),
  }
}

const counts = ({ stance, orphaned }: EventRow['evidence'][number]): boolean => stance !== 'mentions' && !orphaned

/** Events have ids from 1 up. */
const idOfSuggestion = (index: number): number => -index - 1

const asEvent = ({ outlets }: DrawnSuggestion, index: number): LaneEvent => ({
  id: idOfSuggestion(index),
  tagIds: [],
  actors: [],
  state: { kind: 'unsourced' },
  evidence: outlets.map((outlet) => ({ outlet })),
})

function keysById(lanes: readonly Lane[]): ReadonlyMap<number, string[]> {
  const keys = new Map<number, string[]>()
  for (const { key, eventIds } of lanes) {
    for (const id of eventIds) {
      const known = keys.get(id)
      if (known) known.push(key)
      else keys.set(id, [key])
    }
  }
  return keys
}

function nameOf(value: LaneValue, words: LaneWords): string {
  switch (value.kind) {
    case 'none':
      return words.all
    case 'outlet':
      return value.outlet ?? words.noOutlet
    case 'tag':
      return value.tagId === null ? words.noTag : words.tag(value.tagId)
    case 'actor':
      return value.actor ?? words.noActor
    case 'state':
      return words.state(value.state)
  }
}
