import { happeningTitle } from '../analysis/title'
import type { Handlers, Input } from '../contract/methods'
import type { Event } from '../contract/types'
import { edtfInterval } from '../domain/edtf'
import { ExpectedError } from '../domain/error'
import type { Reader, Writer } from '../library/handle'
import { type DateRecord, datesByIds } from '../library/queries/date'
import { decisions, putDecision } from '../library/queries/suggestion'
import type { ServiceContext } from './context'
import { forgetOtherOrders, refreshDates } from './date'
import { checkedTitle, insertNewEvent, typedDate } from './event'
import { eventView, requireEvent } from './event-view'
import { type AssertedDate, addEvidence, entered, settleEvent } from './evidence'
import { refreshRelations } from './relation-work'
import { loadSource, loadSources } from './source'
import { currentSuggestions } from './suggestion-current'
import { suggestionGroups } from './suggestion-groups'
import { proposals, suggestionsOf } from './suggestion-list'
import { takeInto } from './timeline'

type Name = 'suggestion.list' | 'suggestion.accept' | 'suggestion.dismiss'

export const suggestionHandlers = (context: ServiceContext) => {
  const { library } = context
  const list = currentSuggestions(context)
  return {
    'suggestion.list': list,
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
  // Asked twice, by another window or before the first answer, it would be two events.
  if (!joined && dates.every((date) => isDecided(library.reader, date))) throw new ExpectedError('suggestion/not-found')
  if (!joined && typed === null && dates.every((date) => date.edtf === null)) {
    throw new ExpectedError('suggestion/unresolved')
  }
  const title =
    input.title === undefined ? (joined?.title ?? titleOf(library.reader, dates)) : checkedTitle(input.title)
  return library.operation('suggestion.accept', title, (writer) => {
    const eventId = accept(writer, { dates, typed, title, joined: joined?.id ?? null, at: clock() })
    if (input.timelineId !== undefined) takeInto(writer, input.timelineId, eventId)
    return eventView(writer, eventId)
  })
}

type Accepted = { dates: readonly DateRecord[]; typed: string | null; title: string; joined: number | null; at: string }

/** @returns the id of the event that the statements are now evidence of */
function accept(writer: Writer, { dates, typed, title, joined, at }: Accepted): number {
  const eventId = joined ?? insertNewEvent(writer, { title, edtf: typed }, at)
  const sources = loadSources(
    writer,
    dates.map((date) => date.articleId),
  )
  for (const date of dates) {
    const source = sources.get(date.articleId)
    if (!source) continue
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

const isDecided = (reader: Reader, { articleId, sentence }: DateRecord): boolean =>
  decisions(reader, articleId).some(({ start, end }) => start < sentence.end && end > sentence.start)

function titleOf(reader: Reader, dates: readonly DateRecord[]): string {
  const [first] = dates
  if (!first) throw new ExpectedError('suggestion/not-found')
  const source = loadSource(reader, first.articleId)
  return happeningTitle(source.text.slice(first.sentence.start, first.sentence.end))
}

/**
 * Accepts all suggestions of at least a confidence, each as the event that it proposes or joins, as one operation.
 * @returns how many
 */
export async function acceptConfident(context: ServiceContext, confidence: number): Promise<number> {
  const { library, clock } = context
  if (!library.readOnly) await forgetOtherOrders(library)
  await refreshDates(context, null)
  // The events' states count copies as one origin.
  await refreshRelations(library)
  const groups = suggestionGroups(library.reader)
  await groups.update()
  await groups.regroup()
  const sure = (await proposals(groups.undecided())).filter((one) => one.edtf !== null && one.confidence >= confidence)
  const chosen = await suggestionsOf(library.reader, sure)
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
