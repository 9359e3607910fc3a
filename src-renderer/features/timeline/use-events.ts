import type { Event, Evidence } from '../../../src-main/contract/types'
import { useAnswer } from '../../data/queries'
import { openPassageOf, readTogether, useSession } from '../../data/session'

/** Accepted events in order, the chosen one, and how to open what it rests on. */
export function useEvents(filter: string) {
  const answer = useAnswer('event.list', {})
  const chosenId = useSession((s) => s.eventId)
  const all = answer.data ?? []
  const wanted = filter.trim().toLowerCase()
  const events = wanted === '' ? all : all.filter((event) => holds(event, wanted))
  const chosen = all.find((event) => event.id === chosenId) ?? null
  return { isPending: answer.isPending, all, events, chosen }
}

const holds = (event: Event, wanted: string): boolean =>
  [event.title, event.description, event.edtf ?? '', ...event.evidence.map((e) => e.passage.quote)].some((text) =>
    text.toLowerCase().includes(wanted),
  )

export const chooseEvent = (eventId: number | null): void => useSession.setState({ eventId })

export const openEvidence = (evidence: Evidence): void => openPassageOf(evidence.passage)

/** Opens the articles of an event side by side, the first passage emphasised. */
export function readEvidence(event: Event): void {
  const first = event.evidence[0]
  if (!first) return
  readTogether([...new Set(event.evidence.map((e) => e.passage.articleId))])
  openEvidence(first)
}
