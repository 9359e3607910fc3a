import { Pencil, Trash2 } from 'lucide-react'
import type { RefObject } from 'react'
import { CommandButton } from '../../commands/CommandButton'
import { useAnswer } from '../../data/queries'
import { number, useText } from '../../i18n/i18n'
import { ArticleTags } from './ArticleTags'
import { BatchForm } from './BatchForm'
import { Companions } from './Companions'
import { Details } from './Details'
import { DetailsForm } from './DetailsForm'
import { NamedSources } from './NamedSources'
import { OriginalFile } from './OriginalFile'
import { Relations } from './Relations'
import { StatusField } from './StatusField'
import './inspector.css'

type Props = {
  selected: readonly number[]
  editing: boolean
  onEdited: () => void
  tagFieldRef: RefObject<HTMLInputElement | null>
}

/** What is known of the chosen article, or what can be set for several at once. */
export function Inspector(props: Props) {
  const t = useText()
  const { selected } = props
  const current = selected.at(-1)
  return (
    <aside className="lib-insp" aria-label={t('library.details.region')} data-region>
      {current === undefined && <p className="t none">{t('library.details.choose')}</p>}
      {current !== undefined && selected.length === 1 && <One {...props} articleId={current} />}
      {selected.length > 1 && <Several {...props} />}
    </aside>
  )
}

function Head({ title, editing }: { title: string; editing: boolean }) {
  const t = useText()
  return (
    <header>
      <h2>{title}</h2>
      <span className="grow" />
      {!editing && (
        <>
          <CommandButton
            id="article.edit"
            className="s quiet"
            icon={<Pencil className="s14" />}
            label={t('library.details.editButton')}
          />
          <CommandButton id="article.trash" className="s quiet" icon={<Trash2 className="s14" />} iconOnly />
        </>
      )}
    </header>
  )
}

function One({ articleId, editing, onEdited, tagFieldRef }: Props & { articleId: number }) {
  const t = useText()
  const article = useAnswer('article.get', { id: articleId }, { keepPrevious: true }).data
  if (!article) return null
  // For a moment it may be the one before: what is changed then is the chosen one.
  return (
    <>
      <section>
        <Head title={t('library.details.title')} editing={editing} />
        <StatusField articleIds={[articleId]} status={article.status} />
        {editing && article.id === articleId ? (
          <DetailsForm key={article.id} article={article} onClose={onEdited} />
        ) : (
          <Details article={article} />
        )}
      </section>
      <ArticleTags articleIds={[articleId]} tagIds={article.tagIds} tagFieldRef={tagFieldRef} />
      <OriginalFile key={article.id} article={article} isChosen={article.id === articleId} />
      {/* What is worked out comes later than the rest, and last, so that it moves no button under the pointer. */}
      <Companions article={article} />
      <Relations key={`relations ${article.id}`} articleId={article.id} />
      <NamedSources key={`sources ${article.id}`} articleId={article.id} />
    </>
  )
}

function Several({ selected, editing, onEdited, tagFieldRef }: Props) {
  const t = useText()
  return (
    <>
      <section>
        <Head
          title={t('library.batch.title', { count: selected.length, number: number(selected.length) })}
          editing={editing}
        />
        <StatusField articleIds={selected} status={null} />
        {editing ? (
          <BatchForm articleIds={selected} onClose={onEdited} />
        ) : (
          <p className="t">{t('library.batch.line')}</p>
        )}
      </section>
      <ArticleTags articleIds={selected} tagIds={null} tagFieldRef={tagFieldRef} />
    </>
  )
}
