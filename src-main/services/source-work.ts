import { sourceSteps, sourceVersion } from '../analysis/upstream'
import type { Library, Reader } from '../library/handle'
import { markAnalysed, staleArticles } from '../library/queries/analysis'
import { replaceNamedSources } from '../library/queries/named-source'
import { sourceBlocks, sourcesByIds } from '../library/queries/source'
import { bodyTextOf } from './relation-text'
import { inSlices } from './slices'

/**
 * Finds the sources that texts name, where these are out of date, in slices between which other calls are answered. Nothing
 * in a library that is open for reading.
 * @returns how many articles were read
 */
export const refreshSources = (library: Library): Promise<number> => refreshAmong(library, null)

/** As {@link refreshSources} of some articles. */
export const refreshSourcesOf = (library: Library, articleIds: readonly number[]): Promise<number> =>
  refreshAmong(library, articleIds)

async function refreshAmong(library: Library, articleIds: readonly number[] | null): Promise<number> {
  const stale = library.readOnly ? [] : staleArticles(library.reader, 'source', sourceVersion, articleIds)
  if (stale.length > 0) await inSlices(takingSources(library, stale))
  return stale.length
}

function* takingSources(library: Library, articleIds: readonly number[]): Generator<undefined, void> {
  for (const articleId of articleIds) {
    const { text, language } = readText(library.reader, articleId)
    const sources = yield* sourceSteps(text, language)
    library.unjournalled((writer) => {
      const now = readText(writer, articleId)
      // The change of the text begins the work anew.
      if (now.text !== text || now.language !== language) return
      replaceNamedSources(writer, articleId, sources)
      markAnalysed(writer, articleId, 'source', sourceVersion)
    })
  }
}

function readText(reader: Reader, articleId: number): { text: string; language: string | null } {
  const [article] = sourcesByIds(reader, [articleId])
  return { text: bodyTextOf(sourceBlocks(reader, [articleId])), language: article?.language ?? null }
}
