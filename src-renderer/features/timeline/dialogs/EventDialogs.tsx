import { type FormEvent, useState } from 'react'
import type { Event } from '../../../src-main/contract/types'
import { parseDateInput } from '../../../src-main/domain/date-input'
import { act } from '../../data/act'
import { useText } from '../../i18n/i18n'
import { Sheet } from '../../ui/Sheet'
import { Understood } from './QueueCard'
import { chooseEvent } from './use-events'

/** An event by hand: a title, and a date where one is known. */
export function CreateEvent({ onClose }: { onClose: () => void }) {
  const t = useText()
  const [title, setTitle] = useState('')
  const [date, setDate] = useState('')
  const understood = date.trim() === '' ? null : parseDateInput(date)
  const ready = title.trim() !== '' && (date.trim() === '' || understood !== null)
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!ready) return
    const made = await act('event.create', { title: title.trim(), date: understood })
    if (!made) return
    chooseEvent(made.id)
    onClose()
  }
  return (
    <Sheet title={t('timeline.create.title')} closeLabel={t('app.close')} onClose={onClose} width={460}>
      <form className="event-form" onSubmit={(event) => void create(event)}>
        <label className="lbl" htmlFor="event-title">
          {t('timeline.create.eventTitle')}
        </label>
        <input
          id="event-title"
          className="field"
          autoFocus
          dir="auto"
          value={title}
          onChange={(e) => setTitle(e.target.value)}
        />
        <label className="lbl" htmlFor="event-date">
          {t('timeline.create.date')}
        </label>
        <input
          id="event-date"
          className="field mono"
          placeholder={t('timeline.create.dateHint')}
          value={date}
          aria-invalid={date.trim() !== '' && understood === null}
          onChange={(e) => setDate(e.target.value)}
        />
        {date.trim() !== '' && <Understood edtf={understood} />}
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

type ChooseProps = { title: string; events: readonly Event[]; onChoose: (event: Event) => unknown; onClose: () => void }

/** A choice of one event, found by typing. */
export function ChooseEvent({ title, events, onChoose, onClose }: ChooseProps) {
  const t = useText()
  const [filter, setFilter] = useState('')
  const wanted = filter.trim().toLowerCase()
  const found = events.filter((e) => `${e.title} ${e.edtf ?? ''}`.toLowerCase().includes(wanted)).slice(0, 100)
  const choose = (event: Event | undefined): void => {
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
                <span className="mono">{event.edtf ?? t('timeline.table.noDate')}</span>
                <span dir="auto">{event.title}</span>
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Sheet>
  )
}
