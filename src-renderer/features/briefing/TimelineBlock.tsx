import { useId } from 'react'
import type { BriefingBlock } from '../../../src-main/domain/briefing'
import { useAnswer } from '../../data/queries'
import { showEvent } from '../../data/session'
import { useText } from '../../i18n/i18n'

type Timeline = Extract<BriefingBlock, { kind: 'timeline' }>

/** All accepted events, or chosen ones. */
export function TimelineBlock({ block, onChange }: { block: Timeline; onChange: (next: Timeline) => void }) {
  const t = useText()
  const id = useId()
  const events = useAnswer('event.list', {}).data ?? []
  const { eventIds } = block
  const included = events.filter((event) => eventIds === null || eventIds.includes(event.id))
  const toggle = (eventId: number): void => {
    const ids = eventIds ?? []
    onChange({ ...block, eventIds: ids.includes(eventId) ? ids.filter((i) => i !== eventId) : [...ids, eventId] })
  }
  const shown = eventIds === null ? included : events
  return (
    <div className="timeline-block">
      <div className="of">
        <label className="lbl" htmlFor={id}>
          {t('briefing.editor.events')}
        </label>
        <select
          id={id}
          data-main
          className="field small"
          value={eventIds === null ? 'all' : 'chosen'}
          onChange={(event) =>
            onChange({ ...block, eventIds: event.target.value === 'all' ? null : events.map((e) => e.id) })
          }
        >
          <option value="all">{t('briefing.editor.allEvents')}</option>
          <option value="chosen">{t('briefing.editor.chosenEvents')}</option>
        </select>
        <span className="t">{t('briefing.editor.events', { count: included.length })}</span>
      </div>
      {events.length === 0 && <p className="hint">{t('briefing.editor.noEvents')}</p>}
      <ul>
        {shown.map((event) => (
          <li key={event.id} className="te">
            {eventIds !== null && (
              <input
                type="checkbox"
                className="check"
                checked={eventIds.includes(event.id)}
                aria-label={t('briefing.editor.includeEvent', { title: event.title })}
                onChange={() => toggle(event.id)}
              />
            )}
            <span className="mono">{event.edtf ?? t('timeline.table.noDate')}</span>
            <button type="button" className="te-title" dir="auto" onClick={() => showEvent(event.id)}>
              {event.title}
            </button>
            <span className={`te-state ${event.state.kind}`}>
              {t(`timeline.state.${event.state.kind}`, { count: event.state.origins })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
