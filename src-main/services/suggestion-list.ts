import { groupHappenings, type HappeningInput, joinsHappening, joinThreshold } from '../analysis/happenings'
import { happeningTitle } from '../analysis/title'
import type { Suggestion, SuggestionItem } from '../contract/types'
import { compareIntervals, type DayInterval, intervalsMeet } from '../domain/edtf'
import type { Reader } from '../library/handle'
import { type DateRecord, undecidedDates } from '../library/queries/date'
import { acceptedEvents } from '../library/queries/event'
import { commonDate } from './event-date'
import { type Statement, statementsOf } from './event-view'
import { mainDate } from './evidence'
import { grouped, loadSources, type Source, surroundings } from './source'

/**
 * Undecided dated statements, grouped by the happening that they tell of, in order of date, unresolved ones last. Each
 * sentence counts once, with the date that places its happening.
 */
export function suggestions(reader: Reader): Suggestion[] {
  const items = suggestionItems(reader)
  const events = joinableEvents(reader)
  return groupHappenings(items.map(toInput))
    .map((indices) =>
      toSuggestion(
        indices.flatMap((index) => items[index] ?? []),
        events,
      ),
    )
    .sort(
      (a, b) =>
        compareIntervals(a.interval, b.interval) || b.confidence - a.confidence || firstId(a.items) - firstId(b.items),
    )
}

function suggestionItems(reader: Reader): SuggestionItem[] {
  const sentences = grouped(undecidedDates(reader), (date) => `${date.articleId}:${date.sentence.start}`)
  const dates = [...sentences.values()].flatMap((inSentence) => mainDate(inSentence) ?? [])
  const sources = loadSources(
    reader,
    dates.map((date) => date.articleId),
  )
  return dates.flatMap((date) => {
    const source = sources.get(date.articleId)
    return source ? [toItem(date, source)] : []
  })
}

function toItem(date: DateRecord, source: Source): SuggestionItem {
  const { title: articleTitle, standIn, outlet, published, language } = source
  const text = source.text.slice(date.sentence.start, date.sentence.end)
  const { paragraph } = surroundings(source, date.sentence)
  const sentence = { ...date.sentence, text }
  return { ...date, articleTitle, standIn, outlet, published, language, paragraph, sentence }
}

const toInput = (item: SuggestionItem): HappeningInput => ({
  articleId: item.articleId,
  sentence: item.sentence.text,
  interval: item.interval,
  language: item.language,
})

type JoinableEvent = { eventId: number; title: string; interval: DayInterval | null; evidence: HappeningInput[] }

function joinableEvents(reader: Reader): JoinableEvent[] {
  const records = acceptedEvents(reader)
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
})

function toSuggestion(members: readonly SuggestionItem[], events: readonly JoinableEvent[]): Suggestion {
  const items = [...members].sort(clearestFirst)
  const [clearest] = items
  if (!clearest) throw new Error('a suggestion without a statement')
  const date = commonDate(items)
  const resolved = items.filter((item) => item.edtf !== null)
  const confidence = resolved.reduce((sum, item) => sum + item.confidence, 0) / Math.max(1, resolved.length)
  return {
    key: `${clearest.articleId}-${clearest.start}`,
    title: happeningTitle(clearest.sentence.text),
    edtf: date?.edtf ?? null,
    interval: date?.interval ?? null,
    confidence,
    items,
    joins: joinFor(clearest, events),
  }
}

/** Exact dates before vague ones, sure before unsure. */
const clearestFirst = (a: SuggestionItem, b: SuggestionItem): number =>
  spanDays(a) - spanDays(b) || b.confidence - a.confidence || a.articleId - b.articleId || a.start - b.start

function spanDays({ interval }: SuggestionItem): number {
  if (interval?.earliest == null || interval.latest === null) return Number.MAX_SAFE_INTEGER
  return Date.parse(interval.latest) - Date.parse(interval.earliest)
}

function joinFor(item: SuggestionItem, events: readonly JoinableEvent[]): Suggestion['joins'] {
  const { interval } = item
  if (interval === null) return null
  const input = toInput(item)
  const alike = events
    .filter((event) => event.interval !== null && event.evidence.length > 0 && intervalsMeet(event.interval, interval))
    .map((event) => ({ event, likeness: joinsHappening(input, event.evidence) }))
    .filter(({ likeness }) => likeness >= joinThreshold)
    .sort((a, b) => b.likeness - a.likeness || a.event.eventId - b.event.eventId)
  const best = alike[0]?.event
  return best ? { eventId: best.eventId, title: best.title } : null
}

const firstId = (items: readonly SuggestionItem[]): number => items[0]?.id ?? 0
