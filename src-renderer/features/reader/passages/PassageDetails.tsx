import { CalendarDays, Plus, Trash2 } from 'lucide-react'
import { type RefObject, useRef } from 'react'
import type { ArticleText, Passage, TagRow } from '../../../../src-main/contract/types'
import { CommandKey, useCommandTitle } from '../../../commands/CommandButton'
import { runCommand } from '../../../commands/registry'
import { act } from '../../../data/act'
import { showEvent, showPlace } from '../../../data/session'
import { useCite } from '../../../i18n/cite'
import { useText } from '../../../i18n/i18n'
import { SavedText } from '../../../ui/SavedText'
import { TagChip } from '../../../ui/TagChip'
import { PassageMenu } from './PassageMenu'
import './passages.css'
import { paragraphOf } from './paragraph'
import { Stack } from './Stack'

type Props = { text: ArticleText; pane: number; passage: Passage; tags: readonly TagRow[] }

/** The chosen passage: its words and place, its tags, its note, the events that it is evidence of. */
export function PassageDetails({ text, pane, passage, tags }: Props) {
  const t = useText()
  const cite = useCite()
  const titleOf = useCommandTitle()
  const { metadata } = text.article
  const place = cite({ outlet: metadata.outlet.value, paragraph: paragraphOf(text, passage) })
  const add = useRef<HTMLButtonElement>(null)
  const events = text.evidence.filter((e) => e.passageId === passage.id)
  return (
    <>
      <section>
        <h2>
          {t('reader.passage.chosen')}
          <span className="r">
            {!passage.orphaned && <PassageMenu pane={pane} />}
            <button
              type="button"
              className="btn s icon quiet"
              aria-label={t('reader.passage.delete')}
              title={titleOf('selection.delete')}
              onClick={() => runCommand('selection.delete')}
            >
              <Trash2 className="s14" />
            </button>
          </span>
        </h2>
        <Stack text={text} pane={pane} passage={passage} />
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
            {t('reader.passage.addTag')} <CommandKey id="selection.tag" />
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
