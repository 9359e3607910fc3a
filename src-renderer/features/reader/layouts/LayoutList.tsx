import { Pencil, Trash2 } from 'lucide-react'
import { type FormEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Layout } from '../../../../src-main/contract/reading-types'
import { act } from '../../../data/act'
import { ask, CallFailed } from '../../../data/client'
import { useText } from '../../../i18n/i18n'
import { Sheet } from '../../../ui/Sheet'
import { TextField } from '../../../ui/TextField'
import { useSelectedField } from './use-selected-field'

type Props = {
  layouts: readonly Layout[]
  onOpen: (layout: Layout) => void
  /** Keeps the panes that are open; null where there are none. */
  onKeep: (() => void) | null
  onClose: () => void
}

/** All layouts: Enter opens one, F2 renames it, Delete deletes it, the arrow keys lead on. */
export function LayoutList({ layouts, onOpen, onKeep, onClose }: Props) {
  const t = useText()
  const list = useRef<HTMLUListElement>(null)
  const keep = useRef<HTMLButtonElement>(null)
  const [renaming, setRenaming] = useState<number | null>(null)
  const isEmpty = layouts.length === 0
  useLayoutEffect(() => {
    if (!isEmpty) return
    if (keep.current?.disabled === false) keep.current.focus()
    else keep.current?.closest<HTMLElement>('[role=dialog]')?.focus()
  }, [isEmpty])
  const focusAt = (index: number): void => {
    const names = list.current?.querySelectorAll<HTMLElement>('[data-name]') ?? []
    names[Math.max(0, Math.min(names.length - 1, index))]?.focus()
  }
  const remove = async (layout: Layout, index: number): Promise<void> => {
    focusAt(index === layouts.length - 1 ? index - 1 : index + 1)
    await act('layout.delete', { id: layout.id })
  }
  const onKeyDown = (event: KeyboardEvent, layout: Layout, index: number): void => {
    if (event.key === 'F2') setRenaming(layout.id)
    else if (event.key === 'Delete') void remove(layout, index)
    else if (event.key === 'ArrowDown') focusAt(index + 1)
    else if (event.key === 'ArrowUp') focusAt(index - 1)
    else return
    event.preventDefault()
  }
  // With what is drawn, not a frame later: by then the next key may have led elsewhere.
  const endRename = (index: number): void => {
    flushSync(() => setRenaming(null))
    focusAt(index)
  }
  return (
    <Sheet
      title={t('layouts.title')}
      line={t('layouts.line')}
      closeLabel={t('app.close')}
      onClose={onClose}
      width={520}
      footer={
        <button type="button" className="btn" ref={keep} disabled={onKeep === null} onClick={() => onKeep?.()}>
          {t('layouts.save')}
        </button>
      }
    >
      {isEmpty && <p className="q layout-none">{t('layouts.none')}</p>}
      <ul className="layout-list" ref={list}>
        {layouts.map((layout, index) => (
          <li key={layout.id}>
            {renaming === layout.id ? (
              <Rename layout={layout} onDone={() => endRename(index)} />
            ) : (
              <>
                <button
                  type="button"
                  className="name"
                  data-name
                  autoFocus={index === 0}
                  onClick={() => onOpen(layout)}
                  onKeyDown={(event) => onKeyDown(event, layout, index)}
                >
                  <bdi className="trunc">{layout.name}</bdi>
                  <span className="count">{t('layouts.panes', { count: layout.panes.length })}</span>
                </button>
                <button
                  type="button"
                  className="btn s icon quiet"
                  aria-label={t('layouts.renameOne', { name: layout.name })}
                  title={t('layouts.rename')}
                  onClick={() => setRenaming(layout.id)}
                >
                  <Pencil className="s14" />
                </button>
                <button
                  type="button"
                  className="btn s icon quiet"
                  aria-label={t('layouts.deleteOne', { name: layout.name })}
                  title={t('layouts.delete')}
                  onClick={() => void remove(layout, index)}
                >
                  <Trash2 className="s14" />
                </button>
              </>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}

/** The name as a field: Enter keeps it, Escape leaves it. */
function Rename({ layout, onDone }: { layout: Layout; onDone: () => void }) {
  const t = useText()
  const [name, setName] = useState(layout.name)
  const field = useSelectedField()
  const [failed, setFailed] = useState<CallFailed | null>(null)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return
    try {
      await ask('layout.rename', { id: layout.id, name: name.trim() })
      onDone()
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error
      setFailed(error)
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    onDone()
  }
  return (
    <form className="rename" onSubmit={(event) => void save(event)} onKeyDown={onKeyDown}>
      <TextField
        label={t('layouts.name')}
        labelHidden
        value={name}
        onChange={(value) => {
          setName(value)
          setFailed(null)
        }}
        error={failed && t(`error.${failed.code}`, failed.params)}
        inputRef={field}
      />
      <button type="submit" className="btn" disabled={name.trim() === ''}>
        {t('layouts.rename')}
      </button>
      <button type="button" className="btn" onClick={onDone}>
        {t('app.cancel')}
      </button>
    </form>
  )
}
