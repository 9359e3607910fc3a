import type { Claim, DerivationStep, Stance } from '../domain/event'
import type { Reader, Writer } from '../library/handle'
import { type DateRecord, datesOfArticle } from '../library/queries/date'
import { updateEvent } from '../library/queries/event'
import {
  deleteEvidence,
  type EvidenceRecord,
  evidenceOfArticles,
  evidenceOfEvents,
  evidenceOfPassage,
  putEvidence,
} from '../library/queries/evidence'
import { type PassageRecord, passagesByIds } from '../library/queries/passage'
import { resolutionsOf } from '../library/queries/resolution'
import { refreshDocuments } from '../library/queries/search'
import { putDecision } from '../library/queries/suggestion'
import { refreshDatesWithin } from './date'
import { evidenceDate, holdsFor } from './event-date'
import { requireEvent } from './event-view'
import { ensurePassage, holdsQuote } from './passage'
import { loadSources, type Source, type Span, wholeSentences } from './source'

/** The date that a span asserts: in its own words, or in those of the sentences around it. */
export type AssertedDate = Pick<EvidenceRecord, 'asserted' | 'edtf' | 'interval' | 'derivation'> & {
  expression: DateRecord | null
}

const noDate: AssertedDate = { asserted: '', edtf: null, interval: null, derivation: [], expression: null }

/** How the date is known that a researcher typed. */
export const entered = (edtf: string): DerivationStep[] => [{ code: 'entered', params: { edtf } }]

/** What a span of an article says of when it happened; the article's dates must be up to date. */
export function assertedDate(reader: Reader, source: Source, span: Span): AssertedDate {
  const dates = datesOfArticle(reader, source.id)
  const within = ({ start, end }: Span) => dates.filter((date) => date.start >= start && date.end <= end)
  const expression = mainDate(within(span)) ?? mainDate(within(wholeSentences(source, span)))
  if (!expression) return noDate
  const { text: asserted, edtf, interval, derivation } = expression
  return { asserted, edtf, interval, derivation, expression }
}

/**
 * Of the dates of one statement the one that places its happening: a day before vaguer dates, the first of several. One
 * that only waits for the publication date comes right after days, since most of those are days.
 */
export const mainDate = <T extends Pick<DateRecord, 'interval' | 'start'>>(dates: readonly T[]): T | null =>
  [...dates].sort((a, b) => vagueness(a) - vagueness(b) || a.start - b.start)[0] ?? null

function vagueness({ interval }: Pick<DateRecord, 'interval'>): number {
  if (interval === null) return 1
  const { earliest, latest } = interval
  if (earliest === null || latest === null) return 3
  if (earliest === latest) return 0
  return Date.parse(latest) - Date.parse(earliest) <= 31 * 86_400_000 ? 2 : 3
}

/** Makes a span evidence of an event, with the date that it asserts, and settles the suggestion made of that date. */
export function addEvidence(
  writer: Writer,
  source: Source,
  span: Span,
  evidence: { eventId: number; stance: Stance; date: AssertedDate; at: string },
): void {
  const { eventId, stance, date, at } = evidence
  const passageId = ensurePassage(writer, source, span, at)
  const { asserted, edtf, interval, derivation, expression } = date
  putEvidence(writer, { eventId, passageId, asserted, edtf, interval, derivation, stance })
  if (!expression) return
  const { articleId, start, end } = expression
  putDecision(writer, { articleId, start, end, verdict: 'accepted', eventId })
}

/**
 * Works out anew what evidence from articles says of its date, after their texts or what the dates rest on changed, and
 * the dates of its events. Dates that the researcher typed stay; evidence whose words are gone gives a date only where
 * no other does.
 */
export function reassertEvidence(writer: Writer, articleIds: readonly number[]): void {
  const evidence = evidenceOfArticles(writer, articleIds)
  if (evidence.length === 0) return
  const open = held(writer, evidence).filter(({ record }) => !isEntered(record.derivation))
  // The others, which may be thousands, are read anew in the background.
  refreshDatesWithin(writer, [...new Set(open.map(({ source }) => source.id))])
  for (const { record, source, passage } of open) {
    const { expression: _, ...date } = assertedDate(writer, source, passage)
    if (date.edtf !== record.edtf) putEvidence(writer, { ...record, ...date })
  }
  for (const eventId of new Set(evidence.map((one) => one.eventId))) settleEvent(writer, eventId)
}

