import { type FormEvent, useEffect, useRef, useState } from 'react'
import { act } from '../../data/act'
import { useText } from '../../i18n/i18n'
import { useTypedDate } from '../../i18n/typed-date'
import { TextField } from '../../ui/TextField'
import { FormButtons } from './FormButtons'

/** Sets outlet and publication date of several articles in one step. Fields left empty stay as they are. */
export function BatchForm({ articleIds, onClose }: { articleIds: readonly number[]; onClose: () => void }) {
  const t = useText()
  const typedDate = useTypedDate()
  const [outlet, setOutlet] = useState('')
  const [published, setPublished] = useState('')
  const first = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => first.current?.focus(), [])
  const date = typedDate(published)
  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    const edits = {
      ...(outlet.trim() === '' ? {} : { outlet: outlet.trim() }),
      ...(date.edtf === null ? {} : { published: date.edtf }),
    }
    const stored = Object.keys(edits).length === 0 || (await act('article.set', { ids: [...articleIds], edits }))
    if (stored) onClose()
  }
  return (
    <form
      className="lib-form"
      aria-label={t('library.details.edit')}
      onSubmit={(event) => void onSubmit(event)}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <TextField
        label={t('library.field.outlet')}
        value={outlet}
        inputRef={first}
        placeholder={t('library.batch.unchanged')}
        onChange={setOutlet}
      />
      <TextField
        label={t('library.field.published')}
        value={published}
        placeholder={t('library.batch.unchanged')}
        hint={published.trim() === '' ? undefined : date.message}
        error={date.understood ? null : date.message}
        onChange={setPublished}
      />
      <FormButtons disabled={!date.understood} onCancel={onClose} />
    </form>
  )
}
