import { Plus } from 'lucide-react'
import { type FormEvent, type RefObject, useRef, useState } from 'react'
import { CommandButton } from '../../commands/CommandButton'
import { useCommandContext, useCommands } from '../../commands/registry'
import { act } from '../../data/act'
import { useAnswer } from '../../data/queries'
import { useSession } from '../../data/session'
import { useText } from '../../i18n/i18n'
import { EmptyState } from '../../ui/EmptyState'
import { Swatch } from '../../ui/TagChip'
import { TopBarSlot } from '../../ui/TopBarSlot'
import { TaggedArticles } from './TaggedArticles'
import { TagPassages } from './TagPassages'
import { TagSettings } from './TagSettings'
import { TagTree } from './TagTree'
import './tags.css'
import { pathOf, treeLines, withDescendants } from './tree'

const choose = (tagId: number | null): void => useSession.setState({ tagId })

/** One tree of tags, and the page of the chosen one: its passages over all articles. */
export function TagsWorkspace() {
  const t = useText()
  const answer = useAnswer('tag.list', {})
  const tags = answer.data ?? []
  const chosenId = useSession((s) => s.tagId)
  const chosen = tags.find((tag) => tag.id === chosenId) ?? null
  const [renaming, setRenaming] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useCommandContext('tags')
  useCommands({
    'tag.create': () => field.current?.focus(),
    'tag.rename': chosen ? () => setRenaming(true) : null,
    'tag.delete': chosen ? () => remove() : null,
  })
  const focusTree = (id: number | null): void => {
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-tag-line="${id}"]`)?.focus())
  }
  const remove = async (): Promise<void> => {
    if (!chosen) return
    const gone = withDescendants(tags, chosen.id).filter((id) => id !== chosen.id)
    const lines = treeLines(tags, new Set()).filter((line) => !gone.includes(line.tag.id))
    const at = lines.findIndex((line) => line.tag.id === chosen.id)
    const next = lines[at + 1]?.tag.id ?? lines[at - 1]?.tag.id ?? null
    await act('tag.delete', { id: chosen.id })
    choose(next)
    focusTree(next)
  }
  return (
    <>
      <TopBarSlot
        crumb={
          <>
            <h1>{t('app.tags')}</h1>
            <span className="sep">/</span>
            <span className="q">{t('tags.count', { count: tags.length })}</span>
          </>
        }
        actions={<CommandButton id="tag.create" icon={<Plus />} label={t('tags.new')} showKey />}
      />
      <aside className="tag-side" aria-label={t('tags.tree')} data-region>
        <NewTag field={field} onMade={choose} />
        <TagTree
          tags={tags}
          chosenId={chosen?.id ?? null}
          renaming={renaming}
          onChoose={choose}
          onRenamed={() => {
            setRenaming(false)
            focusTree(chosen?.id ?? null)
          }}
        />
      </aside>
      {chosen ? (
        <section className="tag-page" aria-label={t('tags.page.region')} data-region key={chosen.id}>
          <header>
            <h2>
              <Swatch colour={chosen.colour} />
              <bdi>{pathOf(tags, chosen)}</bdi>
            </h2>
            <TagSettings tag={chosen} tags={tags} />
            <TaggedArticles tagId={chosen.id} />
          </header>
          <TagPassages tag={chosen} tags={tags} />
        </section>
      ) : (
        !answer.isPending &&
        (tags.length === 0 ? (
          <EmptyState title={t('tags.empty.title')} line={t('tags.empty.line')}>
            <CommandButton id="tag.create" label={t('tags.new')} showKey />
          </EmptyState>
        ) : (
          <div className="centre">
            <p className="q">{t('tags.page.choose')}</p>
          </div>
        ))
      )}
    </>
  )
}

type NewTagProps = { field: RefObject<HTMLInputElement | null>; onMade: (id: number) => void }

function NewTag({ field, onMade }: NewTagProps) {
  const t = useText()
  const [name, setName] = useState('')
  const create = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name.trim() === '') return
    const made = await act('tag.create', { name })
    if (!made) return
    setName('')
    onMade(made.id)
  }
  return (
    <form className="new-tag" onSubmit={(event) => void create(event)}>
      <input
        ref={field}
        className="field"
        dir="auto"
        aria-label={t('tags.new')}
        placeholder={t('tags.newHint')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <button
        type="submit"
        className="btn icon"
        aria-label={t('tags.create')}
        title={t('tags.create')}
        disabled={name.trim() === ''}
      >
        <Plus />
      </button>
    </form>
  )
}
