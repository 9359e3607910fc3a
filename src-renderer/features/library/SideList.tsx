import { CalendarOff, ChevronDown, ChevronRight, CircleDashed, CircleQuestionMark, Files } from 'lucide-react'
import { useState } from 'react'
import type { ArticlePage } from '../../../src-main/contract/types'
import { useAnswer } from '../../data/queries'
import { type ArticleView, useSession } from '../../data/session'
import { number, useText } from '../../i18n/i18n'
import { Swatch } from '../../ui/TagChip'
import { type TagLine, tagLines } from './tag-tree'

const views = [
  { view: 'all', count: 'all', Icon: Files },
  { view: 'not-reviewed', count: 'notReviewed', Icon: CircleDashed },
  { view: 'undated', count: 'undated', Icon: CalendarOff },
  { view: 'unattributed', count: 'unattributed', Icon: CircleQuestionMark },
] as const satisfies readonly { view: ArticleView; count: keyof ArticlePage['counts']; Icon: typeof Files }[]

type Props = { counts: ArticlePage['counts'] | undefined; onChosen: () => void }

/** Fixed filters and the tag tree: each narrows the table. */
export function SideList({ counts, onChosen }: Props) {
  const t = useText()
  const view = useSession((s) => s.view)
  const tagId = useSession((s) => s.viewTagId)
  const choose = (next: { view: ArticleView; viewTagId: number | null }): void => {
    useSession.setState(next)
    onChosen()
  }
  return (
    <nav className="lib-side" aria-label={t('library.side')} data-region>
      <h2>{t('app.library')}</h2>
      <ul>
        {views.map(({ view: name, count, Icon }) => (
          <li key={name}>
            <button
              type="button"
              className="item"
              aria-current={tagId === null && view === name ? 'true' : undefined}
              onClick={() => choose({ view: name, viewTagId: null })}
            >
              <Icon />
              <span className="trunc">{t(`library.view.${name}`)}</span>
              {counts && <span className="count">{number(counts[count])}</span>}
            </button>
          </li>
        ))}
      </ul>
      <TagTree tagId={tagId} onChoose={(id) => choose({ view: 'all', viewTagId: id })} />
    </nav>
  )
}

function TagTree({ tagId, onChoose }: { tagId: number | null; onChoose: (id: number) => void }) {
  const t = useText()
  const tags = useAnswer('tag.list', {}).data ?? []
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set())
  if (tags.length === 0) return null
  const turn = (id: number): void =>
    setClosed((before) => {
      const next = new Set(before)
      if (!next.delete(id)) next.add(id)
      return next
    })
  return (
    <>
      <h2>{t('app.tags')}</h2>
      <ul>
        {tagLines(tags, closed).map((line) => (
          <TagItem
            key={line.tag.id}
            line={line}
            current={line.tag.id === tagId}
            onChoose={() => onChoose(line.tag.id)}
            onTurn={() => turn(line.tag.id)}
          />
        ))}
      </ul>
    </>
  )
}

type TagItemProps = { line: TagLine; current: boolean; onChoose: () => void; onTurn: () => void }

function TagItem({ line, current, onChoose, onTurn }: TagItemProps) {
  const t = useText()
  const { tag, depth, uses, hasChildren, open } = line
  const Chevron = open ? ChevronDown : ChevronRight
  return (
    <li className="tagline" style={{ paddingInlineStart: depth * 16 }}>
      {hasChildren ? (
        <button
          type="button"
          className="turn"
          aria-expanded={open}
          aria-label={t('library.tagChildren', { name: tag.name })}
          onClick={onTurn}
        >
          <Chevron className="s14" />
        </button>
      ) : (
        <span className="turn" />
      )}
      <button
        type="button"
        className="item"
        aria-current={current ? 'true' : undefined}
        title={t('library.tagUses', { name: tag.name, passages: tag.passages, articles: tag.articles })}
        onClick={onChoose}
      >
        <Swatch colour={tag.colour} />
        <span className="trunc">
          <bdi>{tag.name}</bdi>
        </span>
        <span className="count">{number(uses)}</span>
      </button>
    </li>
  )
}
