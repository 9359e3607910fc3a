import { happeningTitle } from '../analysis/title'
import type { Handlers, Input } from '../contract/methods'
import type { Event, Suggestion } from '../contract/types'
import { edtfInterval } from '../domain/edtf'
import { ExpectedError } from '../domain/error'
import type { Reader, Writer } from '../library/handle'
import { type DateRecord, datesByIds } from '../library/queries/date'
import { putDecision } from '../library/queries/suggestion'
import type { ServiceContext } from './context'
import { refreshDates, staleArticles } from './date'
import { checkedTitle, insertNewEvent, typedDate } from './event'
import { eventView, requireEvent } from './event-view'
import { type AssertedDate, addEvidence, entered, settleEvent } from './evidence'
import { loadSource } from './source'
import { suggestions } from './suggestion-list'

type Name = 'suggestion.list' | 'suggestion.accept' | 'suggestion.dismiss'

/** Up to this many articles are analysed before a list is answered; more in the background, telling of the progress. */
const articlesAtOnce = 200

export const suggestionHandlers = (context: ServiceContext) => {
  const { library } = context
  const list = currentSuggestions(context)
  return {
    'suggestion.list': async ({ articleId }) => {
      const all = await list()
      return articleId === undefined ? all : all.filter((one) => one.items.some((item) => item.articleId === articleId))
    },
    'suggestion.accept': (input) => acceptOne(context, input),
    'suggestion.dismiss': ({ ids }) => {
      const dates = requireDates(library.reader, ids)
      return library.operation('suggestion.dismiss', dates[0]?.text ?? '', (writer) => {
        for (const { articleId, start, end } of dates) {
          putDecision(writer, { articleId, start, end, verdict: 'dismissed', eventId: null })
        }
        return { dismissed: dates.length }
      })
    },
  } satisfies Handlers<Name>
}

function acceptOne({ library, clock }: ServiceContext, input: Input<'suggestion.accept'>): Event {
  const dates = requireDates(library.reader, input.ids)
  const typed = typedDate(input.date ?? null)
  const joined = input.eventId === undefined ? null : requireEvent(library.reader, input.eventId)
  if (!joined && typed === null && dates.every((date) => date.edtf === null)) {
    throw new ExpectedError('suggestion/unresolved')
  }
  const title =
    input.title === undefined ? (joined?.title ?? titleOf(library.reader, dates)) : checkedTitle(input.title)
  return library.operation('suggestion.accept', title, (writer) => {
    const eventId = accept(writer, { dates, typed, title, joined: joined?.id ?? null, at: clock() })
    return eventView(writer, eventId)
  })
}

type Accepted = { dates: readonly DateRecord[]; typed: string | null; title: string; joined: number | null; at: string }

/** @returns the id of the event that the statements are now evidence of */
function accept(writer: Writer, { dates, typed, title, joined, at }: Accepted): number {
  const eventId = joined ?? insertNewEvent(writer, title, typed, at)
  for (const date of dates) {
    const source = loadSource(writer, date.articleId)
    addEvidence(writer, source, date.sentence, { eventId, stance: 'supports', date: asserted(date, typed), at })
  }
  settleEvent(writer, eventId)
  return eventId
}

/** A date that could not be resolved is what the researcher says that it is. */
function asserted(expression: DateRecord, typed: string | null): AssertedDate {
  const { text, edtf, interval, derivation } = expression
  if (edtf !== null || typed === null) return { asserted: text, edtf, interval, derivation, expression }
  return { asserted: text, edtf: typed, interval: edtfInterval(typed), derivation: entered(typed), expression }
}

/** @throws `suggestion/not-found` where one is not there, or not any more since the article changed */
function requireDates(reader: Reader, ids: readonly number[]): DateRecord[] {
  const dates = datesByIds(reader, ids)
  if (dates.length === 0 || dates.length < new Set(ids).size) throw new ExpectedError('suggestion/not-found')
  return dates
}

function titleOf(reader: Reader, dates: readonly DateRecord[]): string {
  const [first] = dates
  if (!first) throw new ExpectedError('suggestion/not-found')
  const source = loadSource(reader, first.articleId)
  return happeningTitle(source.text.slice(first.sentence.start, first.sentence.end))
}

/**
 * @returns a function that gives the suggestions as they are now. They are kept until something changes; while many
 * articles are analysed in the background, those that were known before it began are given.
 */
function currentSuggestions(context: ServiceContext): () => Promise<Suggestion[]> {
  const { library, notify } = context
  let kept: Suggestion[] | null = null
  let running = false
  // Analysis is no operation, so what it writes has no label.
  library.onChanged(({ label }) => {
    if (label !== '' || !running) kept = null
  })
  const analyse = async () => {
    running = true
    const done = await refreshDates(context, null).then(
      () => true,
      // The library was closed meanwhile, or its disk is full: the next list after a change begins anew.
      () => false,
    )
    running = false
    if (!done) return notify({ kind: 'analysis.progress', done: 1, total: 1 })
    kept = null
    notify({ kind: 'library.changed', nouns: ['suggestion'], label: '' })
  }
  return async () => {
    if (kept) return kept
    const stale = running || library.readOnly ? 0 : staleArticles(library, null).length
    if (stale > articlesAtOnce) void analyse()
    else if (stale > 0) await refreshDates(context, null)
    kept = suggestions(library.reader)
    return kept
  }
}

/**
 * Accepts all suggestions of at least a confidence, each as the event that it proposes or joins, as one operation.
 * @returns how many
 */
export async function acceptConfident(context: ServiceContext, confidence: number): Promise<number> {
  const { library, clock } = context
  await refreshDates(context, null)
  const chosen = suggestions(library.reader).filter((one) => one.edtf !== null && one.confidence >= confidence)
  const [first, ...others] = chosen.map((one) => one.title)
  if (first === undefined) return 0
  const detail = others.length === 0 ? first : `${first} +${others.length}`
  return library.operation('suggestion.accept', detail, (writer) => {
    for (const { items, title, joins } of chosen) {
      const dates = datesByIds(
        writer,
        items.map((item) => item.id),
      )
      accept(writer, { dates, typed: null, title, joined: joins?.eventId ?? null, at: clock() })
    }
    return chosen.length
  })
}
