import { ListFilter, X } from 'lucide-react'
import { type RefObject, useEffect, useState } from 'react'
import type { ArticlePage } from '../../../src-main/contract/types'
import { articleStatuses } from '../../../src-main/domain/article'
import { CommandKey } from '../../commands/CommandButton'
import { useSession } from '../../data/session'
import { number, useText } from '../../i18n/i18n'

type Props = {
  page: ArticlePage | undefined
  filterRef: RefObject<HTMLInputElement | null>
  /** The keyboard goes on to the table. */
  onDone: () => void
}

/** Narrows the table by words and status, and says what is left. */
export function FilterBar({ page, filterRef, onDone }: Props) {
  const t = useText()
  const status = useSession((s) => s.filter.status)
  return (
    <div className="lib-bar">
      <FilterField filterRef={filterRef} onDone={onDone} />
      <label className="vh" htmlFor="lib-status">
        {t('library.filter.status')}
      </label>
      <select
        id="lib-status"
        className="field lib-select"
        value={status ?? ''}
        onChange={(event) => {
          const chosen = articleStatuses.find((s) => s === event.target.value) ?? null
          useSession.setState((s) => ({ filter: { ...s.filter, status: chosen } }))
        }}
      >
        <option value="">{t('library.filter.anyStatus')}</option>
        {articleStatuses.map((s) => (
          <option key={s} value={s}>
            {t('library.filter.statusIs', { status: t(`library.status.${s}`) })}
          </option>
        ))}
      </select>
      <span className="grow" />
      <p className="t lib-totals trunc" aria-live="polite">
        <Totals page={page} />
      </p>
    </div>
  )
}

function Totals({ page }: { page: ArticlePage | undefined }) {
  const t = useText()
  if (!page || page.counts.all === 0) return null
  const counted = (key: string, count: number): string => t(`library.totals.${key}`, { count, number: number(count) })
  return [counted('articles', page.total), counted('words', page.words), counted('passages', page.passages)].join(', ')
}

type FieldProps = Pick<Props, 'filterRef' | 'onDone'>

function FilterField({ filterRef, onDone }: FieldProps) {
  const t = useText()
  const query = useSession((s) => s.filter.query)
  const [typed, setTyped] = useState(query)
  useEffect(() => setTyped(query), [query])
  useEffect(() => {
    if (typed === useSession.getState().filter.query) return
    const timer = setTimeout(() => useSession.setState((s) => ({ filter: { ...s.filter, query: typed } })), 150)
    return () => clearTimeout(timer)
  }, [typed])
  const clear = (): void => {
    setTyped('')
    filterRef.current?.focus()
  }
  return (
    <search className="lib-filter">
      <ListFilter className="s14" />
      <input
        ref={filterRef}
        data-region-focus
        type="text"
        value={typed}
        spellCheck={false}
        autoComplete="off"
        aria-label={t('library.filter.label')}
        placeholder={t('library.filter.placeholder')}
        title={t('library.filter.help')}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') clear()
          else if (['Escape', 'Enter', 'ArrowDown'].includes(event.key)) onDone()
        }}
      />
      {typed === '' ? (
        <CommandKey id="article.filter" />
      ) : (
        <button type="button" className="btn s icon quiet" aria-label={t('library.filter.clear')} onClick={clear}>
          <X className="s14" />
        </button>
      )}
    </search>
  )
}
