import { useId, useState } from 'react'
import type { Event } from '../../../../src-main/contract/timeline-types'
import { parseDateInput } from '../../../../src-main/domain/date-input'
import { act } from '../../../data/act'
import { useDateText } from '../../../i18n/dates'
import { useText } from '../../../i18n/i18n'
import { SavedText } from '../../../ui/SavedText'
import { Combo, matchingChoices } from '../fields/Combo'
import { Tokens } from '../fields/Tokens'
import { Understood } from '../Understood'
import { type Names, tagsOn } from '../use-names'

export function TitleField({ event }: { event: Event }) {
  const t = useText()
  const id = useId()
  return (
    <>
      <label className="lbl" htmlFor={id}>
        {t('timeline.inspector.title')}
      </label>
      <textarea
        key={`${event.id}${event.title}`}
        id={id}
        className="field"
        rows={2}
        dir="auto"
        defaultValue={event.title}
        onKeyDown={(e) => {
          if (e.key !== 'Enter' && e.key !== 'Escape') return
          if (e.key === 'Escape') e.currentTarget.value = event.title
          e.preventDefault()
          e.currentTarget.blur()
        }}
        onBlur={(e) => {
          const title = e.target.value.replaceAll('\n', ' ').trim()
          if (title === '') e.target.value = event.title
          else if (title !== event.title) void act('event.set', { id: event.id, title })
        }}
      />
    </>
  )
}

export function DateField({ event }: { event: Event }) {
  const t = useText()
  const id = useId()
  const dateText = useDateText()
  const [typed, setTyped] = useState<string | null>(null)
  const understood = typed === null ? null : parseDateInput(typed)
  const save = (): void => {
    if (typed !== null && understood !== null && understood !== event.edtf) {
      void act('event.set', { id: event.id, date: understood })
    }
    setTyped(null)
  }
  const origin = event.dateOrigin === 'researcher' ? 'entered' : event.resolution?.edtf ? 'settled' : 'fromEvidence'
  return (
    <>
      <label className="lbl" htmlFor={id}>
        {t('timeline.inspector.date')}
      </label>
      <input
        id={id}
        className="field mono"
        value={typed ?? event.edtf ?? ''}
        placeholder={t('timeline.create.dateHint')}
        aria-invalid={typed !== null && typed.trim() !== '' && understood === null}
        onChange={(e) => setTyped(e.target.value)}
        onBlur={save}
        onKeyDown={(e) => {
          if (e.key === 'Enter') save()
          if (e.key === 'Escape') setTyped(null)
        }}
      />
      {typed !== null && typed.trim() !== '' && <Understood edtf={understood} />}
      {typed === null && event.edtf !== null && (
        <p className="sub">
          {dateText(event.edtf)} · {t(`timeline.inspector.${origin}`)}
        </p>
      )}
      {typed === null && event.dateOrigin === 'researcher' && event.evidence.some((e) => e.edtf !== null) && (
        <button type="button" className="link sub" onClick={() => void act('event.set', { id: event.id, date: null })}>
          {t('timeline.inspector.backToEvidence')}
        </button>
      )}
    </>
  )
}

export function PlaceField({ event, names }: { event: Event; names: Names }) {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const save = (value: string | null): void => {
    const place = value?.trim() ?? event.place
    if (place !== event.place) void act('event.set', { id: event.id, place })
    setTyped(null)
  }
  return (
    <>
      <label className="lbl" htmlFor={id}>
        {t('timeline.table.place')}
      </label>
      <Combo
        id={id}
        label={t('timeline.table.place')}
        value={typed ?? event.place}
        onType={setTyped}
        choices={matchingChoices(names.places, typed ?? '')}
        onPick={({ name }) => save(name)}
        onEnter={() => save(typed)}
        onKeyDown={(e) => e.key === 'Escape' && setTyped(null)}
        onBlur={() => save(typed)}
        placeholder={t('timeline.field.placeHint')}
      />
    </>
  )
}

export function ActorsField({ event, names }: { event: Event; names: Names }) {
  const t = useText()
  const id = useId()
  const set = (actors: string[]): void => void act('event.set', { id: event.id, actors })
  const add = (name: string): void => set([...event.actors, name])
  return (
    <>
      <label className="lbl" htmlFor={id}>
        {t('timeline.table.actors')}
      </label>
      <Tokens
        id={id}
        label={t('timeline.table.actors')}
        items={event.actors.map((name) => ({ id: name, name }))}
        choices={names.actors}
        onAdd={({ name }) => add(name)}
        onCreate={add}
        createOnLeave
        onRemove={(name) => set(event.actors.filter((other) => other !== name))}
        placeholder={t('timeline.field.actorHint')}
      />
    </>
  )
}

export function TagsField({ event, names }: { event: Event; names: Names }) {
  const t = useText()
  const id = useId()
  const change = (add: number[], remove: number[]): void => void act('event.tag', { id: event.id, add, remove })
  const create = async (name: string): Promise<void> => {
    const tag = await act('tag.create', { name })
    if (tag) change([tag.id], [])
  }
  return (
    <>
      <label className="lbl" htmlFor={id}>
        {t('timeline.table.tags')}
      </label>
      <Tokens
        id={id}
        label={t('timeline.table.tags')}
        items={tagsOn(names, event.tagIds)}
        choices={names.tagChoices}
        onAdd={(tag) => change([Number(tag.id)], [])}
        onCreate={(name) => void create(name)}
        onRemove={(tagId) => change([], [Number(tagId)])}
        placeholder={t('timeline.field.tagHint')}
      />
    </>
  )
}

export function DescriptionField({ event }: { event: Event }) {
  const t = useText()
  const id = useId()
  return (
    <>
      <p className="lbl" id={id}>
        {t('timeline.inspector.description')}
      </p>
      <SavedText
        aria-labelledby={id}
        value={event.description}
        rows={3}
        onSave={(description) => void act('event.set', { id: event.id, description })}
      />
    </>
  )
}
