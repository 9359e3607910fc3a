import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type DateOrder, readingsOf } from '../analysis/date-order'
import { findDates } from '../analysis/dates/find'
import { datesMethodVersion } from '../analysis/dates/version'
import type { Handlers } from '../contract/methods'
import type { DateExpression } from '../domain/date-expression'
import type { Library, Reader, Writer } from '../library/handle'
import {
  articlesWorkedOutBy,
  type DateRecord,
  datesOfArticle,
  forgetDates,
  replaceDates,
  staleDateArticles,
} from '../library/queries/date'
import type { ServiceContext } from './context'
import { outletDateOrder } from './outlet-dates'
import { grouped, loadSource, loadSources, type Source } from './source'

/** Articles per transaction: a slice takes some hundredths of a second, so that other calls get their turn. */
const sliceSize = 25

/** Only the beginning of a text is searched for dates, in UTF-16 units: some 60,000 words, more than any article has. */
const analysedLength = 400_000

/** Progress is told of this often at most. */
const progressSteps = 100

export const dateHandlers = ({ library }: ServiceContext) =>
  ({
    'date.list': ({ articleId }) => {
      const source = loadSource(library.reader, articleId)
      const text = datedText(source)
      const { reader, readOnly } = library
      if (readOnly) return datesIn(text, { ...source, order: knownOrder(readBy(source, text, ordersOf(reader))) })
      refreshDatesNow(library, [articleId])
      return datesOfArticle(library.reader, articleId).map(toExpression)
    },
  }) satisfies Handlers<'date.list'>

/**
 * Date expressions of any text, resolved against a publication date.
 * @param options `published`: EDTF; `language`: BCP 47; `order`: of the outlet's numeric dates
 */
export const datesIn = (
  text: string,
  options: { published: string | null; language: string | null; order?: DateOrder | null },
): DateExpression[] => findDates(text, options).map(toExpression)

const toExpression = ({
  start,
  end,
  text,
  edtf,
  interval,
  derivation,
  confidence,
}: DateExpression): DateExpression => ({
  start,
  end,
  text,
  edtf,
  interval,
  derivation,
  confidence,
})

/** Articles whose dates must be worked out again; `ids` null looks at all. Cheap: it reads an index. */
export const staleArticles = (library: Library, ids: readonly number[] | null): number[] =>
  staleDateArticles(library.reader, datesMethodVersion, ids)

/**
 * Makes articles stale whose numeric dates were read by another order of day and month than their outlet shows by now: its
 * articles come and go, and are given other dates. Dearer than asking what is stale, so it is for when articles changed.
 */
export async function forgetOtherOrders(library: Library): Promise<void> {
  const byOutlet = grouped(numericArticles(library.reader, null), (article) => article.outlet)
  const other: number[] = []
  for (const [, articles] of byOutlet) {
    other.push(...otherwiseRead(library.reader, articles))
    await setImmediate()
  }
  if (other.length > 0) library.unjournalled((writer) => forgetDates(writer, other))
}

/** Works out at once what is out of date of a few articles. Nothing in a library that is open for reading. */
export function refreshDatesNow(library: Library, articleIds: readonly number[]): void {
  const stale = library.readOnly ? [] : staleOf(library.reader, articleIds)
  if (stale.length > 0) library.unjournalled((writer) => analyse(writer, stale))
}

/** As {@link refreshDatesNow}, inside an operation. */
export function refreshDatesWithin(writer: Writer, articleIds: readonly number[]): void {
  analyse(writer, staleOf(writer, articleIds))
}

/** Of a few articles all that are stale, those whose outlet shows another order among them. */
function staleOf(reader: Reader, articleIds: readonly number[]): number[] {
  const stale = staleDateArticles(reader, datesMethodVersion, articleIds)
  return [...stale, ...otherwiseRead(reader, numericArticles(reader, articleIds))]
}

/**
 * Works out what is out of date, in slices between which other calls are answered, telling of its progress where it takes
 * more than a few of them.
 * @param articleIds null for all articles
 */
