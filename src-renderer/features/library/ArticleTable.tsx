import { useVirtualizer } from '@tanstack/react-virtual'
import { type DragEvent, type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useMemo, useRef } from 'react'
import { carryArticles } from '../../data/drag'
import { maxPanes } from '../../data/panes'
import { openInRead, useSession } from '../../data/session'
import { useText } from '../../i18n/i18n'
import { choose, extend, indexAfter, type Selection, toggle } from '../../ui/selection'
import { ArticleLine } from './ArticleLine'
import { TableHead } from './TableHead'
import { useRows } from './use-articles'
import { inTableOrder } from './use-library-commands'
import type { TableSelection } from './use-selection'
import './table.css'

const rowHeight = 62
const headHeight = 29

type Props = {
  ids: readonly number[]
  table: TableSelection
  tableRef: RefObject<HTMLTableElement | null>
}

/** All articles that the filter leaves, as a table of which only the visible rows exist. */
export function ArticleTable({ ids, table, tableRef }: Props) {
  const t = useText()
  const scroller = useRef<HTMLDivElement>(null)
  const { selection, change } = table
  const rows = useVirtualizer({
    count: ids.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 4,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  const items = rows.getVirtualItems()
  const rowAt = useRows(items[0]?.index ?? 0)
  const chosen = useMemo(() => new Set(selection.selected), [selection.selected])
  const cursorIndex = useMemo(
    () => (selection.cursor === null ? -1 : ids.indexOf(selection.cursor)),
    [ids, selection.cursor],
  )
  useEffect(() => {
    // Nothing else has the keyboard, as after opening the library: the arrow keys are for the articles then.
    if (document.activeElement === document.body) tableRef.current?.focus({ preventScroll: true })
  }, [tableRef])
  useReveal(ids, (index) => {
    rows.scrollToIndex(index, { align: 'start' })
    requestAnimationFrame(() => tableRef.current?.focus())
  })

  const moveTo = (index: number, how: (id: number) => Selection): void => {
    const id = ids[index]
    if (id === undefined) return
    change(how(id))
    rows.scrollToIndex(index)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey) return
    const control = event.ctrlKey || event.metaKey
    if (control && event.key === ' ' && selection.cursor !== null) {
      event.preventDefault()
      change(toggle(selection, selection.cursor))
      return
    }
    const visible = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - headHeight) / rowHeight) - 1)
    const next = indexAfter(event.key, cursorIndex, ids.length, visible)
    if (next === null) return
    event.preventDefault()
    moveTo(next, (id) =>
      event.shiftKey ? extend(selection, ids, id) : control ? { ...selection, cursor: id } : choose(id),
    )
  }
  const indexOf = (event: MouseEvent): number =>
    Number((event.target as Element).closest<HTMLElement>('tr[data-index]')?.dataset.index ?? -1)
  const onClick = (event: MouseEvent): void => {
    const id = ids[indexOf(event)]
    if (id === undefined) return
    if (event.shiftKey) change(extend(selection, ids, id))
    else change(event.ctrlKey || event.metaKey ? toggle(selection, id) : choose(id))
  }
  const onDoubleClick = (event: MouseEvent): void => {
    const id = ids[indexOf(event)]
    if (id !== undefined && !event.shiftKey && !event.ctrlKey) openInRead([id])
  }
  /** The row, or all chosen ones where it is one of them. */
  const onDragStart = (event: DragEvent): void => {
    const id = ids[indexOf(event)]
    if (id === undefined) return
    carryArticles(event.dataTransfer, chosen.has(id) ? inTableOrder(ids, selection.selected).slice(0, maxPanes) : [id])
  }
  const before = (items[0]?.start ?? headHeight) - headHeight
  const after = rows.getTotalSize() - ((items.at(-1)?.end ?? headHeight) - headHeight)
  const shown = items.some((item) => item.index === cursorIndex)
  return (
    <div className="lib-scroll" ref={scroller}>
      <table
        ref={tableRef}
        className="lib-table"
        role="grid"
        aria-label={t('library.table')}
        aria-multiselectable
        aria-rowcount={ids.length + 1}
        aria-activedescendant={shown ? `article-${cursorIndex}` : undefined}
        tabIndex={0}
        data-region
        data-first
        onKeyDown={onKeyDown}
        onClick={onClick}
        onDoubleClick={onDoubleClick}
        onDragStart={onDragStart}
      >
        <Columns />
        <TableHead />
        <tbody>
          <Spacer height={before} />
          {items.map((item) => (
            <ArticleLine
              key={ids[item.index] ?? item.key}
              id={`article-${item.index}`}
              index={item.index}
              row={rowAt(item.index)}
              selected={chosen.has(ids[item.index] ?? -1)}
              cursor={item.index === cursorIndex}
              alone={chosen.size === 1}
            />
          ))}
          <Spacer height={after} />
        </tbody>
      </table>
    </div>
  )
}

const Columns = () => (
  <colgroup>
    <col />
    <col className="c-outlet" />
    <col className="c-published" />
    <col className="c-status" />
    <col className="c-tags wide" />
    <col className="c-words wide" />
    <col className="c-passages" />
  </colgroup>
)

/** Stands for the rows before or after those that exist. */
const Spacer = ({ height }: { height: number }) =>
  height > 0 ? (
    <tr aria-hidden className="lib-spacer">
      <td style={{ height }} />
    </tr>
  ) : null

/** Brings an article into view that something else asked to show, once the table lists it. */
function useReveal(ids: readonly number[], show: (index: number) => void): void {
  const revealed = useSession((s) => s.revealed)
  const latest = useRef(show)
  useEffect(() => {
    latest.current = show
  })
  useEffect(() => {
    if (revealed === null) return
    const index = ids.indexOf(revealed)
    if (index < 0) return
    latest.current(index)
    useSession.setState({ revealed: null })
  }, [ids, revealed])
}
