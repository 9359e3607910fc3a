import { createHash } from 'node:crypto'
import type { Stage, StagedArticle, StagedFile } from '../contract/import-types'
import { type ExtractedBlock, standInTitle } from '../domain/article'
import { ExpectedError } from '../domain/error'
import type { ExtractedArticle } from '../domain/extraction'
import type { Reader } from '../library/handle'
import { articleById, articleIdOfHash } from '../library/queries/article'
import { blocksOfArticle } from '../library/queries/block'
import { originalsByIds } from '../library/queries/original'
import { bodyWords } from './article-view'
import type { ServiceContext } from './context'
import { readCandidate } from './import-files'

/** Files that are extracted at the same time. */
const concurrency = 2

/** A file of a review. `read` is called once; `bytes` are kept while the file may still be added. */
export type StageEntry = {
  fileName: string
  read: () => Promise<Uint8Array>
  size: number
  bytes: Uint8Array | null
  sha256: string | null
  outcome: StagedFile['outcome'] | null
  extracted: ExtractedArticle | null
}

/** An import review. `total` is null while its folders are searched. */
export type StageState = { id: number; entries: StageEntry[]; total: number | null; done: boolean; discarded: boolean }

export const stageEntry = (fileName: string, read: StageEntry['read']): StageEntry => ({
  fileName,
  read,
  size: 0,
  bytes: null,
  sha256: null,
  outcome: null,
  extracted: null,
})

export const fileEntry = (path: string, fileName: string): StageEntry => stageEntry(fileName, () => readCandidate(path))

/**
 * Reads, compares and extracts the files of a stage. It tells of progress about twenty times, since each time the
 * whole review is asked for.
 */
export async function processStage(context: ServiceContext, stage: StageState): Promise<void> {
  const total = stage.entries.length
  stage.total = total
  const step = Math.max(1, Math.floor(total / 20))
  let done = 0
  const tell = () => {
    done += 1
    if (done % step === 0 && done < total) {
      context.notify({ kind: 'import.progress', stageId: stage.id, done, total })
    }
  }
  const fresh = freshEntries(context.library.reader, stage, tell)
  const extractNext = async () => {
    for await (const entry of fresh) {
      await extractEntry(context, entry)
      tell()
    }
  }
  await Promise.all(Array.from({ length: concurrency }, extractNext))
  stage.done = true
  if (!stage.discarded) context.notify({ kind: 'import.progress', stageId: stage.id, done: total, total })
}

/** Entries with new bytes, in order: a generator answers one call after the other, so the first of two equals wins. */
async function* freshEntries(reader: Reader, stage: StageState, tell: () => void): AsyncGenerator<StageEntry> {
  const seen = new Map<string, StageEntry>()
  for (const entry of stage.entries) {
    if (stage.discarded) return
    await readEntry(reader, entry, seen)
    if (entry.outcome) tell()
    else yield entry
  }
}

async function readEntry(reader: Reader, entry: StageEntry, seen: Map<string, StageEntry>): Promise<void> {
  try {
    const bytes = await entry.read()
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    entry.size = bytes.length
    entry.sha256 = sha256
    const twin = seen.get(sha256)
    const articleId = articleIdOfHash(reader, sha256)
    if (articleId !== null) {
      entry.outcome = { kind: 'duplicate', of: 'library', articleId, fileName: storedName(reader, articleId) }
    } else if (twin) {
      entry.outcome = { kind: 'duplicate', of: 'stage', articleId: null, fileName: twin.fileName }
    } else {
      seen.set(sha256, entry)
      entry.bytes = bytes
    }
  } catch (error) {
    refuse(entry, error)
  }
}

async function extractEntry(context: ServiceContext, entry: StageEntry): Promise<void> {
  if (!entry.bytes) return
  const result = await context.extract({ bytes: entry.bytes, fileName: entry.fileName })
  const article = result.ok ? result.value.articles[0] : undefined
  if (article) {
    entry.extracted = article
    entry.outcome = { kind: 'ready' }
  } else if (result.ok) {
    entry.bytes = null
    entry.outcome = { kind: 'refused', code: 'import/not-an-article', params: {} }
  } else {
    entry.bytes = null
    entry.outcome = { kind: 'refused', ...result.error }
  }
}

function refuse(entry: StageEntry, error: unknown): void {
  const { code, params } =
    error instanceof ExpectedError ? error : new ExpectedError('import/unreadable', { format: 'file' })
  entry.outcome = { kind: 'refused', code, params }
}

const storedName = (reader: Reader, articleId: number): string => {
  const originalId = articleById(reader, articleId)?.originalId ?? 0
  return originalsByIds(reader, [originalId]).get(originalId)?.fileName ?? ''
}

/** What is known of a stage so far. */
export const stageView = (reader: Reader, stage: StageState): Stage => ({
  id: stage.id,
  files: stage.entries.flatMap((entry, index) => fileView(reader, stage, entry, index) ?? []),
  total: stage.total ?? stage.entries.length,
  done: stage.done,
})

function fileView(reader: Reader, stage: StageState, entry: StageEntry, index: number): StagedFile | null {
  const { fileName, size, sha256, outcome } = entry
  if (!outcome) return null
  return { index, fileName, bytes: size, sha256, outcome, found: foundOf(reader, stage, entry) }
}

function foundOf(reader: Reader, stage: StageState, entry: StageEntry): StagedArticle | null {
  if (entry.outcome?.kind !== 'duplicate') return entry.extracted && stagedArticle(entry.extracted)
  if (entry.outcome.articleId !== null) return storedArticle(reader, entry.outcome.articleId)
  const twin = stage.entries.find((other) => other.sha256 === entry.sha256 && other.extracted !== null)
  return twin?.extracted ? stagedArticle(twin.extracted) : null
}

const stagedArticle = ({ mediaType, metadata, blocks, partial }: ExtractedArticle): StagedArticle => ({
  mediaType,
  metadata,
  standIn: standInTitle(blocks),
  blocks,
  words: bodyWords(blocks),
  partial,
})

/** An article of the library, as the review shows it beside a file with the same bytes. */
function storedArticle(reader: Reader, articleId: number): StagedArticle | null {
  const record = articleById(reader, articleId)
  if (!record) return null
  const blocks = blocksOfArticle(reader, articleId).map(
    ({ kind, text, hidden, reason, line }): ExtractedBlock => ({ kind, text, hidden, reason, line }),
  )
  const mediaType = originalsByIds(reader, [record.originalId]).get(record.originalId)?.mediaType ?? ''
  const { metadata, standIn, words } = record
  return { mediaType, metadata, standIn, blocks, words, partial: null }
}
