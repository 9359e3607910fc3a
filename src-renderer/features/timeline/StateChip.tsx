import { Check, CircleDashed, CircleDot, EqualNot } from 'lucide-react'
import type { Event, Evidence } from '../../../src-main/contract/types'
import type { EventState } from '../../../src-main/domain/event'
import { useCite } from '../../i18n/cite'
import { useDateText } from '../../i18n/dates'
import { type Translate, useText } from '../../i18n/i18n'

const faces = {
  corroborated: { tone: 'ok', Icon: Check },
  'single-source': { tone: 'caution', Icon: CircleDot },
  conflicting: { tone: 'conflict', Icon: EqualNot },
  unsourced: { tone: 'none', Icon: CircleDashed },
} as const

/** The computed state of an event: icon and word, never colour alone. */
export function StateChip({ state }: { state: EventState }) {
  const t = useText()
  const { tone, Icon } = faces[state.kind]
  return (
    <span className={`state ${tone}`} title={state.kind === 'corroborated' ? atMost(t, state) : undefined}>
      <Icon className="s12" />
      {t(`timeline.state.${state.kind}`, { count: state.origins })}
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

/** Which sources say what, where they don't agree. */
export function Differences({ event }: { event: Event }) {
  const t = useText()
  const dateText = useDateText()
  const cite = useCite()
  const involved = new Set(event.state.conflicts.flatMap((c) => [c.a, c.b]))
  const says = (evidence: Evidence): string =>
    evidence.stance === 'disputes' ? t('timeline.state.disputed') : dateText(evidence.edtf)
  return (
    <ul className="differences">
      {event.evidence
        .filter((e) => involved.has(e.id))
        .map((e) => (
          <li key={e.id}>
            <bdi>{t('timeline.state.says', { who: cite({ ...e.passage }), what: says(e) })}</bdi>
          </li>
        ))}
    </ul>
  )
}
