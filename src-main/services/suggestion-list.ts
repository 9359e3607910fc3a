import { type HappeningInput, joinsHappening, joinThreshold } from '../analysis/happenings'
import { happeningTitle } from '../analysis/title'
import type { Suggestion, SuggestionItem } from '../contract/types'
import { compareIntervals, type DayInterval, intervalsMeet } from '../domain/edtf'
import type { SuggestionOrder } from '../domain/event'
import type { Reader } from '../library/handle'
import { type DateOutline, type DateRecord, datesByIds } from '../library/queries/date'
import { acceptedEvents } from '../library/queries/event'
import { commonDate } from './event-date'
import { type Statement, statementsOf } from './event-view'
import { inSlices } from './slices'
import { grouped, loadSources, type Source, surroundings } from './source'

/** A group of statements that is proposed as one event: what its place in the list needs. The clearest comes first. */
export type Proposal = {
  statements: DateOutline[]
  edtf: string | null
  interval: DayInterval | null
  confidence: number
}

/** Groups as they are proposed, in order of date, unresolved ones last. */
export async function proposals(groups: readonly DateOutline[][]): Promise<Proposal[]> {
  const all = await inSlices(eachProposal(groups))
  return all.sort(
    (a, b) =>
      compareIntervals(a.interval, b.interval) ||
      b.confidence - a.confidence ||
      firstId(a.statements) - firstId(b.statements),
  )
}

/**
 * Proposals in another order than that of dates, in which equal ones stay: by the place of their first statement, or the
 * surest first, with what could not be worked out last.
 */
export function inOrderOf(byDate: readonly Proposal[], order: SuggestionOrder): readonly Proposal[] {
  if (order === 'date') return byDate
  const sureness = ({ edtf, confidence }: Proposal): number => (edtf === null ? -1 : confidence)
  if (order === 'confidence') return byDate.toSorted((a, b) => sureness(b) - sureness(a))
  return byDate.toSorted(
    ({ statements: [a] }, { statements: [b] }) =>
      (a?.articleId ?? 0) - (b?.articleId ?? 0) || (a?.start ?? 0) - (b?.start ?? 0),
  )
}

function* eachProposal(groups: readonly DateOutline[][]): Generator<undefined, Proposal[]> {
  const all: Proposal[] = []
  for (const group of groups) {
    all.push(toProposal(group))
    yield
  }
  return all
}

function toProposal(group: readonly DateOutline[]): Proposal {
  const statements = [...group].sort(clearestFirst)
  const date = commonDate(statements)
  const resolved = statements.filter((statement) => statement.edtf !== null)
  const confidence = resolved.reduce((sum, statement) => sum + statement.confidence, 0) / Math.max(1, resolved.length)
  return { statements, edtf: date?.edtf ?? null, interval: date?.interval ?? null, confidence }
}

/** Exact dates before vague ones, sure before unsure. */
const clearestFirst = (a: DateOutline, b: DateOutline): number =>
  spanDays(a) - spanDays(b) || b.confidence - a.confidence || a.articleId - b.articleId || a.start - b.start

function spanDays({ interval }: DateOutline): number {
  if (interval?.earliest == null || interval.latest === null) return Number.MAX_SAFE_INTEGER
  return Date.parse(interval.latest) - Date.parse(interval.earliest)
}

const firstId = (statements: readonly DateOutline[]): number => statements[0]?.id ?? 0

/** Proposals with their sentences, titles and the events that they may join. */
export const suggestionsOf = (reader: Reader, chosen: readonly Proposal[]): Promise<Suggestion[]> =>
  inSlices(eachSuggestion(reader, chosen, joinableEvents(reader, chosen)))

function* eachSuggestion(
  reader: Reader,
  chosen: readonly Proposal[],
  events: readonly JoinableEvent[],
): Generator<undefined, Suggestion[]> {
  const dates = new Map(
    datesByIds(
      reader,
      chosen.flatMap((proposal) => proposal.statements.map((statement) => statement.id)),
    ).map((date) => [date.id, date]),
  )
  const sources = loadSources(
    reader,
    [...dates.values()].map((date) => date.articleId),
  )
  const suggestions: Suggestion[] = []
  for (const proposal of chosen) {
    const items = proposal.statements.flatMap(({ id, articleId }) => {
      const [date, source] = [dates.get(id), sources.get(articleId)]
      return date && source ? [toItem(date, source)] : []
    })
    const [clearest] = items
    if (!clearest) continue
    const { edtf, interval, confidence } = proposal
    suggestions.push({
      key: `${clearest.articleId}-${clearest.start}`,
      title: happeningTitle(clearest.sentence.text),
      edtf,
      interval,
      confidence,
      items,
      joins: joinFor(clearest, events),
    })
    yield
  }
  return suggestions
}

function toItem(date: DateRecord, source: Source): SuggestionItem {
  const { title: articleTitle, standIn, outlet, published, language } = source
  const text = source.text.slice(date.sentence.start, date.sentence.end)
  const { paragraph } = surroundings(source, date.sentence)
  const sentence = { ...date.sentence, text }
  return { ...date, articleTitle, standIn, outlet, published, language, paragraph, sentence }
}

/** An event as statements are compared with it. */
type JoinableEvent = { eventId: number; title: string; interval: DayInterval | null; evidence: HappeningInput[] }

/** The events whose days one of the proposals meets. */
function joinableEvents(reader: Reader, chosen: readonly Proposal[]): JoinableEvent[] {
  const intervals = chosen.flatMap(({ statements: [clearest] }) => clearest?.interval ?? [])
  const records = acceptedEvents(reader).filter(
    ({ interval }) => interval !== null && intervals.some((one) => intervalsMeet(one, interval)),
  )
  const statements = grouped(
    statementsOf(
      reader,
      records.map((record) => record.id),
    ),
    (statement) => statement.record.eventId,
  )
  return records.map((record) => ({
    eventId: record.id,
    title: record.title,
    interval: record.interval,
    evidence: (statements.get(record.id) ?? []).map(evidenceInput),
  }))
}

const evidenceInput = ({ record, view, sentences }: Statement): HappeningInput => ({
  articleId: view.passage.articleId,
  sentence: sentences,
  interval: record.interval,
  language: view.passage.language,
  date: placeOf(record.asserted, sentences),
})

/** Where a date as written stands in sentences. */
function placeOf(asserted: string, sentences: string): HappeningInput['date'] {
  const start = asserted === '' ? -1 : sentences.indexOf(asserted)
  return start < 0 ? null : { start, end: start + asserted.length }
}

function joinFor(item: SuggestionItem, events: readonly JoinableEvent[]): Suggestion['joins'] {
  const { interval } = item
  if (interval === null) return null
  const { articleId, language, sentence } = item
  const date = { start: item.start - sentence.start, end: item.end - sentence.start }
  const input = { articleId, sentence: sentence.text, interval, language, date }
  const alike = events
    .filter((event) => event.interval !== null && event.evidence.length > 0 && intervalsMeet(event.interval, interval))
    .map((event) => ({ event, likeness: joinsHappening(input, event.evidence) }))
    .filter(({ likeness }) => likeness >= joinThreshold)
    .sort((a, b) => b.likeness - a.likeness || a.event.eventId - b.event.eventId)
  const best = alike[0]?.event
  return best ? { eventId: best.eventId, title: best.title } : null
}
