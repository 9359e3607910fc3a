import { type FormEvent, useId, useState } from 'react'
import type { Timeline } from '../../../../src-main/contract/timeline-types'
import type { TimelineChoice } from '../../../../src-main/domain/timeline'
import { ask, CallFailed } from '../../../data/client'
import { useOnce } from '../../../data/use-once'
import { useText } from '../../../i18n/i18n'
import { Segmented } from '../../../ui/Segmented'
import { Sheet } from '../../../ui/Sheet'
import type { Choice } from '../fields/Combo'
import { Tokens } from '../fields/Tokens'
import { type Names, tagsOn } from '../use-names'
import { showTimeline } from '../use-view'
import './dialogs.css'

type Kind = TimelineChoice['kind']
const kinds = ['hand', 'tags', 'search', 'all'] as const satisfies readonly Kind[]

type Props = {
  /** The timeline to change; null makes one. */
  timeline: Timeline | null
  /** Events that a new timeline begins with. */
  eventIds: readonly number[]
  names: Names
  onSaved: () => void
  onClose: () => void
}

/** A timeline's name, and what puts events into it: the researcher's hand, tags, a search, or nothing but being an event. */
export function TimelineSheet({ timeline, eventIds, names, onSaved, onClose }: Props) {
  const t = useText()
  const id = useId()
  const [name, setName] = useState(timeline?.name ?? '')
  const [kind, setKind] = useState<Kind>(timeline?.choice.kind ?? 'hand')
  const [tags, setTags] = useState<readonly Choice[]>(
    timeline?.choice.kind === 'tags' ? tagsOn(names, timeline.choice.tagIds) : [],
  )
  const [query, setQuery] = useState(timeline?.choice.kind === 'search' ? timeline.choice.query : '')
  const [failure, setFailure] = useState<string | null>(null)
  const choice = choiceOf(kind, tags, query)
  const ready = name.trim() !== '' && choice !== null
  const save = useOnce(async () => {
    if (choice === null) return
    try {
      await store(timeline, name.trim(), choice, eventIds)
      onSaved()
      onClose()
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error
      setFailure(t(`error.${error.code}`, error.params))
    }
  })
  const submit = (event?: FormEvent): void => {
    event?.preventDefault()
    if (ready) void save()
  }
  const title = t(timeline ? 'timeline.timelines.edit' : 'timeline.timelines.new')
  return (
    <Sheet title={title} closeLabel={t('app.close')} onClose={onClose} width={480}>
      <form className="event-form" onSubmit={submit}>
        <label className="lbl" htmlFor={`${id}-name`}>
          {t('timeline.timelines.name')}
        </label>
        <input
          id={`${id}-name`}
          className="field"
          autoFocus
          dir="auto"
          value={name}
          aria-invalid={failure !== null}
          aria-describedby={failure === null ? undefined : `${id}-failure`}
          onChange={(e) => {
            setName(e.target.value)
            setFailure(null)
          }}
        />
        {failure !== null && (
          <p className="field-error" id={`${id}-failure`} role="alert">
            {failure}
          </p>
        )}
        <p className="lbl">{t('timeline.timelines.choice')}</p>
        <Segmented
          label={t('timeline.timelines.choice')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`timeline.timelines.kinds.${value}`) }))}
          onChange={setKind}
        />
        {kind === 'tags' && (
          <div className="choice-detail">
            <Tokens
              label={t('timeline.timelines.tags')}
              placeholder={t('timeline.field.tagHint')}
              items={tags}
              choices={names.tagChoices}
              onAdd={(tag) => setTags([...tags, tag])}
              onRemove={(gone) => setTags(tags.filter((tag) => tag.id !== gone))}
              onDone={submit}
            />
          </div>
        )}
        {kind === 'search' && (
          <div className="choice-detail">
            <input
              className="field"
              aria-label={t('timeline.timelines.query')}
              placeholder={t('timeline.timelines.queryHint')}
              value={query}
              onChange={(e) => setQuery(e.target.value)}
            />
          </div>
        )}
        <p className="sub">
          {t(`timeline.timelines.hint.${kind}`)}
          {timeline === null && eventIds.length > 0 && ` ${t('timeline.timelines.with', { count: eventIds.length })}`}
        </p>
        <div className="acts">
          <button type="button" className="btn" onClick={onClose}>
            {t('app.cancel')}
          </button>
          <button type="submit" className="btn primary" disabled={!ready}>
            {t(timeline ? 'timeline.timelines.save' : 'timeline.timelines.create')}
          </button>
        </div>
      </form>
    </Sheet>
  )
}

/** Null while the choice is not complete. */
function choiceOf(kind: Kind, tags: readonly Choice[], query: string): TimelineChoice | null {
  if (kind === 'tags') return tags.length === 0 ? null : { kind, tagIds: tags.map(({ id }) => Number(id)) }
  if (kind === 'search') return query.trim() === '' ? null : { kind, query: query.trim() }
  return { kind }
}

/** @throws CallFailed */
async function store(
  timeline: Timeline | null,
  name: string,
  choice: TimelineChoice,
  eventIds: readonly number[],
): Promise<void> {
  if (timeline) {
    await ask('timeline.set', { id: timeline.id, name, choice })
    return
  }
  const made = await ask('timeline.create', { name, choice, eventIds: [...eventIds] })
  showTimeline(made.id)
}
