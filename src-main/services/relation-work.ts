import { fingerprint } from '../analysis/fingerprint'
import { overlap, wordingVersion } from '../analysis/overlap'
import type { Word } from '../analysis/words'
import type { Library, Reader, Writer } from '../library/handle'
import { analysedArticles, markAnalysed, staleArticles } from '../library/queries/analysis'
import { articlesWithHash, fingerprintOf, replaceFingerprint } from '../library/queries/fingerprint'
import { relatedIds, replaceRelations } from '../library/queries/relation'
import { sourceBlocks } from '../library/queries/source'
import { inTransactions } from './background'
import { bodyWordsOf } from './relation-text'
import { candidates } from './wording-candidates'

/** Articles that are compared because they share wording with one that does; at most. */
const furtherArticles = 40

/** An article is compared with so many words at most, the likeliest others first: books take as long as libraries. */
const comparedWords = 100_000

/** While the work goes on, what it found is told about this often. */
const tellingMs = 5000

/**
 * Works out what is out of date, in slices between which other calls are answered: first the fingerprints of all, by
 * which the others are then found. Nothing in a library that is open for reading.
 * @param tell called now and then after relations were written
 * @returns how many articles were out of date
 */
export async function refreshRelations(library: Library, tell: () => void = () => undefined): Promise<number> {
  if (library.readOnly) return 0
  await refreshFingerprints(library)
  const stale = staleArticles(library.reader, 'wording', wordingVersion, null)
  let told = performance.now()
  const committed = () => {
    if (performance.now() - told < tellingMs) return
    told = performance.now()
    tell()
  }
  await inTransactions(library, stale, whereStale('wording', relate), { committed })
  if (stale.length > 0) tell()
  return stale.length
}

/**
 * Takes the fingerprints that are missing, by which articles are found, some milliseconds each, in slices.
 * @param options `atMost`: none are taken where more are missing; `isOver`: whether the rest is not wanted any more
 */
export async function refreshFingerprints(
  library: Library,
  { atMost = Number.POSITIVE_INFINITY, isOver }: { atMost?: number; isOver?: () => boolean } = {},
): Promise<void> {
  const stale = staleArticles(library.reader, 'fingerprint', wordingVersion, null)
  if (stale.length > atMost) return
  await inTransactions(library, stale, whereStale('fingerprint', takeFingerprint), isOver ? { isOver } : {})
}

type Kind = 'fingerprint' | 'wording'

const isStale = (reader: Reader, kind: Kind, articleId: number): boolean =>
  staleArticles(reader, kind, wordingVersion, [articleId]).length > 0

/** Work that leaves out what others did since it was planned: reviews and the background do it at the same time. */
const whereStale =
  (kind: Kind, work: (writer: Writer, articleId: number) => void) =>
  (writer: Writer, articleId: number): void => {
    if (isStale(writer, kind, articleId)) work(writer, articleId)
  }

/** Works out at once what is out of date of one article. @returns whether something was */
export function refreshRelationsOf(library: Library, articleId: number): boolean {
  const { reader, readOnly } = library
  if (readOnly || !(isStale(reader, 'fingerprint', articleId) || isStale(reader, 'wording', articleId))) return false
  library.unjournalled((writer) => {
    if (isStale(writer, 'fingerprint', articleId)) takeFingerprint(writer, articleId)
    relate(writer, articleId)
  })
  return true
}

function takeFingerprint(writer: Writer, articleId: number): void {
  replaceFingerprint(writer, articleId, fingerprint(bodyWordsOf(sourceBlocks(writer, [articleId]))))
  markAnalysed(writer, articleId, 'fingerprint', wordingVersion)
}

/**
 * Compares an article with those that were compared before; the others find it when it is their turn. What shares wording
 * with an article that does is looked at too: two that cut the same wire short may have no hash in common.
 */
function relate(writer: Writer, articleId: number): void {
  const words = bodyWordsOf(sourceBlocks(writer, [articleId]))
  const hashes = fingerprintOf(writer, articleId)
  const likely = candidates(hashes, (hash, limit) => articlesWithHash(writer, hash, limit))
  const found = shared(writer, words, compared(writer, likely, [articleId]))
  const near = relatedIds(
    writer,
    found.map((one) => one.otherId),
    furtherArticles,
  )
  const further = shared(writer, words, compared(writer, near, [articleId, ...likely]))
  replaceRelations(writer, articleId, [...found, ...further])
  markAnalysed(writer, articleId, 'wording', wordingVersion)
}

/** Those of the ids that were compared before, without some. Articles in the trash count: undo may bring them back. */
function compared(reader: Reader, ids: readonly number[], without: readonly number[]): number[] {
  const before = analysedArticles(reader, 'wording', wordingVersion, ids)
  return ids.filter((id) => before.has(id) && !without.includes(id))
}

function shared(reader: Reader, words: readonly Word[], otherIds: readonly number[]) {
  let compared = 0
  return otherIds.flatMap((otherId) => {
    if (compared > comparedWords) return []
    const others = bodyWordsOf(sourceBlocks(reader, [otherId]))
    compared += others.length
    const found = overlap(words, others)
    return found ? [{ otherId, ...found }] : []
  })
}
