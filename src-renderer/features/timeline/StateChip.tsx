import { Check, CircleDashed, CircleDot, EqualNot, Scale } from 'lucide-react'
import type { Event } from '../../../src-main/contract/timeline-types'
import type { EventState } from '../../../src-main/domain/event'
import { useCite } from '../../i18n/cite'
import { useDateText } from '../../i18n/dates'
import { type Translate, useText } from '../../i18n/i18n'
import { type Position, positionsOf } from './positions'
import { namesOnlyIn } from './Quote'

const faces = {
  corroborated: { tone: 'ok', Icon: Check },
  'single-source': { tone: 'caution', Icon: CircleDot },
  conflicting: { tone: 'conflict', Icon: EqualNot },
  unsourced: { tone: 'none', Icon: CircleDashed },
} as const

/** The computed state of an event: icon and word, never colour alone. `resolved`: its conflict is, for a reason. */
export function StateChip({ state, resolved }: { state: EventState; resolved: boolean }) {
  const t = useText()
  const { tone, Icon } = resolved ? { tone: 'resolved', Icon: Scale } : faces[state.kind]
  return (
    <span className={`state ${tone}`} title={state.kind === 'corroborated' ? atMost(t, state) : undefined}>
      <Icon className="s12" />
      {resolved ? t('timeline.state.resolved') : t(`timeline.state.${state.kind}`, { count: state.origins })}
    </span>
  )
}

const atMost = (t: Translate, state: EventState): string => t('timeline.state.atMost', { count: state.origins })

/** What the state rests on, in words, and how many quotations don't count since their words are gone. */
export const stateDetail = (t: Translate, state: EventState): string =>
  [restsOn(t, state), state.orphaned > 0 ? t('timeline.state.orphaned', { count: state.orphaned }) : '']
    .filter((part) => part !== '')
    .join(' · ')

function restsOn(t: Translate, state: EventState): string {
  if (state.kind === 'unsourced') return ''
  if (state.kind === 'conflicting') {
    return t(
      state.conflicts.some((c) => c.reason === 'dates') ? 'timeline.state.datesDiffer' : 'timeline.state.disputed',
    )
  }
  const parts = state.agree > 1 ? [t('timeline.state.agree', { count: state.agree })] : []
  if (state.unknownOutlets > 1 && state.outlets === 0) {
    parts.push(t('timeline.state.unknownOutlets', { count: state.unknownOutlets }))
  } else if (state.kind === 'single-source' && state.outlets > 1) {
    parts.push(t('timeline.state.oneOrigin', { count: state.articles }))
  }
  if (state.kind === 'corroborated') parts.push(atMost(t, state))
  return parts.join(' · ')
}

/** @returns a function that says what a position holds: a date in words, or that it denies the event. */
export function usePositionText(): (position: Position) => string {
  const t = useText()
  const dateText = useDateText()
  return ({ edtf, disputes }) => {
    if (disputes) return t('timeline.state.disputes')
    return edtf === null ? t('timeline.state.supports') : dateText(edtf)
  }
}

/** Which sources say what, where they don't agree. */
export function Differences({ event }: { event: Event }) {
  const t = useText()
  const cite = useCite()
  const text = usePositionText()
  return (
    <ul
      className={`differences ${event.resolution?.holds ? 'settled' : ''}`}
      aria-label={t('timeline.inspector.differs')}
    >
      {positionsOf(event).map((position) => (
        <li key={`${position.edtf} ${position.disputes}`}>
          <b>{text(position)}</b> <bdi>{position.evidence.map((e) => cite(e.passage)).join(', ')}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** Names and figures that only one of several sources has: who and how many may differ where the date agrees. */
export function DifferingNames({ event }: { event: Event }) {
  const t = useText()
  const cite = useCite()
  const telling = event.evidence.filter((evidence) => evidence.differing.length > 0)
  if (telling.length === 0) return null
  return (
    <>
      <p className="lbl">{t('timeline.state.onlyOne')}</p>
      <ul className="only-one" aria-label={t('timeline.state.onlyOne')}>
        {telling.map((evidence) => (
          <li key={evidence.id}>
            <bdi className="q">{cite(evidence.passage)}</bdi>{' '}
            <bdi className="src" lang={evidence.passage.language ?? undefined}>
              {namesOnlyIn(evidence).join(', ')}
            </bdi>
          </li>
        ))}
      </ul>
    </>
  )
}
