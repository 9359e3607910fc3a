import { ArrowDown, ArrowUp } from 'lucide-react'
import { useText } from '../../../i18n/i18n'
import type { Column } from '../columns'
import { setView, useView } from '../use-view'

/** Dates stand in their order from the beginning; a third press on a column gives the timeline's own order back. */
const sortBy = (by: Column): void =>
  setView(({ sort }) => ({
    sort:
      sort.by !== by
        ? { by, descending: false }
        : sort.descending
          ? { by: null, descending: false }
          : { by, descending: true },
  }))

/** Column names; a press sorts by the column. `readingOrder`: the table's own order is one of reading, not of dates. */
export function TableHead({ columns, readingOrder }: { columns: readonly Column[]; readingOrder: boolean }) {
  const t = useText()
  const sort = useView((s) => s.sort)
  const own: Column | null = readingOrder ? null : 'resolved'
  return (
    <thead>
      <tr>
        <th scope="col" className="c-mark">
          <span className="vh">{t('timeline.table.marked')}</span>
        </th>
        {columns.map((column) => {
          const active = (sort.by ?? own) === column
          const Arrow = sort.descending ? ArrowDown : ArrowUp
          return (
            <th
              key={column}
              scope="col"
              aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                title={t(column === 'resolved' ? 'timeline.table.dateRule' : 'timeline.table.sortBy')}
                onClick={() => sortBy(column)}
              >
                <span className="trunc">{t(`timeline.table.${column}`)}</span>
                {active && <Arrow className="s12" />}
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
