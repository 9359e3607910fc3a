import { useEffect, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { PassageLink } from '../../../../src-main/contract/reading-types'
import type { ArticleText, TagRow } from '../../../../src-main/contract/types'
import type { Block } from '../../../../src-main/domain/article'
import { useCite } from '../../../i18n/cite'
import { useDateText } from '../../../i18n/dates'
import { useText } from '../../../i18n/i18n'
import { readBlocks } from '../blocks'
import { type NumberedPlace, numberedPlaces, runsOf } from './numbers'
import './print.css'

type Props = {
  /** In the order of the panes, each article once. */
  texts: readonly ArticleText[]
  tags: readonly TagRow[]
  links: readonly PassageLink[]
  /** It is on the page with all its fonts. */
  onReady: () => void
}

/** The open articles as columns on paper: no more than their words, where these stand, and what was marked in them. */
export function PrintView({ texts, tags, links, onReady }: Props) {
  const t = useText()
  const ready = useRef(onReady)
  useEffect(() => {
    let isGone = false
    void document.fonts.ready.then(() => requestAnimationFrame(() => isGone || ready.current()))
    return () => {
      isGone = true
    }
  }, [])
  const columns = texts.map((text) => text.article.id)
  const places = numberedPlaces(links, columns)
  return createPortal(
    <div className="print-view" data-columns={texts.length}>
      {links.length > 0 && <p className="pv-legend">{t('passages.print.legend')}</p>}
      <div className="pv-columns" style={{ gridTemplateColumns: `repeat(${texts.length}, minmax(0, 1fr))` }}>
        {texts.map((text) => (
          <Column key={text.article.id} text={text} tags={tags} shared={places.get(text.article.id) ?? []} />
        ))}
      </div>
    </div>,
    document.body,
  )
}

type ColumnProps = { text: ArticleText; tags: readonly TagRow[]; shared: readonly NumberedPlace[] }

function Column({ text, tags, shared }: ColumnProps) {
  const t = useText()
  const cite = useCite()
  const dateText = useDateText()
  const { metadata, standIn } = text.article
  const language = metadata.language.value ?? undefined
  return (
    <article className="pv-column">
      <header dir={readBlocks(text.blocks)[0]?.direction}>
        <p className="pv-source">
          <b>
            <bdi>{cite({ outlet: metadata.outlet.value })}</bdi>
          </b>
          <bdi>{dateText(metadata.published.value)}</bdi>
        </p>
        {metadata.title.value === null && <p className="pv-source">{t('reader.pane.noHeadline')}</p>}
        <h2 className="src" lang={language} dir="auto">
          {metadata.title.value ?? standIn}
        </h2>
        {metadata.byline.value !== null && (
          <p className="pv-source">
            <bdi>{metadata.byline.value}</bdi>
          </p>
        )}
      </header>
      {readBlocks(text.blocks).map((block) => (
        <PrintedBlock key={block.id} block={block} text={text} tags={tags} shared={shared} language={language} />
      ))}
    </article>
  )
}

type BlockProps = ColumnProps & { block: Block; language: string | undefined }

function PrintedBlock({ block, text, tags, shared, language }: BlockProps) {
  const end = block.start + block.text.length
  const tagged = text.passages.filter((p) => !p.orphaned && p.tagIds.length > 0 && p.start < end && p.end > block.start)
  const begun = tagged.filter((p) => p.start >= block.start)
  const names = tags.filter((tag) => begun.some((p) => p.tagIds.includes(tag.id))).map((tag) => tag.name)
  const Element = block.kind === 'heading' ? 'h3' : 'p'
  return (
    <div className={`pv-block ${block.kind}`} dir={block.direction}>
      <span className="pv-label">{block.label}</span>
      <Element className="src" lang={language}>
        {runsOf(block, shared, tagged).map((run, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a printed block never change
          <span key={i} className={`${run.isShared ? 'pv-shared' : ''} ${run.isTagged ? 'pv-tagged' : ''}`}>
            {run.numbers.length > 0 && <sup>{run.numbers.join(', ')}</sup>}
            {run.text}
          </span>
        ))}
      </Element>
      {names.length > 0 && (
        <ul className="pv-tags">
          {names.map((name) => (
            <li key={name} dir="auto">
              {name}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
