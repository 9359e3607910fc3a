import { useId } from 'react'
import type { Event, Timeline } from '../../../src-main/contract/timeline-types'
import type { BriefingBlock } from '../../../src-main/domain/briefing'
import { useAnswer } from '../../data/queries'
import { showEvent } from '../../data/session'
import { useText } from '../../i18n/i18n'

type Block = Extract<BriefingBlock, { kind: 'timeline' }>

/** All accepted events, those of a named timeline, or chosen ones. */
export function TimelineBlock({ block, onChange }: { block: Block; onChange: (next: Block) => void }) {
  const t = useText()
  const id = useId()
  const events = useAnswer('event.list', {}).data ?? []
  const timelines = useAnswer('timeline.list', {}).data
  const { kind, eventIds, timelineId } = block
  const timeline = timelines?.find((one) => one.id === timelineId)
  const isGone = timelineId !== undefined && timelines !== undefined && !timeline
  const included = includedEvents(block, events, timeline)
  const choose = (value: string): void => {
    if (value === 'all') onChange({ kind, eventIds: null })
    else if (value === 'chosen') onChange({ kind, eventIds: included.map((event) => event.id) })
    else onChange({ kind, eventIds: null, timelineId: Number(value) })
  }
  const toggle = (eventId: number): void => {
    const ids = eventIds ?? []
    onChange({ ...block, eventIds: ids.includes(eventId) ? ids.filter((i) => i !== eventId) : [...ids, eventId] })
  }
  const isChosen = eventIds !== null && timelineId === undefined
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
          value={timelineId ?? (isChosen ? 'chosen' : 'all')}
          onChange={(event) => choose(event.target.value)}
        >
          <option value="all">{t('briefing.editor.allEvents')}</option>
          <option value="chosen">{t('briefing.editor.chosenEvents')}</option>
          {isGone && <option value={timelineId}>{t('briefing.editor.goneTimeline')}</option>}
          {timelines?.map((one) => (
            <option key={one.id} value={one.id}>
              {t('briefing.editor.ofTimeline', { name: one.name })}
            </option>
          ))}
        </select>
        <span className="t">{t('briefing.editor.events', { count: included.length })}</span>
      </div>
      {isGone && (
        <p className="hint" role="status">
          {t('briefing.editor.timelineGone')}
        </p>
      )}
      {events.length === 0 && !isGone && <p className="hint">{t('briefing.editor.noEvents')}</p>}
      {timeline && events.length > 0 && included.length === 0 && (
        <p className="hint">{t('briefing.editor.timelineEmpty')}</p>
      )}
      <ul>
        {(isChosen ? events : included).map((event) => (
          <EventLine
            key={event.id}
            event={event}
            isIncluded={isChosen ? eventIds.includes(event.id) : null}
            onToggle={() => toggle(event.id)}
          />
        ))}
      </ul>
    </div>
  )
}

/** What the note will show, in its order. */
function includedEvents(
  { eventIds, timelineId }: Block,
  events: readonly Event[],
  timeline: Timeline | undefined,
): readonly Event[] {
  if (timelineId === undefined) return events.filter(({ id }) => eventIds === null || eventIds.includes(id))
  const byId = new Map(events.map((event) => [event.id, event]))
  return timeline?.eventIds.flatMap((id) => byId.get(id) ?? []) ?? []
}

/** @param props `isIncluded` null where events are not chosen one by one */
function EventLine(props: { event: Event; isIncluded: boolean | null; onToggle: () => void }) {
  const t = useText()
  const { event, isIncluded } = props
  return (
    <li className="te">
      {isIncluded !== null && (
        <input
          type="checkbox"
          className="check"
          checked={isIncluded}
          aria-label={t('briefing.editor.includeEvent', { title: event.title })}
          onChange={props.onToggle}
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
  )
}
