import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import { useCommandTitle } from '../../commands/CommandButton'
import { carryPane } from '../../data/drag'
import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { labelAt, paragraphCount, titleOf } from './blocks'
import { DocumentMap } from './DocumentMap'
import { restMs } from './motion'
import { LostLine } from './passages/LostLine'
import { RelationLine } from './Relations'
import type { Sight } from './sight'
import { shutPane } from './use-pane-commands'
import { useReader } from './use-reader'

type Props = {
  text: ArticleText
  /** Its id. */
  pane: number
  sight: Sight
  tags: readonly TagRow[]
}

/** Outlet, date, place in the text, and the headline in full. */
export function PaneHeader({ text, pane, sight, tags }: Props) {
  const t = useText()
  const dateText = useDateText()
  const commandTitle = useCommandTitle()
  const { metadata, standIn } = text.article
  const language = metadata.language.value ?? undefined
  return (
    <header className="phead">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: by keyboard a pane is moved by command */}
      <div
        className="o"
        draggable
        title={t('reader.pane.drag')}
        onDragStart={(event) => carryPane(event.dataTransfer, pane)}
      >
        {metadata.outlet.value === null ? (
          <span className="chip unk">{t('cite.outletUnknown')}</span>
        ) : (
          <b className="trunc">
            <bdi>{metadata.outlet.value}</bdi>
          </b>
        )}
        {metadata.published.value === null ? (
          <span className="chip unk">{t('date.undated')}</span>
        ) : (
          <bdi className="d">{dateText(metadata.published.value)}</bdi>
        )}
        {text.version > 1 && (
          <button
            type="button"
            className="chip versions"
            title={t('command.text.versions')}
            onClick={() => useReader.setState({ versionsShown: true })}
          >
            {t('reader.pane.corrected')}
          </button>
        )}
        <Position text={text} sight={sight} />
        <button
          type="button"
          className="btn s icon quiet"
          aria-label={t('reader.pane.close')}
          title={commandTitle('pane.close')}
          onClick={() => shutPane(pane)}
        >
          <X className="s14" />
        </button>
      </div>
      {metadata.title.value === null ? (
        <div className="headline nohead">
          <p className="nh">
            <bdi>{t('reader.pane.noHeadline')}</bdi>
          </p>
          <h2 className="src" lang={language} dir="auto">
            {standIn}
          </h2>
        </div>
      ) : (
        <div className="headline">
          <h2 className="src" lang={language} dir="auto">
            {titleOf(text)}
          </h2>
          {metadata.subtitle.value !== null && (
            <p className="src stand" lang={language} dir="auto">
              {metadata.subtitle.value}
            </p>
          )}
          {metadata.byline.value !== null && (
            <p className="byline">
              <bdi>{metadata.byline.value}</bdi>
            </p>
          )}
        </div>
      )}
      <LostLine text={text} pane={pane} />
      <RelationLine articleId={text.article.id} />
      <DocumentMap text={text} tags={tags} sight={sight} />
    </header>
  )
}

/** The paragraph at the upper edge, of how many. */
function Position({ text: { blocks }, sight }: Pick<Props, 'text' | 'sight'>) {
  const t = useText()
  const at = labelAt(blocks, useStart(sight))
  return <bdi className="pos">{t('reader.pane.position', { at, total: paragraphCount(blocks) })}</bdi>
}

/** The offset at the upper edge, as scrolling rests: a number that changes would cost a frame. The map shows it meanwhile. */
function useStart(sight: Sight): number {
  const [start, setStart] = useState(() => sight.getState().start)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const take = (): void => setStart(sight.getState().start)
    const wait = (): void => {
      clearTimeout(timer)
      timer = setTimeout(take, restMs)
    }
    take()
    const stop = sight.subscribe(wait)
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [sight])
  return start
}
