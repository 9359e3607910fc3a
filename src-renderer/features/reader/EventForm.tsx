import { useId, useState } from 'react'
import { parseDateInput } from '../../../src-main/domain/date-input'
import { act } from '../../data/act'
import { useAnswer } from '../../data/queries'
import { useOnce } from '../../data/use-once'
import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { say, spanOf, useReader } from './use-reader'

/** An event from the text in hand: its title and date are proposed, the text is its evidence. */
export function EventForm({ onClose }: { onClose: () => void }) {
  const t = useText()
  const id = useId()
  const dateText = useDateText()
  const inHand = useReader((s) => s.inHand)
  const span = inHand && spanOf(inHand)
  const proposed = useAnswer('event.propose', span).data
  const [title, setTitle] = useState<string | null>(null)
  const [date, setDate] = useState<string | null>(null)
  const titleShown = title ?? proposed?.title ?? ''
  const dateShown = date ?? proposed?.edtf ?? ''
  const understood = dateShown.trim() === '' ? null : parseDateInput(dateShown)
  const ready = titleShown.trim() !== '' && (dateShown.trim() === '' || understood !== null)
  const create = useOnce(async () => {
    if (!span || !ready) return
    // A date that was only proposed follows from the evidence; one that was typed is the researcher's.
    const typed = date !== null && understood !== proposed?.edtf
    const made = await act('event.create', {
      title: titleShown.trim(),
      ...(typed ? { date: understood } : {}),
      evidence: [span],
    })
    if (!made) return
    say(t('reader.event.created', { title: made.title }))
    onClose()
  })
  return (
    <div className="picker wide" role="dialog" aria-label={t('reader.event.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      >
        <label className="lbl" htmlFor={`${id}-title`}>
          {t('reader.event.name')}
        </label>
        <input
          id={`${id}-title`}
          className="field"
          autoFocus
          dir="auto"
          value={titleShown}
          onChange={(e) => setTitle(e.target.value)}
        />
        <label className="lbl" htmlFor={`${id}-date`}>
          {t('reader.event.date')}
        </label>
        <input
          id={`${id}-date`}
          className="field mono"
          placeholder={t('reader.event.hint')}
          value={dateShown}
          aria-invalid={dateShown.trim() !== '' && understood === null}
          onChange={(e) => setDate(e.target.value)}
        />
        {dateShown.trim() !== '' && (
          <p className={understood === null ? 'field-error' : 'sub'}>
            {understood === null
              ? t('reader.event.notUnderstood')
              : t('reader.event.understood', { edtf: understood, words: dateText(understood) })}
          </p>
        )}
        {proposed && proposed.asserted !== '' && (
          <p className="sub">{t('reader.event.asserted', { text: proposed.asserted })}</p>
        )}
        <div className="acts">
          <button type="button" className="btn s" onClick={onClose}>
            {t('app.cancel')}
          </button>
          <button type="submit" className="btn s primary" disabled={!ready}>
            {t('reader.event.create')}
          </button>
        </div>
      </form>
    </div>
  )
}
