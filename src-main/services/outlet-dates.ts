import { type DateOrder, numericOrders, readingsOf, withOrder } from '../analysis/date-order'
import type { ExtractedArticle } from '../domain/extraction'
import type { Sourced } from '../domain/origin'
import type { Reader } from '../library/handle'
import { publishedOfOutlet } from '../library/queries/outlet-date'

/** How an outlet writes numeric dates, and how many of its articles show it: `agreeing` of `known`. */
export type OutletDateOrder = { order: DateOrder; agreeing: number; known: number }

/** Of ten articles that show an order, nine have to show the same. */
const leastAgreement = 0.9

/**
 * The order of day and month in an outlet's numeric dates, from its articles in the library: those whose date can be read
 * one way only, and those whose date the researcher set to one of its two readings.
 * @returns null where no article shows it, or they disagree
 */
export function outletDateOrder(reader: Reader, outlet: string): OutletDateOrder | null {
  const orders = publishedOfOutlet(reader, outlet).flatMap((published) => orderShownBy(published) ?? [])
  const dayFirst = orders.filter((order) => order === 'day-first').length
  const agreeing = Math.max(dayFirst, orders.length - dayFirst)
  if (orders.length === 0 || agreeing < orders.length * leastAgreement) return null
  return { order: dayFirst === agreeing ? 'day-first' : 'month-first', agreeing, known: orders.length }
}

/** What the researcher chose of two readings, or what the written date itself leaves no doubt about. */
function orderShownBy(published: Sourced): DateOrder | null {
  if (published.origin === 'researcher') {
    const written = (published.others ?? []).map((other) => readingsOf(other.evidence.quote))
    const readings = written.find((one) => one !== null)
    if (readings?.dayFirst === published.value) return 'day-first'
    return readings?.monthFirst === published.value ? 'month-first' : null
  }
  if (published.evidence === null) return null
  const orders = new Set(numericOrders(published.evidence.quote))
  return orders.size === 1 ? ([...orders][0] ?? null) : null
}

/**
 * Settles an article's unsure numeric dates by the order that its outlet's articles in the library show: likely then, with
 * the outlet as evidence ("day-first, 12 of 12") and the other reading beside it. One call per extracted article, before
 * its review, is all that is needed; an article whose date is clear, or whose outlet shows no order, comes back as it is.
 */
export function settleDateOrder(article: ExtractedArticle, reader: Reader): ExtractedArticle {
  const { outlet, published, updated } = article.metadata
  if (outlet.value === null || ![published, updated].some(isOpen)) return article
  const known = outletDateOrder(reader, outlet.value)
  if (known === null) return article
  const at = `${known.order}, ${known.agreeing} of ${known.known}`
  const settled = (value: Sourced): Sourced =>
    withOrder(value, known.order, { kind: 'outlet', at, quote: value.evidence?.quote ?? '' })
  return { ...article, metadata: { ...article.metadata, published: settled(published), updated: settled(updated) } }
}

const isOpen = ({ confidence, evidence }: Sourced): boolean =>
  confidence === 'unsure' && evidence !== null && !evidence.doubt && readingsOf(evidence.quote) !== null
