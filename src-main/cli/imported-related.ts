import { relationsOf } from '../library/queries/relation'
import type { ServiceContext } from '../services/context'
import { refreshRelations } from '../services/relation-work'
import type { ImportedFile } from './importer'
import type { Io } from './io'

/** An article that was imported and the closest of those before it that have its text or nearly so. */
export type Related = Pick<ImportedFile, 'file' | 'part' | 'article'> & {
  of: number
  kind: 'same-text' | 'near-copy'
  /** The part of either's words that the other has too, the greater of the two, from 0 to 1. */
  share: number
}

/** An article of a family of copies has no end of relations. */
const compared = 100

/** Fewer articles are compared before anybody wonders. */
const tellFrom = 100

/**
 * Finds which articles that were imported have the text of another, edited or not.
 * @param stopped leaves off; the rest is compared when it is asked for
 */
export async function comparedWithOthers(
  { library }: ServiceContext,
  io: Io,
  imported: readonly ImportedFile[],
  stopped: AbortSignal,
): Promise<Related[]> {
  if (imported.length === 0 || stopped.aborted) return []
  if (imported.length >= tellFrom) io.note('comparing the texts')
  const refreshed = refreshRelations(library)
  // Once the library is closed it fails, which nobody waits for any more.
  const ended = await Promise.race([refreshed, aborted(stopped)])
  if (ended === 'stopped') {
    refreshed.catch(() => undefined)
    return []
  }
  const added = new Set(imported.map(({ article }) => article))
  return imported.flatMap(({ file, part, article }) => {
    const closest = relationsOf(library.reader, article, compared).find(
      ({ kind, otherId }) => kind !== 'shared-passages' && (otherId < article || !added.has(otherId)),
    )
    if (!closest || closest.kind === 'shared-passages') return []
    const { otherId: of, kind, share, otherShare } = closest
    return [{ file, part, article, of, kind, share: Math.max(share, otherShare) }]
  })
}

const aborted = (stopped: AbortSignal): Promise<'stopped'> =>
  new Promise((resolve) => stopped.addEventListener('abort', () => resolve('stopped'), { once: true }))
