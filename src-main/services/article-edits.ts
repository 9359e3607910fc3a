import type { Input } from '../contract/methods'
import { type ArticleMetadata, type ArticleStatus, isDateField, metadataFields } from '../domain/article'
import { parseDateInput } from '../domain/date-input'
import { ExpectedError } from '../domain/error'
import { isInDoubt, type Sourced, unknownValue, withOthers } from '../domain/origin'

export type ArticleEdits = Input<'article.set'>['edits']

/** What a researcher may correct of an article. */
export type Editable = { metadata: ArticleMetadata; status: ArticleStatus; note: string }

const entered = (value: string): Sourced => ({
  value,
  origin: 'researcher',
  confidence: 'entered',
  evidence: { kind: 'researcher', at: '', quote: '' },
})

/**
 * Corrects an article. Values that stay the same keep their origin, unless they were in doubt: entering what is there
 * confirms it. Empty ones become unknown, and what was found in the file is kept beside what was entered. Dates are read as a person types them.
 * @throws `date/not-understood`
 */
export function edited(article: Editable, edits: ArticleEdits): Editable {
  const metadata = { ...article.metadata }
  for (const field of metadataFields) {
    const typed = edits[field]
    if (typed === undefined) continue
    const value = isDateField(field) ? typedDate(typed) : typed?.trim() || null
    const before = metadata[field]
    if (value === before.value && !isInDoubt(before)) continue
    metadata[field] = value === null ? unknownValue : withOthers([entered(value), before])
  }
  return { metadata, status: edits.status ?? article.status, note: edits.note ?? article.note }
}

function typedDate(typed: string | null): string | null {
  if (typed === null || typed.trim() === '') return null
  const edtf = parseDateInput(typed)
  if (edtf === null) throw new ExpectedError('date/not-understood', { text: typed })
  return edtf
}
