import type { Article } from '../../../src-main/contract/types'
import { isDateField, type MetadataField, metadataFields } from '../../../src-main/domain/article'

/** The metadata of an article as it stands in the fields of a form. */
export type Draft = Record<MetadataField, string> & { note: string }

/** @param dateText puts a date as it is shown for editing */
export function draftOf(article: Article, dateText: (edtf: string) => string): Draft {
  const text = (field: MetadataField): string => {
    const { value } = article.metadata[field]
    return value !== null && isDateField(field) ? dateText(value) : (value ?? '')
  }
  const texts = Object.fromEntries(metadataFields.map((field) => [field, text(field)])) as Record<MetadataField, string>
  return { ...texts, note: article.note }
}

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
