import { useDeferredValue, useMemo } from 'react'
import type { EventRow, Evidence, Timeline } from '../../../src-main/contract/timeline-types'
import { act } from '../../data/act'
import { useEventRows } from '../../data/event-rows'
import { useAnswer } from '../../data/queries'
import { openPassageOf, readTogether, useSession } from '../../data/session'
import { filteredEvents, wordsOf } from './event-filter'
import { sortedEvents } from './event-order'
import { type Names, useNames } from './use-names'
import { useView } from './use-view'

const none: readonly EventRow[] = []

/** Accepted events of the timeline that is shown, filtered and sorted, and the chosen one. */
export function useEvents() {
  const answer = useEventRows()
  const { timelines, timeline, isAwaited } = useTimelines()
  const chosenId = useSession((s) => s.eventId)
  const all = answer.data?.rows ?? none
  const names = useNames(all)
  const own = useMemo(() => (timeline ? eventsOf(timeline, all) : isAwaited ? none : all), [timeline, isAwaited, all])
  const events = useShown(all, own, names)
  const chosen = useMemo(() => all.find((event) => event.id === chosenId) ?? null, [all, chosenId])
  const detail = useAnswer('event.get', chosen && { id: chosen.id }, { keepPrevious: true }).data ?? null
  return {
    isPending: answer.isPending || isAwaited,
    error: answer.error,
    again: answer.refetch,
    names,
    timelines,
    timeline,
    all,
    own,
    events,
    chosen,
    detail: chosen === null ? null : detail,
  }
}

type Shown = {
  timelines: readonly Timeline[]
  /** Null is all events, also where the one that was looked at is gone. */
  timeline: Timeline | null
  /** One is looked at, and isn't known yet. */
  isAwaited: boolean
}

/** Named timelines, and the one that is shown. */
function useTimelines(): Shown {
  const timelineId = useSession((s) => s.timelineId)
  const { data, isPending } = useAnswer('timeline.list', {})
  const timelines = data ?? []
  const timeline = timelines.find(({ id }) => id === timelineId) ?? null
  return { timelines, timeline, isAwaited: isPending && timelineId !== null }
}

function eventsOf({ eventIds }: Timeline, all: readonly EventRow[]): readonly EventRow[] {
  const rows = new Map(all.map((event) => [event.id, event]))
  return eventIds.flatMap((id) => rows.get(id) ?? [])
}

/** What the filter leaves, in the order of the table. */
function useShown(all: readonly EventRow[], events: readonly EventRow[], names: Names): readonly EventRow[] {
  const filter = useDeferredValue(useView((s) => s.filter))
  const sort = useView((s) => s.sort)
  const searched = filter.text.trim() !== ''
  const words = useMemo(
    () => new Map(searched ? events.map((event) => [event.id, wordsOf(event, names.tagName)]) : []),
    [searched, events, names],
  )
  const ranks = useMemo(() => new Map(all.map((event, at) => [event.id, at])), [all])
  return useMemo(() => {
    const left = filteredEvents(events, filter, (event) => words.get(event.id) ?? '', names.withBelow)
    return sortedEvents(left, sort, (id) => ranks.get(id) ?? 0, names.tagName)
  }, [events, filter, sort, ranks, words, names])
}

export const chooseEvent = (eventId: number | null): void => useSession.setState({ eventId })

export const openEvidence = (evidence: Evidence): void => openPassageOf(evidence.passage)

/** Opens the articles of an event side by side, a passage emphasised: that of the evidence asked for, or the first. */
export async function readEvidence(eventId: number, evidenceId?: number): Promise<void> {
  const event = await act('event.get', { id: eventId })
  const first = event?.evidence.find((evidence) => evidence.id === evidenceId) ?? event?.evidence[0]
  if (!event || !first) return
  if (evidenceId === undefined) readTogether([...new Set(event.evidence.map((e) => e.passage.articleId))])
  openEvidence(first)
}
