import type { Library, Reader } from '../library/handle'
import { noCase } from '../library/no-case'
import { articlesWithEvidence } from '../library/queries/evidence'
import { readByOrder } from './date'
import { reassertEvidence } from './evidence'
import { outletDateOrder } from './outlet-dates'
import { grouped } from './source'

/**
 * How outlets write dates, as it is before articles of theirs change; outlets without evidence rest on nothing.
 * @param outlets those that the articles are of before or after
 * @returns what tells, once they are changed, which articles have evidence that rests on another order now
 */
export function changedOrders(reader: Reader, outlets: readonly (string | null)[]): (after: Reader) => number[] {
  const folded = new Set(outlets.flatMap((outlet) => (outlet === null ? [] : noCase(outlet))))
  const before = [...articlesByOutlet(reader, folded)].map(([outlet, articleIds]) => {
    const order = orderOf(reader, outlet)
    return { outlet, articleIds, order }
  })
  return (after) => {
    const changed = before.filter(({ outlet, order }) => orderOf(after, outlet) !== order)
    return readByOrder(
      after,
      changed.flatMap(({ articleIds }) => articleIds),
    )
  }
}

const orderOf = (reader: Reader, outlet: string) => outletDateOrder(reader, outlet)?.order ?? null

function articlesByOutlet(reader: Reader, outlets: ReadonlySet<string>): Map<string, number[]> {
  if (outlets.size === 0) return new Map()
  const known = articlesWithEvidence(reader).map(({ id, outlet }) => ({ id, outlet: noCase(outlet) }))
  const byOutlet = grouped(
    known.filter(({ outlet }) => outlets.has(outlet)),
    ({ outlet }) => outlet,
  )
  return new Map([...byOutlet].map(([outlet, articles]) => [outlet, articles.map(({ id }) => id)]))
}

/**
 * Adds articles to outlets, and gives evidence the days that its numbers turn out to be: as an operation of its own, since
 * others may stand between the transactions of an import.
 * @param named what is told of the operation
 */
export function withOrdersShown<T>(
  library: Library,
  { outlets, named }: { outlets: readonly (string | null)[]; named: string },
  adding: () => T,
): T {
  const changed = changedOrders(library.reader, outlets)
  const result = adding()
  const articleIds = changed(library.reader)
  if (articleIds.length > 0) {
    library.operation('evidence.redate', named, (writer) => reassertEvidence(writer, articleIds))
  }
  return result
}
