import { type FormEvent, useId, useState } from 'react'
import type { Event } from '../../../../src-main/contract/timeline-types'
import { parseDateInput } from '../../../../src-main/domain/date-input'
import { act } from '../../../data/act'
import { useOnce } from '../../../data/use-once'
import { useCite } from '../../../i18n/cite'
import { useText } from '../../../i18n/i18n'
import { Sheet } from '../../../ui/Sheet'
import { positionsOf } from '../positions'
import { usePositionText } from '../StateChip'
import { Understood } from '../Understood'
import './dialogs.css'

type Props = { event: Event; onResolved: () => void; onClose: () => void }

/** Settles a conflict: which sources say what, the date to go by, and why. Nothing is resolved without a reason. */
export function ResolveSheet({ event, onResolved, onClose }: Props) {
  const t = useText()
  const id = useId()
  const [date, setDate] = useState('')
  const [reason, setReason] = useState('')
  const understood = date.trim() === '' ? null : parseDateInput(date)
  const ready = reason.trim() !== '' && (date.trim() === '' || understood !== null)
  const resolve = useOnce(async () => {
    const settled = understood === null ? {} : { date: understood }
    if (!(await act('event.resolve', { id: event.id, reason: reason.trim(), ...settled }))) return
    onClose()
    onResolved()
  })
  const submit = (submitted?: FormEvent): void => {
    submitted?.preventDefault()
    if (ready) void resolve()
  }
  return (
    <Sheet
      title={t('timeline.resolve.title')}
      line={event.title}
      closeLabel={t('app.close')}
      onClose={onClose}
      width={540}
    >
      <form className="event-form" onSubmit={submit}>
        <p className="lbl">{t('timeline.resolve.says')}</p>
        <Positions event={event} taken={date} onTake={setDate} />
        <label className="lbl" htmlFor={`${id}-date`}>
          {t('timeline.resolve.date')}
        </label>
        <input
          id={`${id}-date`}
          className="field mono"
          placeholder={t('timeline.resolve.dateHint')}
          value={date}
          aria-invalid={date.trim() !== '' && understood === null}
          onChange={(e) => setDate(e.target.value)}
        />
        {date.trim() !== '' && <Understood edtf={understood} />}
        <label className="lbl" htmlFor={`${id}-reason`}>
          {t('timeline.resolve.reason')}
        </label>
        <textarea
          id={`${id}-reason`}
          className="field"
          autoFocus
          rows={4}
          dir="auto"
          required
          value={reason}
          onChange={(e) => setReason(e.target.value)}
          onKeyDown={(e) => e.key === 'Enter' && (e.ctrlKey || e.metaKey) && submit()}
        />
        <p className="sub">{t('timeline.resolve.kept')}</p>
        <div className="acts">
          <button type="button" className="btn" onClick={onClose}>
            {t('app.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={!ready}>
            {t('timeline.resolve.resolve')}
          </button>
        </div>
      </form>
    </Sheet>
  )
}

type PositionsProps = { event: Event; taken: string; onTake: (edtf: string) => void }

function Positions({ event, taken, onTake }: PositionsProps) {
  const t = useText()
  const cite = useCite()
  const text = usePositionText()
  return (
    <ul className="positions">
      {positionsOf(event).map((position) => (
        <li key={`${position.edtf} ${position.disputes}`}>
          <div className="position-head">
            <b>{text(position)}</b>
            {position.edtf !== null && (
              <button
                type="button"
                className="btn s"
                aria-pressed={taken === position.edtf}
                aria-label={t('timeline.resolve.takeDate', { date: text(position) })}
                onClick={() => onTake(position.edtf ?? '')}
              >
                {t('timeline.resolve.take')}
              </button>
            )}
          </div>
          {position.evidence.map((evidence) => (
            <p key={evidence.id}>
              <bdi className="q">{cite(evidence.passage)}</bdi>{' '}
              <span className="src" dir="auto" lang={evidence.passage.language ?? undefined}>
                “{evidence.passage.quote}”
              </span>
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
