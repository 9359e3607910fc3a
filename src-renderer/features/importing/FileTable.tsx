import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useEffect, useRef } from 'react'
import type { StagedFile } from '../../../src-main/contract/import-types'
import type { MetadataField } from '../../../src-main/domain/article'
import { useText } from '../../i18n/i18n'
import { FileRow } from './FileRow'
import { enter, isAddable, isTicked, tick } from './review'
import type { Review } from './use-review'

const heights = { ready: 106, duplicate: 106, refused: 66 } as const satisfies Record<
  StagedFile['outcome']['kind'],
  number
>
const headHeight = 31

type Props = { review: Review; tableRef: RefObject<HTMLTableElement | null>; onEnterBlocks: () => void }

/** The files of a review: one row each, of which only the visible ones exist. */
export function FileTable({ review, tableRef, onEnterBlocks }: Props) {
  const t = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const focusField = useRef<string | null>(null)
  const files = review.stage?.files ?? []
  const { at, changes, change, moveTo } = review
  const rows = useVirtualizer({
    count: files.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[files[index]?.outcome.kind ?? 'ready'],
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  useEffect(() => tableRef.current?.focus(), [tableRef])
  useEffect(() => {
    if (!focusField.current) return
    const field = document.querySelector<HTMLInputElement>(`#file-${at} [data-field="${focusField.current}"] input`)
    ;(field ?? tableRef.current)?.focus()
    focusField.current = null
  }, [at, tableRef])

  const go = (to: number): void => {
    const next = Math.min(files.length - 1, Math.max(0, to))
    if (next !== at) moveTo(next)
    rows.scrollToIndex(next)
  }
  const onTableKey = (event: KeyboardEvent): void => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / heights.ready) - 1)
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: files.length - 1,
    }
    const next = steps[event.key]
    if (next !== undefined) go(next)
    else if (event.key === 'F2') {
      focusField.current = 'outlet'
      document.querySelector<HTMLInputElement>(`#file-${at} [data-field="outlet"] input`)?.focus()
    } else if (event.key === 'ArrowRight' || (event.key === 'Enter' && !event.ctrlKey)) onEnterBlocks()
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
  const onRowClick = (event: MouseEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>('tr[data-at]')?.dataset.at
    if (row !== undefined) moveTo(Number(row))
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
  const before = (items[0]?.start ?? headHeight) - headHeight
  const after = rows.getTotalSize() - ((items.at(-1)?.end ?? headHeight) - headHeight)
  return (
    <div className="imp-files" ref={scroller}>
      <table
        ref={tableRef}
        className="imp-table"
        role="grid"
        aria-label={t('importing.files')}
        aria-rowcount={files.length + 1}
        aria-activedescendant={items.some((item) => item.index === at) ? `file-${at}` : undefined}
        tabIndex={0}
        data-review-region
        onKeyDown={onKeyDown}
        onClick={onRowClick}
      >
        <Head review={review} />
        <tbody>
          <Spacer height={before} />
          {items.map((item) => {
            const file = files[item.index]
            return (
              file && (
                <FileRow
                  key={file.index}
                  file={file}
                  at={item.index}
                  current={item.index === at}
                  changes={changes.get(file.index)}
                  ticked={isTicked(file, changes)}
                  onTick={onTick}
                  onEnter={onEnter}
                  onFocus={moveTo}
                />
              )
            )
          })}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  )
}

/** Column names; the box ticks or unticks everything that can be added. */
function Head({ review }: { review: Review }) {
  const t = useText()
  const addable = (review.stage?.files ?? []).filter(isAddable)
  const ticked = review.state.ticked.length
  const all = addable.length > 0 && ticked === addable.length
  return (
    <thead>
      <tr>
        <th scope="col" className="c-tick">
          <input
            type="checkbox"
            className="check"
            aria-label={t('importing.tickAll')}
            checked={all}
            disabled={addable.length === 0}
            ref={(box) => {
              if (box) box.indeterminate = ticked > 0 && !all
            }}
            onChange={() =>
              review.change((c) =>
                tick(
                  c,
                  addable.map((file) => file.index),
                  !all,
                ),
              )
            }
          />
        </th>
        <th scope="col">{t('importing.field.title')}</th>
        <th scope="col" className="c-outlet">
          {t('importing.field.outlet')}
        </th>
        <th scope="col" className="c-published">
          {t('importing.field.published')}
        </th>
        <th scope="col" className="c-text">
          {t('importing.text')}
        </th>
      </tr>
    </thead>
  )
}

/** Stands for the rows before or after those that exist. */
const Spacer = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr aria-hidden className="imp-spacer">
      <td style={{ height }} />
    </tr>
  ) : null
