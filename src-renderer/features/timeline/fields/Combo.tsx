import { type KeyboardEvent, type RefObject, useId, useRef, useState } from 'react'
import { Popover } from 'react-aria-components'
import type { TagColour } from '../../../../src-main/domain/tag'
import { Swatch } from '../../../ui/TagChip'
import '../../../ui/menu.css'

export type Choice = { id: string; name: string; colour?: TagColour }

type Props = {
  label: string
  value: string
  onType: (value: string) => void
  /** What typing finds; those shown are narrowed by the caller. */
  choices: readonly Choice[]
  onPick: (choice: Choice) => void
  /** Enter with no choice of the list in hand. */
  onEnter: () => void
  /** Keys that the field itself has no use for. */
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  onBlur?: () => void
  inputRef?: RefObject<HTMLInputElement | null>
  id?: string | undefined
  placeholder?: string | undefined
  autoFocus?: boolean
  className?: string
}

/** A field that proposes what is in use. Arrow keys go to the list, Enter takes from it, Escape shuts it. */
export function Combo({ label, value, onType, choices, onPick, onEnter, ...props }: Props) {
  const listId = useId()
  const own = useRef<HTMLInputElement>(null)
  const field = props.inputRef ?? own
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const shown = isOpen && choices.length > 0
  const inHand = shown ? choices[at] : undefined
  const pick = (choice: Choice): void => {
    setOpen(false)
    setAt(-1)
    onPick(choice)
  }
  const step = (by: 1 | -1): void => {
    setOpen(true)
    if (choices.length > 0) setAt(at < 0 && by < 0 ? choices.length - 1 : (at + by + choices.length) % choices.length)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') step(event.key === 'ArrowDown' ? 1 : -1)
    else if (event.key === 'Enter' && inHand) pick(inHand)
    else if (event.key === 'Enter') onEnter()
    else if (event.key === 'Escape' && shown) setOpen(false)
    else {
      props.onKeyDown?.(event)
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <input
        ref={field}
        id={props.id}
        className={`field ${props.className ?? ''}`}
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={inHand ? `${listId}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
        dir="auto"
        autoFocus={props.autoFocus}
        placeholder={props.placeholder}
        value={value}
        onChange={(event) => {
          onType(event.target.value)
          setOpen(event.target.value !== '')
          setAt(-1)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setOpen(false)
          props.onBlur?.()
        }}
      />
      <Popover className="menu combo-list" triggerRef={field} isOpen={shown} isNonModal placement="bottom start">
        <div id={listId} role="listbox" aria-label={label}>
          {choices.map((choice, i) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keyboard
            <div
              key={choice.id}
              id={`${listId}-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={i === at}
              data-focused={i === at || undefined}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => pick(choice)}
            >
              {choice.colour && <Swatch colour={choice.colour} />}
              <span className="trunc">
                <bdi>{choice.name}</bdi>
              </span>
            </div>
          ))}
        </div>
      </Popover>
    </>
  )
}

const shownChoices = 40

/** Choices whose name holds what is typed, those that begin with it first. */
export function matchingChoices(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = typed.trim().toLocaleLowerCase()
  const found = choices.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  const begins = ({ name }: Choice): boolean => name.toLocaleLowerCase().startsWith(wanted)
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))].slice(0, shownChoices)
}

export const namedChoices = (names: readonly string[]): Choice[] => names.map((name) => ({ id: name, name }))
