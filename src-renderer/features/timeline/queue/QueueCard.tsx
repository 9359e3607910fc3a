import { CornerDownRight } from 'lucide-react'
import { type FormEvent, useId, useState } from 'react'
import type { Suggestion, SuggestionItem } from '../../../../src-main/contract/types'
import { parseDateInput } from '../../../../src-main/domain/date-input'
import { CommandButton, CommandKey } from '../../../commands/CommandButton'
import { act } from '../../../data/act'
import { openPassage } from '../../../data/session'
import { useCite } from '../../../i18n/cite'
import { useText } from '../../../i18n/i18n'
import { useTypedDate } from '../../../i18n/typed-date'
import { Edtf } from '../Edtf'
import { Understood } from '../Understood'
import { Derivation } from './Derivation'
import { needsPublication, type Queue, useTotal } from './use-queue'

type Props = { queue: Queue; suggestion: Suggestion }

/** The suggestion in hand: sentence, derivation, destination, decision. */
export function QueueCard({ queue, suggestion }: Props) {
  const t = useText()
  const id = useId()
  const first = suggestion.items[0]
  const { edits } = queue
  const total = useTotal(queue)
  if (!first || !edits) return null
  const others = suggestion.items.slice(1)
  const typed = edits.date === null || edits.date.trim() === '' ? null : parseDateInput(edits.date)
  return (
    <article
      ref={queue.fields.onCard}
      className="qcard"
      tabIndex={-1}
      data-region-focus
      data-first
      aria-label={t('timeline.queue.position', { at: queue.index + 1, total })}
    >
      <div className="qtop">
        <PlaceLink item={first} />
        <span className="t">{t('timeline.queue.position', { at: queue.index + 1, total })}</span>
      </div>
      <Sentence item={first} />
      <Derivation item={first} edtf={typed ?? suggestion.edtf} />
      {needsPublication(suggestion) && <PublicationForm key={first.articleId} item={first} queue={queue} />}
      {suggestion.edtf === null && !needsPublication(suggestion) && (
        <p className="stop">{t('timeline.queue.enterDate')}</p>
      )}
      {others.length > 0 && <Others items={others} left={edits.left} onChange={(left) => queue.edit({ left })} />}
      <Destination queue={queue} suggestion={suggestion} />
      <label className="lbl" htmlFor={`${id}-date`}>
        {t('timeline.queue.dateField')}
      </label>
      <input
        ref={queue.fields.dateField}
        id={`${id}-date`}
        className="field mono"
        placeholder={suggestion.edtf ?? t('timeline.create.dateHint')}
        value={edits.date ?? ''}
        aria-invalid={edits.date !== null && edits.date.trim() !== '' && typed === null}
        onChange={(event) => queue.edit({ date: event.target.value })}
        onKeyDown={queue.onFieldKey}
      />
      {edits.date !== null && edits.date.trim() !== '' && <Understood edtf={typed} />}
      <div className="qbtn">
        <CommandButton id="suggestion.accept" className="primary" label={t('timeline.queue.accept')} showKey />
        <CommandButton id="suggestion.dismiss" label={t('timeline.queue.dismiss')} showKey />
        <CommandButton id="suggestion.merge" className="quiet" label={t('timeline.queue.merge')} showKey />
      </div>
    </article>
  )
}

