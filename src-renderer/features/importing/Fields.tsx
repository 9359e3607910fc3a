import { Check, Quote } from 'lucide-react'
import type { MetadataField } from '../../../src-main/domain/article'
import type { OtherValue } from '../../../src-main/domain/origin'
import { useText } from '../../i18n/i18n'
import { originText, useOrigin } from '../../i18n/origin'
import { useTypedDate } from '../../i18n/typed-date'
import { Provenance } from '../../ui/Provenance'
import { TextField } from '../../ui/TextField'
import { doubtfulFields, type FileChanges, otherValues, type ReadyFile, reviewedValue } from './review'
import { shownValue, typedValue } from './row-words'

const fields: readonly { name: MetadataField; rows: number; source: boolean; wide: boolean }[] = [
  { name: 'title', rows: 2, source: true, wide: true },
  { name: 'subtitle', rows: 2, source: true, wide: true },
  { name: 'byline', rows: 1, source: false, wide: true },
  { name: 'outlet', rows: 1, source: false, wide: false },
  { name: 'section', rows: 1, source: false, wide: false },
  { name: 'published', rows: 1, source: false, wide: false },
  { name: 'updated', rows: 1, source: false, wide: false },
  { name: 'language', rows: 1, source: false, wide: true },
  { name: 'url', rows: 1, source: false, wide: true },
]

type Props = {
  file: ReadyFile
  changes: FileChanges
  onEnter: (field: MetadataField, typed: string, found: string) => void
  /** The shown value is the right one. */
  onKeep: (field: MetadataField) => void
}

/** All details of a file, to correct; under each what else the file says for it, where it may be doubted. */
export function Fields({ file, changes, onEnter, onKeep }: Props) {
  const t = useText()
  const words = useOrigin()
  const typedDate = useTypedDate()
  const { found } = file
  const doubtful = doubtfulFields(file, changes)
  return (
    <div className="imp-fields">
      {fields.map(({ name, rows, source, wide }) => {
        const value = reviewedValue(found, changes, name)
        const before = shownValue(t, name, found.metadata[name].value)
        const shown = changes.edits[name] ?? before
        const isDate = name === 'published' || name === 'updated'
        const date = isDate && changes.edits[name] !== undefined ? typedDate(shown) : null
        const origin = date?.edtf ? { ...words(value), origin: date.edtf } : words(value)
        return (
          <div key={name} className={wide ? 'wide' : ''}>
            <TextField
              label={t(`importing.field.${name}`)}
              value={shown}
              rows={rows}
              source={source}
              placeholder={t(`importing.placeholder.${name}`)}
              hint={<Provenance sourced={value} words={origin} />}
              error={date && !date.understood ? t('importing.dateProblem') : null}
              onChange={(typed) => onEnter(name, typed.replace(/\n/g, ' '), before)}
            />
            {doubtful.includes(name) && (
              <button
                type="button"
                className="btn s imp-keep"
                title={t('importing.keepValueOf', { field: t(`importing.field.${name}`) })}
                onClick={(event) => {
                  focusField(event.currentTarget)
                  onKeep(name)
                }}
              >
                <Check className="s12" />
                {t('importing.keepValue')}
                <span className="vh"> {t(`importing.field.${name}`)}</span>
              </button>
            )}
            <Others
              name={name}
              others={otherValues(found, changes, name)}
              onTake={(other) => onEnter(name, typedValue(t, name, other.value), before)}
            />
          </div>
        )
      })}
    </div>
  )
}

/** The button goes with the doubt: what it settled keeps the focus. */
const focusField = (button: Element): void =>
  button.closest('.imp-fields > div')?.querySelector<HTMLElement>('input, textarea')?.focus()

type OthersProps = { name: MetadataField; others: readonly OtherValue[]; onTake: (other: OtherValue) => void }

/** Different values for a field, each with its place in the file. */
function Others({ name, others, onTake }: OthersProps) {
  const t = useText()
  if (others.length === 0) return null
  return (
    <ul className="imp-others" aria-label={t('importing.others', { field: t(`importing.field.${name}`) })}>
      {others.map((other) => {
        const shown = shownValue(t, name, other.value)
        const place = originText(t, { ...other, origin: 'file' })
        return (
          <li key={other.value}>
            <button
              type="button"
              title={other.evidence.quote || place}
              onClick={(event) => {
                focusField(event.currentTarget)
                onTake(other)
              }}
            >
              <span className="vh">{t('importing.take')} </span>
              <bdi className="trunc">{shown}</bdi>
              <span className="sub trunc">
                <Quote className="s12" aria-hidden />
                <span>
                  <bdi>{place}</bdi>, {t(`origin.confidence.${other.confidence}`)}
                </span>
              </span>
              <span className="take" aria-hidden>
                {t('importing.take')}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
