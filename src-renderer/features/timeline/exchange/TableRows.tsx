import { Check, CircleDashed, Equal } from 'lucide-react'
import type { EventTable, EventTableRow } from '../../../../src-main/contract/exchange-types'
import { type EventColumns, type EventField, eventFields } from '../../../../src-main/domain/event-table'
import { useDateText } from '../../../i18n/dates'
import { type Translate, useText } from '../../../i18n/i18n'
import { ScrollRegion } from '../../../ui/ScrollRegion'

type Props = { table: EventTable; onHolds: (holds: EventColumns) => void }

/** Rows of a table as they stand in it, under the choice of what each column holds, with what comes of each. */
export function TableRows({ table, onHolds }: Props) {
  const t = useText()
  const fieldOf = (column: number): EventField | '' => eventFields.find((field) => table.holds[field] === column) ?? ''
  const choose = (column: number, field: EventField | ''): void => {
    const others = Object.entries(table.holds).filter(([known, at]) => at !== column && known !== field)
    onHolds({ ...Object.fromEntries(others), ...(field === '' ? {} : { [field]: column }) })
  }
  return (
    <ScrollRegion className="event-table-rows" label={t('exchange.table.preview')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('exchange.table.row')}</th>
            <th scope="col">{t('exchange.table.outcome')}</th>
            {table.columns.map((name, column) => (
              <th scope="col" key={name}>
                <bdi className="trunc">{name}</bdi>
                <select
                  className="field"
                  aria-label={t('exchange.table.holds', { column: name })}
                  value={fieldOf(column)}
                  onChange={(event) => choose(column, event.target.value as EventField | '')}
                >
                  <option value="">{t('exchange.table.unused')}</option>
                  {eventFields.map((field) => (
                    <option key={field} value={field}>
                      {t(`exchange.table.field.${field}`)}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.number} className={row.outcome.kind === 'refused' ? 'refused' : ''}>
              <td className="num">{row.number}</td>
              <td>
                <Outcome row={row} />
              </td>
              {table.columns.map((name, column) => (
                <td key={name} className={fieldOf(column) === '' ? 'unused' : ''}>
                  <span className="src clamp2" dir="auto">
                    {row.cells[column] ?? ''}
                  </span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Outcome({ row: { outcome, known } }: { row: EventTableRow }) {
  const t = useText()
  const dateText = useDateText()
  if (outcome.kind === 'refused') {
    return (
      <span className="outcome conflict">
        <CircleDashed className="s14" /> {reasonText(t, outcome)}
      </span>
    )
  }
  const { edtf } = outcome.event
  return (
    <span className={known ? 'outcome off' : 'outcome ok'}>
      {known ? <Equal className="s14" /> : <Check className="s14" />}{' '}
      {known ? t('exchange.table.there') : edtf === null ? t('exchange.table.undated') : dateText(edtf)}
    </span>
  )
}

const reasonText = (t: Translate, { reason, text }: { reason: string; text: string }): string =>
  t(`exchange.table.reason.${reason}`, { text })
