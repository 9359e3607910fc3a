import { diffArrays, diffWordsWithSpace } from 'diff'
import type { MetadataChange, TextChange, TextPart } from '../contract/original-types'
import { type ArticleMetadata, type ExtractedBlock, isNumbered, metadataFields } from '../domain/article'
import type { Sourced } from '../domain/origin'

/**
 * Paragraphs that differ in more words and spaces are shown whole on both sides: they are another text rather than the
 * same one reworded, and finding the fewest changes takes time that grows with the square of their number.
 */
const mostEdits = 400

/** A stored block: those without a number that are shown were restored by hand. */
type StoredBlock = ExtractedBlock & { number: number | null; ruleId: number | null }

/**
 * Blocks read anew with what the researcher decided about blocks of the same text: hidden by hand or by a rule, or
 * restored.
 */
export function withDecisions(
  fresh: readonly ExtractedBlock[],
  stored: readonly StoredBlock[],
): (ExtractedBlock & { ruleId: number | null })[] {
  const decided = new Map(
    stored.flatMap((block) => {
      const isHidden = block.hidden && (block.reason === 'researcher' || block.reason === 'rule')
      const isRestored =
        !block.hidden && block.number === null && (isNumbered(block.kind) || block.kind === 'boilerplate')
      return isHidden || isRestored ? [[block.text, block]] : []
    }),
  )
  return fresh.map((block) => {
    const decision = decided.get(block.text)
    return decision && decision.hidden !== block.hidden
      ? { ...block, hidden: decision.hidden, reason: decision.hidden ? decision.reason : null, ruleId: decision.ruleId }
      : { ...block, ruleId: null }
  })
}

/** @returns what differs, with runs of equal paragraphs counted; empty where all are equal */
export function textChanges(before: readonly ExtractedBlock[], after: readonly ExtractedBlock[]): TextChange[] {
  const changes: TextChange[] = []
  let oldAt = 0
  let newAt = 0
  const runs = diffArrays(
    before.map((block) => block.text),
    after.map((block) => block.text),
  )
  for (const [index, run] of runs.entries()) {
    const next = runs[index + 1]
    if (run.removed) {
      const gone = before.slice(oldAt, oldAt + run.count)
      oldAt += run.count
      const come = next?.added ? after.slice(newAt, newAt + next.count) : []
      changes.push(...replaced(gone, come))
    } else if (run.added) {
      const come = after.slice(newAt, newAt + run.count)
      newAt += run.count
      if (!runs[index - 1]?.removed) changes.push(...replaced([], come))
    } else {
      changes.push(...kept(before.slice(oldAt, oldAt + run.count), after.slice(newAt, newAt + run.count)))
      oldAt += run.count
      newAt += run.count
    }
  }
  return changes.some((change) => change.kind !== 'same') ? changes : []
}

/** Paragraphs of the same text; only whether they are shown may differ. */
function kept(before: readonly ExtractedBlock[], after: readonly ExtractedBlock[]): TextChange[] {
  const changes: TextChange[] = []
  for (const [index, block] of after.entries()) {
    const last = changes.at(-1)
    if (before[index]?.hidden !== block.hidden) {
      changes.push({ kind: 'visibility', text: block.text, hidden: block.hidden, reason: block.reason })
    } else if (last?.kind === 'same') last.count += 1
    else changes.push({ kind: 'same', count: 1 })
  }
  return changes
}

/** As many paragraphs for as many others are the same ones reworded; others went or came. */
function replaced(gone: readonly ExtractedBlock[], come: readonly ExtractedBlock[]): TextChange[] {
  if (gone.length === come.length) return gone.map((block, index) => reworded(block, come[index] ?? block))
  return [
    ...gone.map(({ text, hidden }): TextChange => ({ kind: 'removed', text, hidden })),
    ...come.map(({ text, hidden }): TextChange => ({ kind: 'added', text, hidden })),
  ]
}

function reworded(before: ExtractedBlock, after: ExtractedBlock): TextChange {
  const parts = diffWordsWithSpace(before.text, after.text, { maxEditLength: mostEdits }) ?? [
    { value: before.text, removed: true, added: false },
    { value: after.text, removed: false, added: true },
  ]
  const side = (other: 'added' | 'removed'): TextPart[] =>
    parts.flatMap((part) => (part[other] ? [] : [{ text: part.value, changed: Boolean(part.added || part.removed) }]))
  return { kind: 'changed', before: side('added'), after: side('removed') }
}

/**
 * Fields that a new reading gives another value. What the researcher entered stands, and so does what came with the file
 * from an archive or a bibliography, which goes before what the text says: a value that the new reading lacks is no change.
 */
export const metadataChanges = (before: ArticleMetadata, after: ArticleMetadata): MetadataChange[] =>
  metadataFields.flatMap((field) => {
    const [old, fresh] = [before[field], after[field]]
    const isChange = fresh.value !== null && fresh.value !== old.value && old.origin !== 'researcher'
    return isChange && !cameWithFile(old, fresh) ? [{ field, before: old, after: fresh }] : []
  })

const cameWithFile = (old: Sourced, fresh: Sourced): boolean =>
  old.evidence?.kind === 'record' && old.confidence === 'certain' && fresh.evidence?.kind !== 'record'
