import { Columns2 } from 'lucide-react'
import { memo } from 'react'
import type { Event, EventRow, Timeline } from '../../../../src-main/contract/timeline-types'
import { CommandButton } from '../../../commands/CommandButton'
import { act } from '../../../data/act'
import { useText } from '../../../i18n/i18n'
import type { Names } from '../use-names'
import { EvidenceList } from './EvidenceList'
import { ActorsField, DateField, DescriptionField, PlaceField, TagsField, TitleField } from './fields'
import { OrderSection } from './OrderSection'
import { StateSection } from './StateSection'
import './inspector.css'

type Props = {
  event: Event
  /** All events, which this one may come before or after. */
  all: readonly EventRow[]
  timelines: readonly Timeline[]
  names: Names
  onMerge: () => void
  onDelete: (eventId: number) => void
}

/**
 * The chosen event: what it is, its place in time, its state, and the passages that it rests on. Its place is there before
 * one is chosen, so that the table keeps its width and the keyboard, where it came first, stays in it.
 */
export const EventInspector = memo(function EventInspector(props: Omit<Props, 'event'> & { event: Event | null }) {
  const t = useText()
  const { event } = props
  return (
    <aside className="insp" aria-label={t('timeline.inspector.region')} tabIndex={-1} data-region>
      {event ? (
        <Chosen key={event.id} {...props} event={event} />
      ) : (
        <p className="q">{t('timeline.inspector.choose')}</p>
      )}
    </aside>
  )
})

function Chosen({ event, all, timelines, names, onMerge, onDelete }: Props) {
  const t = useText()
  return (
    <>
      <section>
        <TitleField event={event} />
        <DateField event={event} />
        <StateSection event={event} />
      </section>
      <section>
        <PlaceField event={event} names={names} />
        <ActorsField event={event} names={names} />
        <TagsField event={event} names={names} />
        <DescriptionField event={event} />
      </section>
      <section>
        <h2>
          {t('timeline.inspector.evidence')} <span className="count">{event.evidence.length}</span>
        </h2>
        <EvidenceList event={event} />
      </section>
      <OrderSection event={event} all={all} />
      {timelines.length > 0 && <TimelinesSection event={event} timelines={timelines} />}
      <section className="insp-acts">
        <CommandButton id="event.read" icon={<Columns2 />} label={t('timeline.inspector.readTogether')} />
        <button type="button" className="btn" onClick={onMerge}>
          {t('timeline.inspector.mergeInto')}
        </button>
        <button type="button" className="btn danger" onClick={() => onDelete(event.id)}>
          {t('timeline.inspector.delete')}
        </button>
      </section>
    </>
  )
}

/** The named timelines: in which of them the event stands. */
function TimelinesSection({ event, timelines }: Pick<Props, 'event' | 'timelines'>) {
  const t = useText()
  return (
    <section>
      <h2>{t('timeline.inspector.timelines')}</h2>
      <ul className="memberships">
        {timelines.map(({ id, name, eventIds }) => {
          const isIn = eventIds.includes(event.id)
          const [add, remove] = isIn ? [[], [event.id]] : [[event.id], []]
          return (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  className="check"
                  checked={isIn}
                  onChange={() => void act('timeline.choose', { id, add, remove })}
                />
                <bdi className="trunc">{name}</bdi>
              </label>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
