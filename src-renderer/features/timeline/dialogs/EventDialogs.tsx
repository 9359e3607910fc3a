import { type FormEvent, useId, useState } from 'react'
import type { EventRow } from '../../../../src-main/contract/timeline-types'
import { parseDateInput } from '../../../../src-main/domain/date-input'
import { act } from '../../../data/act'
import { useOnce } from '../../../data/use-once'
import { useText } from '../../../i18n/i18n'
import { Sheet } from '../../../ui/Sheet'
import { Combo, matchingChoices } from '../fields/Combo'
import { Tokens } from '../fields/Tokens'
import { Understood } from '../Understood'
import { chooseEvent } from '../use-events'
import type { Names } from '../use-names'
import './dialogs.css'
import { Edtf } from '../Edtf'

type CreateProps = {
  names: Names
  /** The timeline that takes it in. */
  timelineId: number | undefined
  onMade: (eventId: number) => void
  onClose: () => void
}

/** An event by hand: a title, and what else is known of it. */
export function CreateEvent({ names, timelineId, onMade, onClose }: CreateProps) {
  const t = useText()
  const id = useId()
  const [title, setTitle] = useState('')
  const [date, setDate] = useState('')
  const [place, setPlace] = useState('')
  const [actors, setActors] = useState<readonly string[]>([])
  const understood = date.trim() === '' ? null : parseDateInput(date)
  const ready = title.trim() !== '' && (date.trim() === '' || understood !== null)
  const create = useOnce(async () => {
    const made = await act('event.create', {
      title: title.trim(),
      date: understood,
      place,
      actors: [...actors],
      ...(timelineId !== undefined ? { timelineId } : {}),
    })
    if (!made) return
    onClose()
    chooseEvent(made.id)
    onMade(made.id)
  })
  const submit = (event?: FormEvent): void => {
    event?.preventDefault()
    if (ready) void create()
  }
  return (
    <Sheet title={t('timeline.create.title')} closeLabel={t('app.close')} onClose={onClose} width={460}>
      <form className="event-form" onSubmit={submit}>
        <label className="lbl" htmlFor={`${id}-title`}>
          {t('timeline.create.eventTitle')}
        </label>
        <input
          id={`${id}-title`}
          className="field"
          autoFocus
          dir="auto"
          value={title}
          onChange={(e) => setTitle(e.target.value)}
        />
        <label className="lbl" htmlFor={`${id}-date`}>
          {t('timeline.create.date')}
        </label>
        <input
          id={`${id}-date`}
          className="field mono"
          placeholder={t('timeline.create.dateHint')}
          value={date}
          aria-invalid={date.trim() !== '' && understood === null}
          onChange={(e) => setDate(e.target.value)}
        />
        {date.trim() !== '' && <Understood edtf={understood} />}
        <label className="lbl" htmlFor={`${id}-place`}>
          {t('timeline.table.place')}
        </label>
        <Combo
          id={`${id}-place`}
          label={t('timeline.table.place')}
          placeholder={t('timeline.field.placeHint')}
          value={place}
          onType={setPlace}
          choices={matchingChoices(names.places, place)}
          onPick={({ name }) => setPlace(name)}
          onEnter={submit}
        />
        <label className="lbl" htmlFor={`${id}-actors`}>
          {t('timeline.table.actors')}
        </label>
        <Tokens
          id={`${id}-actors`}
          label={t('timeline.table.actors')}
          placeholder={t('timeline.field.actorHint')}
          items={actors.map((name) => ({ id: name, name }))}
          choices={names.actors}
          onAdd={({ name }) => setActors([...actors, name])}
          onCreate={(name) => setActors([...actors, name])}
          createOnLeave
          onRemove={(name) => setActors(actors.filter((other) => other !== name))}
          onDone={submit}
        />
        <div className="acts">
          <button type="button" className="btn" onClick={onClose}>
            {t('app.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={!ready}>
            {t('timeline.create.create')}
          </button>
        </div>
      </form>
    </Sheet>
  )
}

type ChooseProps = {
  title: string
  events: readonly EventRow[]
  onChoose: (event: EventRow) => unknown
  onClose: () => void
}

/** A choice of one event, found by typing. */
export function ChooseEvent({ title, events, onChoose, onClose }: ChooseProps) {
  const t = useText()
  const [filter, setFilter] = useState('')
  const wanted = filter.trim().toLowerCase()
  const found = events.filter((e) => `${e.title} ${e.edtf ?? ''}`.toLowerCase().includes(wanted)).slice(0, 100)
  const choose = (event: EventRow | undefined): void => {
    if (!event) return
    onClose()
    onChoose(event)
  }
  return (
    <Sheet title={title} closeLabel={t('app.close')} onClose={onClose} width={520}>
      <div className="event-form">
        <input
          className="field"
          autoFocus
          aria-label={t('timeline.merge.filter')}
          placeholder={t('timeline.merge.filter')}
          value={filter}
          onChange={(e) => setFilter(e.target.value)}
          onKeyDown={(e) => e.key === 'Enter' && choose(found[0])}
        />
        {found.length === 0 && <p className="q">{t('timeline.merge.none')}</p>}
        <ul className="event-choice">
          {found.map((event) => (
            <li key={event.id}>
              <button type="button" onClick={() => choose(event)}>
                <span className="mono">
                  {event.edtf === null ? t('timeline.table.noDate') : <Edtf edtf={event.edtf} />}
                </span>
                <span dir="auto">{event.title}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  )
}
