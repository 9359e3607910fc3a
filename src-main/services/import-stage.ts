import { performance } from 'node:perf_hooks'
import type { StagedOutcome, StageState } from '../contract/import-types'
import type { ExtractedArticle, Reference } from '../domain/extraction'
import type { Begun } from './import-add'
import type { SourceFile } from './import-bytes'
import { createPace, type Pace } from './import-pace'
import type { StagedRelations } from './relation-staged'

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
  /** Rows so far of each file. */
  rows: Map<SourceFile, number>
  /** The first file of each hash. */
  seen: Map<string, SourceFile>
  /** The first row with an article of each hash. */
  firstArticles: Map<string, StageEntry>
  /** Told when reading may go on. */
  waiting: (() => void)[]
  /** What its articles share with each other and with the library; null where nobody looks at them. */
  relations: StagedRelations | null
  /** Whether an adding is under way, and whether it is to end early. */
  adding: 'no' | 'yes' | 'stopping'
  /** The operation that adds its articles; null before any was added. */
  begun: Begun | null
  /** Told when the review ended with adding. */
  onAdded: () => void
}

export const newStage = (
  id: number,
  relations: StagedRelations | null = null,
  onAdded: () => void = () => undefined,
): ReviewStage => ({
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
  firstArticles: new Map(),
  waiting: [],
  relations,
  adding: 'no',
  begun: null,
  onAdded,
})

/**
 * Bits that a place has at each level below the named file, so that an order is a whole number that a double holds. What
 * lies beyond, such as the rows of a large table in an archive, is in the order in which it was found.
 */
const levelBits = [15, 12, 9]

function orderOf([root = 0, ...levels]: readonly number[]): number {
  return levelBits.reduce((order, bits, level) => order * 2 ** bits + Math.min(levels[level] ?? 0, 2 ** bits - 1), root)
}

/** Adds a row. Rows of parts come after the row of the file as a whole, in the order in which they are added. */
export function addEntry(
  stage: ReviewStage,
  row: Pick<StageEntry, 'file' | 'part' | 'outcome'> & { extracted?: ExtractedArticle },
): StageEntry {
  const { file, part } = row
  const number = (stage.rows.get(file) ?? 0) + 1
  stage.rows.set(file, number)
  stage.revision += 1
  const entry: StageEntry = {
    extracted: null,
    ...row,
    index: stage.entries.length,
    order: orderOf(part === null ? file.place : [...file.place, number]),
    revision: stage.revision,
  }
  stage.entries.push(entry)
  noteArticle(stage, entry)
  return entry
}

/** Changes a row, so that it is told of again. */
export function changeEntry(
  stage: ReviewStage,
  entry: StageEntry,
  change: Partial<Pick<StageEntry, 'outcome' | 'extracted'>>,
): void {
  stage.revision += 1
  Object.assign(entry, change, { revision: stage.revision })
  noteArticle(stage, entry)
}

function noteArticle({ firstArticles }: ReviewStage, entry: StageEntry): void {
  if (entry.extracted && !firstArticles.has(entry.file.sha256)) firstArticles.set(entry.file.sha256, entry)
}

/** Whether reading was stopped. A function, since the state changes while others wait. */
export const isStopped = (stage: ReviewStage): boolean => stage.state === 'stopped'

/** Resolves at once, or when a stopped stage is resumed or discarded. */
export async function whenReading(stage: ReviewStage): Promise<void> {
  if (isStopped(stage) && !stage.discarded) await new Promise<void>((resolve) => stage.waiting.push(resolve))
}

/** Ends adding after the transaction that is under way. @returns whether anything is being added */
export function stopAdding(stage: ReviewStage): boolean {
  if (stage.adding === 'no') return false
  stage.adding = 'stopping'
  return true
}

export function stopReading(stage: ReviewStage): void {
  if (stage.state === 'done' || isStopped(stage)) return
  stage.state = 'stopped'
  stage.revision += 1
}

export function resumeReading(stage: ReviewStage): void {
  if (stage.state !== 'stopped') return
  stage.state = stage.total === null ? 'listing' : 'reading'
  stage.revision += 1
  stage.pace.restart()
  wake(stage)
}

export function discardStage(stage: ReviewStage): void {
  stage.discarded = true
  stopAdding(stage)
  wake(stage)
}

function wake(stage: ReviewStage): void {
  const waiting = stage.waiting
  stage.waiting = []
  for (const resolve of waiting) resolve()
}
