import { dateText } from '../../domain/date-text'
import { noteWords } from '../words'
import type { ChronologyEvent, ChronologyEvidence } from './chronology'

/** Where a quotation stands: outlet, day of publication, paragraph. */
export const placeOf = ({ outlet, published, paragraph }: ChronologyEvidence): string =>
  [
    outlet ?? noteWords.outletUnknown,
    published === null ? noteWords.undated : dateText(published),
    paragraph === null ? noteWords.changed : noteWords.paragraph(paragraph),
  ].join(', ')

/** One piece of evidence on a line: its place, what it does for the event where that is not to support it, its words. */
export const evidenceLine = (evidence: ChronologyEvidence): string =>
  `${placeOf(evidence)}${evidence.stance === 'supports' ? '' : ` (${stanceWords[evidence.stance]})`}: “${oneLine(evidence.quote)}”`

const stanceWords = { supports: 'supports', disputes: noteWords.disputes, mentions: 'mentions it' } as const

/** Dates as the sources write them, each once. */
export const datesAsWritten = ({ evidence }: ChronologyEvent): string[] => [
  ...new Set(evidence.map(({ asserted }) => oneLine(asserted)).filter((asserted) => asserted !== '')),
]

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
