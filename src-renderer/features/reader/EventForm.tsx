import { useEffect, useId, useLayoutEffect, useRef } from 'react'
import { parseDateInput } from '../../../src-main/domain/date-input'
import { KeyCap } from '../../commands/CommandButton'
import { act } from '../../data/act'
import { useAnswer } from '../../data/queries'
import { useOnce } from '../../data/use-once'
import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { EscapeAgain, type FormProps, useEscape } from './form-parts'
import { say, spanOf, useReader } from './use-reader'
import { write } from './writing'

/** An event from words of a text: its title and date are proposed, the text is its evidence. */
export function EventForm({ form, over, head, onClose }: FormProps) {
  const t = useText()
  const id = useId()
  const dateText = useDateText()
  const span = over && spanOf(over)
  const proposed = useAnswer('event.propose', span).data
  const { title, date } = form.words
  const titleField = useRef<HTMLInputElement>(null)
  const proposedTitle = proposed?.title
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes; not when what is typed is the same again
  useLayoutEffect(() => {
    // It comes while the first letters may be on their way: they take its place, and aren't put behind it.
    const field = titleField.current
    if (proposedTitle !== undefined && title === undefined && field === document.activeElement) field?.select()
  }, [proposedTitle])
  useEffect(() => {
    if (proposedTitle === undefined) return
    // Stored with what else is typed, where the window goes before it is saved.
    useReader.setState(({ form }) => (form?.kind === 'event' ? { form: { ...form, proposed: proposedTitle } } : {}))
  }, [proposedTitle])
  const titleShown = title ?? proposed?.title ?? ''
  const dateShown = date ?? proposed?.edtf ?? ''
  const { isAsked, onEscape } = useEscape(form.isTouched, onClose)
  const understood = dateShown.trim() === '' ? null : parseDateInput(dateShown)
  const ready = span !== null && titleShown.trim() !== '' && (dateShown.trim() === '' || understood !== null)
  const create = useOnce(async () => {
    if (!span || !ready) return
    // A date that was only proposed follows from the evidence; one that was typed is the researcher's.
    const typed = date !== undefined && understood !== proposed?.edtf
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
      {head}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void create()
        }}
        onKeyDown={(event) => {
          if (onEscape(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          event.stopPropagation()
          void create()
        }}
      >
        <label className="lbl" htmlFor={`${id}-title`}>
          {t('reader.event.name')}
        </label>
        <input
          id={`${id}-title`}
          className="field"
          ref={titleField}
          autoFocus
          data-region-focus
          dir="auto"
          value={titleShown}
          onChange={(e) => write('title', e.target.value, proposed?.title)}
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
          onChange={(e) => write('date', e.target.value, proposed?.edtf ?? '')}
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
        <EscapeAgain isAsked={isAsked} />
        <div className="acts">
          <button type="button" className="btn s" onClick={onClose}>
            {t('app.cancel')}
          </button>
          <button type="submit" className="btn s primary" disabled={!ready}>
            {t('reader.event.create')} <KeyCap chord="Enter" />
          </button>
        </div>
      </form>
    </div>
  )
}
