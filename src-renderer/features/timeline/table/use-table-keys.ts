import type { KeyboardEvent, RefObject } from 'react'
import type { EventRow } from '../../../../src-main/contract/timeline-types'
import { useCommands } from '../../../commands/registry'
import { indexAfter } from '../../../ui/selection'
import { type Column, isEditable } from '../columns'
import { noMarks, ranged, toggled } from '../marks'
import { readEvidence } from '../use-events'
import { setMarks, useView } from '../use-view'
import type { Cursor } from './use-cursor'

type Place = {
  events: readonly EventRow[]
  order: readonly number[]
  /** The row with the keyboard. */
  index: number
  columns: readonly Column[]
  cursor: Cursor
  scroller: RefObject<HTMLElement | null>
  rowHeight: number
}

/**
 * The keys of the table. Up and down go by row, left and right by cell; with Shift rows are chosen together. Enter on a row
 * or on what is not edited here reads the evidence; on other cells it edits, as F2 does.
 */
export function useTableKeys(place: Place): (event: KeyboardEvent) => void {
  const { events, order, index, columns, cursor } = place
  const marks = useView((s) => s.marks)
  const current = events[index]
  const { column } = cursor
  useCommands({
    'event.edit': current ? () => cursor.startEdit(column !== null && isEditable(column) ? column : 'event') : null,
    'event.read': current && current.evidence.length > 0 ? () => readEvidence(current.id) : null,
    'event.mark': current ? () => setMarks(toggled(marks, current.id)) : null,
    'event.selectAll': events.length > 0 ? () => setMarks({ ids: order, anchor: order[0] ?? null }) : null,
    'event.unmark': marks.ids.length > 0 ? () => setMarks(noMarks) : null,
  })

  const goByRow = (event: KeyboardEvent, to: number): void => {
    const id = order[to]
    if (id === undefined) return
    if (event.shiftKey) setMarks(ranged(marks, order, current?.id ?? null, id))
    cursor.move(to, column)
  }
  const goByCell = (to: number): void => cursor.move(Math.max(0, index), to < 0 ? null : (columns[to] ?? column))

  return (event) => {
    const { target } = event
    const here = target instanceof HTMLTableRowElement || (target instanceof Element && target.matches('td'))
    if (!here || event.altKey || event.ctrlKey || event.metaKey) return
    const cell = column === null ? -1 : columns.indexOf(column)
    const forwards = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') goByCell(event.key === forwards ? cell + 1 : cell - 1)
    else if (cell >= 0 && event.key === 'Home') goByCell(0)
    else if (cell >= 0 && event.key === 'End') goByCell(columns.length - 1)
    else if (cell >= 0 && event.key === 'Enter' && current) cursor.openAt(current.id, columns[cell])
    else {
      const page = Math.max(1, Math.floor((place.scroller.current?.clientHeight ?? 0) / place.rowHeight) - 2)
      const to = indexAfter(event.key, index, events.length, page)
      if (to === null) return
      goByRow(event, to)
    }
    event.preventDefault()
  }
}
