import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ArticleSort } from '../../../src-main/contract/types'
import { useSession } from '../../data/session'
import { useText } from '../../i18n/i18n'

const columns = [
  { name: 'title', by: 'title', className: '' },
  { name: 'outlet', by: 'outlet', className: '' },
  { name: 'published', by: 'published', className: '' },
  { name: 'status', by: 'status', className: '' },
  { name: 'tags', by: null, className: 'wide' },
  { name: 'words', by: 'words', className: 'num wide' },
  { name: 'passages', by: 'passages', className: 'num' },
] as const satisfies readonly { name: string; by: ArticleSort['by'] | null; className: string }[]

/** Counts are looked at from the largest, everything else from the beginning. */
const firstDirection = (by: ArticleSort['by']): boolean => by === 'words' || by === 'passages'

/** Column names; a press sorts by the column, another one turns the order round. */
export function TableHead() {
  const t = useText()
  const sort = useSession((s) => s.sort)
  const sortBy = (by: ArticleSort['by']): void =>
    useSession.setState({ sort: { by, descending: by === sort.by ? !sort.descending : firstDirection(by) } })
  return (
    <thead>
      <tr>
        {columns.map(({ name, by, className }) => {
          const active = by === sort.by
          const Arrow = sort.descending ? ArrowDown : ArrowUp
          return (
            <th
              key={name}
              scope="col"
              className={className}
              aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : undefined}
            >
              {by === null ? (
                t(`library.column.${name}`)
              ) : (
                <button type="button" onClick={() => sortBy(by)}>
                  {t(`library.column.${name}`)}
                  {active && <Arrow className="s12" />}
                </button>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
