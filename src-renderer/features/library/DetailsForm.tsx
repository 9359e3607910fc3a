import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Article } from '../../../src-main/contract/types'
import { isDateField, type MetadataField } from '../../../src-main/domain/article'
import { act } from '../../data/act'
import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { useOrigin } from '../../i18n/origin'
import { useTypedDate } from '../../i18n/typed-date'
import { Provenance } from '../../ui/Provenance'
import { TextField } from '../../ui/TextField'
import { changesOf, type Draft, draftOf } from './edits'
import { FormButtons } from './FormButtons'
import { useStoreOnLeave } from './use-store-on-leave'

const fields: readonly { name: MetadataField; rows: number; source: boolean }[] = [
  { name: 'title', rows: 3, source: true },
  { name: 'subtitle', rows: 3, source: true },
  { name: 'outlet', rows: 1, source: false },
  { name: 'section', rows: 1, source: false },
  { name: 'published', rows: 1, source: false },
  { name: 'updated', rows: 1, source: false },
  { name: 'byline', rows: 1, source: false },
  { name: 'language', rows: 1, source: false },
  { name: 'url', rows: 1, source: false },
]

/** Corrects what import found. Only what was changed is stored, as entered by hand. */
export function DetailsForm({ article, onClose }: { article: Article; onClose: () => void }) {
  const t = useText()
  const words = useOrigin()
  const dateText = useDateText()
  const typedDate = useTypedDate()
  const [before] = useState(() => draftOf(article, dateText))
  const [draft, setDraft] = useState<Draft>(before)
  const first = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])
  const dates = { published: typedDate(draft.published), updated: typedDate(draft.updated) }
  const understood = dates.published.understood && dates.updated.understood
  const store = async (after = draft): Promise<boolean> => {
    const edits = changesOf(before, after)
    return Object.keys(edits).length === 0 || (await act('article.set', { ids: [article.id], edits })) !== null
  }
  // A date that says nothing yet stays as it was, and takes nothing else along.
  const leaving = useStoreOnLeave(() =>
    store({
      ...draft,
      ...(dates.published.understood ? {} : { published: before.published }),
      ...(dates.updated.understood ? {} : { updated: before.updated }),
    }),
  )
  const close = (): void => {
    leaving.current = null
    onClose()
  }
  const save = async (): Promise<void> => {
    if (understood && (await store())) close()
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    void save()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
  }
  const hintOf = (name: MetadataField) => {
    if (isDateField(name)) return dates[name].message
    const changed = draft[name].trim() !== before[name].trim()
    return changed ? (
      t('origin.researcher')
    ) : (
      <Provenance sourced={article.metadata[name]} words={words(article.metadata[name])} />
    )
  }
  return (
    <form className="lib-form" onSubmit={onSubmit} onKeyDown={onKeyDown} aria-label={t('library.details.edit')}>
      {fields.map(({ name, rows, source }, i) => (
        <TextField
          key={name}
          label={t(`library.field.${name}`)}
          value={draft[name]}
          rows={rows}
          source={source}
          {...(i === 0 ? { inputRef: first } : {})}
          placeholder={t(`library.placeholder.${name}`)}
          hint={hintOf(name)}
          error={isDateField(name) && !dates[name].understood ? dates[name].message : null}
          onChange={(value) => setDraft({ ...draft, [name]: rows > 1 ? value.replace(/\n/g, ' ') : value })}
        />
      ))}
      <TextField
        label={t('library.details.note')}
        value={draft.note}
        rows={3}
        onChange={(note) => setDraft({ ...draft, note })}
      />
      <FormButtons disabled={!understood} onCancel={close} />
    </form>
  )
}
