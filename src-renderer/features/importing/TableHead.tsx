import { ArrowDown, ArrowUp } from 'lucide-react'
import { memo } from 'react'
import { useText } from '../../i18n/i18n'
import { type ListOrder, nextOrder } from './listing'
import { isAddable, tick } from './review'
import type { Review } from './use-review'

const columns = ['title', 'outlet', 'published'] as const

/** Column names, which order the rows; the box takes or leaves everything listed that can be added. */
export const TableHead = memo(function TableHead({ review }: { review: Review }) {
  const t = useText()
  const { rows, state, listing, narrow, change } = review
  const addable = rows.filter(isAddable)
  const tickedIds = new Set(state.ticked.map((file) => file.index))
  const ticked = addable.filter((file) => tickedIds.has(file.index)).length
  const all = addable.length > 0 && ticked === addable.length
  const indexes = (): number[] => addable.map((file) => file.index)
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
            onChange={() => change((c) => tick(c, indexes(), !all))}
          />
        </th>
        {columns.map((by) => (
          <th key={by} scope="col" className={`c-${by}`} aria-sort={sortOf(listing.order, by)}>
            <button type="button" onClick={() => narrow({ ...listing, order: nextOrder(listing.order, by) })}>
              {t(`importing.field.${by}`)}
              {listing.order.by === by &&
                (listing.order.descending ? <ArrowDown className="s12" /> : <ArrowUp className="s12" />)}
            </button>
          </th>
        ))}
        <th scope="col" className="c-text">
          {t('importing.text')}
        </th>
      </tr>
    </thead>
  )
})

const sortOf = (order: ListOrder, by: ListOrder['by']): 'ascending' | 'descending' | undefined =>
  order.by === by ? (order.descending ? 'descending' : 'ascending') : undefined
