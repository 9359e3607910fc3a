import { sourcesOfText, sourceVersion } from '../analysis/upstream'
import type { Library, Writer } from '../library/handle'
import { markAnalysed, staleArticles } from '../library/queries/analysis'
import { replaceNamedSources } from '../library/queries/named-source'
import { sourceBlocks, sourcesByIds } from '../library/queries/source'
import { inTransactions } from './background'
import { bodyTextOf } from './relation-text'

/**
 * Finds the sources that texts name, where these are out of date, in slices between which other calls are answered. Nothing
 * in a library that is open for reading.
 * @returns how many articles were read
 */
export async function refreshSources(library: Library): Promise<number> {
  if (library.readOnly) return 0
  const stale = staleArticles(library.reader, 'source', sourceVersion, null)
  await inTransactions(library, stale, takeSources)
  return stale.length
}

/** As {@link refreshSources} of some articles, at once. */
export function refreshSourcesOf(library: Library, articleIds: readonly number[]): void {
  const stale = library.readOnly ? [] : staleArticles(library.reader, 'source', sourceVersion, articleIds)
  if (stale.length === 0) return
  library.unjournalled((writer) => {
    for (const articleId of stale) takeSources(writer, articleId)
  })
}

function takeSources(writer: Writer, articleId: number): void {
  const [article] = sourcesByIds(writer, [articleId])
  const text = bodyTextOf(sourceBlocks(writer, [articleId]))
  replaceNamedSources(writer, articleId, sourcesOfText(text, article?.language ?? null))
  markAnalysed(writer, articleId, 'source', sourceVersion)
}
