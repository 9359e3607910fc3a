import { ListTodo } from 'lucide-react'
import type { ReactNode } from 'react'
import type { EventRow, Timeline } from '../../../../src-main/contract/timeline-types'
import { type LaneKind, laneKinds, timelineOrders } from '../../../../src-main/domain/timeline'
import { runCommand } from '../../../commands/registry'
import { act } from '../../../data/act'
import { useText } from '../../../i18n/i18n'
import { setView, useView } from '../use-view'
import { GapMenu } from './GapMenu'
import { TimelineMenu } from './TimelineMenu'
import './bar.css'

type Props = {
  timelines: readonly Timeline[]
  timeline: Timeline | null
  /** All events, and those of the timeline. */
  all: readonly EventRow[]
  own: readonly EventRow[]
  /** What narrows the events. */
  children: ReactNode
}

/** The timeline that is shown, its lanes, its order, its gaps, and the filter. */
export function TimelineBar({ timelines, timeline, all, own, children }: Props) {
  const t = useText()
  const queueShown = useView((s) => s.queueShown)
  const lanes = useLanes(timeline)
  return (
    <div className="tl-bar" data-region>
      <button
        type="button"
        className="btn icon quiet"
        aria-label={t('command.queue.toggle')}
        title={`${t('command.queue.toggle')} (Q)`}
        aria-pressed={queueShown}
        onClick={() => runCommand('queue.toggle')}
      >
        <ListTodo />
      </button>
      <TimelineMenu timelines={timelines} timeline={timeline} total={all.length} />
      <label className="picked">
        <span className="t">{t('timeline.lanes.label')}</span>
        <select
          className="field"
          aria-label={t('timeline.lanes.label')}
          value={lanes}
          onChange={(event) => setLanes(timeline, laneKinds.find((kind) => kind === event.target.value) ?? 'none')}
        >
          {laneKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`timeline.lanes.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      {timeline && <OrderField timeline={timeline} />}
      <GapMenu events={own} />
      {children}
    </div>
  )
}

/** Lanes of the timeline that is shown. */
export function useLanes(timeline: Timeline | null): LaneKind {
  const lanes = useView((s) => s.lanes)
  return timeline?.lanes ?? lanes
}

function setLanes(timeline: Timeline | null, lanes: LaneKind): void {
  if (timeline) void act('timeline.set', { id: timeline.id, lanes })
  else setView({ lanes })
}

function OrderField({ timeline }: { timeline: Timeline }) {
  const t = useText()
  return (
    <label className="picked">
      <span className="t">{t('timeline.reading.label')}</span>
      <select
        className="field"
        aria-label={t('timeline.reading.name')}
        title={t('timeline.reading.hint')}
        value={timeline.order}
        onChange={(event) => {
          const order = timelineOrders.find((one) => one === event.target.value)
          if (order) void act('timeline.set', { id: timeline.id, order })
        }}
      >
        {timelineOrders.map((order) => (
          <option key={order} value={order}>
            {t(`timeline.reading.${order}`)}
          </option>
        ))}
      </select>
    </label>
  )
}
