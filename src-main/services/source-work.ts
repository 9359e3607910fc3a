import { type NamedSource, sourceSteps, sourceVersion } from '../analysis/upstream'
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

/** Texts that are written together, in UTF-16 units: a transaction for each takes longer than to read them. */
const writtenLength = 50_000

type ReadText = { articleId: number; text: string; language: string | null; sources: NamedSource[] }

function* takingSources(library: Library, articleIds: readonly number[]): Generator<undefined, void> {
  let isChanged = false
  const unlisten = library.onChanged(({ tables }) => {
    isChanged ||= tables.includes('article') || tables.includes('block')
  })
  try {
    let read: ReadText[] = []
    let length = 0
    for (const articleId of articleIds) {
      const { text, language } = readText(library.reader, articleId)
      read.push({ articleId, text, language, sources: yield* sourceSteps(text, language) })
      length += text.length
      if (length < writtenLength && articleId !== articleIds.at(-1)) continue
      writeSources(library, read, isChanged)
      read = []
      length = 0
      isChanged = false
    }
  } finally {
    unlisten()
  }
}

/** @param isChanged whether texts may be others than were read: the change of a text begins the work on it anew */
function writeSources(library: Library, read: readonly ReadText[], isChanged: boolean): void {
  library.unjournalled((writer) => {
    for (const { articleId, text, language, sources } of read) {
      const now = isChanged ? readText(writer, articleId) : { text, language }
      if (now.text !== text || now.language !== language) continue
      replaceNamedSources(writer, articleId, sources)
      markAnalysed(writer, articleId, 'source', sourceVersion)
    }
  })
}

function readText(reader: Reader, articleId: number): { text: string; language: string | null } {
  const [article] = sourcesByIds(reader, [articleId])
  return { text: bodyTextOf(sourceBlocks(reader, [articleId])), language: article?.language ?? null }
}
