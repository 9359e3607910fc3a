import type { Event, Evidence } from '../../../src-main/contract/timeline-types'

/** What some of an event's sources say of its date: a date, or that it is not so. */
export type Position = { edtf: string | null; disputes: boolean; evidence: Evidence[] }

/** Which sources say what, as far as they don't agree: each date and each denial once, the most told first. */
export function positionsOf(event: Event): Position[] {
  const involved = new Set(event.state.conflicts.flatMap((conflict) => [conflict.a, conflict.b]))
  const positions = new Map<string, Position>()
  for (const evidence of event.evidence) {
    if (!involved.has(evidence.id)) continue
    const disputes = evidence.stance === 'disputes'
    const key = disputes ? 'disputes' : (evidence.edtf ?? '')
    const position = positions.get(key) ?? { edtf: disputes ? null : evidence.edtf, disputes, evidence: [] }
    position.evidence.push(evidence)
    positions.set(key, position)
  }
  return [...positions.values()].sort((a, b) => b.evidence.length - a.evidence.length)
}
