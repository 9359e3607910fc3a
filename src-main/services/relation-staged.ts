import { fingerprint } from '../analysis/fingerprint'
import { overlap } from '../analysis/overlap'
import type { ExtractedBlock } from '../domain/article'
import { type SharedWording, seenFromOther } from '../domain/relation'
import type { Reader } from '../library/handle'
import { articlesWithHash } from '../library/queries/fingerprint'
import { sourceBlocks, sourcesByIds } from '../library/queries/source'
import { bodyWordsOf } from './relation-text'
import { grouped } from './source'
import { candidates } from './wording-candidates'

/**
 * What a text of an import review shares with an article of the library or with another text of the review; `articleId`
 * or `index` names it, the other of the two is null. `share` is of this text's words, spans begin with its offsets.
 */
export type StagedOverlap = SharedWording & { of: 'library' | 'stage'; articleId: number | null; index: number | null }

/** What the texts of one import review share with each other and with the library. */
export type StagedRelations = {
  /**
   * Takes in a text of the review and compares it with the library's articles and with the texts added before. Some
   * milliseconds, whatever the size of the library and the review. Adding an index again replaces its text, as after
   * blocks were hidden or restored in the review.
   */
  add: (index: number, blocks: readonly ExtractedBlock[]) => void
  /** Takes a text out, as when its file turns out to be refused. */
  remove: (index: number) => void
  /** What is known by now of a text of the review, the closest first; found from either side. Empty for unknown ones. */
  of: (index: number) => StagedOverlap[]
}

type Staged = { blocks: readonly ExtractedBlock[]; hashes: readonly number[] }
type Other = number | `article ${number}`

/**
 * Begins to compare the texts of an import review: call `add` once for each extracted article, as soon as it is ready,
 * and `of` for what to show beside it. Nothing is written. The library's articles are found through their stored
 * fingerprints, so one without is not seen.
 * @param reader of the library; null compares the texts with each other only
 */
export function relationsOfStaged(reader: Reader | null): StagedRelations {
  const staged = new Map<number, Staged>()
  const postings = new Map<number, Set<number>>()
  const relations = new Map<number, Map<Other, StagedOverlap>>()

  const remove = (index: number) => {
    for (const hash of staged.get(index)?.hashes ?? []) postings.get(hash)?.delete(index)
    for (const other of relations.get(index)?.keys() ?? []) {
      if (typeof other === 'number') relations.get(other)?.delete(index)
    }
    relations.delete(index)
    staged.delete(index)
  }
  const add = (index: number, blocks: readonly ExtractedBlock[]) => {
    remove(index)
    const words = bodyWordsOf(blocks)
    const hashes = fingerprint(words)
    const own = new Map<Other, StagedOverlap>()
    for (const other of candidates(hashes, (hash, limit) => firstOf(postings.get(hash), limit))) {
      const found = overlap(words, bodyWordsOf(staged.get(other)?.blocks ?? []))
      if (!found) continue
      own.set(other, { ...found, of: 'stage', articleId: null, index: other })
      relations.get(other)?.set(index, { ...seenFromOther(found), of: 'stage', articleId: null, index })
    }
    for (const { id, blocks: stored } of reader ? storedCandidates(reader, hashes) : []) {
      const found = overlap(words, bodyWordsOf(stored))
      if (found) own.set(`article ${id}`, { ...found, of: 'library', articleId: id, index: null })
    }
    relations.set(index, own)
    staged.set(index, { blocks, hashes })
    for (const hash of hashes) {
      const known = postings.get(hash)
      if (known) known.add(index)
      else postings.set(hash, new Set([index]))
    }
  }
  return { add, remove, of: (index) => [...(relations.get(index)?.values() ?? [])].sort(closestFirst) }
}

function firstOf(indices: ReadonlySet<number> | undefined, limit: number): number[] {
  const found: number[] = []
  for (const index of indices ?? []) if (found.push(index) === limit) break
  return found
}

const closestFirst = (a: StagedOverlap, b: StagedOverlap): number =>
  Math.max(b.share, b.otherShare) - Math.max(a.share, a.otherShare) || b.words - a.words

/** Live articles of the library that may share wording, with their blocks. */
function storedCandidates(reader: Reader, hashes: readonly number[]) {
  const ids = candidates(hashes, (hash, limit) => articlesWithHash(reader, hash, limit))
  const live = sourcesByIds(reader, ids).map((source) => source.id)
  const blocks = grouped(sourceBlocks(reader, live), (block) => block.articleId)
  return live.map((id) => ({ id, blocks: blocks.get(id) ?? [] }))
}
