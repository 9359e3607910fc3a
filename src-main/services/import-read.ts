import { setImmediate } from 'node:timers/promises'
import { ExpectedError } from '../domain/error'
import type { ExtractedArticle, Extraction } from '../domain/extraction'
import type { Reader } from '../library/handle'
import { type StoredFile, storedFile } from '../library/queries/stored-file'
import type { ServiceContext } from './context'
import { hashOf, type SourceFile, toExtract } from './import-bytes'
import { deepest, spend } from './import-expand'
import { joinReferences } from './import-references'
import { addEntry, changeEntry, isStopped, type ReviewStage, type StageEntry, whenReading } from './import-stage'
import { memberWork, type Work } from './import-work'
import { settleDateOrder } from './outlet-dates'
import { applyRules } from './rule-apply'

/** Files that are extracted at the same time. */
const concurrency = 2

/** Progress is told of no more often than this. */
const tellMs = 200

/**
 * Reads, compares and extracts the files of a stage and all that they hold. Files are read one after the other, so that
 * the first of two equal ones is the one that counts; members of an archive go before the next file.
 * @param found the files that were named or found in folders
 */
export async function readStage(context: ServiceContext, stage: ReviewStage, found: readonly Work[]): Promise<void> {
  stage.total = found.length
  stage.state = isStopped(stage) ? 'stopped' : 'reading'
  stage.revision += 1
  const waiting = [...found].reverse()
  const busy = new Set<Promise<void>>()
  const tell = teller(context, stage)
  const finish = () => {
    stage.read += 1
    stage.pace.done()
    tell()
  }
  while (waiting.length + busy.size > 0) {
    await whenReading(stage)
    if (stage.discarded) break
    const work = waiting.pop()
    if (work) {
      const ready = await readWork(context, stage, work)
      if (ready) {
        const step = extractWork(context, stage, ready).then((members) => {
          if (stage.discarded) return
          stage.total = (stage.total ?? 0) + members.length
          waiting.push(...members.reverse())
          finish()
        })
        const settled: Promise<void> = step.finally(() => busy.delete(settled))
        busy.add(settled)
      } else finish()
    }
    if (busy.size >= concurrency || (waiting.length === 0 && busy.size > 0)) await Promise.race(busy)
    else await setImmediate()
  }
  if (stage.discarded) return
  joinReferences(context.library.reader, stage)
  stage.state = 'done'
  stage.revision += 1
  tell(true)
}

function teller({ notify }: ServiceContext, stage: ReviewStage): (last?: boolean) => void {
  let told = 0
  return (last = false) => {
    const now = performance.now()
    if (stage.discarded || (!last && now - told < tellMs)) return
    told = now
    notify({ kind: 'import.progress', stageId: stage.id, done: stage.read, total: stage.total ?? 0 })
  }
}

type Ready = Work & { bytes: Uint8Array; stored: StoredFile | null }

/** @returns null where the file has its outcome already: it can't be read, or is there as a whole */
async function readWork({ library }: ServiceContext, stage: ReviewStage, work: Work): Promise<Ready | null> {
  const { file } = work
  try {
    const bytes = await work.read()
    file.size = bytes.length
    file.sha256 = hashOf(bytes)
    const stored = storedFile(library.reader, file.sha256)
    const articleId = stored?.articles.get(null)
    const twin = stage.seen.get(file.sha256)
    if (stored && articleId !== undefined) {
      const outcome = { kind: 'duplicate', of: 'library', articleId, fileName: stored.fileName } as const
      addEntry(stage, { file, part: null, outcome })
    } else if (twin) {
      const outcome = { kind: 'duplicate', of: 'stage', articleId: null, fileName: twin.fileName } as const
      addEntry(stage, { file, part: null, outcome })
    } else {
      stage.seen.set(file.sha256, file)
      return { ...work, bytes, stored }
    }
  } catch (error) {
    refuse(stage, file, error)
  }
  return null
}

function refuse(stage: ReviewStage, file: SourceFile, error: unknown): void {
  const { code, params } =
    error instanceof ExpectedError ? error : new ExpectedError('import/unreadable', { format: 'file' })
  addEntry(stage, { file, part: null, outcome: { kind: 'refused', code, params } })
}

/** @returns the members of a container, which are to be read next */
async function extractWork(context: ServiceContext, stage: ReviewStage, work: Ready): Promise<Work[]> {
  const { file, bytes, given, depth } = work
  const result = await context.extract({ ...toExtract(file, bytes), ...(given ? { given } : {}) })
  if (stage.discarded) return []
  if (!result.ok) {
    addEntry(stage, { file, part: null, outcome: { kind: 'refused', ...result.error } })
    return []
  }
  const extraction = result.value
  addRows(context.library.reader, stage, work, extraction)
  try {
    spend(work.allowance, extraction.files)
  } catch (error) {
    refuse(stage, file, error)
    return []
  }
  const members = extraction.files.map((member, at) => memberWork(work, member, at))
  if (depth < deepest) return members
  for (const member of members) refuse(stage, member.file, new ExpectedError('import/too-deep'))
  return []
}

/** Adds the rows of what a file holds itself. */
function addRows(reader: Reader, stage: ReviewStage, { file, stored }: Ready, extraction: Extraction): void {
  if (extraction.references.length > 0) {
    const bibliography = addEntry(stage, { file, part: null, outcome: { kind: 'reference', joined: 0 } })
    for (const reference of extraction.references) stage.references.push({ bibliography, reference })
  }
  for (const article of extraction.articles) addArticle(reader, stage, { file, stored, extracted: article })
  for (const { part, code, params } of extraction.refused) {
    addEntry(stage, { file, part, outcome: { kind: 'refused', code, params } })
  }
}

function addArticle(
  reader: Reader,
  stage: ReviewStage,
  { file, stored, extracted }: Pick<Ready, 'file' | 'stored'> & { extracted: ExtractedArticle },
): void {
  const { part } = extracted
  const articleId = stored?.articles.get(part)
  if (stored === null || articleId === undefined) {
    const settled = settleDateOrder(extracted, reader)
    relate(reader, stage, addEntry(stage, { file, part, outcome: { kind: 'ready' }, extracted: settled }))
  } else {
    const outcome = { kind: 'duplicate', of: 'library', articleId, fileName: stored.fileName } as const
    addEntry(stage, { file, part, outcome })
  }
}

/** Compares an article with those before it; those that are related to it are told of again. */
function relate(reader: Reader, stage: ReviewStage, { index, extracted }: StageEntry): void {
  const { relations, entries } = stage
  if (!relations || !extracted) return
  relations.add(index, applyRules(reader, extracted.metadata.outlet.value, extracted.blocks))
  for (const relation of relations.of(index)) {
    const other = relation.index === null ? undefined : entries[relation.index]
    if (other) changeEntry(stage, other, {})
  }
}
