import type { LookReason, StagedFile, StagedRelation, StagedSummary } from '../../../src-main/contract/import-types'
import { contradictedFields, isDateField, type MetadataField } from '../../../src-main/domain/article'
import { parseDateInput } from '../../../src-main/domain/date-input'
import { dateInWords } from '../../i18n/dates'
import { percent, type Translate } from '../../i18n/i18n'
import { type FileChanges, openReasons } from './review'

/** What rows say, from words of the interface; without hooks, since thousands of rows scroll by. */

/** What a row is called: its file, and which part of it. */
export const nameOf = ({ fileName, part }: Pick<StagedFile, 'fileName' | 'part'>): string =>
  part === null ? fileName : `${fileName}, ${part}`

/** A found value as its field shows it: dates in words. Empty where there is none. */
export function shownValue(t: Translate, field: MetadataField, value: string | null): string {
  if (value === null) return ''
  return isDateField(field) ? dateInWords(t, value) : value
}

/** A found value as it would be typed: as it is shown, or as EDTF where that would be read as another date. */
export function typedValue(t: Translate, field: MetadataField, value: string): string {
  const shown = shownValue(t, field, value)
  return isDateField(field) && parseDateInput(shown) !== value ? value : shown
}

/** Which article shares wording, and how much. */
export const relationText = (t: Translate, { kind, of, title, share }: StagedRelation): string =>
  t(`importing.relation.${kind}.${of}`, { title, share: percent(share) })

/** Why a file needs a look, less what is settled: the reason, and for what several fields can have, which. */
export function lookTexts(t: Translate, file: StagedFile, changes: FileChanges): string[] {
  const { found } = file
  if (!found) return []
  return openReasons(file, changes).flatMap((reason) => lookText(t, reason, found, changes))
}

function lookText(t: Translate, reason: LookReason, found: StagedSummary, { edits }: FileChanges): string[] {
  const [closest] = found.relations
  if (reason === 'related') return closest ? [relationText(t, closest)] : []
  if (reason !== 'unsure' && reason !== 'conflict') return [t(`importing.look.${reason}`)]
  const fields = reason === 'unsure' ? unsureFields(found) : contradictedFields(found.metadata)
  const names = fields
    .filter((field) => edits[field] === undefined)
    .map((field) => t(`importing.fieldInText.${field}`))
    .join(', ')
  return [t(`importing.look.${reason}`, { fields: names })]
}

const unsureFields = ({ metadata }: StagedSummary): MetadataField[] =>
  (Object.keys(metadata) as MetadataField[]).filter((field) => metadata[field].confidence === 'unsure')
