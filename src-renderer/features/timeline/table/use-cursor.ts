import { type FocusEvent, type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { EventRow } from '../../../../src-main/contract/timeline-types'
import { columns as allColumns, type Column, type EditableColumn, isEditable } from '../columns'
import { chooseEvent, readEvidence } from '../use-events'
import type { Ending } from './CellEditor'

export type Cursor = ReturnType<typeof useCursor>

/** The event whose row an element is in. */
export function idAt(element: Element): number | null {
  const id = element.closest<HTMLElement>('tr[data-event]')?.dataset.event
  return id === undefined ? null : Number(id)
}

const columnAt = (element: Element): Column | null =>
  allColumns.find((column) => column === element.closest<HTMLElement>('td[data-column]')?.dataset.column) ?? null

/**
 * Where the keyboard stands in the table: a row, or one of its cells, and whether that is being edited. The row is that of
 * the chosen event. The keyboard stays in the table when its row moves or goes.
 */
export function useCursor(
  events: readonly EventRow[],
  index: number,
  columns: readonly Column[],
  scroller: RefObject<HTMLElement | null>,
  scrollTo: (index: number) => void,
) {
  const [column, setColumn] = useState<Column | null>(null)
  const [edit, setEdit] = useState<EditableColumn | null>(null)
  const hasKeyboard = useRef(false)
  const isMoving = useRef(false)
  /** Where the keyboard was before editing, and goes back to. */
  const from = useRef<Column | null>(null)
  const current = events[index]

  // After every change: the element with the keyboard may have moved, gone, or only now be there.
  useLayoutEffect(() => {
    if (!hasKeyboard.current || edit !== null || !current) return
    const lost = document.activeElement === document.body || document.activeElement === null
    if (!isMoving.current && !lost) return
    const row = scroller.current?.querySelector<HTMLElement>(`tr[data-event="${current.id}"]`)
    const target = (column && row?.querySelector<HTMLElement>(`td[data-column="${column}"]`)) ?? row
    if (!target) return
    isMoving.current = false
    target.focus({ preventScroll: true })
  })
  // Another event can't be edited in the field of the one before.
  const currentId = current?.id
  const edited = useRef(currentId)
  useEffect(() => {
    if (edited.current !== currentId) setEdit(null)
    edited.current = currentId
  }, [currentId])

  const move = (to: number, toColumn: Column | null): void => {
    const target = events[Math.max(0, Math.min(to, events.length - 1))]
    if (!target) return
    hasKeyboard.current = true
    isMoving.current = true
    chooseEvent(target.id)
    setColumn(toColumn)
    scrollTo(events.indexOf(target))
  }
  const focusRow = useCallback((id: number): void => {
    hasKeyboard.current = true
    isMoving.current = true
    chooseEvent(id)
    setColumn(null)
  }, [])
  const startEdit = (what: EditableColumn): void => {
    hasKeyboard.current = true
    edited.current = currentId
    from.current = column
    setColumn(what)
    setEdit(what)
  }
  /** What Enter and a double click do at a place of the table. */
  const openAt = (id: number, name: string | undefined): void => {
    const at = allColumns.find((one) => one === name)
    if (at === undefined || !isEditable(at)) return void readEvidence(id)
    if (id !== currentId) chooseEvent(id)
    hasKeyboard.current = true
    edited.current = id
    from.current = id === currentId ? column : null
    setColumn(at)
    setEdit(at)
  }
  const latest = useRef({ edit, columns })
  useEffect(() => {
    latest.current = { edit, columns }
  })
  const onEnd = useCallback((ending: Ending): void => {
    const { edit: column, columns: shown } = latest.current
    const editable = shown.filter(isEditable)
    const at = column === null ? -1 : editable.indexOf(column)
    const next = ending === 'next' ? editable[at + 1] : ending === 'previous' ? editable[at - 1] : undefined
    isMoving.current = ending !== 'left'
    if (next) from.current = next
    setEdit(next ?? null)
    setColumn(from.current)
  }, [])

  const onFocus = (event: FocusEvent): void => {
    hasKeyboard.current = true
    const id = idAt(event.target)
    if (id === null || event.target.closest('.cell-editor')) return
    if (id !== currentId) chooseEvent(id)
    if (event.target instanceof HTMLTableRowElement) setColumn(null)
    else if (event.target.matches('td[data-column]')) setColumn(columnAt(event.target))
  }
  const onBlur = (event: FocusEvent): void => {
    const { target, relatedTarget, currentTarget } = event
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return
    if (relatedTarget !== null) hasKeyboard.current = false
    // Taken from the screen, the element leaves the keyboard to the table; a click beside it takes it away.
    else
      queueMicrotask(() => {
        if (target.isConnected && document.hasFocus()) hasKeyboard.current = false
      })
  }
  return { column, edit, move, focusRow, startEdit, openAt, onEnd, onFocus, onBlur }
}
