import { Ban, Pencil, Undo2 } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { NamedSource } from '../../../src-main/contract/related-types'
import { act } from '../../data/act'
import { openPassage } from '../../data/session'
import { useText } from '../../i18n/i18n'
import { TextField } from '../../ui/TextField'
import { useStoreOnLeave } from './use-store-on-leave'

type Props = { articleId: number; places: readonly [NamedSource, ...NamedSource[]] }

/** A source under the name that counts, with the ways to correct it. */
export function SourceRow({ articleId, places }: Props) {
  const t = useText()
  const [first] = places
  const { found, quote, name, isEdited } = first
  const [editing, setEditing] = useState(false)
  const pencil = useRef<HTMLButtonElement>(null)
  const shown = name ?? quote
  const set = (given: { name?: string | null }) => act('source.set', { articleId, found, ...given })
  const wasEditing = useRef(false)
  useEffect(() => {
    if (wasEditing.current && !editing) pencil.current?.focus()
    wasEditing.current = editing
  }, [editing])
  const close = (): void => setEditing(false)
  if (editing) {
    return (
      <li>
        <NameForm
          quote={quote}
          name={shown}
          onCancel={close}
          onSave={async (given) => {
            if ((await set({ name: given })) !== null) close()
          }}
        />
      </li>
    )
  }
  return (
    <li>
      <div className="row">
        <button
          type="button"
          className={`link trunc ${name === null ? 'gone' : ''}`}
          title={t('related.sources.show', { name: shown })}
          onClick={() => openPassage(articleId, first.start, first.end)}
        >
          <bdi>{shown}</bdi>
        </button>
        {name === null && <span className="chip unk">{t('related.sources.notOne')}</span>}
        <span className="grow" />
        <button
          ref={pencil}
          type="button"
          className="btn s icon quiet"
          aria-label={t('related.sources.rename', { name: shown })}
          title={t('related.sources.rename', { name: shown })}
          onClick={() => setEditing(true)}
        >
          <Pencil className="s12" />
        </button>
        {isEdited ? (
          <IconButton
            label={t('related.sources.takeBack', { name: shown })}
            icon={<Undo2 className="s12" />}
            onPress={() => set({})}
          />
        ) : (
          <IconButton
            label={t('related.sources.dismiss', { name: shown })}
            icon={<Ban className="s12" />}
            onPress={() => set({ name: null })}
          />
        )}
      </div>
      <p className="sub">
        {t('related.sources.places', { count: places.length })}
        {name !== null && isEdited && (
          <>
            , <bdi>{t('related.sources.found', { quote })}</bdi>
          </>
        )}
      </p>
    </li>
  )
}

function IconButton({ label, icon, onPress }: { label: string; icon: ReactNode; onPress: () => unknown }) {
  return (
    <button type="button" className="btn s icon quiet" aria-label={label} title={label} onClick={() => void onPress()}>
      {icon}
    </button>
  )
}

type FormProps = { quote: string; name: string; onCancel: () => void; onSave: (name: string) => void }

function NameForm({ quote, name, onCancel, onSave }: FormProps) {
  const t = useText()
  const [draft, setDraft] = useState(name)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => field.current?.select(), [])
  const isReady = draft.trim() !== ''
  const leaving = useStoreOnLeave(() => isReady && draft.trim() !== name && onSave(draft.trim()))
  const cancel = (): void => {
    leaving.current = null
    onCancel()
  }
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    if (!isReady) return
    leaving.current = null
    onSave(draft.trim())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') cancel()
  }
  return (
    <form className="lib-source-form" onSubmit={onSubmit} onKeyDown={onKeyDown}>
      <TextField label={t('related.sources.field', { quote })} value={draft} inputRef={field} onChange={setDraft} />
      <div className="row">
        <button type="submit" className="btn s primary" disabled={!isReady}>
          {t('related.sources.save')}
        </button>
        <button type="button" className="btn s quiet" onClick={cancel}>
          {t('related.sources.cancel')}
        </button>
      </div>
    </form>
  )
}
