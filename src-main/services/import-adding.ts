import { setImmediate } from 'node:timers/promises'
import type { AddedArticles } from '../contract/import-types'
import type { Input } from '../contract/methods'
import { ExpectedError } from '../domain/error'
import type { ExtractedArticle } from '../domain/extraction'
import { edited } from './article-edits'
import type { ServiceContext } from './context'
import { addMore, type ToAdd } from './import-add'
import { type ByteReader, createByteReader } from './import-bytes'
import { changeEntry, type ReviewStage, type StageEntry } from './import-stage'

/** So many articles are added in one transaction, fewer where they are large. */
const chunkArticles = 200
const chunkBytes = 32 * 1024 * 1024

type Choice = Input<'import.add'>['files'][number]
type Chosen = { entry: StageEntry; extracted: ExtractedArticle; choice: Choice }

/**
 * Adds the chosen rows of a review, transaction by transaction, so that the window is answered meanwhile and a stop keeps
 * what was added. All that is added of one review is one operation; where that was taken back before, it is another one.
 * Bytes are read again; a file that was changed or removed since is refused.
 * @throws `date/not-understood`, before anything is written
 */
export async function addChosen(
  context: ServiceContext,
  stage: ReviewStage,
  choices: readonly Choice[],
): Promise<AddedArticles> {
  const chosen = choices
    .flatMap((choice) => chosenRow(stage, choice) ?? [])
    .sort((a, b) => a.entry.order - b.entry.order)
  for (const one of chosen) checkEdits(one)
  stage.adding = 'yes'
  try {
    const { articleIds, refused, done } = await addRows(context, stage, chosen)
    const skipped = choices.length - (chosen.length - done) - refused - articleIds.length
    return { articleIds, skipped, refused, stopped: done < chosen.length }
  } finally {
    stage.adding = 'no'
  }
}

async function addRows(context: ServiceContext, stage: ReviewStage, chosen: readonly Chosen[]) {
  const bytes = createByteReader(context.extract)
  const articleIds: number[] = []
  let done = 0
  let refused = 0
  while (done < chosen.length && !isStopping(stage)) {
    const chunk = await nextChunk(stage, bytes, chosen.slice(done))
    const more = addMore(context, chunk.items, stage.begun)
    const result = more ?? (done === 0 ? addMore(context, chunk.items, null) : null)
    if (!result) break
    stage.begun = result.begun
    markAdded(stage, chunk.rows, result.added.ids)
    articleIds.push(...result.added.articleIds)
    refused += chunk.refused
    done += chunk.rows.length + chunk.refused
    context.notify({ kind: 'import.adding', stageId: stage.id, done, total: chosen.length })
    await setImmediate()
  }
  return { articleIds, refused, done }
}

/** A function, since it changes while others wait. */
const isStopping = (stage: ReviewStage): boolean => stage.adding === 'stopping'

/** @returns null for rows that are duplicates, refused, or not there */
function chosenRow(stage: ReviewStage, choice: Choice): Chosen | null {
  const entry = stage.entries[choice.index]
  return entry?.outcome.kind === 'ready' && entry.extracted ? { entry, extracted: entry.extracted, choice } : null
}

/** @throws `date/not-understood` */
const checkEdits = ({ extracted: { metadata }, choice: { edits } }: Chosen): unknown =>
  edits && edited({ metadata, status: 'to-read', note: '' }, edits)

/** Reads the files of the next rows. Those that can't be read any more keep the reason as their outcome. */
async function nextChunk(stage: ReviewStage, bytes: ByteReader, rest: readonly Chosen[]) {
  const rows: StageEntry[] = []
  const items: ToAdd[] = []
  let size = 0
  let refused = 0
  for (const { entry, extracted, choice } of rest) {
    if (rows.length + refused >= chunkArticles || size >= chunkBytes) break
    const { file } = entry
    const same = rows.at(-1)?.file === file ? items.at(-1)?.file.bytes : undefined
    const read = same ?? (await readAgain(stage, bytes, entry))
    if (!read) {
      refused += 1
      continue
    }
    size += same ? 0 : read.length
    rows.push(entry)
    const { fileName, sha256 } = file
    items.push({ file: { bytes: read, fileName, sha256 }, extracted, edits: choice.edits, blocks: choice.blocks })
  }
  return { rows, items, refused }
}

async function readAgain(stage: ReviewStage, bytes: ByteReader, entry: StageEntry): Promise<Uint8Array | null> {
  try {
    return await bytes.read(entry.file)
  } catch (error) {
    if (!(error instanceof ExpectedError)) throw error
    changeEntry(stage, entry, { outcome: { kind: 'refused', code: error.code, params: error.params } })
    return null
  }
}

/** What was added shows as being in the library, should the review stay open. */
function markAdded(stage: ReviewStage, rows: readonly StageEntry[], ids: readonly (number | null)[]): void {
  for (const [at, entry] of rows.entries()) {
    const articleId = ids[at] ?? null
    if (articleId === null) continue
    changeEntry(stage, entry, { outcome: { kind: 'added', articleId } })
  }
}
