import { Columns2, X } from 'lucide-react'
import { type RefObject, useId, useState } from 'react'
import type { Event, Evidence } from '../../../src-main/contract/types'
import { parseDateInput } from '../../../src-main/domain/date-input'
import { type Stance, stances } from '../../../src-main/domain/event'
import { CommandButton } from '../../commands/CommandButton'
import { act } from '../../data/act'
import { useCite } from '../../i18n/cite'
import { stepText, useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { Understood } from './QueueCard'
import { Differences, StateChip, stateDetail } from './StateChip'
import { openEvidence, readEvidence } from './use-events'

type Props = { event: Event; titleField: RefObject<HTMLTextAreaElement | null>; onMerge: () => void }

/** The chosen event: title, date, description, and the passages that it rests on. */
export function EventInspector({ event, titleField, onMerge }: Props) {
  const t = useText()
  return (
    <aside className="insp" aria-label={t('timeline.inspector.region')} data-region>
      <section>
        <TitleField event={event} field={titleField} />
        <DateField event={event} />
        <p className="state-line">
          <StateChip state={event.state} />
        </p>
        <p className="sub">{stateDetail(t, event.state)}</p>
        {event.state.kind === 'conflicting' && <Differences event={event} />}
      </section>
      <section>
        <DescriptionField event={event} />
      </section>
      <section>
        <h2>
          {t('timeline.inspector.evidence')} <span className="count">{event.evidence.length}</span>
        </h2>
        {event.evidence.length === 0 && <p className="q">{t('timeline.inspector.noEvidence')}</p>}
        <ul className="evidence">
          {event.evidence.map((evidence) => (
            <EvidenceItem key={evidence.id} evidence={evidence} />
          ))}
        </ul>
      </section>
      <section className="insp-acts">
        <button
          type="button"
          className="btn"
          disabled={event.evidence.length === 0}
          onClick={() => readEvidence(event)}
        >
          <Columns2 />
          {t('timeline.inspector.readTogether')}
        </button>
        <button type="button" className="btn" onClick={onMerge}>
          {t('timeline.inspector.mergeInto')}
        </button>
        <CommandButton id="event.delete" className="danger" label={t('timeline.inspector.delete')} />
      </section>
    </aside>
  )
}

function TitleField({ event, field }: { event: Event; field: RefObject<HTMLTextAreaElement | null> }) {
  const t = useText()
  const id = useId()
  return (
    <>
      <label className="lbl" htmlFor={id}>
        {t('timeline.inspector.title')}
      </label>
      <textarea
        key={`${event.id}${event.title}`}
        ref={field}
        id={id}
        className="field"
        rows={2}
        dir="auto"
        defaultValue={event.title}
        onKeyDown={(e) => {
          if (e.key !== 'Enter' && e.key !== 'Escape') return
          if (e.key === 'Escape') e.currentTarget.value = event.title
          e.preventDefault()
          e.currentTarget.blur()
        }}
        onBlur={(e) => {
          const title = e.target.value.replaceAll('\n', ' ').trim()
          if (title === '') e.target.value = event.title
          else if (title !== event.title) void act('event.set', { id: event.id, title })
        }}
      />
    </>
  )
}

function DateField({ event }: { event: Event }) {
  const t = useText()
  const id = useId()
  const dateText = useDateText()
  const [typed, setTyped] = useState<string | null>(null)
  const understood = typed === null ? null : parseDateInput(typed)
  const save = (): void => {
    if (typed !== null && understood !== null && understood !== event.edtf) {
      void act('event.set', { id: event.id, date: understood })
    }
    setTyped(null)
  }
  return (
    <>
      <label className="lbl" htmlFor={id}>
        {t('timeline.inspector.date')}
      </label>
      <input
        id={id}
        className="field mono"
        value={typed ?? event.edtf ?? ''}
        placeholder={t('timeline.create.dateHint')}
        aria-invalid={typed !== null && typed.trim() !== '' && understood === null}
        onChange={(e) => setTyped(e.target.value)}
        onBlur={save}
        onKeyDown={(e) => {
          if (e.key === 'Enter') save()
          if (e.key === 'Escape') setTyped(null)
        }}
      />
      {typed !== null && typed.trim() !== '' && <Understood edtf={understood} />}
      {typed === null && event.edtf !== null && (
        <p className="sub">
          {dateText(event.edtf)} ·{' '}
          {t(`timeline.inspector.${event.dateOrigin === 'evidence' ? 'fromEvidence' : 'entered'}`)}
        </p>
      )}
      {typed === null && event.dateOrigin === 'researcher' && event.evidence.some((e) => e.edtf !== null) && (
        <button type="button" className="link sub" onClick={() => void act('event.set', { id: event.id, date: null })}>
          {t('timeline.inspector.backToEvidence')}
        </button>
      )}
    </>
  )
}

function DescriptionField({ event }: { event: Event }) {
  const t = useText()
  const id = useId()
  return (
    <>
      <label className="lbl" htmlFor={id}>
        {t('timeline.inspector.description')}
      </label>
      <textarea
        key={`${event.id}${event.description}`}
        id={id}
        className="field"
        rows={3}
        dir="auto"
        defaultValue={event.description}
        onBlur={(e) => {
          if (e.target.value !== event.description) {
            void act('event.set', { id: event.id, description: e.target.value })
          }
        }}
      />
    </>
  )
}

function EvidenceItem({ evidence }: { evidence: Evidence }) {
  const t = useText()
  const cite = useCite()
  const dateText = useDateText()
  const place = cite(evidence.passage)
  const how = evidence.derivation
    .filter((s) => s.code !== 'as-written')
    .map((s) => stepText(t, s))
    .join(', ')
  return (
    <li>
      <div className="evidence-top">
        <button type="button" className="link trunc" onClick={() => openEvidence(evidence)}>
          <bdi>{place}</bdi>
        </button>
        <button
          type="button"
          className="btn s icon quiet"
          aria-label={t('timeline.inspector.remove', { outlet: place })}
          title={t('timeline.inspector.remove', { outlet: place })}
          onClick={() => void act('evidence.delete', { id: evidence.id })}
        >
          <X className="s14" />
        </button>
      </div>
      <blockquote className="src" dir="auto" lang={evidence.passage.language ?? undefined}>
        “{evidence.passage.quote}”
      </blockquote>
      {evidence.passage.orphaned && <span className="chip unk">{t('timeline.inspector.orphaned')}</span>}
      <p className="sub">
        {evidence.asserted !== '' && <span className="src">“{evidence.asserted}” </span>}
        {[evidence.edtf === null ? '' : dateText(evidence.edtf), how].filter((part) => part !== '').join(' · ')}
      </p>
      <select
        className="field small"
        aria-label={t('timeline.inspector.stance', { outlet: place })}
        value={evidence.stance}
        onChange={(e) => void act('evidence.set', { id: evidence.id, stance: e.target.value as Stance })}
      >
        {stances.map((stance) => (
          <option key={stance} value={stance}>
            {t(`timeline.inspector.stances.${stance}`)}
          </option>
        ))}
      </select>
    </li>
  )
}
