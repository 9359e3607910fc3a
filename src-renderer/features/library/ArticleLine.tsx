import { memo } from 'react'
import type { ArticleRow } from '../../../src-main/contract/types'
import { useDateText } from '../../i18n/dates'
import { number, useText } from '../../i18n/i18n'
import { Swatch } from '../../ui/TagChip'
import { StatusMark } from './StatusMark'

const shownSwatches = 4

type Props = {
  row: ArticleRow | undefined
  index: number
  id: string
  selected: boolean
  cursor: boolean
  /** The only chosen row needs no mark of being the current one. */
  alone: boolean
}

/** One row of the article table; empty until its page has arrived. */
export const ArticleLine = memo(function ArticleLine({ row, index, id, selected, cursor, alone }: Props) {
  return (
    <tr
      id={id}
      data-index={index}
      draggable={row !== undefined}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={`${selected ? 'sel' : ''} ${cursor ? 'cur' : ''} ${alone ? 'alone' : ''}`}
    >
      {row ? <Cells row={row} /> : <td />}
    </tr>
  )
})

function Cells({ row }: { row: ArticleRow }) {
  const t = useText()
  return (
    <>
      <td>
        <div
          className={`src lib-title ${row.title === null ? 'standin' : 'clamp2'}`}
          dir="auto"
          lang={row.language ?? ''}
        >
          {row.title ?? row.standIn}
        </div>
        {row.title === null && <div className="sub trunc">{t('cite.untitled')}</div>}
      </td>
      <td>
        {row.outlet === null ? (
          <span className="chip unk">{t('cite.outletUnknown')}</span>
        ) : (
          <div className="clamp2">
            <bdi>{row.outlet}</bdi>
          </div>
        )}
      </td>
      <td>
        <Published row={row} />
      </td>
      <td>
        <StatusMark status={row.status} />
      </td>
      <td className="wide">
        <Tags tags={row.tags} />
      </td>
      <td className="num wide">{number(row.words)}</td>
      <td className="num">{number(row.passages)}</td>
    </>
  )
}

function Published({ row }: { row: ArticleRow }) {
  const t = useText()
  const dateText = useDateText()
  if (row.published === null) return <span className="chip unk">{t('date.undated')}</span>
  return (
    <>
      <div className="trunc">{dateText(row.published)}</div>
      <div className="sub">{t(`origin.short.${row.publishedOrigin}`)}</div>
    </>
  )
}

function Tags({ tags }: { tags: ArticleRow['tags'] }) {
  const more = tags.length - shownSwatches
  const names = tags.map((tag) => tag.name).join(', ')
  return (
    <span className="lib-swatches" title={names}>
      {tags.slice(0, shownSwatches).map((tag) => (
        <Swatch key={tag.id} colour={tag.colour} />
      ))}
      {more > 0 && <span className="count">+{more}</span>}
      <span className="vh">{names}</span>
    </span>
  )
}
