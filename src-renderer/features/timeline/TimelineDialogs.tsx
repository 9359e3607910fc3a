import type { Event, EventRow, Timeline } from '../../../src-main/contract/timeline-types'
import { act } from '../../data/act'
import { useText } from '../../i18n/i18n'
import { BulkSheet } from './dialogs/BulkSheet'
import { ChooseEvent, CreateEvent } from './dialogs/EventDialogs'
import { ResolveSheet } from './dialogs/ResolveSheet'
import { TakeSheet } from './dialogs/TakeSheet'
import { TimelineSheet } from './dialogs/TimelineSheet'
import { noMarks } from './marks'
import type { Dialog } from './use-event-commands'
import { chooseEvent } from './use-events'
import type { Names } from './use-names'
import { handOver, setMarks, setView } from './use-view'

type Props = {
  dialog: Dialog | null
  all: readonly EventRow[]
  chosen: EventRow | null
  detail: Event | null
  /** Events that commands are about. */
  meant: readonly EventRow[]
  timelines: readonly Timeline[]
  timeline: Timeline | null
  names: Names
  acceptInto: (eventId: number) => unknown
  /** The timeline that takes in an event as it is made. */
  intoId: number | undefined
  onClose: () => void
}

/** The dialog that is open over the workspace. */
export function TimelineDialogs(props: Props) {
  const { dialog, all, chosen, detail, meant, timelines, timeline, names, acceptInto, intoId, onClose } = props
  const t = useText()
  const ids = meant.map(({ id }) => id)
  const take = async (into: Promise<Timeline | null>): Promise<void> => {
    onClose()
    if ((await into) === null) return
    handOver(chosen?.id ?? null)
    setMarks(noMarks)
  }
  switch (dialog) {
    case 'create':
      return (
        <CreateEvent
          names={names}
          timelineId={intoId}
          onMade={(id) => setView({ focusWanted: id })}
          onClose={onClose}
        />
      )
    case 'add':
      return (
        <ChooseEvent
          title={t('timeline.merge.title')}
          events={all}
          onChoose={(event) => acceptInto(event.id)}
          onClose={onClose}
        />
      )
    case 'merge':
      return (
        chosen && (
          <ChooseEvent
            title={t('timeline.merge.mergeTitle')}
            events={all.filter((event) => event.id !== chosen.id)}
            onChoose={async (into) => {
              if (!(await act('event.merge', { from: chosen.id, into: into.id }))) return
              chooseEvent(into.id)
              handOver(into.id)
            }}
            onClose={onClose}
          />
        )
      )
    case 'resolve':
      return (
        detail &&
        detail.id === chosen?.id && (
          <ResolveSheet event={detail} onResolved={() => handOver(detail.id)} onClose={onClose} />
        )
      )
    case 'bulk':
      return <BulkSheet events={meant} names={names} onSaved={() => handOver(chosen?.id ?? null)} onClose={onClose} />
    case 'newTimeline':
    case 'editTimeline':
      return (
        <TimelineSheet
          timeline={dialog === 'editTimeline' ? timeline : null}
          eventIds={meant.length > 1 ? ids : []}
          names={names}
          onSaved={() => handOver(chosen?.id ?? null)}
          onClose={onClose}
        />
      )
    case 'take':
      return (
        <TakeSheet
          timelines={timelines}
          onChoose={({ id }) => void take(act('timeline.choose', { id, add: ids, remove: [] }))}
          onCreate={(name) => void take(act('timeline.create', { name, eventIds: ids }))}
          onClose={onClose}
        />
      )
    default:
      return null
  }
}
