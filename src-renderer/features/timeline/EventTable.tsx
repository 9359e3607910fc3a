import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef } from 'react'
import type { Event, Evidence } from '../../../src-main/contract/types'
import { useCite } from '../../i18n/cite'
import { stepText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { Differences, StateChip, stateDetail } from './StateChip'
import { chooseEvent, openEvidence, readEvidence } from './use-events'

type Props = { events: readonly Event[]; chosen: Event | null }

const rowHeight = 33

/** Events in order of date. Arrow keys move, Enter reads the evidence side by side. */
export function EventTable({ events, chosen }: Props) {
  const t = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: useCallback((i: number) => events[i]?.id ?? i, [events]),
    overscan: 12,
  })
  const index = events.findIndex((e) => e.id === chosen?.id)
  useEffect(() => {
    if (index >= 0) rows.scrollToIndex(index, { align: 'auto' })
  }, [rows, index])
  const move = (to: number): void => {
    const target = events[Math.max(0, Math.min(to, events.length - 1))]
    if (!target) return
    chooseEvent(target.id)
    rows.scrollToIndex(events.indexOf(target))
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-event="${target.id}"]`)?.focus())
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: events.length - 1 }[event.key]
    if (to !== undefined && event.target instanceof HTMLTableRowElement) move(to)
    else if (event.key === 'Enter' && event.target instanceof HTMLTableRowElement && chosen) readEvidence(chosen)
    else return
    event.preventDefault()
  }
  const items = rows.getVirtualItems()
  const before = items[0]?.start ?? 0
  const after = rows.getTotalSize() - (items.at(-1)?.end ?? 0)
  return (
    <div className="evwrap" ref={scroller}>
      <table
        className="ev"
        role="grid"
        aria-label={t('timeline.table.region')}
        aria-rowcount={events.length + 1}
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr>
            {['asWritten', 'resolved', 'event', 'state', 'evidence'].map((column) => (
              <th key={column} scope="col" className={`c-${column}`}>
                {t(`timeline.table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {items.map((item) => {
            const event = events[item.index]
            return (
              event && (
                <EventRow
                  key={event.id}
                  event={event}
                  index={item.index}
                  chosen={event.id === chosen?.id}
                  stop={item.index === Math.max(0, index)}
                  measure={rows.measureElement}
                />
              )
            )
          })}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
    </div>
  )
}

const Spacer = ({ height }: { height: number }) => (
  <tr aria-hidden style={{ height }}>
    <td colSpan={5} className="spacer" />
  </tr>
)

type RowProps = {
  event: Event
  index: number
  chosen: boolean
  /** Whether this row is the table's tab stop. */
  stop: boolean
  measure: (element: HTMLTableRowElement | null) => void
}

function EventRow({ event, index, chosen, stop, measure }: RowProps) {
  const t = useText()
  const shown = chosen ? event.evidence : event.evidence.slice(0, 1)
  const first = event.evidence[0]
  return (
    <tr
      ref={measure}
      data-index={index}
      data-event={event.id}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      tabIndex={stop ? 0 : -1}
      onClick={() => chooseEvent(event.id)}
      onFocus={() => chooseEvent(event.id)}
      onDoubleClick={() => readEvidence(event)}
    >
      <td className="src trunc" dir="auto">
        {first?.asserted ? `“${first.asserted}”` : <span className="t ui">{t('timeline.table.none')}</span>}
      </td>
      <td>
        <span className="mono">{event.edtf ?? t('timeline.table.noDate')}</span>
        {chosen && <span className="how">{howText(t, event)}</span>}
      </td>
      <td>
        <span className={chosen ? '' : 'trunc line'} dir="auto">
          {event.title}
        </span>
        {chosen && <span className="sub">{stateDetail(t, event.state)}</span>}
        {chosen && event.state.kind === 'conflicting' && <Differences event={event} />}
      </td>
      <td>
        <StateChip state={event.state} />
      </td>
      <td>
        {shown.map((evidence, i) => (
          <EvidenceLine
            key={evidence.id}
            evidence={evidence}
            more={!chosen && i === 0 ? event.evidence.length - 1 : 0}
          />
        ))}
      </td>
    </tr>
  )
}

/** How the event's date came about, in a few words. */
function howText(t: ReturnType<typeof useText>, event: Event): string {
  if (event.dateOrigin === 'researcher') return t('date.step.entered')
  if (event.state.agree > 1) return t('timeline.state.agree', { count: event.state.agree })
  const step = event.evidence[0]?.derivation.find((s) => s.code !== 'as-written')
  return step ? stepText(t, step) : ''
}

function EvidenceLine({ evidence, more }: { evidence: Evidence; more: number }) {
  const t = useText()
  const cite = useCite()
  return (
    <div className="evd">
      <button type="button" className="link" tabIndex={-1} onClick={() => openEvidence(evidence)}>
        <bdi>{cite(evidence.passage)}</bdi>
      </button>
      <span className="src trunc" dir="auto" lang={evidence.passage.language ?? undefined}>
        “{evidence.passage.quote}”
      </span>
      {more > 0 && <span className="link">{t('timeline.table.more', { count: more })}</span>}
    </div>
  )
}
