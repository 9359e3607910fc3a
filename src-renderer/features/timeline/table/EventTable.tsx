import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, memo, useCallback, useEffect, useMemo, useRef } from 'react'
import type { Event, EventRow } from '../../../../src-main/contract/timeline-types'
import { useText } from '../../../i18n/i18n'
import { columnsAt } from '../columns'
import { noMarks, ranged, toggled } from '../marks'
import { chooseEvent, readEvidence } from '../use-events'
import type { Names } from '../use-names'
import { setMarks, useView } from '../use-view'
import { withRow } from '../with-row'
import { EventLine } from './EventLine'
import { TableHead } from './TableHead'
import './table.css'
import { type Cursor, idAt, useCursor } from './use-cursor'
import { useTableKeys } from './use-table-keys'
import { useWidth } from './use-width'

type Props = {
  events: readonly EventRow[]
  chosen: EventRow | null
  detail: Event | null
  names: Names
  /** The table's own order is one of reading. */
  readingOrder: boolean
}

const rowHeight = 33
const headHeight = 28
const markWidth = 32

/** Events as a table: arrow keys move by row and by cell, Enter reads the evidence or edits, Space chooses rows together. */
export const EventTable = memo(function EventTable(props: Props) {
  const { events, chosen, detail, names, readingOrder } = props
  const t = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const width = useWidth(scroller)
  const sized = useMemo(() => columnsAt(width - markWidth), [width])
  const columns = useMemo(() => sized.map(({ name }) => name), [sized])
  const order = useMemo(() => events.map((event) => event.id), [events])
  const marks = useView((s) => s.marks)
  const marked = useMemo(() => new Set(marks.ids), [marks])
  const openId = chosen?.id ?? null
  const index = useMemo(() => (openId === null ? -1 : order.indexOf(openId)), [order, openId])
  const rows = useVirtualizer({
    count: events.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    // Only the open row has a height of its own.
    getItemKey: useCallback((i: number) => (i === index ? `${order[i]} open` : (order[i] ?? i)), [order, index]),
    // The row with the keyboard stays.
    rangeExtractor: useCallback((range: Range) => withRow(defaultRangeExtractor(range), index), [index]),
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  const cursor = useCursor(events, index, columns, scroller, rows.scrollToIndex)
  const onKeyDown = useTableKeys({ events, order, index, columns, cursor, scroller, rowHeight })
  const { onMouseDown, onClick, onDoubleClick } = useMouse(order, openId, cursor)
  const { edit, focusRow, onEnd } = cursor
  const isDetailed = detail !== null && detail.id === openId
  useEffect(() => {
    if (index < 0) return
    rows.scrollToIndex(index, { align: 'auto' })
    // Open, the row is as high as what it shows: known once that is drawn.
    const again = isDetailed && requestAnimationFrame(() => requestAnimationFrame(() => rows.scrollToIndex(index)))
    return () => cancelAnimationFrame(Number(again))
  }, [rows, index, isDetailed])
  const wanted = useView((s) => s.focusWanted)
  useEffect(() => {
    if (wanted === null || !order.includes(wanted)) return
    useView.setState({ focusWanted: null })
    focusRow(wanted)
  }, [wanted, order, focusRow])
  const items = rows.getVirtualItems()
  const end = (items.at(-1)?.end ?? headHeight) - headHeight
  return (
    <div className="evwrap" ref={scroller} data-region>
      <table
        className="ev"
        role="grid"
        aria-label={t('timeline.table.region')}
        aria-multiselectable
        aria-rowcount={events.length + 1}
        onKeyDown={onKeyDown}
        onMouseDown={onMouseDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onFocus={cursor.onFocus}
        onBlur={cursor.onBlur}
      >
        <caption className="vh">{t(readingOrder ? 'timeline.table.readingRule' : 'timeline.table.dateRule')}</caption>
        <colgroup>
          <col style={{ width: markWidth }} />
          {sized.map((column) => (
            <col key={column.name} style={{ width: column.width }} />
          ))}
        </colgroup>
        <TableHead columns={columns} readingOrder={readingOrder} />
        <tbody>
          {items.flatMap((item, i) => {
            const event = events[item.index]
            if (!event) return []
            const isOpen = event.id === openId
            const gap = item.start - (items[i - 1]?.end ?? headHeight)
            return [
              ...(gap > 0 ? [<Spacer key={`before ${event.id}`} height={gap} columns={columns.length + 1} />] : []),
              <EventLine
                key={event.id}
                event={event}
                index={item.index}
                columns={columns}
                names={names}
                marked={marked.has(event.id)}
                selected={marked.size > 0 ? marked.has(event.id) : isOpen}
                isOpen={isOpen}
                detail={isOpen && detail?.id === event.id ? detail : null}
                stop={item.index === Math.max(0, index) ? (cursor.column ?? 'row') : null}
                editing={isOpen && edit !== null && columns.includes(edit) ? edit : null}
                onEnd={onEnd}
                measure={isOpen ? rows.measureElement : null}
              />,
            ]
          })}
          {rows.getTotalSize() > end && <Spacer height={rows.getTotalSize() - end} columns={columns.length + 1} />}
        </tbody>
      </table>
    </div>
  )
})

const Spacer = ({ height, columns }: { height: number; columns: number }) => (
  <tr aria-hidden style={{ height }}>
    <td colSpan={columns} className="spacer" />
  </tr>
)

/** A click chooses, with Ctrl or Shift several; a double click edits, or reads what is not edited here. */
function useMouse(order: readonly number[], openId: number | null, cursor: Cursor) {
  // A press moves the keyboard to its row before the click is heard: the row that had it began the range.
  const before = useRef<number | null>(null)
  const onMouseDown = (event: MouseEvent): void => {
    before.current = openId
    if (event.shiftKey) event.preventDefault()
  }
  const onClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element)) return
    const id = idAt(event.target)
    const evidence = event.target.closest<HTMLElement>('[data-evidence]')?.dataset.evidence
    if (id === null || event.target.closest('.cell-editor')) return
    if (evidence !== undefined) return void readEvidence(id, Number(evidence))
    const { marks } = useView.getState()
    if (event.shiftKey) setMarks(ranged(marks, order, before.current, id))
    else if (event.target.closest('.c-mark')) setMarks(toggled(marks, id))
    else if (event.ctrlKey || event.metaKey) setMarks(withAnother(marks, before.current, id))
    else if (marks.ids.length > 0) setMarks(noMarks)
    chooseEvent(id)
  }
  const onDoubleClick = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || event.target.closest('.cell-editor, .c-mark')) return
    const id = idAt(event.target)
    if (id !== null) cursor.openAt(id, event.target.closest<HTMLElement>('[data-column]')?.dataset.column)
  }
  return { onMouseDown, onClick, onDoubleClick }
}

/** With nothing chosen together yet, the row that was chosen before counts. */
const withAnother = (marks: Parameters<typeof toggled>[0], before: number | null, id: number) =>
  toggled(marks.ids.length === 0 && before !== null && before !== id ? toggled(marks, before) : marks, id)
