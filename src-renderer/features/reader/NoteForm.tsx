import { type KeyboardEvent, useState } from 'react'
import type { ArticleText } from '../../../src-main/contract/types'
import { KeyCap } from '../../commands/CommandButton'
import { act } from '../../data/act'
import { useOnce } from '../../data/use-once'
import { useText } from '../../i18n/i18n'
import { passageInHand } from './use-passage-commands'
import { useReader } from './use-reader'

/** A note on the passage in hand; Ctrl+Enter saves. */
export function NoteForm({ text, onClose }: { text: ArticleText; onClose: () => void }) {
  const t = useText()
  const passageId = useReader((s) => s.inHand?.passageId ?? null)
  const before = text.passages.find((p) => p.id === passageId)?.note ?? ''
  const [note, setNote] = useState(before)
  const save = useOnce(async () => {
    const id = await passageInHand()
    if (id !== null && (await act('passage.set', { id, note }))) onClose()
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') onClose()
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="picker wide" role="dialog" aria-label={t('reader.note.title')}>
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
          rows={3}
          dir="auto"
          aria-label={t('reader.note.title')}
          placeholder={t('reader.note.placeholder')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <div className="acts">
          <button type="button" className="btn s" onClick={onClose}>
            {t('app.cancel')}
          </button>
          <button type="submit" className="btn s primary">
            {t('reader.note.save')} <KeyCap chord="Ctrl+Enter" />
          </button>
        </div>
      </form>
    </div>
  )
}
