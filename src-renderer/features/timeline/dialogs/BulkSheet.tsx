import { type FormEvent, useId, useMemo, useState } from 'react'
import type { EventRow } from '../../../../src-main/contract/timeline-types'
import { act } from '../../../data/act'
import { useOnce } from '../../../data/use-once'
import { useText } from '../../../i18n/i18n'
import { Sheet } from '../../../ui/Sheet'
import { type Choice, Combo, matchingChoices, namedChoices } from '../fields/Combo'
import { Tokens } from '../fields/Tokens'
import { type Names, tagsOn } from '../use-names'
import './dialogs.css'

type Props = { events: readonly EventRow[]; names: Names; onSaved: () => void; onClose: () => void }

/** Changes several events as one step that undo takes back. What is left empty stays as it is. */
export function BulkSheet({ events, names, onSaved, onClose }: Props) {
  const t = useText()
  const id = useId()
  const [place, setPlace] = useState('')
  const [addTags, setAddTags] = useState<readonly Choice[]>([])
  const [removeTags, setRemoveTags] = useState<readonly Choice[]>([])
  const [addActors, setAddActors] = useState<readonly Choice[]>([])
  const [removeActors, setRemoveActors] = useState<readonly Choice[]>([])
  const carried = useMemo(
    () => ({
      tags: tagsOn(names, [...new Set(events.flatMap((event) => event.tagIds))]),
      actors: namedChoices([...new Set(events.flatMap((event) => event.actors))].toSorted()),
    }),
    [events, names],
  )
  const edits = {
    ...(place.trim() === '' ? {} : { place: place.trim() }),
    ...(addTags.length === 0
      ? {}
      : { addTagIds: idsOf(addTags.filter(isThere)), addTags: namesOf(addTags.filter(isNew)) }),
    ...(removeTags.length === 0 ? {} : { removeTagIds: idsOf(removeTags) }),
    ...(addActors.length === 0 ? {} : { addActors: namesOf(addActors) }),
    ...(removeActors.length === 0 ? {} : { removeActors: namesOf(removeActors) }),
  }
  const ready = Object.keys(edits).length > 0
  const save = useOnce(async () => {
    if (!(await act('event.edit', { ids: events.map((event) => event.id), edits }))) return
    onSaved()
    onClose()
  })
  const submit = (event?: FormEvent): void => {
    event?.preventDefault()
    if (ready) void save()
  }
  return (
    <Sheet
      title={t('timeline.bulk.title', { count: events.length })}
      closeLabel={t('app.close')}
      onClose={onClose}
      width={520}
    >
      <form className="event-form" onSubmit={submit}>
        <List
          label={t('timeline.bulk.addTags')}
          items={addTags}
          choices={names.tagChoices}
          onChange={setAddTags}
          onCreate={(name) => setAddTags([...addTags, newTag(name)])}
          createOnLeave
          onDone={submit}
          autoFocus
        />
        {carried.tags.length > 0 && (
          <List
            label={t('timeline.bulk.removeTags')}
            items={removeTags}
            choices={carried.tags}
            onChange={setRemoveTags}
            onDone={submit}
          />
        )}
        <label className="lbl" htmlFor={`${id}-place`}>
          {t('timeline.table.place')}
        </label>
        <Combo
          id={`${id}-place`}
          label={t('timeline.table.place')}
          placeholder={t('timeline.bulk.unchanged')}
          value={place}
          onType={setPlace}
          choices={matchingChoices(names.places, place)}
          onPick={({ name }) => setPlace(name)}
          onEnter={submit}
        />
        <List
          label={t('timeline.bulk.addActors')}
          items={addActors}
          choices={names.actors}
          onChange={setAddActors}
          onCreate={(name) => setAddActors([...addActors, { id: name, name }])}
          createOnLeave
          onDone={submit}
        />
        {carried.actors.length > 0 && (
          <List
            label={t('timeline.bulk.removeActors')}
            items={removeActors}
            choices={carried.actors}
            onChange={setRemoveActors}
            onDone={submit}
          />
        )}
        <div className="acts">
          <button type="button" className="btn" onClick={onClose}>
            {t('app.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={!ready}>
            {t('timeline.bulk.save', { count: events.length })}
          </button>
        </div>
      </form>
    </Sheet>
  )
}

const newTagMark = 'new:'

/** A tag that is not there yet: made when the events are changed, so that closing the sheet leaves nothing behind. */
const newTag = (name: string): Choice => ({ id: `${newTagMark}${name}`, name })

const isNew = ({ id }: Choice): boolean => id.startsWith(newTagMark)
const isThere = (choice: Choice): boolean => !isNew(choice)

const idsOf = (choices: readonly Choice[]): number[] => choices.map(({ id }) => Number(id))
const namesOf = (choices: readonly Choice[]): string[] => choices.map(({ name }) => name)

type ListProps = {
  label: string
  items: readonly Choice[]
  choices: readonly Choice[]
  onChange: (items: readonly Choice[]) => void
  onCreate?: (name: string) => void
  createOnLeave?: boolean
  onDone: () => void
  autoFocus?: boolean
}

function List({ label, items, choices, onChange, onCreate, ...props }: ListProps) {
  const t = useText()
  const id = useId()
  return (
    <>
      <label className="lbl" htmlFor={id}>
        {label}
      </label>
      <Tokens
        id={id}
        label={label}
        placeholder={t('timeline.bulk.unchanged')}
        items={items}
        choices={choices}
        onAdd={(choice) => onChange([...items, choice])}
        onRemove={(gone) => onChange(items.filter((item) => item.id !== gone))}
        {...(onCreate ? { onCreate } : {})}
        {...props}
      />
    </>
  )
}
