import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { EventTable } from '../../../../src-main/contract/exchange-types'
import type { EventColumns } from '../../../../src-main/domain/event-table'
import { act } from '../../../data/act'
import { ask } from '../../../data/client'
import { useAnswer } from '../../../data/queries'
import { useOnce } from '../../../data/use-once'
import { useText } from '../../../i18n/i18n'
import { Progress } from '../../../ui/Progress'
import { Segmented } from '../../../ui/Segmented'
import { Sheet } from '../../../ui/Sheet'
import { TableRows } from './TableRows'

type Props = { stageId: number; onClose: () => void }

/** So many rows are shown: enough to see what the columns hold. */
const shownRows = 200

/** A newsroom's table of events on its way in: which column holds what, what comes of each row, and adding it. */
export function ImportEvents({ stageId, onClose }: Props) {
  const t = useText()
  const [holds, setHolds] = useState<EventColumns | null>(null)
  const [order, setOrder] = useState<EventTable['order']>(null)
  const [only, setOnly] = useState<'all' | 'refused'>('all')
  const [isAdding, setAdding] = useState(false)
  const reading = { stageId, ...(holds ? { holds } : {}), ...(order ? { order } : {}) }
  const answer = useAnswer('eventTable.read', { ...reading, only, offset: 0, limit: shownRows }, { keepPrevious: true })
  const table = answer.data
  const close = (): void => {
    void ask('eventTable.close', { stageId })
    onClose()
  }
  const add = useOnce(async () => {
    setAdding(true)
    const added = await act('eventTable.add', reading)
    setAdding(false)
    if (added) close()
  })
  return (
    <Sheet
      title={t('exchange.table.title', { file: table?.fileName ?? '' })}
      line={t('exchange.table.line')}
      closeLabel={t('app.close')}
      onClose={close}
      className="event-table"
      width={1080}
      footer={
        table && (
          <>
            {table.refused > 0 && (
              <button type="button" className="btn" onClick={() => void act('shell.exportRefusedRows', reading)}>
                {t('exchange.table.save')}
              </button>
            )}
            <span className="grow" />
            <button type="button" className="btn" onClick={close}>
              {t('app.cancel')}
            </button>
            <button
              type="button"
              className="btn primary"
              disabled={table.ready === 0 || isAdding}
              title={table.holds.title === undefined ? t('exchange.table.noTitle') : undefined}
              onClick={() => void add()}
            >
              {t('exchange.table.add', { count: table.ready })}
            </button>
          </>
        )
      }
    >
      {answer.error && (
        <p className="field-error" role="alert">
          {t(`error.${answer.error.code}`, answer.error.params)}
        </p>
      )}
      {!table && !answer.error && <Progress label={t('exchange.table.reading')} done={0} total={0} />}
      {isAdding && <Progress label={t('exchange.table.adding')} done={0} total={0} />}
      {table && (
        <div className="event-table-body">
          <Summary table={table} order={order} onOrder={setOrder} />
          <div className="event-table-bar">
            <Segmented
              label={t('exchange.table.show')}
              value={only}
              options={[
                { value: 'all', label: t('exchange.table.all') },
                { value: 'refused', label: t('exchange.table.onlyRefused'), disabled: table.refused === 0 },
              ]}
              onChange={setOnly}
            />
          </div>
          <TableRows table={table} onHolds={setHolds} />
          <More table={table} only={only} />
        </div>
      )}
    </Sheet>
  )
}

type SummaryProps = { table: EventTable; order: EventTable['order']; onOrder: (order: EventTable['order']) => void }

function Summary({ table, order, onOrder }: SummaryProps) {
  const t = useText()
  const { ready, known, refused, ambiguous, truncated } = table
  const parts = [
    t('exchange.table.ready', { count: ready }),
    ...(known > 0 ? [t('exchange.table.known', { count: known })] : []),
    ...(refused > 0 ? [t('exchange.table.refused', { count: refused })] : []),
  ]
  return (
    <div className="event-table-sum">
      <p aria-live="polite">{parts.join(' · ')}</p>
      {(ambiguous > 0 || order !== null) && (
        <div className="event-table-order">
          {ambiguous > 0 && (
            <p className="warn">
              <TriangleAlert className="s14" />
              <span>{t('exchange.table.orderLine', { count: ambiguous })}</span>
            </p>
          )}
          <span>{t('exchange.table.order')}</span>
          <Segmented
            label={t('exchange.table.order')}
            value={order ?? ''}
            options={(['day-first', 'month-first'] as const).map((value) => ({
              value: value as EventTable['order'] & string,
              label: t(`exchange.table.orders.${value}`),
            }))}
            onChange={(chosen) => onOrder(chosen === '' ? null : chosen)}
          />
        </div>
      )}
      {truncated && <p className="warn">{t('exchange.table.truncated')}</p>}
    </div>
  )
}

function More({ table, only }: { table: EventTable; only: 'all' | 'refused' }) {
  const t = useText()
  const count = only === 'refused' ? table.refused : table.ready + table.known + table.refused
  if (count <= table.rows.length) return null
  return <p className="sub event-table-more">{t('exchange.table.more', { shown: table.rows.length, count })}</p>
}
