import { CalendarPlus, PanelRight } from 'lucide-react'
import { useCallback, useDeferredValue, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import type { Timeline } from '../../../src-main/contract/timeline-types'
import { CommandButton } from '../../commands/CommandButton'
import { useCommandContext, useCommands } from '../../commands/registry'
import { useText } from '../../i18n/i18n'
import { EmptyState } from '../../ui/EmptyState'
import { Progress } from '../../ui/Progress'
import { TopBarSlot } from '../../ui/TopBarSlot'
import { Filters, MarkedBar } from './bar/Filters'
import { TimelineBar, useLanes } from './bar/TimelineBar'
import { Drawing } from './drawing/Drawing'
import { ExchangeMenu } from './exchange/ExchangeMenu'
import { EventInspector } from './inspector/EventInspector'
import { Queue } from './queue/Queue'
import { useQueue } from './queue/use-queue'
import { TimelineDialogs } from './TimelineDialogs'
import { EventTable } from './table/EventTable'
import './timeline.css'
import { type Dialog, useEventCommands } from './use-event-commands'
import { chooseEvent, readEvidence, useEvents } from './use-events'
import { useStable } from './use-stable'
import { setView, showTimeline, useView } from './use-view'

/** Suggested dates to decide, and the events that came of them. */
export function TimelineWorkspace() {
  const shown = useEvents()
  const { names, timelines, timeline, all, own, events, chosen, detail } = shown
  const t = useText()
  const laneKind = useLanes(timeline)
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const queueShown = useView((s) => s.queueShown)
  const filterRef = useRef<HTMLInputElement>(null)
  const details = useDetails()
  const intoId = handChosen(timeline)
  const openMerge = useCallback(() => setDialog('merge'), [])
  const queue = useQueue(queueShown, () => setDialog('add'), intoId)
  useCommandContext('timeline')
  const { meant, remove } = useEventCommands({ events, all, chosen, timeline, filterRef, open: setDialog })
  // The drawing comes after the card when suggestions are decided one after the other.
  const laneName =
    timeline === null
      ? t('timeline.timelines.all')
      : own.length > 0
        ? timeline.name
        : t('timeline.timelines.nothingYet')
  const drawn = useDeferredValue(queue.suggestions)
  const onSuggestion = useCallback(
    (key: string): void => {
      setView({ queueShown: true })
      queue.go(key)
    },
    [queue.go],
  )
  const onDelete = useStable((id: number) => void remove([id]))
  return (
    <>
      <Top timeline={timeline} count={own.length} details={details} />
      {queueShown && <Queue queue={queue} />}
      <div className="tl">
        <TimelineBar timelines={timelines} timeline={timeline} all={all} own={own}>
          {own.length > 0 && (
            <Filters
              events={events}
              own={own}
              names={names}
              filterRef={filterRef}
              onDone={() => setView({ focusWanted: chosen?.id ?? events[0]?.id ?? null })}
            />
          )}
        </TimelineBar>
        <Drawing
          title={timeline?.name ?? t('app.timeline')}
          laneName={laneName}
          events={events}
          suggestions={drawn}
          laneKind={laneKind}
          tagName={names.tagName}
          chosenId={chosen?.id ?? null}
          onChoose={chooseEvent}
          onOpen={openEvent}
          onSuggestion={onSuggestion}
        />
        {events.length > 0 && (
          <EventTable
            events={events}
            chosen={chosen}
            detail={detail}
            names={names}
            readingOrder={timeline?.order === 'reading'}
          />
        )}
        <Nothing {...shown} isFree={dialog === null} />
        <MarkedBar inTimeline={timeline !== null} />
      </div>
      {details.shown && (detail || all.length > 0) && (
        <EventInspector
          event={detail}
          all={all}
          timelines={timelines}
          names={names}
          onMerge={openMerge}
          onDelete={onDelete}
        />
      )}
      <TimelineDialogs
        {...{ dialog, all, chosen, detail, meant, timelines, timeline, names }}
        acceptInto={queue.accept}
        intoId={intoId}
        onClose={() => setDialog(null)}
      />
    </>
  )
}

const openEvent = (eventId: number): void => void readEvidence(eventId)

/** An event made while a timeline by hand is shown belongs to it. */
const handChosen = (timeline: Timeline | null): number | undefined =>
  timeline?.choice.kind === 'hand' ? timeline.id : undefined

type Details = { shown: boolean; toggle: () => void }

/** The details of the chosen event: beside the table where there is room, else asked for. */
function useDetails(): Details {
  const chosen = useView((s) => s.detailsShown)
  const isWide = useIsWide()
  const shown = chosen ?? isWide
  const toggle = () => setView({ detailsShown: !shown })
  useCommands({ 'inspector.toggle': toggle })
  return { shown, toggle }
}

const wide = '(min-width: 1180px)'

/** Whether the inspector has room beside the table. */
const useIsWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(wide)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(wide).matches,
  )

