import type { RefObject } from 'react'
import { act } from '../../data/act'
import { useAnswer } from '../../data/queries'
import { useText } from '../../i18n/i18n'
import { TagChip } from '../../ui/TagChip'
import { TagField } from './TagField'

type Props = {
  articleIds: readonly number[]
  /** Tags that the article has; null for several articles, whose tags differ. */
  tagIds: readonly number[] | null
  tagFieldRef: RefObject<HTMLInputElement | null>
}

/** The tags of an article itself, to add and remove; for several articles, one added to or removed from all. */
export function ArticleTags({ articleIds, tagIds, tagFieldRef }: Props) {
  const t = useText()
  const tags = useAnswer('tag.list', {}).data ?? []
  const own = tags.filter((tag) => tagIds?.includes(tag.id))
  const tag = (add: number[], remove: number[]): void => void act('article.tag', { ids: [...articleIds], add, remove })
  const remove = (id: number): void => {
    tag([], [id])
    tagFieldRef.current?.focus()
  }
  return (
    <section>
      <h2>
        {t('app.tags')} {own.length > 0 && <span className="count">{own.length}</span>}
      </h2>
      {own.length > 0 && (
        <ul className="lib-tags">
          {own.map(({ id, name, colour }) => (
            <li key={id}>
              <TagChip
                name={name}
                colour={colour}
                removeLabel={t('library.tags.removeOne', { name })}
                onRemove={() => remove(id)}
              />
            </li>
          ))}
        </ul>
      )}
      <TagField
        label={t('library.tags.add')}
        without={tagIds ?? []}
        create
        inputRef={tagFieldRef}
        onChoose={(id) => tag([id], [])}
      />
      {tagIds === null && (
        <TagField label={t('library.tags.remove')} without={[]} create={false} onChoose={(id) => tag([], [id])} />
      )}
    </section>
  )
}
