import type { Stage, StagedArticle, StagedFile } from '../../../src-main/contract/import-types'
import type { Input } from '../../../src-main/contract/methods'
import { type ExtractedBlock, isNumbered, type MetadataField, paragraphLabels } from '../../../src-main/domain/article'
import { parseDateInput } from '../../../src-main/domain/date-input'
import type { Sourced } from '../../../src-main/domain/origin'

/** What was changed of one file: fields as typed, blocks whose visibility was turned, and whether it is to be added. */
export type FileChanges = {
  left?: boolean
  edits: Partial<Record<MetadataField, string>>
  blocks: ReadonlyMap<number, boolean>
}

/** Changes by index of the file. */
export type Changes = ReadonlyMap<number, FileChanges>

export const unchanged: FileChanges = { edits: {}, blocks: new Map() }

export const changesOf = (changes: Changes, index: number): FileChanges => changes.get(index) ?? unchanged

/** Files with new text can be added; duplicates and refused ones can't. */
export const isAddable = (file: StagedFile): boolean => file.outcome.kind === 'ready' && file.found !== null

export const isTicked = (file: StagedFile, changes: Changes): boolean =>
  isAddable(file) && !changesOf(changes, file.index).left

const withFile = (changes: Changes, index: number, next: Partial<FileChanges>): Changes =>
  new Map(changes).set(index, { ...changesOf(changes, index), ...next })

/** Ticks files or unticks them. */
export function tick(changes: Changes, indexes: readonly number[], ticked: boolean): Changes {
  const next = new Map(changes)
  for (const index of indexes) next.set(index, { ...changesOf(changes, index), left: !ticked })
  return next
}

/** Enters a field; typing back what was found takes the change away. `found` is the found value as it is shown. */
export function enter(changes: Changes, index: number, field: MetadataField, typed: string, found: string): Changes {
  const { [field]: _, ...others } = changesOf(changes, index).edits
  return withFile(changes, index, { edits: typed === found ? others : { ...others, [field]: typed } })
}

/** Lines that were read as title, byline or date are not part of the text: there is nothing to keep or remove. */
export const isTextBlock = (block: ExtractedBlock): boolean =>
  !['title', 'subtitle', 'byline', 'date'].includes(block.kind)

/** Keeps a removed block, or removes a kept one. */
export function turnBlock(changes: Changes, index: number, at: number, block: ExtractedBlock): Changes {
  if (!isTextBlock(block)) return changes
  const blocks = new Map(changesOf(changes, index).blocks)
  if (!blocks.delete(at)) blocks.set(at, !block.hidden)
  return withFile(changes, index, { blocks })
}

/** A block as it would be stored. `label` is its paragraph number, or null. */
export type ReviewedBlock = { block: ExtractedBlock; hidden: boolean; changed: boolean; label: string | null }

export function reviewedBlocks(found: StagedArticle, { blocks }: FileChanges): ReviewedBlock[] {
  let count = 0
  const reviewed = found.blocks.map((block, at) => {
    const hidden = blocks.get(at) ?? block.hidden
    if (!hidden && isNumbered(block.kind)) count += 1
    return { block, hidden, changed: blocks.has(at), number: !hidden && isNumbered(block.kind) ? count : null }
  })
  const labels = paragraphLabels(reviewed.map(({ block, hidden, number }) => ({ kind: block.kind, hidden, number })))
  return reviewed.map(({ block, hidden, changed }, at) => ({ block, hidden, changed, label: labels[at] ?? null }))
}

/** How the blocks divide: kept paragraphs, removed blocks, lines read as title, date and so on, captions and headings. */
export function blockCounts(blocks: readonly ReviewedBlock[]) {
  const visible = blocks.filter((b) => !b.hidden && isTextBlock(b.block))
  return {
    kept: visible.length,
    removed: blocks.filter((b) => b.hidden).length,
    details: blocks.filter((b) => !b.hidden && !isTextBlock(b.block)).length,
  }
}

/** A field's value as it would be stored: what was typed is by hand, an emptied field unknown. */
export function reviewedValue(found: StagedArticle, { edits }: FileChanges, field: MetadataField): Sourced {
  const typed = edits[field]
  if (typed === undefined) return found.metadata[field]
  if (typed.trim() === '') return { value: null, origin: 'none', confidence: 'none', evidence: null }
  const evidence = { kind: 'researcher', at: '', quote: '' } as const
  return { value: typed.trim(), origin: 'researcher', confidence: 'entered', evidence }
}

/** Whether a typed publication date is not understood. */
export function hasDateProblem({ edits }: FileChanges): boolean {
  const typed = edits.published?.trim() ?? ''
  return typed !== '' && parseDateInput(typed) === null
}

/** What the review has come to. */
export type ReviewState = {
  ticked: StagedFile[]
  duplicates: number
  refused: number
  /** Ticked files whose typed date is not understood. */
  problems: StagedFile[]
  corrected: boolean
}

export function reviewState(stage: Stage, changes: Changes): ReviewState {
  const ticked = stage.files.filter((file) => isTicked(file, changes))
  return {
    ticked,
    duplicates: stage.files.filter((file) => file.outcome.kind === 'duplicate').length,
    refused: stage.files.filter((file) => file.outcome.kind === 'refused').length,
    problems: ticked.filter((file) => hasDateProblem(changesOf(changes, file.index))),
    corrected: [...changes.values()].some((c) => Object.keys(c.edits).length > 0 || c.blocks.size > 0),
  }
}

/** The chosen files with their corrections, as `import.add` takes them. */
export const filesToAdd = (ticked: readonly StagedFile[], changes: Changes): Input<'import.add'>['files'] =>
  ticked.map(({ index }) => {
    const { edits, blocks } = changesOf(changes, index)
    const entered = Object.entries(edits).map(([field, typed]) => [field, typed.trim() || null])
    return {
      index,
      edits: Object.fromEntries(entered),
      blocks: [...blocks].map(([at, hidden]) => ({ index: at, hidden })),
    }
  })
