import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Event, EventRow } from '../../../../src-main/contract/timeline-types'
import { type EventOrder, type EventRelation, eventRelations } from '../../../../src-main/domain/event'
import { CommandButton } from '../../../commands/CommandButton'
import { act } from '../../../data/act'
import { useText } from '../../../i18n/i18n'
import { sameDays } from '../event-order'
import { type Choice, Combo, matchingChoices } from '../fields/Combo'
import { chooseEvent } from '../use-events'
import { focusBeside } from './focus-beside'

type Props = { event: Event; all: readonly EventRow[] }

/** The event's place among others, where its date says less: within its days, and before or after which events. */
export function OrderSection({ event, all }: Props) {
  const t = useText()
  const day = useMemo(() => sameDays(all, event), [all, event])
  const at = day.findIndex(({ id }) => id === event.id)
  const set = (orders: EventOrder[]): void => void act('event.order', { id: event.id, orders })
  return (
    <section>
      <h2>{t('timeline.order.title')}</h2>
      {day.length > 1 && (
        <div className="within-day">
          <span>{t('timeline.order.withinDay', { at: at + 1, count: day.length })}</span>
          <CommandButton id="event.up" className="s quiet" iconOnly icon={<ArrowUp className="s14" />} />
          <CommandButton id="event.down" className="s quiet" iconOnly icon={<ArrowDown className="s14" />} />
        </div>
      )}
      <ul className="orders">
        {event.orders.map((order) => {
          const title = all.find(({ id }) => id === order.eventId)?.title ?? ''
          return (
            <li key={order.eventId}>
              <span>{t(`timeline.order.${order.relation}`)}</span>
              <button type="button" className="link trunc" onClick={() => chooseEvent(order.eventId)}>
                <bdi>{title}</bdi>
              </button>
              <button
                type="button"
                className="btn s icon quiet"
                aria-label={t('timeline.order.remove', { title })}
                onClick={(e) => {
                  focusBeside(e.currentTarget, event.id)
                  set(event.orders.filter(({ eventId }) => eventId !== order.eventId))
                }}
              >
                <X className="s14" />
              </button>
            </li>
          )
        })}
      </ul>
      <AddOrder event={event} all={all} onAdd={(order) => set([...event.orders, order])} />
    </section>
  )
}

function AddOrder({ event, all, onAdd }: Props & { onAdd: (order: EventOrder) => void }) {
  const t = useText()
  const [relation, setRelation] = useState<EventRelation>('before')
  const [typed, setTyped] = useState('')
  const choices = useMemo(() => othersOf(event, all), [event, all])
  const found = matchingChoices(choices, typed)
  const pick = ({ id }: Choice): void => {
    setTyped('')
    onAdd({ relation, eventId: Number(id) })
  }
  return (
    <div className="add-order">
      <select
        className="field small"
        aria-label={t('timeline.order.relation')}
        value={relation}
        onChange={(e) => setRelation(eventRelations.find((one) => one === e.target.value) ?? 'before')}
      >
        {eventRelations.map((one) => (
          <option key={one} value={one}>
            {t(`timeline.order.${one}`)}
          </option>
        ))}
      </select>
      <Combo
        label={t('timeline.order.other')}
        placeholder={t('timeline.order.other')}
        value={typed}
        onType={setTyped}
        choices={found}
        onPick={pick}
        onEnter={() => typed.trim() !== '' && found.length === 1 && found[0] && pick(found[0])}
      />
    </div>
  )
}

const othersOf = (event: Event, all: readonly EventRow[]): Choice[] => {
  const taken = new Set([event.id, ...event.orders.map(({ eventId }) => eventId)])
  return all
    .filter(({ id }) => !taken.has(id))
    .map(({ id, title, edtf }) => ({ id: String(id), name: edtf === null ? title : `${title} · ${edtf}` }))
}
