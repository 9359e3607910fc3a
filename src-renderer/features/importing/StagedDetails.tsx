import type { StagedArticle } from '../../../src-main/contract/import-types'
import type { MetadataField } from '../../../src-main/domain/article'
import { languageName } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { useOrigin } from '../../i18n/origin'
import { Provenance } from '../../ui/Provenance'
import { TextField } from '../../ui/TextField'
import { type FileChanges, reviewedValue } from './review'

const fields: readonly { name: MetadataField; rows: number; source: boolean; wide: boolean }[] = [
  { name: 'title', rows: 2, source: true, wide: true },
  { name: 'subtitle', rows: 2, source: true, wide: true },
  { name: 'byline', rows: 1, source: false, wide: false },
  { name: 'language', rows: 1, source: false, wide: false },
  { name: 'url', rows: 1, source: false, wide: true },
]

type Props = {
  found: StagedArticle
  changes: FileChanges
  editable: boolean
  onEnter: (field: MetadataField, typed: string, found: string) => void
}

/** The details of a file that have no column of their own, to open and correct. */
export function StagedDetails({ found, changes, editable, onEnter }: Props) {
  const t = useText()
  const words = useOrigin()
  const byline = reviewedValue(found, changes, 'byline').value
  const language = reviewedValue(found, changes, 'language').value
  return (
    <details className="imp-details">
      <summary data-review-region>
        <b>{t('importing.details')}</b>
        <span className="t trunc">
          <bdi>{byline ?? t('importing.noByline')}</bdi>
          {', '}
          {language === null ? t('importing.languageUnknown') : languageName(language)}
        </span>
      </summary>
      <fieldset disabled={!editable} className="imp-fields">
        {fields.map(({ name, rows, source, wide }) => {
          const value = reviewedValue(found, changes, name)
          const before = found.metadata[name].value ?? ''
          return (
            <div key={name} className={wide ? 'wide' : ''}>
              <TextField
                label={t(`importing.field.${name}`)}
                value={changes.edits[name] ?? before}
                rows={rows}
                source={source}
                placeholder={t(`importing.placeholder.${name}`)}
                hint={<Provenance sourced={value} words={words(value)} />}
                onChange={(typed) => onEnter(name, typed.replace(/\n/g, ' '), before)}
              />
            </div>
          )
        })}
      </fieldset>
    </details>
  )
}
