import type { UseQueryResult } from '@tanstack/react-query'
import { ChevronLeft } from 'lucide-react'
import { Fragment, useRef } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import type { CallFailed } from '../../data/client'
import { activate, keepWidths, useSession } from '../../data/session'
import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { EmptyState } from '../../ui/EmptyState'
import { Progress } from '../../ui/Progress'
import { titleOf } from './blocks'
import { LinkLayer } from './links/LinkLayer'
import { Pane } from './Pane'
import { readingStyle } from './reading/settings'
import { useReading } from './reading/use-reading'
import { shutPane } from './use-pane-commands'
import { openPanes, sharesOf, useWidth } from './use-pane-layout'
import { focusText } from './use-reader'

/** An article that is open: its text once it has come, or why it can't be shown. */
type Opened = {
  id: number
  /** Its place from the left, from 0. */
  index: number
  answer: UseQueryResult<ArticleText, CallFailed> | undefined
}

type Props = { panes: readonly Opened[]; active: number | null; tags: readonly TagRow[] }

/**
 * The open articles side by side, resizable; those that don't fit as spines at their place.
 * @param gap where something that is dragged would be put, in pixels from the left
 */
export function Panes({ panes, active, tags, gap }: Props & { gap: number | null }) {
  const t = useText()
  const box = useRef<HTMLElement>(null)
  const width = useWidth(box)
  const reading = useReading()
  const activeIndex = Math.max(
    0,
    panes.findIndex((pane) => pane.id === active),
  )
  // Nothing folds while the width isn't known: nothing is drawn yet.
  const isKnown = width > 0 && reading !== null
  const open = openPanes(panes.length, activeIndex, width > 0 ? width : Number.POSITIVE_INFINITY)
  const shown = panes.filter((pane) => open.includes(pane.index))
  const spines = panes.filter((pane) => !open.includes(pane.index))
  const first = shown[0]?.index ?? 0
  return (
    <section
      ref={box}
      className={`panes n${shown.length}`}
      style={reading ? readingStyle(reading, shown.length) : {}}
      aria-label={t('reader.panes')}
      data-region
    >
      {spines.map((pane) => pane.index < first && <Spine key={pane.id} pane={pane} />)}
      {isKnown && <OpenPanes panes={shown} active={active} tags={tags} />}
      {spines.map((pane) => pane.index > first && <Spine key={pane.id} pane={pane} />)}
      {isKnown && <LinkLayer box={box} shown={shown.map((pane) => pane.id)} />}
      {gap !== null && <div className="drop-gap" style={{ left: gap }} />}
    </section>
  )
}

const panelId = (pane: number): string => `pane-${pane}`

/** The panes that fit. Each has its own width, which it takes along when it is moved. */
function OpenPanes({ panes, active, tags }: Props) {
  const t = useText()
  const widths = useSession((s) => s.widths)
  const ids = panes.map((pane) => pane.id)
  const shares = sharesOf(ids, widths)
  return (
    <Group
      className="pane-group"
      defaultLayout={Object.fromEntries(ids.map((id, i) => [panelId(id), shares[i] ?? 0]))}
      onLayoutChanged={(layout, { isUserInteraction }) => {
        if (isUserInteraction) keepWidths(Object.fromEntries(ids.map((id) => [id, layout[panelId(id)] ?? 0])))
      }}
    >
      {panes.map((pane, i) => (
        <Fragment key={pane.id}>
          {i > 0 && <Separator className="gut" aria-label={t('reader.pane.separator')} />}
          <Panel id={panelId(pane.id)} minSize="240px" className="panel">
            <OpenPane pane={pane} active={pane.id === active} tags={tags} />
          </Panel>
        </Fragment>
      ))}
    </Group>
  )
}

function OpenPane({ pane, active, tags }: { pane: Opened; active: boolean; tags: readonly TagRow[] }) {
  const t = useText()
  const { answer, id, index } = pane
  if (answer?.data) return <Pane text={answer.data} pane={id} place={index + 1} active={active} tags={tags} />
  return (
    <section className="pane" data-place={index} aria-label={t('reader.pane.loading')}>
      {answer?.error ? (
        <EmptyState title={t('reader.pane.failed')} line={t(`error.${answer.error.code}`, answer.error.params)}>
          <button type="button" className="btn" onClick={() => void answer.refetch()}>
            {t('reader.pane.again')}
          </button>
          <button type="button" className="btn quiet" onClick={() => shutPane(id)}>
            {t('reader.pane.close')}
          </button>
        </EmptyState>
      ) : (
        <div className="centre">
          <Progress label={t('reader.pane.loading')} done={0} total={0} />
        </div>
      )}
    </section>
  )
}

/** A pane that does not fit: opens on click. */
function Spine({ pane }: { pane: Opened }) {
  const t = useText()
  const dateText = useDateText()
  const text = pane.answer?.data
  return (
    <button
      type="button"
      className="spine"
      data-place={pane.index}
      onClick={() => {
        activate(pane.id)
        focusText(pane.id)
      }}
    >
      <ChevronLeft className="s14" />
      <span className="vh">{t('reader.pane.spine', { n: pane.index + 1 })}</span>
      {text && (
        <>
          <b>
            <bdi>{text.article.metadata.outlet.value ?? t('cite.outletUnknown')}</bdi>
          </b>
          <span>{dateText(text.article.metadata.published.value)}</span>
          <bdi className="src">{titleOf(text)}</bdi>
        </>
      )}
    </button>
  )
}
