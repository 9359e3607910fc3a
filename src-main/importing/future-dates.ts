import { isDateField, metadataFields } from '../domain/article'
import { addDays, edtfInterval } from '../domain/edtf'
import type { GivenMetadata } from '../domain/extraction'
import { type Sourced, withOthers } from '../domain/origin'

/**
 * Metadata in which dates after the day of import are doubted.
 * @param today day of import as `YYYY-MM-DD`, undefined where it is not known: no date is doubted then
 */
export const doubtDates = <T extends GivenMetadata>(metadata: T, today: string | undefined): T => {
  const doubted = metadataFields.filter(isDateField).flatMap((field) => {
    const date = metadata[field]
    return date ? [[field, doubtFuture(date, today)]] : []
  })
  return { ...metadata, ...Object.fromEntries(doubted) }
}

/**
 * A date that an article can't have had yet: it goes behind those that it can have, and is unsure, with the reason in its
 * evidence. One day is allowed, since it is tomorrow elsewhere. Where a date in digits has one reading that lies behind
 * and one ahead, the first is meant.
 */
function doubtFuture(date: Sourced, today: string | undefined): Sourced {
  const last = today === undefined ? null : addDays(today, 1)
  if (last === null || date.confidence === 'entered') return date
  const { others = [], ...first } = date
  const all = [first, ...others.map((other): Sourced => ({ ...other, origin: 'file' }))]
  const future = all.filter((one) => isAfter(one, last))
  if (future.length === 0) return date
  const [best, ...rest] = all.filter((one) => !future.includes(one))
  const doubted = future.map(doubtedDate)
  if (!best) return withOthers(doubted)
  const isReading = future.some((one) => one.evidence?.quote === best.evidence?.quote)
  return withOthers([isReading ? { ...best, confidence: 'likely' } : best, ...rest, ...doubted])
}

const isAfter = ({ value }: Sourced, last: string): boolean =>
  value !== null && (edtfInterval(value)?.earliest ?? '') > last

const doubtedDate = (date: Sourced): Sourced => ({
  ...date,
  confidence: 'unsure',
  evidence: date.evidence && { ...date.evidence, doubt: 'after-import' },
})
