import { ChevronDown } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { TagRow } from '../../../src-main/contract/types'
import { act } from '../../data/act'
import { useAnswer } from '../../data/queries'
import { useText } from '../../i18n/i18n'
import { Swatch } from '../../ui/TagChip'
import { tagPathName } from './tag-tree'

type Choice = { id: string; name: string; tag: TagRow | null }

type Props = {
  label: string
  /** Tags that are not offered. */
  without: readonly number[]
  /** Whether a name that no tag has makes a new one. */
  create: boolean
  onChoose: (tagId: number) => void
  inputRef?: RefObject<HTMLInputElement | null>
}

const shownChoices = 50

/** Finds a tag by typing, or creates it: "Parent/Child" creates both. */
export function TagField({ label, without, create, onChoose, inputRef }: Props) {
  const t = useText()
  const tags = useAnswer('tag.list', {}).data
  const [typed, setTyped] = useState('')
  // A field anew after each choice: the one that was used would open its list again as its text is taken away.
  const [round, setRound] = useState(0)
  const own = useRef<HTMLInputElement>(null)
  const field = inputRef ?? own
  useEffect(() => {
    if (round > 0) field.current?.focus()
  }, [round, field])
  const choices = choicesFor(tags ?? [], without, typed, create)
  const choose = async (key: string): Promise<void> => {
    const choice = choices.find((c) => c.id === key)
    if (!choice) return
    setTyped('')
    setRound(round + 1)
    const tag = choice.tag ?? (await act('tag.create', { name: choice.name }))
    if (tag) onChoose(tag.id)
  }
  /** Enter takes what was typed: the tag of that name, or a new one. A part of a name needs an arrow key first. */
  const onEnter = (event: KeyboardEvent): void => {
    const chosen = event.target instanceof Element && event.target.hasAttribute('aria-activedescendant')
    if (event.key !== 'Enter' || chosen || typed.trim() === '') return
    event.preventDefault()
    event.stopPropagation()
    void choose(typedChoice(choices, typed)?.id ?? '')
  }
  return (
    <ComboBox
      key={round}
      className="lib-tagfield"
      items={choices}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key !== null) void choose(String(key))
      }}
      menuTrigger="input"
    >
      <Label className="vh">{label}</Label>
      <Input className="field" placeholder={label} ref={field} onKeyDownCapture={onEnter} />
      <Button className="btn s icon quiet">
        <ChevronDown className="s14" />
      </Button>
      <Popover className="menu">
        <ListBox<Choice>>
          {(choice) => (
            <ListBoxItem id={choice.id} textValue={choice.name}>
              {choice.tag && <Swatch colour={choice.tag.colour} />}
              <span className="trunc">
                <bdi>{choice.tag ? choice.name : t('library.tags.create', { name: choice.name })}</bdi>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

/** What a typed name means without a choice from the list: the tag of that name, else the new or the only one. */
function typedChoice(choices: readonly Choice[], typed: string): Choice | undefined {
  const wanted = typed.trim().toLocaleLowerCase()
  const named = choices.find(({ name, tag }) => [name, tag?.name].some((n) => n?.toLocaleLowerCase() === wanted))
  return named ?? choices.find(({ tag }) => tag === null) ?? (choices.length === 1 ? choices[0] : undefined)
}

function choicesFor(tags: readonly TagRow[], without: readonly number[], typed: string, create: boolean): Choice[] {
  const wanted = typed.trim().toLocaleLowerCase()
  const named = tags.map((tag) => ({ id: String(tag.id), name: tagPathName(tags, tag), tag }))
  const found = named
    .filter(({ tag, name }) => !without.includes(tag.id) && name.toLocaleLowerCase().includes(wanted))
    .slice(0, shownChoices)
  const exists = named.some(({ name, tag }) => [name, tag.name].some((n) => n.toLocaleLowerCase() === wanted))
  return create && wanted !== '' && !exists ? [...found, { id: 'new', name: typed.trim(), tag: null }] : found
}
