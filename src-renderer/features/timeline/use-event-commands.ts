import { type RefObject, useEffect, useRef } from 'react'
import type { EventRow, Timeline } from '../../../src-main/contract/timeline-types'
import { useCommands } from '../../commands/registry'
import { act } from '../../data/act'
import { placeAfterStep, sameDays } from './event-order'
import { inOrder, type Marks, noMarks } from './marks'
import { chooseEvent } from './use-events'
import { handOver, setMarks, setView, showTimeline, useView } from './use-view'

export type Dialog = 'create' | 'add' | 'merge' | 'resolve' | 'bulk' | 'newTimeline' | 'editTimeline' | 'take'

type Place = {
  /** Events in the order of the table. */
  events: readonly EventRow[]
  all: readonly EventRow[]
  chosen: EventRow | null
  timeline: Timeline | null
  filterRef: RefObject<HTMLInputElement | null>
  open: (dialog: Dialog) => void
}

/**
 * Offers the commands on events: on those chosen together, or else on the one under the cursor.
 * @returns the events that commands are about, in the order of the table, and how to delete some
 */
export function useEventCommands({ events, all, chosen, timeline, filterRef, open }: Place) {
  const marks = useView((s) => s.marks)
  const sortedBy = useView((s) => s.sort.by)
  const meant = meantOf(events, marks, chosen)
  const ids = meant.map(({ id }) => id)
  const some = (run: () => unknown): (() => unknown) | null => (meant.length > 0 ? run : null)
  const step = (by: 1 | -1) => (chosen === null ? null : stepOf({ events, all, chosen, timeline, sortedBy }, by))

  /** Those on their way out: still listed, but none of them is the next. */
  const going = useRef<ReadonlySet<number>>(new Set())
  /** The next event is the chosen one at once: what is pressed meanwhile is meant for it. */
  const remove = async (removed: number[]): Promise<void> => {
    const gone = new Set([...going.current, ...removed])
    const last = events.findLastIndex(({ id }) => removed.includes(id))
    const next = events.slice(last + 1).find(({ id }) => !gone.has(id)) ?? events.findLast(({ id }) => !gone.has(id))
    going.current = gone
    choose(next?.id ?? null)
    if (await act('event.delete', { ids: removed })) return
    going.current = new Set([...going.current].filter((id) => !removed.includes(id)))
    choose(removed[0] ?? null)
  }
  useEffect(() => {
    const listed = new Set(events.map(({ id }) => id))
    going.current = new Set([...going.current].filter((id) => listed.has(id)))
  }, [events])
  useCommands({
    'event.create': () => open('create'),
    'event.delete': some(() => remove(ids)),
    'event.editMany': some(() => open('bulk')),
    'event.resolve': chosen?.state.kind === 'conflicting' ? () => open('resolve') : null,
    'event.up': step(-1),
    'event.down': step(1),
    'event.filter': () => filterRef.current?.focus(),
    'queue.toggle': () => setView(({ queueShown }) => ({ queueShown: !queueShown })),
    'timeline.create': () => open('newTimeline'),
    'timeline.edit': timeline ? () => open('editTimeline') : null,
    'timeline.delete': timeline ? () => deleteTimeline(timeline) : null,
    'timeline.choose': some(() => open('take')),
    'timeline.leave': timeline ? some(() => leave(timeline, ids, chosen?.id ?? null)) : null,
  })
  return { meant, remove }
}

/** Those chosen together, in the order of the table, or else the one under the cursor. */
function meantOf(events: readonly EventRow[], marks: Marks, chosen: EventRow | null): readonly EventRow[] {
  const marked = inOrder(
    marks,
    events.map(({ id }) => id),
  )
  if (marked.length === 0) return chosen ? [chosen] : []
  const ids = new Set(marked)
  return events.filter(({ id }) => ids.has(id))
}

function choose(eventId: number | null): void {
  handOver(eventId)
  setMarks(noMarks)
  chooseEvent(eventId)
}

async function leave(timeline: Timeline, ids: number[], chosenId: number | null): Promise<void> {
  if (!(await act('timeline.choose', { id: timeline.id, add: [], remove: ids }))) return
  handOver(chosenId)
  setMarks(noMarks)
}

async function deleteTimeline({ id }: Timeline): Promise<void> {
  await act('timeline.delete', { id })
  showTimeline(null)
}

/**
 * Moves the chosen event one place: in the order of reading where the timeline has one, else among the events of the same
 * days. Only in the table's own order or that of dates, where it can be seen.
 */
function stepOf(
  place: Pick<Place, 'events' | 'all' | 'timeline'> & { chosen: EventRow; sortedBy: string | null },
  by: 1 | -1,
): (() => unknown) | null {
  const { events, all, chosen, timeline, sortedBy } = place
  if (timeline?.order === 'reading' && sortedBy === null) {
    const before = placeAfterStep(events, chosen.id, by)
    return before === undefined ? null : () => act('timeline.move', { id: timeline.id, eventId: chosen.id, before })
  }
  if (sortedBy !== null && sortedBy !== 'resolved') return null
  const before = placeAfterStep(sameDays(all, chosen), chosen.id, by)
  return before === undefined ? null : () => act('event.arrange', { id: chosen.id, before })
}
