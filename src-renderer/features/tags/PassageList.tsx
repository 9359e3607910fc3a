import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { PassageInContext, TagRow } from '../../../src-main/contract/types'
import { act } from '../../data/act'
import { useDateText } from '../../i18n/dates'
import { useText } from '../../i18n/i18n'
import { PassageCard } from './PassageCard'
import { withDescendants } from './tree'

type Props = { passages: readonly PassageInContext[]; tag: TagRow; tags: readonly TagRow[] }

/** Passages under their articles: one tab stop, arrow keys move, Enter reads, Delete takes the tag off. */
export function PassageList({ passages, tag, tags }: Props) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  /** The row that is to have the keyboard once it is drawn, in a list of that many. */
  const focusWanted = useRef<{ index: number; count: number } | null>(null)
  const current = Math.min(at, passages.length - 1)
  const rows = useVirtualizer({
    count: passages.length,
    getScrollElement: () => box.current,
    estimateSize: () => 140,
    getItemKey: useCallback((i: number) => passages[i]?.id ?? i, [passages]),
    overscan: 6,
  })
  const go = (index: number): void => {
    const next = Math.max(0, Math.min(passages.length - 1, index))
    focusWanted.current = { index: next, count: passages.length }
    setAt(next)
    rows.scrollToIndex(next)
    focusWhenThere()
  }
  const focusWhenThere = (): void => {
    const wanted = focusWanted.current
    if (wanted?.count !== passages.length) return
    const row = box.current?.querySelector<HTMLElement>(
      `[data-index="${Math.min(wanted.index, wanted.count - 1)}"] .link`,
    )
    if (!row) return
    focusWanted.current = null
    row.focus()
  }
  useEffect(focusWhenThere)

  const takeOff = (passage: PassageInContext): void => {
    const family = withDescendants(tags, tag.id)
    focusWanted.current = { index: current, count: passages.length - 1 }
    if (passages.length === 1) document.querySelector<HTMLElement>(`[data-tag-line="${tag.id}"]`)?.focus()
    void act('passage.tag', { id: passage.id, add: [], remove: passage.tagIds.filter((id) => family.includes(id)) })
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const passage = passages[current]
    if (event.key === 'ArrowDown') go(current + 1)
    else if (event.key === 'ArrowUp') go(current - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(passages.length - 1)
    else if (event.key === 'Delete' && passage) takeOff(passage)
    else return
    event.preventDefault()
  }
  const items = rows.getVirtualItems()
  const first = items.some((row) => row.index === current) ? current : items[0]?.index
  return (
    <div className="tag-passages" ref={box}>
      <ul style={{ height: rows.getTotalSize() }} aria-label={t('tags.page.list')} onKeyDown={onKeyDown}>
        {items.map((row) => {
          const passage = passages[row.index]
          if (!passage) return null
          const heads = passage.articleId !== passages[row.index - 1]?.articleId
          return (
            <li
              key={row.key}
              data-index={row.index}
              ref={rows.measureElement}
              style={{ transform: `translateY(${row.start}px)` }}
              onFocus={() => setAt(row.index)}
            >
              {heads && <ArticleHeading passage={passage} />}
              <PassageCard
                passage={passage}
                tag={tag}
                tags={tags}
                reachable={row.index === first}
                onTakeOff={() => takeOff(passage)}
              />
            </li>
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
