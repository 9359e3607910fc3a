import { describe, expect, it } from 'vitest'
import type { EventState } from '../../src-main/domain/event'
import { type LaneEvent, lanesOf } from '../../src-main/domain/lane'

const event = (
  id: number,
  known: Partial<Omit<LaneEvent, 'evidence' | 'state'>> & {
    outlets?: (string | null)[]
    state?: EventState['kind']
  } = {},
): LaneEvent => ({
  id,
  tagIds: known.tagIds ?? [],
  actors: known.actors ?? [],
  state: { kind: known.state ?? 'unsourced' },
  evidence: (known.outlets ?? []).map((outlet) => ({ outlet })),
})

const shown = (events: LaneEvent[], kind: Parameters<typeof lanesOf>[1]) =>
  lanesOf(events, kind).map(({ value, eventIds }) => [Object.values(value)[1] ?? null, eventIds])

describe('lanes', () => {
  it('of none are one, and none of no events', () => {
    expect(shown([event(1), event(2)], 'none')).toEqual([[null, [1, 2]]])
    expect(lanesOf([], 'outlet')).toEqual([])
  })

  it('of outlets hold an event once for each outlet, and what is unknown last', () => {
    const events = [
      event(1, { outlets: ['The Echo', 'Harbour Post', 'the echo'] }),
      event(2, { outlets: [null, 'Harbour Post'] }),
      event(3),
    ]
    expect(shown(events, 'outlet')).toEqual([
      ['Harbour Post', [1, 2]],
      ['The Echo', [1]],
      [null, [2, 3]],
    ])
  })

  it('of tags and actors hold each event in all that are its own', () => {
    const events = [
      event(1, { tagIds: [7, 3], actors: ['Ada Vey', 'Council'] }),
      event(2, { actors: ['council'] }),
      event(3),
    ]
    expect(shown(events, 'tag')).toEqual([
      [3, [1]],
      [7, [1]],
      [null, [2, 3]],
    ])
    expect(shown(events, 'actor')).toEqual([
      ['Ada Vey', [1]],
      ['Council', [1, 2]],
      [null, [3]],
    ])
  })

  it('of states come in order of urgency', () => {
    const events = [event(1), event(2, { state: 'corroborated' }), event(3, { state: 'conflicting' })]
    expect(shown(events, 'state')).toEqual([
      ['conflicting', [3]],
      ['corroborated', [2]],
      ['unsourced', [1]],
    ])
  })
})
