import { type FormEvent, useState } from 'react'
import type { MetadataField } from '../../../src-main/domain/article'
import { number, useText } from '../../i18n/i18n'
import { useTypedDate } from '../../i18n/typed-date'
import { TextField } from '../../ui/TextField'
import { enterForAll, isAddable, isTicked, tick } from './review'
import type { Review } from './use-review'

const fields = ['outlet', 'published', 'section', 'byline', 'language'] as const
type BatchField = (typeof fields)[number]
type Typed = Partial<Record<BatchField, string>>

/** Sets details of all chosen files at once. Fields that stay empty leave them as they are. */
export function BatchForm({ review }: { review: Review }) {
  const t = useText()
  const typedDate = useTypedDate()
  const [typed, setTyped] = useState<Typed>({})
  const [told, setTold] = useState('')
  const chosenIds = new Set(review.selection.selected)
  const chosen = review.rows.filter((file) => chosenIds.has(file.index))
  const files = chosen.filter(isAddable)
  const date = typedDate(typed.published ?? '')
  const entered = fields.filter((field) => (typed[field] ?? '').trim() !== '')
  const isReady = files.length > 0 && entered.length > 0 && date.understood
  const counted = { count: files.length, number: number(files.length) }
  const allTicked = files.every((file) => isTicked(file, review.changes))
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isReady) return
    review.change((c) => enterForAll(c, files, typed))
    const names = entered.map((field) => t(`importing.field.${field}`)).join(', ')
    setTold(t('importing.batch.done', { ...counted, fields: names }))
    setTyped({})
  }
  const hintOf = (field: MetadataField) => (field === 'published' && typed.published ? date.message : undefined)
  return (
    <section className="imp-panel" aria-label={t('importing.batch.region')}>
      <header>
        <h2>{t('importing.batch.title', { count: chosen.length, number: number(chosen.length) })}</h2>
        <p className="t">
          {files.length === chosen.length ? t('importing.batch.line') : t('importing.batch.some', counted)}
        </p>
      </header>
      <form className="imp-batch" onSubmit={onSubmit}>
        {fields.map((field) => (
          <TextField
            key={field}
            label={t(`importing.field.${field}`)}
            value={typed[field] ?? ''}
            placeholder={t('importing.batch.unchanged')}
            hint={hintOf(field)}
            error={field === 'published' && !date.understood ? date.message : null}
            onChange={(value) => setTyped((now) => ({ ...now, [field]: value }))}
          />
        ))}
        <div className="acts">
          <button type="submit" className="btn primary" disabled={!isReady}>
            {t('importing.batch.set', counted)}
          </button>
          <button
            type="button"
            className="btn"
            disabled={files.length === 0}
            onClick={() =>
              review.change((c) =>
                tick(
                  c,
                  files.map((file) => file.index),
                  !allTicked,
                ),
              )
            }
          >
            {t(allTicked ? 'importing.batch.leave' : 'importing.batch.take', counted)}
          </button>
        </div>
        <p className="t" aria-live="polite">
          {told}
        </p>
      </form>
    </section>
  )
}