export async function refreshDates(context: ServiceContext, articleIds: readonly number[] | null): Promise<void> {
  const { library, notify } = context
  const stale = library.readOnly ? [] : staleArticles(library, articleIds)
  const step = stale.length / progressSteps
  for (let done = 0; done < stale.length; ) {
    const reached = Math.min(done + sliceSize, stale.length)
    library.unjournalled((writer) => analyse(writer, stale.slice(done, reached)))
    const isTold = Math.floor(reached / step) > Math.floor(done / step) || reached === stale.length
    if (isTold && stale.length > 2 * sliceSize)
      notify({ kind: 'analysis.progress', done: reached, total: stale.length })
    done = reached
    await setImmediate()
  }
}

function analyse(writer: Writer, articleIds: readonly number[]): void {
  const orderOf = ordersOf(writer)
  for (const source of loadSources(writer, articleIds).values()) {
    const text = datedText(source)
    const read = readBy(source, text, orderOf)
    const found = findDates(text, {
      published: source.published,
      language: source.language,
      order: knownOrder(read),
    })
    replaceDates(
      writer,
      { articleId: source.id, methodVersion: datesMethodVersion, inputKey: inputKey(source, text, read) },
      withoutRepeats(found),
    )
  }
}

/** What numbers that are two days are read by: how the outlet writes dates, where that is known. */
type ReadBy = DateOrder | 'unknown'

/** Null where a text has no such numbers: nothing of it then rests on the outlet. */
const readBy = (source: Source, text: string, orderOf: OrderOf): ReadBy | null =>
  readingsOf(text) === null ? null : orderOf(source.outlet)

type OrderOf = (outlet: string | null) => ReadBy

/** Looks each outlet up once: it reads hundreds of articles. Holds until articles change. */
function ordersOf(reader: Reader): OrderOf {
  const known = new Map<string, ReadBy>()
  return (outlet) => {
    if (outlet === null) return 'unknown'
    const order = known.get(outlet) ?? outletDateOrder(reader, outlet)?.order ?? 'unknown'
    known.set(outlet, order)
    return order
  }
}

const knownOrder = (read: ReadBy | null): DateOrder | null => (read === 'unknown' ? null : read)

type NumericArticle = { id: number; outlet: string | null; readBy: ReadBy }

const everyReadBy = ['day-first', 'month-first', 'unknown'] as const satisfies readonly ReadBy[]

/** Analysed articles that have such numbers, and what these were read by. */
const numericArticles = (reader: Reader, articleIds: readonly number[] | null): NumericArticle[] =>
  articlesWorkedOutBy(reader, datesMethodVersion, everyReadBy, articleIds).map(({ id, outlet, inputKey: key }) => ({
    id,
    outlet,
    readBy: everyReadBy.find((one) => key.includes(`|${one}|`)) ?? 'unknown',
  }))

/** Of articles those whose dates rest on how their outlets write dates, or may do. */
export const readByOrder = (reader: Reader, articleIds: readonly number[]): number[] => [
  ...staleDateArticles(reader, datesMethodVersion, articleIds),
  ...numericArticles(reader, articleIds).map(({ id }) => id),
]

/** Those whose outlet shows another order by now. */
function otherwiseRead(reader: Reader, articles: readonly NumericArticle[]): number[] {
  const orderOf = ordersOf(reader)
  return articles.flatMap(({ id, outlet, readBy: before }) => (orderOf(outlet) === before ? [] : [id]))
}

/** One record per span. */
function withoutRepeats<T extends Pick<DateRecord, 'start' | 'end'>>(found: readonly T[]): T[] {
  return [...new Map(found.map((date) => [`${date.start}-${date.end}`, date])).values()]
}

/**
 * The article's text with everything blanked that tells nothing dated: hidden blocks, captions, and the lines that were
 * read as metadata. Offsets stay. Of a text longer than any article its beginning.
 */
export function datedText(source: Source): string {
  const parts = source.blocks.map((block) => {
    const isDated = block.label !== null || (block.kind === 'heading' && !block.hidden)
    return isDated ? source.text.slice(block.start, block.end) : ' '.repeat(block.end - block.start)
  })
  return parts.join('\n').slice(0, analysedLength)
}

const inputKey = (source: Source, text: string, read: ReadBy | null): string => {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return [source.version, source.published ?? '', source.language ?? '', read ?? '', hash].join('|')
}
