import type { Article } from '../../../src-main/contract/types'
import { type MetadataField, metadataFields } from '../../../src-main/domain/article'

/** The metadata of an article as it stands in the fields of a form. */
export type Draft = Record<MetadataField, string> & { note: string }

/** @param published the publication date as it is shown for editing */
export const draftOf = (article: Article, published: string): Draft => ({
  ...(Object.fromEntries(metadataFields.map((field) => [field, article.metadata[field].value ?? ''])) as Record<
    MetadataField,
    string
  >),
  published,
  note: article.note,
})

/** The fields that a form changed; an emptied one becomes unknown (null). */
export function changesOf(
  before: Draft,
  after: Draft,
): Partial<Record<MetadataField, string | null>> & { note?: string } {
  const changed = metadataFields.filter((field) => after[field].trim() !== before[field].trim())
  return {
    ...Object.fromEntries(changed.map((field) => [field, after[field].trim() || null])),
    ...(after.note !== before.note ? { note: after.note } : {}),
  }
}
