import { dayNumber, type EdtfDate, parseEdtf } from '../../../../src-main/domain/edtf'

/** How an end of a span is drawn: known, about there, or reaching on. */
export type SpanEnd = 'known' | 'soft' | 'open'

/**
 * Where a date stands in time. `from` and `to` are days since 1970-01-01, `to` being the first moment after it; an end that
 * is open or not known has the other end's place. `unit`: what a span of one plain date is as long as.
 */
export type Span = { from: number; to: number; start: SpanEnd; end: SpanEnd; unit: 'moment' | 'day' | 'longer' }

const minute = 1 / 1440

/** @returns null for what is not EDTF, and for an interval without any known end */
export function spanOf(edtf: string): Span | null {
  const parsed = parseEdtf(edtf)
  if (!parsed) return null
  if (parsed.kind === 'date') return ofDate(parsed.date)
  const first = typeof parsed.start === 'string' ? null : ofDate(parsed.start)
  const last = typeof parsed.end === 'string' ? null : ofDate(parsed.end)
  const known = first ?? last
  if (!known) return null
  return {
    from: (first ?? known).from,
    to: (last ?? known).to,
    start: first?.start ?? (parsed.start === 'open' ? 'open' : 'soft'),
    end: last?.end ?? (parsed.end === 'open' ? 'open' : 'soft'),
    unit: first && last ? 'longer' : known.unit,
  }
}

function ofDate(date: EdtfDate): Span {
  const end: SpanEnd = date.qualifier === null ? 'known' : 'soft'
  const from = dayNumber(date.interval.earliest)
  if (date.time !== null) {
    // The clock where it was: a zone would move the event to another day than the text gives.
    const [hours = 0, minutes = 0] = date.time.split(':').map((part) => Number.parseInt(part, 10))
    const at = from + hours / 24 + minutes * minute
    return { from: at, to: at + minute, start: end, end, unit: 'moment' }
  }
  const to = dayNumber(date.interval.latest) + 1
  return { from, to, start: end, end, unit: date.precision === 'day' ? 'day' : 'longer' }
}

export const middleOf = ({ from, to }: { from: number; to: number }): number => (from + to) / 2