/**
 * Works out anew what a passage says as evidence after it was put on other words, and the dates of its events. Dates that
 * its words still have stay, and those that the researcher typed.
 * @param isPart it is a part of what it was: a date that it lost was the other part's, so that it now gives none
 */
export function reassertPassage(writer: Writer, source: Source, passage: Span & { id: number }, isPart = false): void {
  const evidence = evidenceOfPassage(writer, passage.id)
  if (evidence.length === 0) return
  refreshDatesWithin(writer, [source.id])
  const within = wholeSentences(source, passage)
  const dates = datesOfArticle(writer, source.id).filter(({ start, end }) => start >= within.start && end <= within.end)
  for (const record of evidence) {
    const isHeld = dates.some(({ text, edtf }) => text === record.asserted && edtf === record.edtf)
    if (isHeld || isEntered(record.derivation)) continue
    const { expression: _, ...date } = isPart ? noDate : assertedDate(writer, source, passage)
    putEvidence(writer, { ...record, ...date })
  }
  for (const eventId of new Set(evidence.map((one) => one.eventId))) settleEvent(writer, eventId)
}

/**
 * Makes one passage the evidence that another was. Of an event that has both, what says more stays: that it supports or
 * disputes before that it mentions, a date before none.
 */
export function moveEvidenceOfPassage(writer: Writer, from: number, into: number): void {
  const known = new Map(evidenceOfPassage(writer, into).map((evidence) => [evidence.eventId, evidence]))
  for (const { id, ...evidence } of evidenceOfPassage(writer, from)) {
    const there = known.get(evidence.eventId)
    const stance = there && there.stance !== 'mentions' ? there.stance : evidence.stance
    const dated = there?.edtf ? there : evidence
    putEvidence(writer, { ...dated, passageId: into, stance })
    deleteEvidence(writer, id)
  }
}

type Placed = { record: EvidenceRecord; passage: PassageRecord; source: Source | null }

/** Evidence with its passages, and the texts that hold their words; `source` is null where the words are gone. */
function placed(reader: Reader, evidence: readonly EvidenceRecord[]): Placed[] {
  const passages = passagesByIds(
    reader,
    evidence.map((one) => one.passageId),
  )
  const byId = new Map(passages.map((passage) => [passage.id, passage]))
  const sources = loadSources(
    reader,
    passages.map((passage) => passage.articleId),
  )
  return evidence.flatMap((record) => {
    const passage = byId.get(record.passageId)
    if (!passage) return []
    const source = sources.get(passage.articleId)
    return [{ record, passage, source: source && holdsQuote(source, passage) ? source : null }]
  })
}

/** The pieces of evidence whose words stand in the texts of their articles. */
const held = (reader: Reader, evidence: readonly EvidenceRecord[]) =>
  placed(reader, evidence).flatMap(({ record, passage, source }) => (source ? [{ record, passage, source }] : []))

const toClaim = ({ record, passage, source }: Placed): Claim => ({
  id: record.id,
  articleId: passage.articleId,
  stance: record.stance,
  interval: record.interval,
  orphaned: source === null,
})

/** What the evidence of an event claims. */
export const claimsOf = (reader: Reader, eventId: number): Claim[] =>
  placed(reader, evidenceOfEvents(reader, [eventId])).map(toClaim)

const isEntered = (derivation: readonly DerivationStep[]): boolean => derivation.some((step) => step.code === 'entered')

/** Brings an event's date and search document up to date after its evidence changed, or how a conflict was resolved. */
export function settleEvent(writer: Writer, eventId: number): void {
  const event = requireEvent(writer, eventId)
  if (event.dateOrigin === 'evidence') {
    const evidence = placed(writer, evidenceOfEvents(writer, [eventId]))
    const resolution = resolutionsOf(writer, [eventId]).get(eventId) ?? null
    const date = evidenceDate(
      evidence.map((one) => ({ ...one.record, orphaned: one.source === null })),
      resolution && holdsFor(resolution, evidence.map(toClaim)) ? resolution.edtf : null,
    )
    updateEvent(writer, { ...event, edtf: date?.edtf ?? null, interval: date?.interval ?? null })
  }
  refreshDocuments(writer, 'event', [eventId])
}
