import type { MetadataField } from '../../../src-main/domain/article'
import { parseDateInput } from '../../../src-main/domain/date-input'
import type { Translate } from '../../i18n/i18n'
import { originText } from '../../i18n/origin'
import { Provenance } from '../../ui/Provenance'
import { TextField } from '../../ui/TextField'
import { type FileChanges, type ReadyFile, reviewedValue } from './review'
import { nameOf, shownValue } from './row-words'

type Props = {
  t: Translate
  file: ReadyFile
  field: 'outlet' | 'published'
  cursor: boolean
  changes: FileChanges
  onEnter: (index: number, field: MetadataField, typed: string, found: string) => void
}

/** Outlet or publication date of a row: a field where the cursor is, its text elsewhere. */
export function FieldCell({ t, file, field, cursor, changes, onEnter }: Props) {
  const sourced = reviewedValue(file.found, changes, field)
  const before = shownValue(t, field, file.found.metadata[field].value)
  const shown = changes.edits[field] ?? before
  const edtf = field === 'published' && changes.edits.published !== undefined ? parseDateInput(shown) : null
  const isProblem = field === 'published' && shown.trim() !== '' && changes.edits.published !== undefined && !edtf
  const origin = edtf ?? originText(t, sourced)
  const line = (
    <Provenance sourced={sourced} words={{ origin, confidence: t(`origin.confidence.${sourced.confidence}`) }} />
  )
  const placeholder = t(field === 'outlet' ? 'cite.outletUnknown' : 'date.undated')
  const problem = isProblem ? t('importing.dateProblem') : null
  if (cursor) {
    return (
      <td className={`c-${field}`} data-field={field}>
        <TextField
          label={t(`importing.${field}Of`, { name: nameOf(file) })}
          labelHidden
          className={sourced.value === null ? 'unknown' : ''}
          value={shown}
          placeholder={placeholder}
          hint={line}
          error={problem}
          onChange={(typed) => onEnter(file.index, field, typed, before)}
        />
      </td>
    )
  }
  return (
    <td className={`c-${field}`} data-field={field}>
      <div className={`imp-value trunc ${sourced.value === null ? 'unknown' : ''} ${isProblem ? 'wrong' : ''}`}>
        <bdi>{shown.trim() === '' ? placeholder : shown}</bdi>
      </div>
      {problem ? <div className="field-error">{problem}</div> : line}
    </td>
  )
}
