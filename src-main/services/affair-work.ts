import { affairTerms, affairVersion } from '../analysis/affair'
import { indexedTerms } from '../analysis/affair-search'
import type { WordVectors } from '../analysis/alignment/vectors'
import type { Library, Reader, Writer } from '../library/handle'
import { replaceAffair } from '../library/queries/affair'
import { markAnalysed, staleArticles } from '../library/queries/analysis'
import { sourceBlocks, sourcesByIds } from '../library/queries/source'
import { inTransactions } from './background'
import { bodyTextOf } from './relation-text'

/**
 * Finds the words that tell what articles are about, where these are out of date, in slices between which other calls are
 * answered. Nothing in a library that is open for reading.
 * @returns how many articles were read
 */
export async function refreshAffairs(library: Library, vectors: () => WordVectors): Promise<number> {
  if (library.readOnly) return 0
  const stale = staleArticles(library.reader, 'affair', affairVersion, null)
  await inTransactions(library, stale, (writer, articleId) => takeTerms(writer, articleId, vectors()))
  return stale.length
}

/** As {@link refreshAffairs} of one article, at once. */
export function refreshAffairOf(library: Library, articleId: number, vectors: () => WordVectors): void {
  if (library.readOnly || staleArticles(library.reader, 'affair', affairVersion, [articleId]).length === 0) return
  library.unjournalled((writer) => takeTerms(writer, articleId, vectors()))
}

function takeTerms(writer: Writer, articleId: number, vectors: WordVectors): void {
  const [source] = sourcesByIds(writer, [articleId])
  const text = tellingText(writer, articleId, source?.title ?? null)
  replaceAffair(writer, articleId, affairTerms(text, source?.language ?? null, vectors), indexedTerms)
  markAnalysed(writer, articleId, 'affair', affairVersion)
}

/** Headline and body: what was read as metadata, captions and page leftovers tell nothing of an affair. */
function tellingText(reader: Reader, articleId: number, title: string | null): string {
  const body = bodyTextOf(sourceBlocks(reader, [articleId]))
  return title === null ? body : `${title}\n${body}`
}
