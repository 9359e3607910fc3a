import { X } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import { useText } from '../../../i18n/i18n'
import { TagChip } from '../../../ui/TagChip'
import { type Choice, Combo, matchingChoices } from './Combo'
import './fields.css'

type Props = {
  label: string
  items: readonly Choice[]
  choices: readonly Choice[]
  /** A choice of the list. */
  onAdd: (choice: Choice) => void
  /** A name that no choice has. Without it, only what is there can be taken. */
  onCreate?: (name: string) => void
  /** A new name that was typed counts when the field is left, too. Else it waits there for Enter. */
  createOnLeave?: boolean
  onRemove: (id: string) => void
  /** Enter in the empty field. */
  onDone?: () => void
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  inputRef?: RefObject<HTMLInputElement | null>
  id?: string
  placeholder?: string | undefined
  autoFocus?: boolean
}

/** Several names: each a chip, and a field that finds or makes another. Backspace in the empty field takes back the last. */
export function Tokens({ label, items, choices, onAdd, onCreate, createOnLeave = false, ...props }: Props) {
  const { onRemove, onDone } = props
  const t = useText()
  const [typed, setTyped] = useState('')
  const own = useRef<HTMLInputElement>(null)
  const field = props.inputRef ?? own
  const taken = new Set(items.map(({ id }) => id))
  const free = choices.filter(({ id }) => !taken.has(id))
  const add = (choice: Choice): void => {
    setTyped('')
    onAdd(choice)
  }
  const take = (mayCreate: boolean): void => {
    const wanted = typed.trim()
    if (wanted === '') return
    const same = ({ name }: Choice): boolean => name.toLocaleLowerCase() === wanted.toLocaleLowerCase()
    const known = free.find(same)
    if (known) add(known)
    else if (items.some(same)) setTyped('')
    else if (onCreate && mayCreate) {
      setTyped('')
      onCreate(wanted)
    }
  }
  const remove = (id: string): void => {
    onRemove(id)
    field.current?.focus()
  }
  return (
    <div className="tokens">
      {items.map(({ id, name, colour }) =>
        colour ? (
          <TagChip
            key={id}
            name={name}
            colour={colour}
            removeLabel={t('timeline.field.remove', { name })}
            onRemove={() => remove(id)}
          />
        ) : (
          <span key={id} className="token">
            <bdi className="trunc">{name}</bdi>
            <button type="button" aria-label={t('timeline.field.remove', { name })} onClick={() => remove(id)}>
              <X className="s12" />
            </button>
          </span>
        ),
      )}
      <Combo
        label={label}
        id={props.id}
        value={typed}
        onType={setTyped}
        choices={matchingChoices(free, typed)}
        onPick={add}
        onEnter={() => (typed.trim() === '' ? onDone?.() : take(true))}
        onBlur={() => take(createOnLeave)}
        onKeyDown={(event) => {
          const last = items.at(-1)
          if (event.key === 'Backspace' && typed === '' && last) onRemove(last.id)
          else {
            if (event.key === 'Tab') take(createOnLeave)
            props.onKeyDown?.(event)
          }
        }}
        inputRef={field}
        placeholder={props.placeholder}
        autoFocus={props.autoFocus ?? false}
      />
    </div>
  )
}
