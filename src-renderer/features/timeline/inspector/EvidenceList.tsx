import { X } from 'lucide-react'
import type { Event, Evidence } from '../../../../src-main/contract/timeline-types'
import { type Stance, stances } from '../../../../src-main/domain/event'
import { act } from '../../../data/act'
import { useCite } from '../../../i18n/cite'
import { stepText, useDateText } from '../../../i18n/dates'
import { useText } from '../../../i18n/i18n'
import { Edtf } from '../Edtf'
import { Quote } from '../Quote'
import { openEvidence } from '../use-events'
import { focusBeside } from './focus-beside'

/** The passages that an event rests on, each with the date that it asserts and how that was worked out. */
export function EvidenceList({ event }: { event: Event }) {
  const t = useText()
  if (event.evidence.length === 0) return <p className="q">{t('timeline.inspector.noEvidence')}</p>
  return (
    <ul className="evidence">
      {event.evidence.map((evidence) => (
        <EvidenceItem key={evidence.id} evidence={evidence} />
      ))}
    </ul>
  )
}

function EvidenceItem({ evidence }: { evidence: Evidence }) {
  const t = useText()
  const cite = useCite()
  const place = cite(evidence.passage)
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
          onClick={(e) => {
            focusBeside(e.currentTarget, evidence.eventId)
            void act('evidence.delete', { id: evidence.id })
          }}
        >
          <X className="s14" />
        </button>
      </div>
      <blockquote className="src" dir="auto" lang={evidence.passage.language ?? undefined}>
        <Quote evidence={evidence} />
      </blockquote>
      <Context passage={evidence.passage} />
      {evidence.passage.orphaned && <span className="chip unk">{t('timeline.inspector.orphaned')}</span>}
      <Asserted evidence={evidence} />
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

/** The paragraph that a quotation stands in, where it has more to say. */
function Context({ passage }: Pick<Evidence, 'passage'>) {
  const t = useText()
  const { before, quote, after, language } = passage
  if (before.trim() === '' && after.trim() === '') return null
  return (
    <details className="context">
      <summary>{t('timeline.inspector.inContext')}</summary>
      <p className="src" dir="auto" lang={language ?? undefined}>
        {before}
        <b>{quote}</b>
        {after}
      </p>
    </details>
  )
}

/** The date that a quotation asserts: as written, as EDTF, in words, and the steps between. */
function Asserted({ evidence }: { evidence: Evidence }) {
  const t = useText()
  const dateText = useDateText()
  const how = evidence.derivation
    .filter((step) => step.code !== 'as-written')
    .map((step) => stepText(t, step))
    .join(', ')
  const words = dateText(evidence.edtf)
  if (evidence.asserted === '' && evidence.edtf === null) {
    return <p className="sub">{t('timeline.inspector.noDate')}</p>
  }
  return (
    <p className="sub">
      {evidence.asserted !== '' && <bdi className="src">“{evidence.asserted}” </bdi>}
      {evidence.edtf !== null && (
        <>
          <span className="mono">
            <Edtf edtf={evidence.edtf} />
          </span>
          {words !== evidence.edtf && ` · ${words}`}
        </>
      )}
      {how !== '' && ` · ${how}`}
    </p>
  )
}
