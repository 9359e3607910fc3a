import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { type DateOrder, readingsOf } from '../analysis/date-order'
import { findDates } from '../analysis/dates/find'
import { datesMethodVersion } from '../analysis/dates/version'
import type { Handlers } from '../contract/methods'
import type { DateExpression } from '../domain/date-expression'
import type { Library, Reader, Writer } from '../library/handle'
import { type DateRecord, datesOfArticle, replaceDates, staleDateArticles } from '../library/queries/date'
import type { ServiceContext } from './context'
import { outletDateOrder } from './outlet-dates'
import { loadSource, loadSources, type Source } from './source'

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
      if (library.readOnly) return datesIn(text, { ...source, order: orderFor(library.reader, source, text) })
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

/** Works out at once what is out of date of a few articles. Nothing in a library that is open for reading. */
export function refreshDatesNow(library: Library, articleIds: readonly number[]): void {
  const stale = library.readOnly ? [] : staleArticles(library, articleIds)
  if (stale.length > 0) library.unjournalled((writer) => analyse(writer, stale))
}

/** As {@link refreshDatesNow}, inside an operation. */
export function refreshDatesWithin(writer: Writer, articleIds: readonly number[]): void {
  analyse(writer, staleDateArticles(writer, datesMethodVersion, articleIds))
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
  for (const source of loadSources(writer, articleIds).values()) {
    const text = datedText(source)
    const order = orderFor(writer, source, text)
    const found = findDates(text, { published: source.published, language: source.language, order })
    replaceDates(
      writer,
      { articleId: source.id, methodVersion: datesMethodVersion, inputKey: inputKey(source, text, order) },
      withoutRepeats(found),
    )
  }
}

/** How the outlet writes numeric dates; asked only where the text has one that can be read in two ways. */
function orderFor(reader: Reader, source: Source, text: string): DateOrder | null {
  if (source.outlet === null || readingsOf(text) === null) return null
  return outletDateOrder(reader, source.outlet)?.order ?? null
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

const inputKey = (source: Source, text: string, order: DateOrder | null): string => {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 16)
  return [source.version, source.published ?? '', source.language ?? '', order ?? '', hash].join('|')
}
