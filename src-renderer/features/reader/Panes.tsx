import { ChevronLeft } from 'lucide-react'
import { Fragment, useRef } from 'react'
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels'
import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import { ask } from '../../data/client'
import { useAnswer } from '../../data/queries'
import { useSession } from '../../data/session'
import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { titleOf } from './blocks'
import { Pane } from './Pane'
import { openPanes, useWidth } from './use-pane-layout'

type Props = { texts: readonly ArticleText[]; active: number; tags: readonly TagRow[] }

/** The open articles side by side, resizable; those that don't fit as spines. */
export function Panes({ texts, active, tags }: Props) {
  const t = useText()
  const box = useRef<HTMLElement>(null)
  const width = useWidth(box)
  const open = openPanes(texts.length, active, width)
  const key = `panes.${open.length}`
  const kept = useAnswer('setting.get', { key })
  const shown = open.flatMap((index) => (texts[index] ? [{ index, text: texts[index] }] : []))
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
          {shown.map(({ index, text }, i) => (
            <Fragment key={text.article.id}>
              {i > 0 && <Separator className="gut" aria-label={t('reader.pane.separator')} />}
              <Panel id={`p${i}`} minSize="240px" className="panel">
                <Pane text={text} index={index} active={index === active} tags={tags} />
              </Panel>
            </Fragment>
          ))}
        </Group>
      )}
      {texts.map((text, index) => !open.includes(index) && <Spine key={text.article.id} text={text} index={index} />)}
    </section>
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
function Spine({ text, index }: { text: ArticleText; index: number }) {
  const t = useText()
  const dateText = useDateText()
  const { outlet, published } = text.article.metadata
  return (
    <button
      type="button"
      className="spine"
      aria-label={t('reader.pane.spine', { n: index + 1, title: titleOf(text) })}
      onClick={() => useSession.setState({ activePane: index })}
    >
      <ChevronLeft className="s14" />
      <b>
        <bdi>{outlet.value ?? t('cite.outletUnknown')}</bdi>
      </b>
      <span>{dateText(published.value)}</span>
      <span className="src">{titleOf(text)}</span>
    </button>
  )
}
