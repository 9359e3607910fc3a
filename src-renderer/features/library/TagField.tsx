import { type RefObject, useState } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
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
  const choices = choicesFor(tags ?? [], without, typed, create)
  const choose = async (key: string): Promise<void> => {
    const choice = choices.find((c) => c.id === key)
    if (!choice) return
    setTyped('')
    const tag = choice.tag ?? (await act('tag.create', { name: choice.name }))
    if (tag) onChoose(tag.id)
  }
  return (
    <ComboBox
      className="lib-tagfield"
      items={choices}
      inputValue={typed}
      onInputChange={setTyped}
      selectedKey={null}
      onSelectionChange={(key) => {
        if (key !== null) void choose(String(key))
      }}
      menuTrigger="focus"
      allowsEmptyCollection={false}
    >
      <Label className="vh">{label}</Label>
      <Input className="field" placeholder={label} ref={inputRef} />
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

function choicesFor(tags: readonly TagRow[], without: readonly number[], typed: string, create: boolean): Choice[] {
  const wanted = typed.trim().toLocaleLowerCase()
  const named = tags.map((tag) => ({ id: String(tag.id), name: tagPathName(tags, tag), tag }))
  const found = named
    .filter(({ tag, name }) => !without.includes(tag.id) && name.toLocaleLowerCase().includes(wanted))
    .slice(0, shownChoices)
  const exists = named.some(({ name, tag }) => [name, tag.name].some((n) => n.toLocaleLowerCase() === wanted))
  return create && wanted !== '' && !exists ? [...found, { id: 'new', name: typed.trim(), tag: null }] : found
}
