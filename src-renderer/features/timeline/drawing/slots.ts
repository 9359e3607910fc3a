import { dotGap } from './layout'
import type { Mark } from './marks'

/**
 * Where marks of one plain day stand beside each other in it: pixels from its middle, by the mark's key. What one event has
 * in several lanes keeps one place, so that its stem is upright. A day without room for all leaves them where they are.
 * @param marks in order of time
 * @param rows how many have room above each other, by lane
 */
export function slotsWithinDays(
  marks: readonly Mark[],
  pxPerDay: number,
  rows: readonly number[],
): Map<string, number> {
  const offsets = new Map<string, number>()
  if (pxPerDay < 2 * dotGap) return offsets
  for (const day of plainDays(marks)) {
    if (!isCrowded(day, rows)) continue
    const slots = slotsOf(day)
    const count = 1 + Math.max(...slots.values())
    if (count * dotGap > pxPerDay) continue
    for (const mark of day) offsets.set(mark.key, ((slots.get(thing(mark)) ?? 0) - (count - 1) / 2) * dotGap)
  }
  return offsets
}

const thing = ({ kind, id }: Mark): string => `${kind} ${id}`

/** Days that several marks stand in. */
function plainDays(marks: readonly Mark[]): Mark[][] {
  const days = new Map<number, Mark[]>()
  for (const mark of marks) {
    if (mark.span.unit !== 'day') continue
    const day = days.get(mark.span.from)
    if (day) day.push(mark)
    else days.set(mark.span.from, [mark])
  }
  return [...days.values()].filter((day) => day.length > 1)
}

function isCrowded(day: readonly Mark[], rows: readonly number[]): boolean {
  const counts = new Map<number, number>()
  for (const { lane } of day) counts.set(lane, (counts.get(lane) ?? 0) + 1)
  return [...counts].some(([lane, count]) => count > (rows[lane] ?? 1))
}

/** The first place that is free in all lanes of a thing, in the order of the day. */
function slotsOf(day: readonly Mark[]): ReadonlyMap<string, number> {
  const lanes = new Map<string, Set<number>>()
  for (const mark of day) lanes.set(thing(mark), (lanes.get(thing(mark)) ?? new Set()).add(mark.lane))
  const taken = new Map<number, Set<number>>()
  const slots = new Map<string, number>()
  for (const [name, own] of lanes) {
    let slot = 0
    while ([...own].some((lane) => taken.get(lane)?.has(slot))) slot += 1
    for (const lane of own) taken.set(lane, (taken.get(lane) ?? new Set()).add(slot))
    slots.set(name, slot)
  }
  return slots
}
