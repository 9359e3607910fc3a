import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react'
import type { Companion } from '../../../src-main/contract/related-types'
import type { ArticleRow } from '../../../src-main/contract/types'
import { useCompanions } from '../../data/companions'
import { useAnswer } from '../../data/queries'
import { openAgain, openInRead, useSession } from '../../data/session'
import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { Sheet } from '../../ui/Sheet'
import { useSettledChoice } from '../../ui/use-settled-choice'
import { focusText } from './use-reader'

const shownAtMost = 50

type Row = Pick<ArticleRow, 'id' | 'title' | 'standIn' | 'outlet' | 'published' | 'language'> & {
  /** Why it is proposed. */
  because: Companion['kind'] | null
}

/** A choice of an article to open beside the others, found by typing. One that is open can be opened at a second place. */
export function AddPane({ onClose }: { onClose: () => void }) {
  const t = useText()
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<number | null>(null)
  const query = useDeferredValue(typed.trim())
  const panes = useSession((s) => s.panes)
  const found = useAnswer(
    'article.list',
    { filter: { query }, sort: { by: 'published', descending: false }, offset: 0, limit: shownAtMost },
    { keepPrevious: true },
  )
  const listed = found.error ? [] : (found.data?.rows ?? [])
  const companions = useCompanions(query === '' ? panes.map((pane) => pane.articleId) : [])
  const isOpen = (row: Pick<Row, 'id'>): boolean => panes.some((pane) => pane.articleId === row.id)
  const proposed = companions.map((one): Row => ({ ...one, id: one.articleId, because: one.kind }))
  const others = listed
    .filter((row) => !proposed.some(({ id: known }) => known === row.id))
    .map((row): Row => ({ ...row, because: null }))
  const rows = [...proposed, ...others.filter((row) => !isOpen(row)), ...others.filter(isOpen)]
  // By article, since companions arrive above what is found; -1 where there is none.
  const at = Math.max(
    Math.min(0, rows.length - 1),
    rows.findIndex((row) => row.id === chosen),
  )
  useEffect(() => {
    list.current?.querySelector(`[data-index="${at}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const choose = (row: Row | undefined): void => {
    if (!row) return
    if (isOpen(row)) openAgain(row.id)
    else openInRead([row.id])
    const pane = useSession.getState().activePane
    onClose()
    // After the dialog has given the keyboard back to what opened it, one frame later.
    requestAnimationFrame(() => requestAnimationFrame(() => pane !== null && focusText(pane)))
  }
  const isSettled = typed.trim() === query && !found.isPending && !found.isPlaceholderData
  const enter = useSettledChoice(typed, isSettled, () => choose(rows[at]))
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setChosen(rows[(at + step + rows.length) % Math.max(1, rows.length)]?.id ?? null)
    else if (event.key === 'Enter') enter()
    else return
    event.preventDefault()
  }
  return (
    <Sheet title={t('reader.add.title')} closeLabel={t('app.close')} onClose={onClose} width={620}>
      <div className="add-pane">
        <input
          className="field"
          autoFocus
          role="combobox"
          aria-expanded={rows.length > 0}
          aria-controls={id}
          aria-activedescendant={rows[at] ? `${id}-${at}` : undefined}
          aria-label={t('reader.add.find')}
          placeholder={t('reader.add.find')}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setChosen(null)
          }}
          onKeyDown={onKeyDown}
        />
        {found.error && <p className="field-error">{t(`error.${found.error.code}`, found.error.params)}</p>}
        {!found.error && found.data && rows.length === 0 && <p className="q none">{t('reader.add.none')}</p>}
        <div className="add-list" id={id} role="listbox" aria-label={t('reader.add.found')} ref={list}>
          {rows.map((row, index) => (
            <Choice
              key={row.id}
              id={`${id}-${index}`}
              index={index}
              row={row}
              isOpen={isOpen(row)}
              isCurrent={index === at}
              onChoose={() => choose(row)}
            />
          ))}
        </div>
        <p className="vh" aria-live="polite">
          {t('reader.add.count', { count: rows.length })}
        </p>
      </div>
    </Sheet>
  )
}

type ChoiceProps = {
  id: string
  index: number
  row: Row
  isOpen: boolean
  isCurrent: boolean
  onChoose: () => void
}

function Choice({ id, index, row, isOpen, isCurrent, onChoose }: ChoiceProps) {
  const t = useText()
  const dateText = useDateText()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keyboard
    <div id={id} role="option" tabIndex={-1} data-index={index} aria-selected={isCurrent} onClick={onChoose}>
      <span className={`src clamp2 ${row.title === null ? '' : 'titled'}`} dir="auto" lang={row.language ?? undefined}>
        {row.title ?? row.standIn}
      </span>
      <span className="sub">
        <bdi>{row.outlet ?? t('cite.outletUnknown')}</bdi>, {dateText(row.published)}
        {row.because && <span className="chip again">{t(`related.companions.kind.${row.because}`)}</span>}
        {isOpen && <span className="chip again">{t('reader.add.again')}</span>}
      </span>
    </div>
  )
}
