import { useEffect, useRef } from 'react'
import type { ArticleText, Passage, TagRow } from '../../../../src-main/contract/types'
import { showPlace } from '../../../data/session'
import { useText } from '../../../i18n/i18n'
import { TagChip } from '../../../ui/TagChip'
import { takePassage } from '../use-reader'
import { paragraphOf } from './paragraph'

type Props = { text: ArticleText; pane: number; tags: readonly TagRow[]; chosenId: number | null }

/** All passages that stand in the text, in its order, to read and to move through. */
export function PassageList({ text, pane, tags, chosenId }: Props) {
  const t = useText()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-passage="${chosenId}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  const found = text.passages.filter((passage) => !passage.orphaned)
  if (found.length === 0) return null
  const choose = (passage: Passage): void => {
    takePassage(text.article.id, pane, passage)
    showPlace(pane, passage.start, passage.start)
  }
  return (
    <section>
      <h2>
        {t('reader.passage.list')} <span className="count">{found.length}</span>
      </h2>
      <ul className="plist" ref={list}>
        {found.map((passage) => (
          <li key={passage.id} data-passage={passage.id}>
            <button
              type="button"
              aria-current={passage.id === chosenId ? 'true' : undefined}
              onClick={() => choose(passage)}
            >
              <span className="pn">{paragraphOf(text, passage) ?? '–'}</span>
              <span className="src clamp2" dir="auto">
                {passage.quote}
              </span>
              <PassageNames passage={passage} tags={tags} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The tags and the note of a passage. */
export function PassageNames({ passage, tags }: { passage: Passage; tags: readonly TagRow[] }) {
  return (
    <span className="names">
      {tags
        .filter((tag) => passage.tagIds.includes(tag.id))
        .map((tag) => (
          <TagChip key={tag.id} name={tag.name} colour={tag.colour} />
        ))}
      {passage.note !== '' && (
        <span className="sub clamp2" dir="auto">
          {passage.note}
        </span>
      )}
    </span>
  )
}
