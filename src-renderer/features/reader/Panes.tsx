import type { UseQueryResult } from '@tanstack/react-query'
import { ChevronLeft } from 'lucide-react'
import { Fragment, useRef } from 'react'
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels'
import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import { ask, type CallFailed } from '../../data/client'
import { useAnswer } from '../../data/queries'
import { activate } from '../../data/session'
import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { EmptyState } from '../../ui/EmptyState'
import { Progress } from '../../ui/Progress'
import { titleOf } from './blocks'
import { Pane } from './Pane'
import { shutPane } from './use-pane-commands'
import { openPanes, useWidth } from './use-pane-layout'
import { focusText } from './use-reader'

/** An article that is open: its text once it has come, or why it can't be shown. */
type Opened = {
  id: number
  /** Its place from the left, from 0. */
  index: number
  answer: UseQueryResult<ArticleText, CallFailed> | undefined
}

type Props = { panes: readonly Opened[]; active: number | null; tags: readonly TagRow[] }

/** The open articles side by side, resizable; those that don't fit as spines. */
export function Panes({ panes, active, tags }: Props) {
  const t = useText()
  const box = useRef<HTMLElement>(null)
  const width = useWidth(box)
  const open = openPanes(
    panes.length,
    Math.max(
      0,
      panes.findIndex((pane) => pane.id === active),
    ),
    width,
  )
  const shown = panes.filter((pane) => open.includes(pane.index))
  const key = `panes.${shown.length}`
  const kept = useAnswer('setting.get', { key })
  return (
    <section ref={box} className={`panes n${shown.length}`} aria-label={t('reader.panes')} data-region>
      {width > 0 && !kept.isPending && (
        <Group
          key={key}
          className="pane-group"
          defaultLayout={asLayout(kept.data, shown.length) ?? {}}
          onLayoutChanged={(layout, { isUserInteraction }) => {
            if (isUserInteraction) void ask('setting.set', { key, value: layout }).catch(() => null)
          }}
        >
          {shown.map((pane, i) => (
            <Fragment key={pane.id}>
              {i > 0 && <Separator className="gut" aria-label={t('reader.pane.separator')} />}
              <Panel id={`p${i}`} minSize="240px" className="panel">
                <OpenPane pane={pane} active={pane.id === active} tags={tags} />
              </Panel>
            </Fragment>
          ))}
        </Group>
      )}
      {panes.map((pane) => !open.includes(pane.index) && <Spine key={pane.id} pane={pane} />)}
    </section>
  )
}

function OpenPane({ pane, active, tags }: { pane: Opened; active: boolean; tags: readonly TagRow[] }) {
  const t = useText()
  const { answer, id, index } = pane
  if (answer?.data) return <Pane text={answer.data} pane={id} place={index + 1} active={active} tags={tags} />
  return (
    <article className="pane" aria-label={t('reader.pane.loading')}>
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
    </article>
  )
}

/** Kept widths in percent, where they are of as many panes as are open. */
function asLayout(value: unknown, count: number): Layout | null {
  if (typeof value !== 'object' || value === null) return null
  const layout = value as Record<string, unknown>
  const ids = Array.from({ length: count }, (_, i) => `p${i}`)
  return ids.every((id) => typeof layout[id] === 'number') && Object.keys(layout).length === count
    ? (layout as Layout)
    : null
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
      onClick={() => {
        activate(pane.id)
        requestAnimationFrame(() => focusText(pane.id))
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