function Top({ timeline, count, details }: { timeline: Timeline | null; count: number; details: Details }) {
  const t = useText()
  return (
    <TopBarSlot
      crumb={
        <>
          <h1 className="trunc">
            <bdi>{timeline?.name ?? t('app.timeline')}</bdi>
          </h1>
          <span className="sep">/</span>
          <span className="q">{t('timeline.events', { count })}</span>
        </>
      }
      actions={
        <>
          <CommandButton id="event.create" icon={<CalendarPlus />} label={t('timeline.create.title')} showKey />
          <ExchangeMenu timeline={timeline} hasEvents={count > 0} />
          <button
            type="button"
            className="btn icon"
            aria-label={t('timeline.inspector.toggle')}
            title={t('timeline.inspector.toggle')}
            aria-pressed={details.shown}
            onClick={details.toggle}
          >
            <PanelRight />
          </button>
        </>
      }
    />
  )
}

/** In place of the table, where it has nothing to show. */
type NothingProps = ReturnType<typeof useEvents> & { isFree: boolean }

function Nothing({ isPending, error, again, all, own, events, chosen, timeline, isFree }: NothingProps) {
  const t = useText()
  if (error && all.length === 0) {
    return (
      <EmptyState title={t('timeline.table.failed')} line={t(`error.${error.code}`, error.params)}>
        <button type="button" className="btn" onClick={() => void again()}>
          {t('timeline.table.again')}
        </button>
      </EmptyState>
    )
  }
  if (isPending) {
    return (
      <div className="centre">
        <Progress label={t('timeline.table.loading')} done={0} total={0} />
      </div>
    )
  }
  if (own.length === 0 && timeline) {
    return (
      <EmptyState
        title={t('timeline.timelines.empty')}
        line={t(`timeline.timelines.emptyLine.${timeline.choice.kind === 'hand' ? 'hand' : 'rule'}`)}
      >
        {all.length > 0 && <ShowAll isFree={isFree} firstId={chosen?.id ?? all[0]?.id ?? null} />}
      </EmptyState>
    )
  }
  if (all.length === 0) return <EmptyState title={t('timeline.table.empty')} line={t('timeline.table.emptyLine')} />
  return events.length === 0 && <p className="nothing">{t('timeline.table.nothing')}</p>
}

/** The way out of a timeline without events. It takes the keyboard where the table, or a dialog before it, took it along. */
function ShowAll({ isFree, firstId }: { isFree: boolean; firstId: number | null }) {
  const t = useText()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isFree && document.activeElement === document.body) button.current?.focus()
  }, [isFree])
  const showAll = (): void => {
    showTimeline(null)
    setView({ focusWanted: firstId })
  }
  return (
    <button ref={button} type="button" className="btn" onClick={showAll}>
      {t('timeline.timelines.showAll')}
    </button>
  )
}