/** Sets the publication date of the suggestion's article, by which its relative dates are worked out. */
function PublicationForm({ item, queue }: { item: SuggestionItem; queue: Queue }) {
  const t = useText()
  const id = useId()
  const cite = useCite()
  const typedDate = useTypedDate()
  const [typed, setTyped] = useState('')
  const date = typedDate(typed)
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (date.edtf === null) return
    if (await act('article.set', { ids: [item.articleId], edits: { published: date.edtf } })) queue.toCard()
  }
  return (
    <form className="publication" onSubmit={(event) => void save(event)}>
      <p className="stop">{t('timeline.queue.setPublished')}</p>
      <label className="lbl" htmlFor={id}>
        {t('timeline.queue.publicationField', { outlet: cite({ outlet: item.outlet }) })}
      </label>
      <div className="with-button">
        <input
          ref={queue.fields.publishedField}
          id={id}
          className="field mono"
          placeholder={t('timeline.queue.publicationHint')}
          value={typed}
          aria-invalid={!date.understood}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && queue.toCard()}
        />
        <button type="submit" className="btn" disabled={date.edtf === null}>
          {t('timeline.queue.set')} <CommandKey id="suggestion.publication" />
        </button>
      </div>
      {typed.trim() !== '' && <p className={date.understood ? 'sub' : 'field-error'}>{date.message}</p>}
    </form>
  )
}

function Sentence({ item }: { item: SuggestionItem }) {
  const { text, start } = item.sentence
  const from = item.start - start
  const to = item.end - start
  return (
    <p className="src sentence" lang={item.language ?? undefined} dir="auto">
      {text.slice(0, from)}
      <mark className="phrase">{text.slice(from, to)}</mark>
      {text.slice(to)}
    </p>
  )
}

function PlaceLink({ item }: { item: SuggestionItem }) {
  const t = useText()
  const cite = useCite()
  return (
    <button
      type="button"
      className="link"
      title={t('timeline.queue.open')}
      onClick={() => openPassage(item.articleId, item.sentence.start, item.sentence.end)}
    >
      <bdi>{cite(item)}</bdi>
    </button>
  )
}

type OthersProps = { items: readonly SuggestionItem[]; left: readonly number[]; onChange: (left: number[]) => void }

/** The same happening in other articles: each counts as evidence unless it is left out. */
function Others({ items, left, onChange }: OthersProps) {
  const t = useText()
  const cite = useCite()
  const toggle = (id: number): void => onChange(left.includes(id) ? left.filter((i) => i !== id) : [...left, id])
  return (
    <section className="others">
      <h3 className="lbl">{t('timeline.queue.alsoIn', { count: new Set(items.map((i) => i.articleId)).size })}</h3>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <input
              type="checkbox"
              className="check"
              checked={!left.includes(item.id)}
              aria-label={t('timeline.queue.leaveOut', { outlet: cite(item) })}
              onChange={() => toggle(item.id)}
            />
            <div>
              <PlaceLink item={item} />{' '}
              <span className="mono t">
                {item.edtf === null ? t('timeline.queue.unresolved') : <Edtf edtf={item.edtf} />}
              </span>
              <Sentence item={item} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Where accepting leads: a new event, whose title can be changed, or one that is there. */
function Destination({ queue, suggestion }: { queue: Queue; suggestion: Suggestion }) {
  const t = useText()
  const id = useId()
  const { edits } = queue
  if (!edits) return null
  const joins = suggestion.joins
  if (joins && edits.join) {
    return (
      <div className="into">
        <p>
          <CornerDownRight className="s14" />
          <span>
            {t('timeline.queue.addsTo')} <b>{joins.title}</b>
          </span>
        </p>
        <button type="button" className="link" onClick={() => queue.edit({ join: false })}>
          {t('timeline.queue.insteadNew')}
        </button>
      </div>
    )
  }
  return (
    <div className="into">
      <label className="lbl" htmlFor={id}>
        {t('timeline.queue.titleField')}
      </label>
      <textarea
        id={id}
        className="field"
        rows={2}
        dir="auto"
        value={edits.title ?? suggestion.title}
        onChange={(event) => queue.edit({ title: event.target.value.replaceAll('\n', ' ') })}
        onKeyDown={queue.onFieldKey}
      />
      {joins && (
        <button type="button" className="link" onClick={() => queue.edit({ join: true })}>
          {t('timeline.queue.insteadJoin', { title: joins.title })}
        </button>
      )}
    </div>
  )
}
