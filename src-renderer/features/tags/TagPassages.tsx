import { useVirtualizer } from '@tanstack/react-virtual'
import { X } from 'lucide-react'
import { useRef, useState } from 'react'
import type { PassageInContext, TagRow } from '../../../src-main/contract/types'
import { act } from '../../data/act'
import { useAnswer } from '../../data/queries'
import { openPassage } from '../../data/session'
import { useCite } from '../../i18n/cite'
import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { TagChip } from '../../ui/TagChip'
import { withDescendants } from './tree'

type Props = { tag: TagRow; tags: readonly TagRow[] }

/** All passages of a tag over all articles, each in its paragraph. */
export function TagPassages({ tag, tags }: Props) {
  const t = useText()
  const answer = useAnswer('passage.list', { tagId: tag.id })
  const [filter, setFilter] = useState('')
  const [outlet, setOutlet] = useState('')
  const passages = answer.data ?? []
  const outlets = [...new Set(passages.map((p) => p.outlet ?? t('cite.outletUnknown')))].sort()
  const wanted = filter.trim().toLowerCase()
  const shown = passages.filter(
    (p) =>
      (outlet === '' || (p.outlet ?? t('cite.outletUnknown')) === outlet) &&
      `${p.quote} ${p.note}`.toLowerCase().includes(wanted),
  )
  return (
    <>
      <div className="bar">
        <b>{t('tags.page.passages', { count: passages.length })}</b>
        <span className="t">
          {t('tags.page.inArticles', { count: new Set(passages.map((p) => p.articleId)).size })}
        </span>
        <span className="grow" />
        {passages.length > 0 && (
          <>
            <input
              type="search"
              className="field filter"
              aria-label={t('tags.page.filter')}
              placeholder={t('tags.page.filter')}
              value={filter}
              onChange={(e) => setFilter(e.target.value)}
            />
            <select
              className="field small"
              aria-label={t('tags.page.outlet')}
              value={outlet}
              onChange={(e) => setOutlet(e.target.value)}
            >
              <option value="">{t('tags.page.anyOutlet')}</option>
              {outlets.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </>
        )}
      </div>
      {!answer.isPending && passages.length === 0 && <p className="hint">{t('tags.page.none')}</p>}
      {passages.length > 0 && shown.length === 0 && <p className="hint">{t('tags.page.nothing')}</p>}
      {shown.length > 0 && <PassageList passages={shown} tag={tag} tags={tags} />}
    </>
  )
}

function PassageList({ passages, tag, tags }: Props & { passages: readonly PassageInContext[] }) {
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: passages.length,
    getScrollElement: () => box.current,
    estimateSize: () => 140,
    getItemKey: (i) => passages[i]?.id ?? i,
    overscan: 6,
  })
  return (
    <div className="tag-passages" ref={box}>
      <ul style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map((row) => {
          const passage = passages[row.index]
          const before = passages[row.index - 1]
          return (
            passage && (
              <li
                key={row.key}
                data-index={row.index}
                ref={rows.measureElement}
                style={{ transform: `translateY(${row.start}px)` }}
              >
                {passage.articleId !== before?.articleId && <ArticleHeading passage={passage} />}
                <PassageCard passage={passage} tag={tag} tags={tags} />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

function ArticleHeading({ passage }: { passage: PassageInContext }) {
  const t = useText()
  const dateText = useDateText()
  return (
    <h3 className="tag-article">
      <bdi>{passage.outlet ?? t('cite.outletUnknown')}</bdi>
      <span className="t">{dateText(passage.published)}</span>
      <span className="src trunc" dir="auto" lang={passage.language ?? undefined}>
        {passage.articleTitle ?? passage.standIn}
      </span>
    </h3>
  )
}

function PassageCard({ passage, tag, tags }: Props & { passage: PassageInContext }) {
  const t = useText()
  const cite = useCite()
  const family = withDescendants(tags, tag.id)
  const own = passage.tagIds.find((id) => family.includes(id)) ?? tag.id
  return (
    <div className="tag-passage">
      <div className="tag-passage-top">
        <button
          type="button"
          className="link"
          title={t('tags.page.read')}
          onClick={() => openPassage(passage.articleId, passage.start, passage.end)}
        >
          <bdi>{cite(passage)}</bdi>
        </button>
        {tags
          .filter((other) => passage.tagIds.includes(other.id) && other.id !== tag.id)
          .map((other) => (
            <TagChip key={other.id} name={other.name} colour={other.colour} />
          ))}
        <span className="grow" />
        <button
          type="button"
          className="btn s icon quiet"
          aria-label={t('tags.page.remove')}
          title={t('tags.page.remove')}
          onClick={() => void act('passage.tag', { id: passage.id, add: [], remove: [own] })}
        >
          <X className="s14" />
        </button>
      </div>
      <p className="src" dir="auto" lang={passage.language ?? undefined}>
        <span className="t">{passage.before}</span>
        <mark className="quoted" data-tag={tag.colour}>
          {passage.quote}
        </mark>
        <span className="t">{passage.after}</span>
      </p>
      {passage.note !== '' && (
        <p className="own-note" dir="auto">
          {passage.note}
        </p>
      )}
    </div>
  )
}
