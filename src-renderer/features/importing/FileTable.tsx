import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useEffect, useMemo, useRef } from 'react'
import type { StagedFile } from '../../../src-main/contract/import-types'
import type { MetadataField } from '../../../src-main/domain/article'
import { useText } from '../../i18n/i18n'
import { choose, extend, indexAfter, toggle } from '../../ui/selection'
import { FileRow } from './FileRow'
import { enter, isTicked, tick } from './review'
import { TableHead } from './TableHead'
import type { Review } from './use-review'

const heights = { ready: 106, duplicate: 82, added: 82, refused: 66, reference: 66 } as const satisfies Record<
  StagedFile['outcome']['kind'],
  number
>
const headHeight = 31

type Props = {
  review: Review
  /** Whether the original stands beside the text, which takes room from the table. */
  comparing: boolean
  tableRef: RefObject<HTMLTableElement | null>
  onEnterText: () => void
}

/** The rows of a review, of which only the visible ones exist. */
export function FileTable({ review, comparing, tableRef, onEnterText }: Props) {
  const t = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const focusField = useRef<string | null>(null)
  const { rows: files, at, selection, select, changes, change } = review
  const ids = useMemo(() => files.map((file) => file.index), [files])
  const chosen = useMemo(() => new Set(selection.selected), [selection.selected])
  const rows = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    // The same functions for the same files: other ones have all rows measured anew, in every frame of scrolling.
    getItemKey: useCallback((index: number) => ids[index] ?? index, [ids]),
    estimateSize: useCallback((index: number) => heights[files[index]?.outcome.kind ?? 'ready'], [files]),
    overscan: 4,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  useEffect(() => tableRef.current?.focus(), [tableRef])
  const cursor = selection.cursor
  // After every rendering, since the row may have to be scrolled into view first.
  useEffect(() => {
    const row = focusField.current === null ? null : document.getElementById(`file-${cursor}`)
    if (!row) return
    const field = row.querySelector<HTMLInputElement>(`[data-field="${focusField.current}"] input`)
    ;(field ?? tableRef.current)?.focus()
    focusField.current = null
  })
  useEffect(() => {
    if (at < 0) return
    // After the table has taken its new height.
    const frame = requestAnimationFrame(() => rows.scrollToIndex(at, { align: comparing ? 'start' : 'auto' }))
    return () => cancelAnimationFrame(frame)
  }, [at, rows, comparing])

  const go = (to: number, extending = false): void => {
    const id = ids[Math.min(ids.length - 1, Math.max(0, to))]
    if (id !== undefined) select(extending ? extend(selection, ids, id) : choose(id))
  }
  const onTableKey = (event: KeyboardEvent): void => {
    const control = event.ctrlKey || event.metaKey
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / heights.ready) - 1)
    const next = event.altKey ? null : indexAfter(event.key, at, ids.length, page)
    // The row in hand may have been scrolled away without a key.
    if ((next !== null || event.key === 'F2') && at >= 0) rows.scrollToIndex(next ?? at, { align: 'auto' })
    if (next !== null && control && !event.shiftKey) select({ ...selection, cursor: ids[next] ?? null })
    else if (next !== null) go(next, event.shiftKey)
    else if (control && event.key === ' ' && cursor !== null) select(toggle(selection, cursor))
    else if (event.key === 'F2') {
      focusField.current = 'outlet'
      select({ ...selection })
    } else if (event.key === 'ArrowRight' || (event.key === 'Enter' && !control)) onEnterText()
    else return
    event.preventDefault()
  }
  const onFieldKey = (event: KeyboardEvent): void => {
    const field = (event.target as Element).closest<HTMLElement>('[data-field]')?.dataset.field
    if (!field) return
    if (event.key === 'Escape' || (event.key === 'Enter' && !event.ctrlKey)) {
      event.preventDefault()
      event.stopPropagation()
      tableRef.current?.focus()
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      focusField.current = field
      go(event.key === 'ArrowDown' ? at + 1 : at - 1)
    }
  }
  const onKeyDown = (event: KeyboardEvent): void =>
    event.target === event.currentTarget ? onTableKey(event) : onFieldKey(event)
  const onClick = (event: MouseEvent): void => {
    const target = event.target as Element
    const id = ids[Number(target.closest<HTMLElement>('tr[data-at]')?.dataset.at ?? -1)]
    if (id === undefined || target.closest('input')) return
    if (event.shiftKey) select(extend(selection, ids, id))
    else if (event.ctrlKey || event.metaKey) select(toggle(selection, id))
    else {
      focusField.current = target.closest<HTMLElement>('[data-field]')?.dataset.field ?? null
      select(choose(id))
    }
  }
  const onEnter = useCallback(
    (index: number, field: MetadataField, typed: string, found: string): void =>
      change((c) => enter(c, index, field, typed, found)),
    [change],
  )
  const onTick = useCallback(
    (index: number, ticked: boolean): void => change((c) => tick(c, [index], ticked)),
    [change],
  )

  const items = rows.getVirtualItems()
  const shown = items.some((item) => item.index === at)
  return (
    <div className="imp-files" ref={scroller}>
      <table
        ref={tableRef}
        className="imp-table"
        role="grid"
        aria-label={t('importing.files')}
        aria-multiselectable
        aria-rowcount={files.length + 1}
        aria-activedescendant={shown ? `file-${cursor}` : undefined}
        tabIndex={0}
        data-review-region
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        <TableHead review={review} />
        <tbody style={{ height: rows.getTotalSize() }}>
          {items.map((item) => {
            const file = files[item.index]
            return (
              file && (
                <FileRow
                  key={file.index}
                  t={t}
                  file={file}
                  at={item.index}
                  top={item.start - headHeight}
                  cursor={item.index === at}
                  chosen={chosen.has(file.index)}
                  changes={changes.get(file.index)}
                  ticked={isTicked(file, changes)}
                  onTick={onTick}
                  onEnter={onEnter}
                />
              )
            )
          })}
        </tbody>
      </table>
      {files.length === 0 && review.stage.files.length > 0 && (
        <p className="imp-none t">
          {t('importing.noneListed')}{' '}
          <button
            type="button"
            className="link"
            onClick={() => review.narrow({ ...review.listing, group: 'all', text: '' })}
          >
            {t('importing.showAll')}
          </button>
        </p>
      )}
    </div>
  )
}
