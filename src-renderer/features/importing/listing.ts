import type { StagedFile } from '../../../src-main/contract/import-types'
import { type Changes, changesOf, openReasons } from './review'

/**
 * Groups of files, as the review can be narrowed to. `look` holds those ready files that need a look, `passed` what is no
 * article and was passed over.
 */
export const groups = ['all', 'ready', 'look', 'added', 'duplicate', 'refused', 'passed', 'reference'] as const
export type Group = (typeof groups)[number]

/** `file`: in the order in which they were found. */
export type ListOrder = { by: 'file' | 'title' | 'outlet' | 'published'; descending: boolean }

/** What of a review is listed, and how. */
export type Listing = { group: Group; text: string; order: ListOrder }

export const everything: Listing = { group: 'all', text: '', order: { by: 'file', descending: false } }

/**
 * Whether a file belongs to a group. What needs a look is told by what was found: a file that is being corrected does not
 * vanish from under the hand.
 */
export const isIn = (file: StagedFile, group: Group): boolean =>
  group === 'all' || (group === 'look' ? needsLook(file) : groupOf(file) === group)

const groupOf = ({ outcome }: StagedFile): Group =>
  outcome.kind === 'refused' && outcome.code === 'import/passed-over' ? 'passed' : outcome.kind

const needsLook = ({ outcome, look }: StagedFile): boolean => outcome.kind === 'ready' && look.length > 0

export function groupCounts(files: readonly StagedFile[]): Record<Group, number> {
  const counts = { all: files.length, ready: 0, look: 0, added: 0, duplicate: 0, refused: 0, passed: 0, reference: 0 }
  for (const file of files) {
    counts[groupOf(file)] += 1
    if (needsLook(file)) counts.look += 1
  }
  return counts
}

/** Letters without case and marks, so that "sao" finds "São". */
const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

const textOf = ({ folder, fileName, part, found }: StagedFile): string =>
  folded([folder, fileName, part, found?.metadata.title.value, found?.standIn, found?.metadata.outlet.value].join(' '))

/** The files of a listing in its order. Values that were found decide, not corrections, so that no row moves while typing. */
export function listed(files: readonly StagedFile[], { group, text, order }: Listing): StagedFile[] {
  const words = folded(text.trim()).split(/\s+/)
  const found = files.filter((file) => {
    if (!isIn(file, group)) return false
    if (text.trim() === '') return true
    const all = textOf(file)
    return words.every((word) => all.includes(word))
  })
  return order.by === 'file' ? found : sorted(found, order)
}

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true })

/** Files without a value come last in either direction. */
function sorted(files: readonly StagedFile[], { by, descending }: ListOrder): StagedFile[] {
  const textToSort = ({ found }: StagedFile): string => {
    if (by === 'title') return found ? (found.metadata.title.value ?? found.standIn) : ''
    return by === 'file' ? '' : (found?.metadata[by].value ?? '')
  }
  const keyed = files.map((file) => ({ file, value: textToSort(file) }))
  const direction = descending ? -1 : 1
  keyed.sort((a, b) => {
    if (a.value === '' || b.value === '') return Number(a.value === '') - Number(b.value === '')
    return direction * collator.compare(a.value, b.value)
  })
  return keyed.map(({ file }) => file)
}

/** The next order when a column's heading is chosen: upwards, downwards, as found. */
export function nextOrder(order: ListOrder, by: Exclude<ListOrder['by'], 'file'>): ListOrder {
  if (order.by !== by) return { by, descending: false }
  return order.descending ? { by: 'file', descending: false } : { by, descending: true }
}

/** The next file after `from` that still needs a look, going round; null where none does. `from` -1 begins at the first. */
export function nextToLookAt(files: readonly StagedFile[], changes: Changes, from: number): number | null {
  for (let step = 1; step <= files.length; step += 1) {
    const at = (from + step + files.length) % files.length
    const file = files[at]
    if (file && isIn(file, 'look') && openReasons(file, changesOf(changes, file.index)).length > 0) return at
  }
  return null
}
