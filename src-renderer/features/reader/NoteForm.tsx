import type { KeyboardEvent } from 'react'
import { KeyCap } from '../../commands/CommandButton'
import { act } from '../../data/act'
import { useOnce } from '../../data/use-once'
import { useText } from '../../i18n/i18n'
import { EscapeAgain, type FormProps, useEscape } from './form-parts'
import { passageOf, write } from './writing'

/** A note on a passage; Ctrl+Enter saves. */
export function NoteForm({ form, text, over, head, onClose }: FormProps) {
  const t = useText()
  // Other words that were selected since, as those it was begun on are gone, may have a note: this one is added to it.
  const isOwn = over !== null && over.passageId === form.over.passageId
  const before = (isOwn && text?.passages.find((p) => p.id === over.passageId)?.note) || ''
  const note = form.words.note ?? before
  const { isAsked, onEscape } = useEscape(form.isTouched, onClose)
  const save = useOnce(async () => {
    if (!over) return
    const stored =
      isOwn && over.passageId !== null ? act('passage.set', { id: over.passageId, note }) : passageOf(over, note)
    if ((await stored) !== null) onClose()
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (onEscape(event) || event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    event.stopPropagation()
    void save()
  }
  return (
    <div className="picker wide" role="dialog" aria-label={t('reader.note.title')}>
      {head}
      <form
        onKeyDown={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <textarea
          className="field"
          autoFocus
          data-region-focus
          rows={3}
          dir="auto"
          aria-label={t('reader.note.title')}
          placeholder={t('reader.note.placeholder')}
          value={note}
          onChange={(event) => write('note', event.target.value, before)}
        />
        <EscapeAgain isAsked={isAsked} />
        <div className="acts">
          <button type="button" className="btn s" onClick={onClose}>
            {t('app.cancel')}
          </button>
          <button type="submit" className="btn s primary" disabled={over === null}>
            {t('reader.note.save')} <KeyCap chord="Ctrl+Enter" />
          </button>
        </div>
      </form>
    </div>
  )
}
