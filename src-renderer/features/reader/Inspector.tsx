import { CalendarDays, Plus, Trash2 } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import type { ArticleText, Passage, TagRow } from '../../../src-main/contract/types'
import { runCommand } from '../../commands/registry'
import { act } from '../../data/act'
import { showEvent, showPlace } from '../../data/session'
import { useCite } from '../../i18n/cite'
import { useText } from '../../i18n/i18n'
import { SavedText } from '../../ui/SavedText'
import { TagChip } from '../../ui/TagChip'
import './inspector.css'
import { AlsoIn } from './links/AlsoIn'
import { Relations } from './Relations'
import { takePassage, useReader } from './use-reader'

type Props = { text: ArticleText; pane: number; tags: readonly TagRow[] }

/** The chosen passage, and all passages of the article as a list that can be read and moved through. */
export function Inspector({ text, pane, tags }: Props) {
  const t = useText()
  const inHand = useReader((s) => s.inHand)
  const chosen = text.passages.find((p) => p.id === inHand?.passageId) ?? null
  return (
    <aside className="insp" aria-label={t('reader.passage.region')} data-region>
      {chosen ? (
        <PassageDetails key={chosen.id} text={text} pane={pane} passage={chosen} tags={tags} />
      ) : (
        <section>
          <h2>{t('reader.passage.chosen')}</h2>
          <p className="q">{t(text.passages.length > 0 ? 'reader.passage.choose' : 'reader.passage.none')}</p>
        </section>
      )}
      <AlsoIn articleId={text.article.id} />
      {text.passages.length > 0 && <PassageList text={text} pane={pane} tags={tags} chosenId={chosen?.id ?? null} />}
      <Relations articleId={text.article.id} />
    </aside>
  )
}

const paragraphOf = ({ blocks }: ArticleText, { start, orphaned }: Passage): string | null =>
  orphaned ? null : ([...blocks].reverse().find((b) => b.start <= start)?.label ?? null)

function PassageDetails({ text, pane, passage, tags }: Props & { passage: Passage }) {
  const t = useText()
  const cite = useCite()
  const { metadata } = text.article
  const place = cite({ outlet: metadata.outlet.value, paragraph: paragraphOf(text, passage) })
  const add = useRef<HTMLButtonElement>(null)
  const events = text.evidence.filter((e) => e.passageId === passage.id)
  return (
    <>
      <section>
        <h2>
          {t('reader.passage.chosen')}
          <button
            type="button"
            className="btn s icon quiet r"
            aria-label={t('reader.passage.delete')}
            title={t('reader.passage.delete')}
            onClick={() => runCommand('selection.delete')}
          >
            <Trash2 className="s14" />
          </button>
        </h2>
        <blockquote className="src spq" dir="auto" lang={metadata.language.value ?? undefined}>
          {passage.quote}
        </blockquote>
        {passage.orphaned ? (
          <>
            <span className="chip unk">{t('reader.passage.orphaned')}</span>
            <p className="sub">{t('reader.passage.lost')}</p>
          </>
        ) : (
          <>
            <button type="button" className="link ref" onClick={() => showPlace(pane, passage.start, passage.end)}>
              <bdi>{place}</bdi>
            </button>
            <p className="sub">{t('reader.passage.characters', { start: passage.start, end: passage.end })}</p>
          </>
        )}
      </section>
      <section>
        <h2>{t('reader.passage.tags')}</h2>
        <div className="tags">
          {tags
            .filter((tag) => passage.tagIds.includes(tag.id))
            .map((tag) => (
              <TagChip
                key={tag.id}
                name={tag.name}
                colour={tag.colour}
                removeLabel={t('reader.passage.removeTag', { name: tag.name })}
                onRemove={() => removeTag(passage.id, tag.id, add)}
              />
            ))}
          <button type="button" className="addtag" ref={add} onClick={() => runCommand('selection.tag')}>
            <Plus className="s12" />
            {t('reader.passage.addTag')} <span className="kbd">T</span>
          </button>
        </div>
      </section>
      <section>
        <h2 id="passage-note">{t('reader.passage.note')}</h2>
        <SavedText
          rows={3}
          aria-labelledby="passage-note"
          placeholder={t('reader.note.placeholder')}
          value={passage.note}
          onSave={(note) => void act('passage.set', { id: passage.id, note })}
        />
      </section>
      {events.length > 0 && (
        <section>
          <h2>{t('reader.passage.usedIn')}</h2>
          <ul className="used">
            {events.map((event) => (
              <li key={event.eventId}>
                <button type="button" onClick={() => showEvent(event.eventId)}>
                  <CalendarDays />
                  <span dir="auto">{event.title}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** Takes a tag off a passage; the keyboard goes to the button beside it. */
function removeTag(id: number, tagId: number, next: RefObject<HTMLButtonElement | null>): void {
  next.current?.focus()
  void act('passage.tag', { id, add: [], remove: [tagId] })
}

type ListProps = Props & { chosenId: number | null }

function PassageList({ text, pane, tags, chosenId }: ListProps) {
  const t = useText()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-passage="${chosenId}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [chosenId])
  const choose = (passage: Passage): void => {
    choosePassage(text.article.id, pane, passage)
  }
  return (
    <section>
      <h2>
        {t('reader.passage.list')} <span className="count">{text.passages.length}</span>
      </h2>
      <ul className="plist" ref={list}>
        {text.passages.map((passage) => (
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
              <span className="names">
                {tags
                  .filter((tag) => passage.tagIds.includes(tag.id))
                  .map((tag) => (
                    <TagChip key={tag.id} name={tag.name} colour={tag.colour} />
                  ))}
                {passage.orphaned && <span className="chip unk">{t('reader.passage.orphaned')}</span>}
                {passage.note !== '' && (
                  <span className="sub clamp2" dir="auto">
                    {passage.note}
                  </span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Chooses a passage and brings it into view, where it is in the text. */
function choosePassage(articleId: number, pane: number, passage: Passage): void {
  takePassage(articleId, pane, passage)
  if (!passage.orphaned) showPlace(pane, passage.start, passage.start)
}
