import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual'
import { memo, useCallback, useEffect, useRef } from 'react'
import type { Suggestion } from '../../../../src-main/contract/types'
import { suggestionOrders } from '../../../../src-main/domain/event'
import { useCite } from '../../../i18n/cite'
import { useText } from '../../../i18n/i18n'
import { Progress } from '../../../ui/Progress'
import { Segmented } from '../../../ui/Segmented'
import { setView, useView } from '../use-view'
import { withRow } from '../with-row'
import './queue.css'
import { Edtf } from '../Edtf'
import { QueueCard } from './QueueCard'
import { needsPublication, type Queue as QueueState, useTotal } from './use-queue'

const rowHeight = 55

/** Suggestions in the order of choice; the one in hand opens into a card above the others. */
export function Queue({ queue }: { queue: QueueState }) {
  const t = useText()
  const { current, index } = queue
  const first = current?.items[0]
  const total = useTotal(queue)
  /** The keyboard waits for the first card. */
  const isAwaited = queue.isPending && !current
  return (
    <aside className="queue" aria-label={t('timeline.queue.region')} data-region data-first={isAwaited || undefined}>
      <header className="qh">
        <h2>{t('timeline.queue.title')}</h2>
        <span className="count">{total}</span>
        <span className="grow" />
        <OrderField />
        <span className="t" title={t('timeline.queue.move')}>
          <span className="kbd">J</span> <span className="kbd">K</span>
        </span>
      </header>
      {queue.ofOpen !== null && <ScopeField ofOpen={queue.ofOpen} />}
      <p className="vh" aria-live="polite">
        {first && t('timeline.queue.current', { at: index + 1, total, text: first.sentence.text })}
      </p>
      {current ? (
        <QueueList queue={queue} />
      ) : (
        <div className="qempty">
          {queue.isPending ? (
            <Progress label={t('timeline.queue.loading')} done={0} total={0} />
          ) : (
            <>
              <h3>{t('timeline.queue.empty')}</h3>
              <p>{t(queue.ofOpen ? 'timeline.queue.emptyOfOpen' : 'timeline.queue.emptyLine')}</p>
            </>
          )}
        </div>
      )}
    </aside>
  )
}

function ScopeField({ ofOpen }: { ofOpen: boolean }) {
  const t = useText()
  return (
    <div className="qscope">
      <Segmented
        label={t('timeline.queue.scope')}
        value={ofOpen ? 'open' : 'all'}
        options={(['all', 'open'] as const).map((value) => ({ value, label: t(`timeline.queue.scopes.${value}`) }))}
        onChange={(value) => setView({ queueOfOpen: value === 'open' })}
      />
    </div>
  )
}

function OrderField() {
  const t = useText()
  const order = useView((s) => s.queueOrder)
  return (
    <select
      className="field"
      aria-label={t('timeline.queue.order')}
      value={order}
      onChange={(event) => {
        setView({ queueOrder: suggestionOrders.find((one) => one === event.target.value) ?? 'date' })
      }}
    >
      {suggestionOrders.map((one) => (
        <option key={one} value={one}>
          {t(`timeline.queue.orders.${one}`)}
        </option>
      ))}
    </select>
  )
}

function QueueList({ queue }: { queue: QueueState }) {
  const { suggestions, index, go } = queue
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: suggestions.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (i === index ? 360 : rowHeight),
    getItemKey: useCallback((i: number) => suggestions[i]?.key ?? i, [suggestions]),
    // The card stays, wherever the list is scrolled to.
    rangeExtractor: useCallback((range: Range) => withRow(defaultRangeExtractor(range), index), [index]),
    overscan: 8,
  })
  useEffect(() => rows.scrollToIndex(index, { align: 'auto' }), [rows, index])
  return (
    <div className="qlist" ref={scroller}>
      <ol style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const suggestion = suggestions[row.index]
          if (!suggestion) return null
          return (
            <li
              key={row.key}
              data-index={row.index}
              ref={rows.measureElement}
              style={{ transform: `translateY(${row.start}px)` }}
              aria-current={row.index === index ? 'true' : undefined}
            >
              {row.index === index ? (
                <QueueCard queue={queue} suggestion={suggestion} />
              ) : (
                <QueueRow suggestion={suggestion} onChoose={go} />
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

type RowProps = { suggestion: Suggestion; onChoose: (key: string) => void }

const QueueRow = memo(function QueueRow({ suggestion, onChoose }: RowProps) {
  const t = useText()
  const cite = useCite()
  const first = suggestion.items[0]
  if (!first) return null
  const more = suggestion.items.length - 1
  const destination = suggestion.joins?.title ?? suggestion.title
  return (
    <button type="button" className="qi" onClick={() => onChoose(suggestion.key)}>
      <span className="e src trunc" dir="auto" lang={first.language ?? undefined}>
        “{first.text}”
      </span>
      {suggestion.edtf === null ? (
        <span className="stop">
          {t(needsPublication(suggestion) ? 'timeline.queue.needsDate' : 'timeline.queue.unresolved')}
        </span>
      ) : (
        <span className="r mono">
          <Edtf edtf={suggestion.edtf} />
        </span>
      )}
      <span className="w trunc">
        <bdi>{cite(first)}</bdi>
        {more > 0 && ` ${t('timeline.table.more', { count: more })}`}. <bdi>{destination}</bdi>
      </span>
    </button>
  )
})
