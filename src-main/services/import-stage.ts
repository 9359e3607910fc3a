import { performance } from 'node:perf_hooks'
import type { StagedArticle, StagedOutcome, StageState } from '../contract/import-types'
import type { ExtractedArticle, Reference } from '../domain/extraction'
import type { SourceFile } from './import-bytes'
import { createPace, type Pace } from './import-pace'

/** A row of a review. */
export type StageEntry = {
  index: number
  order: number
  /** Revision of the stage at which it last changed. */
  revision: number
  file: SourceFile
  part: string | null
  outcome: StagedOutcome
  extracted: ExtractedArticle | null
  relations: StagedArticle['relations']
}

/** An entry of a bibliography, beside the row of its file. */
export type StagedReference = { bibliography: StageEntry; reference: Reference }

/** An import review while it is open. */
export type ReviewStage = {
  id: number
  state: StageState
  revision: number
  discarded: boolean
  entries: StageEntry[]
  references: StagedReference[]
  /** Files that were named or found, and members of the archives among them that were read; null at first. */
  total: number | null
  read: number
  pace: Pace
  /** Rows so far of each named file. */
  rows: Map<number, number>
  /** The first file of each hash. */
  seen: Map<string, SourceFile>
  /** Told when reading may go on. */
  waiting: (() => void)[]
  /** Whether an adding that is under way is to end early. */
  stopAdding: boolean
  /** Told when the review ended with adding. */
  onAdded: () => void
}

export const newStage = (id: number, onAdded: () => void): ReviewStage => ({
  id,
  state: 'listing',
  revision: 0,
  discarded: false,
  entries: [],
  references: [],
  total: null,
  read: 0,
  pace: createPace(() => performance.now()),
  rows: new Map(),
  seen: new Map(),
  waiting: [],
  stopAdding: false,
  onAdded,
})

/** Rows of one named file are numbered from a multiple of this. */
const rowsPerFile = 2 ** 24

/** Adds a row, after those of the same named file. */
export function addEntry(
  stage: ReviewStage,
  row: Pick<StageEntry, 'file' | 'part' | 'outcome'> & { extracted?: ExtractedArticle },
): StageEntry {
  const { root } = row.file
  const place = stage.rows.get(root) ?? 0
  stage.rows.set(root, place + 1)
  stage.revision += 1
  const entry: StageEntry = {
    extracted: null,
    relations: [],
    ...row,
    index: stage.entries.length,
    order: root * rowsPerFile + place,
    revision: stage.revision,
  }
  stage.entries.push(entry)
  return entry
}

/** Changes a row, so that it is told of again. */
export function changeEntry(
  stage: ReviewStage,
  entry: StageEntry,
  change: Partial<Pick<StageEntry, 'outcome' | 'extracted' | 'relations'>>,
): void {
  stage.revision += 1
  Object.assign(entry, change, { revision: stage.revision })
}

/** Whether reading was stopped. A function, since the state changes while others wait. */
export const isStopped = (stage: ReviewStage): boolean => stage.state === 'stopped'

/** Resolves at once, or when a stopped stage is resumed or discarded. */
export async function whenReading(stage: ReviewStage): Promise<void> {
  if (isStopped(stage) && !stage.discarded) await new Promise<void>((resolve) => stage.waiting.push(resolve))
}

export function stopReading(stage: ReviewStage): void {
  if (stage.state !== 'reading') return
  stage.state = 'stopped'
  stage.revision += 1
}

export function resumeReading(stage: ReviewStage): void {
  if (stage.state !== 'stopped') return
  stage.state = 'reading'
  stage.revision += 1
  stage.pace.restart()
  wake(stage)
}

export function discardStage(stage: ReviewStage): void {
  stage.discarded = true
  stage.stopAdding = true
  wake(stage)
}

function wake(stage: ReviewStage): void {
  const waiting = stage.waiting
  stage.waiting = []
  for (const resolve of waiting) resolve()
}
