import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { Popover } from 'react-aria-components'
import type { EventRow } from '../../../../src-main/contract/timeline-types'
import { parseDateInput } from '../../../../src-main/domain/date-input'
import { act } from '../../../data/act'
import { useText } from '../../../i18n/i18n'
import type { EditableColumn } from '../columns'
import { type Choice, Combo, matchingChoices } from '../fields/Combo'
import { Tokens } from '../fields/Tokens'
import { Understood } from '../Understood'
import { type Names, tagsOn } from '../use-names'

/** How editing a cell ended: in place, towards the next or previous cell, or since something else took the keyboard. */
export type Ending = 'stay' | 'next' | 'previous' | 'left'

type Props = { event: EventRow; names: Names; label: string; onEnd: (ending: Ending) => void }

/** The field that takes a cell's place while it is edited. Enter, Tab and leaving it save, Escape doesn't. */
export function CellEditor({ column, ...props }: Props & { column: EditableColumn }) {
  if (column === 'event') return <TitleCell {...props} />
  if (column === 'resolved') return <DateCell {...props} />
  if (column === 'place') return <PlaceCell {...props} />
  if (column === 'actors') return <ActorsCell {...props} />
  return <TagsCell {...props} />
}

type FrameProps = {
  /** Stores what was entered; false where it can't be, and editing goes on. */
  save: () => boolean
  onEnd: (ending: Ending) => void
  children: (end: () => void, onKeyDown: (event: KeyboardEvent) => void) => ReactNode
}

/** Ends editing once, by key or by leaving. */
function Frame({ save, onEnd, children }: FrameProps) {
  const ended = useRef(false)
  const end = (ending: Ending, keep: boolean): void => {
    if (ended.current || (keep && !save() && ending !== 'left')) return
    ended.current = true
    onEnd(ending)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') end('stay', true)
    else if (event.key === 'Escape') end('stay', false)
    else if (event.key === 'Tab') end(event.shiftKey ? 'previous' : 'next', true)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <fieldset
      className="cell-editor"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) end('left', true)
      }}
    >
      {children(() => end('stay', true), onKeyDown)}
    </fieldset>
  )
}

function TitleCell({ event, label, onEnd }: Props) {
  const [typed, setTyped] = useState(event.title)
  const save = (): boolean => {
    const title = typed.trim()
    if (title === '') return false
    if (title !== event.title) void act('event.set', { id: event.id, title })
    return true
  }
  return (
    <Frame save={save} onEnd={onEnd}>
      {(_, onKeyDown) => (
        <input
          className="field"
          autoFocus
          aria-label={label}
          aria-invalid={typed.trim() === ''}
          dir="auto"
          value={typed}
          onFocus={(e) => e.target.select()}
          onChange={(e) => setTyped(e.target.value)}
          onKeyDown={onKeyDown}
        />
      )}
    </Frame>
  )
}

function DateCell({ event, label, onEnd }: Props) {
  const t = useText()
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(event.edtf ?? '')
  const understood = typed.trim() === '' ? null : parseDateInput(typed)
  const save = (): boolean => {
    if (typed.trim() !== '' && understood === null) return false
    if (understood !== event.edtf) void act('event.set', { id: event.id, date: understood })
    return true
  }
  return (
    <Frame save={save} onEnd={onEnd}>
      {(_, onKeyDown) => (
        <>
          <input
            ref={field}
            className="field mono"
            autoFocus
            aria-label={label}
            aria-invalid={typed.trim() !== '' && understood === null}
            placeholder={t('timeline.create.dateHint')}
            value={typed}
            onFocus={(e) => e.target.select()}
            onChange={(e) => setTyped(e.target.value)}
            onKeyDown={onKeyDown}
          />
          <Popover className="menu cell-note" triggerRef={field} isOpen isNonModal placement="bottom start">
            {typed.trim() === '' ? (
              <p className="sub">{t('timeline.field.dateEmpty')}</p>
            ) : (
              <Understood edtf={understood} />
            )}
          </Popover>
        </>
      )}
    </Frame>
  )
}

function PlaceCell({ event, names, label, onEnd }: Props) {
  const [typed, setTyped] = useState(event.place)
  const picked = useRef<string | null>(null)
  const save = (): boolean => {
    const place = (picked.current ?? typed).trim()
    if (place !== event.place) void act('event.set', { id: event.id, place })
    return true
  }
  return (
    <Frame save={save} onEnd={onEnd}>
      {(end, onKeyDown) => (
        <Combo
          label={label}
          value={typed}
          onType={setTyped}
          choices={matchingChoices(names.places, typed)}
          onPick={({ name }) => {
            picked.current = name
            end()
          }}
          onEnter={end}
          onKeyDown={onKeyDown}
          autoFocus
        />
      )}
    </Frame>
  )
}

/** A list as it is being edited: at once in `current`, which saving reads, and on the screen with the next render. */
function useDraft<T>(initial: readonly T[]) {
  const [shown, setShown] = useState(initial)
  const current = useRef(initial)
  const set = (next: readonly T[]): void => {
    current.current = next
    setShown(next)
  }
  return { shown, current, set }
}

function ActorsCell({ event, names, label, onEnd }: Props) {
  const { shown, current, set } = useDraft(event.actors)
  const save = (): boolean => {
    const actors = [...current.current]
    if (actors.join('\n') !== event.actors.join('\n')) void act('event.set', { id: event.id, actors })
    return true
  }
  const add = (name: string): void => set([...current.current, name])
  return (
    <Frame save={save} onEnd={onEnd}>
      {(end, onKeyDown) => (
        <Tokens
          label={label}
          items={shown.map((name) => ({ id: name, name }))}
          choices={names.actors}
          onAdd={({ name }) => add(name)}
          onCreate={add}
          createOnLeave
          onRemove={(name) => set(current.current.filter((other) => other !== name))}
          onDone={end}
          onKeyDown={onKeyDown}
          autoFocus
        />
      )}
    </Frame>
  )
}

function TagsCell({ event, names, label, onEnd }: Props) {
  const { shown, current, set } = useDraft(tagsOn(names, event.tagIds))
  const making = useRef<Promise<void>>(Promise.resolve())
  const store = async (): Promise<void> => {
    await making.current
    const tagIds = current.current.map(({ id }) => Number(id))
    const add = tagIds.filter((id) => !event.tagIds.includes(id))
    const remove = event.tagIds.filter((id) => !tagIds.includes(id))
    if (add.length + remove.length > 0) await act('event.tag', { id: event.id, add, remove })
  }
  const save = (): boolean => {
    void store()
    return true
  }
  const add = (tag: Choice): void => set([...current.current, tag])
  const create = async (name: string): Promise<void> => {
    const tag = await act('tag.create', { name })
    if (tag) add({ id: String(tag.id), name, colour: tag.colour })
  }
  return (
    <Frame save={save} onEnd={onEnd}>
      {(end, onKeyDown) => (
        <Tokens
          label={label}
          items={shown}
          choices={names.tagChoices}
          onAdd={add}
          onCreate={(name) => {
            making.current = create(name)
          }}
          onRemove={(id) => set(current.current.filter((tag) => tag.id !== id))}
          onDone={end}
          onKeyDown={onKeyDown}
          autoFocus
        />
      )}
    </Frame>
  )
}
