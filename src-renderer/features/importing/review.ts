import type { LookReason, StagedFile, StagedSummary } from '../../../src-main/contract/import-types'
import type { Input } from '../../../src-main/contract/methods'
import {
  contradictedFields,
  type ExtractedBlock,
  isNumbered,
  type MetadataField,
  metadataFields,
  paragraphLabels,
} from '../../../src-main/domain/article'
import { parseDateInput } from '../../../src-main/domain/date-input'
import { isInDoubt, type OtherValue, type Sourced } from '../../../src-main/domain/origin'

/** What was changed of one file: fields as typed, blocks whose visibility was turned, and whether it is to be added. */
export type FileChanges = {
  /** Absent while the researcher has not decided. */
  left?: boolean
  edits: Partial<Record<MetadataField, string>>
  blocks: ReadonlyMap<number, boolean>
}

/** Changes by index of the file. */
export type Changes = ReadonlyMap<number, FileChanges>

export const unchanged: FileChanges = { edits: {}, blocks: new Map() }

export const changesOf = (changes: Changes, index: number): FileChanges => changes.get(index) ?? unchanged

/** A file whose article can be added. */
export type ReadyFile = StagedFile & { found: StagedSummary }

/** Files with new text can be added; duplicates, refused ones and bibliographies can't. */
export const isAddable = (file: StagedFile): file is ReadyFile => file.outcome.kind === 'ready' && file.found !== null

/** Whether an article of the library has the very text: such a file is left out until the researcher takes it. */
export const isSameText = (file: StagedFile): boolean =>
  file.found?.relations.some((relation) => relation.kind === 'same-text' && relation.of === 'library') ?? false

export const isTicked = (file: StagedFile, changes: Changes): boolean =>
  isAddable(file) && !(changes.get(file.index)?.left ?? isSameText(file))

const withFile = (changes: Changes, index: number, next: Partial<FileChanges>): Changes =>
  new Map(changes).set(index, { ...changesOf(changes, index), ...next })

/** Takes files or leaves them out. */
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

/** Sets fields of several files at once; empty fields stay as they are. */
export function enterForAll(
  changes: Changes,
  files: readonly ReadyFile[],
  typed: Partial<Record<MetadataField, string>>,
): Changes {
  const edits = Object.entries(typed).filter(([, value]) => value.trim() !== '') as [MetadataField, string][]
  return files.reduce(
    (all, { index, found }) =>
      edits.reduce((some, [field, value]) => enter(some, index, field, value, found.metadata[field].value ?? ''), all),
    changes,
  )
}

/** Fields of a file whose shown values may be doubted, and which the researcher has not entered. */
export const doubtfulFields = ({ found }: ReadyFile, { edits }: FileChanges): MetadataField[] =>
  metadataFields.filter((field) => isInDoubt(found.metadata[field]) && edits[field] === undefined)

/**
 * Makes found values that may be doubted the researcher's own, as they are shown.
 * @param typed the text that stands for a found value in its field
 */
export function confirm(
  changes: Changes,
  files: readonly ReadyFile[],
  typed: (field: MetadataField, value: string) => string,
  fields: readonly MetadataField[] = metadataFields,
): Changes {
  const next = new Map(changes)
  for (const file of files) {
    const own = changesOf(changes, file.index)
    const confirmed = doubtfulFields(file, own).filter((field) => fields.includes(field))
    const edits = confirmed.map((field) => [field, typed(field, file.found.metadata[field].value ?? '')])
    next.set(file.index, { ...own, edits: { ...own.edits, ...Object.fromEntries(edits) } })
  }
  return next
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

export function reviewedBlocks(found: readonly ExtractedBlock[], { blocks }: FileChanges): ReviewedBlock[] {
  let count = 0
  const reviewed = found.map((block, at) => {
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
export function reviewedValue(found: StagedSummary, { edits }: FileChanges, field: MetadataField): Sourced {
  const typed = edits[field]
  if (typed === undefined) return found.metadata[field]
  if (typed.trim() === '') return { value: null, origin: 'none', confidence: 'none', evidence: null }
  const evidence = { kind: 'researcher', at: '', quote: '' } as const
  return { value: typed.trim(), origin: 'researcher', confidence: 'entered', evidence }
}

/** What else the file says for a field: the values beside the one that would be stored, best first. */
export function otherValues(found: StagedSummary, changes: FileChanges, field: MetadataField): OtherValue[] {
  const { value, confidence, evidence, others = [] } = found.metadata[field]
  const current = reviewedValue(found, changes, field).value
  const all = value === null || evidence === null ? others : [{ value, confidence, evidence }, ...others]
  const chosen = field === 'published' || field === 'updated' ? parseDateInput(current ?? '') : null
  return others.length === 0 ? [] : all.filter((other) => other.value !== current && other.value !== chosen)
}

const dateFields = ['published', 'updated'] as const

/** Whether a typed date is not understood. */
export const hasDateProblem = ({ edits }: FileChanges): boolean =>
  dateFields.some((field) => {
    const typed = edits[field]?.trim() ?? ''
    return typed !== '' && parseDateInput(typed) === null
  })

const fieldOf = { untitled: 'title', undated: 'published', unattributed: 'outlet' } as const

/** Why a file still needs a look: what was found, less what the researcher has settled by an entry or by leaving it out. */
export function openReasons(file: StagedFile, changes: FileChanges): LookReason[] {
  const { found, look } = file
  if (!found || changes.left) return []
  const isEntered = (field: MetadataField): boolean => changes.edits[field] !== undefined
  const fields = Object.keys(found.metadata) as MetadataField[]
  return look.filter((reason) => {
    if (reason === 'untitled' || reason === 'undated' || reason === 'unattributed') {
      return reviewedValue(found, changes, fieldOf[reason]).value === null
    }
    if (reason === 'unsure') return fields.some((f) => found.metadata[f].confidence === 'unsure' && !isEntered(f))
    if (reason === 'conflict') return contradictedFields(found.metadata).some((f) => !isEntered(f))
    return true
  })
}

const isCorrected = ({ edits, blocks }: FileChanges): boolean => Object.keys(edits).length > 0 || blocks.size > 0

/** What the review has come to. */
export type ReviewState = {
  ticked: ReadyFile[]
  addable: number
  duplicates: number
  refused: number
  references: number
  /** Ticked files with a typed date that is not understood. */
  problems: StagedFile[]
  /** Whether anything was corrected that is still to be added. */
  corrected: boolean
}

export function reviewState(files: readonly StagedFile[], changes: Changes): ReviewState {
  const ticked = files.filter((file): file is ReadyFile => isTicked(file, changes))
  const count = (kind: StagedFile['outcome']['kind']): number => files.filter((f) => f.outcome.kind === kind).length
  return {
    ticked,
    addable: files.filter(isAddable).length,
    duplicates: count('duplicate'),
    refused: count('refused'),
    references: count('reference'),
    problems: ticked.filter((file) => hasDateProblem(changesOf(changes, file.index))),
    corrected: files.some((file) => isAddable(file) && isCorrected(changesOf(changes, file.index))),
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

/** So many removed lines at the head of a text are looked over; more of them stand above what is seen first. */
const mostAtHead = 8

/** The block to begin at: the first, or the first one that was kept where a page's navigation fills the list. */
export function firstBlock(blocks: readonly ExtractedBlock[]): number {
  const kept = blocks.findIndex((block) => !block.hidden)
  return kept > mostAtHead ? kept : 0
}
