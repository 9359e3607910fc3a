import type { Event } from '../../../../src-main/contract/timeline-types'
import { CommandButton } from '../../../commands/CommandButton'
import { act } from '../../../data/act'
import { useDateText } from '../../../i18n/dates'
import { moment, useText } from '../../../i18n/i18n'
import { Differences, DifferingNames, StateChip, stateDetail } from '../StateChip'
import { handOver } from '../use-view'

/** The computed state, which sources say what where they disagree, and why that was resolved. */
export function StateSection({ event }: { event: Event }) {
  const t = useText()
  const isConflicting = event.state.kind === 'conflicting'
  return (
    <>
      <p className="state-line">
        <StateChip state={event.state} resolved={event.resolution?.holds === true} />
      </p>
      <p className="sub">{stateDetail(t, event.state)}</p>
      {isConflicting && <Differences event={event} />}
      <DifferingNames event={event} />
      {event.resolution && <ResolutionNote event={event} resolution={event.resolution} />}
      {isConflicting && !event.resolution?.holds && (
        <CommandButton id="event.resolve" className="s" label={t('timeline.resolve.button')} showKey />
      )}
    </>
  )
}

async function takeBack(id: number): Promise<void> {
  if (await act('event.unresolve', { id })) handOver(id)
}

type NoteProps = { event: Event; resolution: NonNullable<Event['resolution']> }

function ResolutionNote({ event, resolution }: NoteProps) {
  const t = useText()
  const dateText = useDateText()
  const { reason, edtf, at, holds } = resolution
  return (
    <div className={`resolution ${holds ? '' : 'lapsed'}`}>
      <p className="lbl">{t(holds ? 'timeline.resolve.holds' : 'timeline.resolve.lapsed')}</p>
      <p dir="auto">{reason}</p>
      <p className="sub">
        {[edtf === null ? null : t('timeline.resolve.settled', { date: dateText(edtf) }), moment(at)]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      <button type="button" className="link" onClick={() => void takeBack(event.id)}>
        {t('timeline.resolve.takeBack')}
      </button>
    </div>
  )
}
