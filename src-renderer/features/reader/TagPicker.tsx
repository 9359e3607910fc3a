import { Check } from 'lucide-react'
import { type KeyboardEvent, useId, useState } from 'react'
import type { TagRow } from '../../../src-main/contract/types'
import { act } from '../../data/act'
import { useAnswer } from '../../data/queries'
import { useText } from '../../i18n/i18n'
import { Swatch } from '../../ui/TagChip'
import type { FormProps } from './form-parts'
import { passageOf, write } from './writing'

const shownAtMost = 9

/** Finds a tag by typing, or creates it; the digits take the tags in use. */
export function TagPicker({ form, text, over, head, onClose }: FormProps) {
  const t = useText()
  const id = useId()
  const typed = form.words.tag ?? ''
  const [at, setAt] = useState(0)
  const tags = useAnswer('tag.list', {}).data ?? []
  const applied = text?.passages.find((p) => p.id === over?.passageId)?.tagIds ?? []
  const found = matching(tags, typed)
  const exact = tags.some((tag) => tag.name.toLowerCase() === typed.trim().toLowerCase())
  const canCreate = typed.trim() !== '' && !exact
  const count = found.length + (canCreate ? 1 : 0)
  const chosen = Math.min(at, count - 1)

  const apply = async (tag: TagRow | undefined): Promise<void> => {
    if (!over) return
    const target = tag ?? (canCreate ? await act('tag.create', { name: typed.trim() }) : null)
    const passage = target && (await passageOf(over))
    if (!target || !passage) return
    const on = applied.includes(target.id)
    await act('passage.tag', { id: passage, add: on ? [] : [target.id], remove: on ? [target.id] : [] })
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const digit = typed === '' && /^[1-9]$/.test(event.key) ? Number(event.key) : 0
    if (event.key === 'ArrowDown') setAt((chosen + 1) % Math.max(1, count))
    else if (event.key === 'ArrowUp') setAt((chosen - 1 + count) % Math.max(1, count))
    else if (event.key === 'Enter') void apply(found[chosen])
    else if (event.key === 'Escape') onClose()
    else if (digit > 0 && tagOfDigit(tags, found, digit)) void apply(tagOfDigit(tags, found, digit))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="picker" role="dialog" aria-label={t('reader.tagPicker.title')}>
      {head}
      <input
        className="field"
        autoFocus
        data-region-focus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={count > 0 ? `${id}-${chosen}` : undefined}
        aria-label={t('reader.tagPicker.placeholder')}
        placeholder={t('reader.tagPicker.placeholder')}
        value={typed}
        onChange={(event) => {
          write('tag', event.target.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div className="picker-list" id={id} role="listbox" aria-label={t('reader.tagPicker.title')}>
        {found.map((tag, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keyboard
          <div
            key={tag.id}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === chosen}
            onClick={() => void apply(tag)}
          >
            <Swatch colour={tag.colour} />
            <span className="trunc">{pathOf(tags, tag)}</span>
            {applied.includes(tag.id) && (
              <span className="t">
                <Check className="s12" /> {t('reader.tagPicker.applied')}
              </span>
            )}
            {typed === '' && <span className="kbd">{tag.shortcut ?? digitOf(tags, found, tag)}</span>}
          </div>
        ))}
        {canCreate && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keyboard
          <div
            id={`${id}-${found.length}`}
            role="option"
            tabIndex={-1}
            aria-selected={chosen === found.length}
            onClick={() => void apply(undefined)}
          >
            {t('reader.tagPicker.create', { name: typed.trim() })}
          </div>
        )}
      </div>
      <p className="sub">{t('reader.tagPicker.hint')}</p>
    </div>
  )
}

/** Tags that hold what is typed; with nothing typed those most in use. */
function matching(tags: readonly TagRow[], typed: string): TagRow[] {
  const wanted = typed.trim().toLowerCase()
  const found = tags.filter((tag) => pathOf(tags, tag).toLowerCase().includes(wanted))
  const inUse = [...found].sort((a, b) => b.passages + b.articles - a.passages - a.articles)
  return (wanted === '' ? inUse : found).slice(0, shownAtMost)
}

/** "Parent / Child". */
function pathOf(tags: readonly TagRow[], tag: TagRow): string {
  const parent = tags.find((row) => row.id === tag.parentId)
  return parent ? `${pathOf(tags, parent)} / ${tag.name}` : tag.name
}

/** A digit means the tag with that shortcut, else the tag at that place of the list. */
const tagOfDigit = (tags: readonly TagRow[], found: readonly TagRow[], digit: number): TagRow | undefined =>
  tags.find((tag) => tag.shortcut === String(digit)) ?? found[digit - 1]

const digitOf = (tags: readonly TagRow[], found: readonly TagRow[], tag: TagRow): string => {
  const digit = found.indexOf(tag) + 1
  return tagOfDigit(tags, found, digit) === tag ? String(digit) : ''
}
