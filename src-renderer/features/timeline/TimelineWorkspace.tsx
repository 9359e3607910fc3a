import { CalendarPlus, PanelRight } from 'lucide-react'
import { useRef, useState } from 'react'
import { CommandButton } from '../../commands/CommandButton'
import { useCommandContext, useCommands } from '../../commands/registry'
import { act } from '../../data/act'
import { useText } from '../../i18n/i18n'
import { EmptyState } from '../../ui/EmptyState'
import { TopBarSlot } from '../../ui/TopBarSlot'
import { ChooseEvent, CreateEvent } from './EventDialogs'
import { EventInspector } from './EventInspector'
import { EventTable } from './EventTable'
import { Queue } from './Queue'
import './timeline.css'
import { chooseEvent, useEvents } from './use-events'
import { useQueue } from './use-queue'

/** Suggested dates to decide, and the events that came of them. */
export function TimelineWorkspace() {
  const t = useText()
  const [filter, setFilter] = useState('')
  const [dialog, setDialog] = useState<'create' | 'add' | 'merge' | null>(null)
  const [details, setDetails] = useState(() => window.innerWidth >= 1180)
  const titleField = useRef<HTMLTextAreaElement>(null)
  const dateField = useRef<HTMLInputElement>(null)
  const { isPending, all, events, chosen } = useEvents(filter)
  const queue = useQueue(
    () => dateField.current?.focus(),
    () => setDialog('add'),
  )
  useCommandContext('timeline')
  useCommands({
    'event.create': () => setDialog('create'),
    'event.edit': chosen ? () => editTitle() : null,
    'event.delete': chosen ? () => remove() : null,
  })
  const editTitle = (): void => {
    setDetails(true)
    requestAnimationFrame(() => titleField.current?.select())
  }
  const remove = async (): Promise<void> => {
    if (!chosen) return
    const at = events.findIndex((e) => e.id === chosen.id)
    const next = events[at + 1] ?? events[at - 1] ?? null
    if (await act('event.delete', { ids: [chosen.id] })) chooseEvent(next?.id ?? null)
  }
  return (
    <>
      <TopBarSlot
        crumb={
          <>
            <h1>{t('app.timeline')}</h1>
            <span className="sep">/</span>
            <span className="q">{t('timeline.events', { count: all.length })}</span>
          </>
        }
        actions={
          <>
            <CommandButton id="event.create" icon={<CalendarPlus />} label={t('timeline.create.title')} showKey />
            <button
              type="button"
              className="btn icon"
              aria-label={t('timeline.inspector.toggle')}
              title={t('timeline.inspector.toggle')}
              aria-pressed={details}
              onClick={() => setDetails(!details)}
            >
              <PanelRight />
            </button>
          </>
        }
      />
      <Queue queue={queue} dateField={dateField} />
      <div className="tl" data-region>
        <div className="bar">
          <input
            type="search"
            className="field filter"
            aria-label={t('timeline.table.filter')}
            placeholder={t('timeline.table.filter')}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
        </div>
        {events.length > 0 && <EventTable events={events} chosen={chosen} />}
        {!isPending && all.length === 0 && (
          <EmptyState title={t('timeline.table.empty')} line={t('timeline.table.emptyLine')} />
        )}
        {all.length > 0 && events.length === 0 && (
          <p className="nothing">{t('timeline.table.nothing', { query: filter })}</p>
        )}
      </div>
      {details && chosen && (
        <EventInspector key={chosen.id} event={chosen} titleField={titleField} onMerge={() => setDialog('merge')} />
      )}
      {dialog === 'create' && <CreateEvent onClose={() => setDialog(null)} />}
      {dialog === 'add' && (
        <ChooseEvent
          title={t('timeline.merge.title')}
          events={all}
          onChoose={(event) => queue.accept(event.id)}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'merge' && chosen && (
        <ChooseEvent
          title={t('timeline.merge.mergeTitle')}
          events={all.filter((event) => event.id !== chosen.id)}
          onChoose={async (into) => {
            if (await act('event.merge', { from: chosen.id, into: into.id })) chooseEvent(into.id)
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  )
}
