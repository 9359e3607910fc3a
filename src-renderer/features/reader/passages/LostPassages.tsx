import { useId, useState } from 'react'
import type { ArticleText, Passage, TagRow } from '../../../../src-main/contract/types'
import { act, isDone } from '../../../data/act'
import { useText } from '../../../i18n/i18n'
import { focusText, say, takePassage, useReader } from '../use-reader'
import { LikelyPlaces } from './LikelyPlaces'
import { PassageNames } from './PassageList'
import './passages.css'

type Props = { text: ArticleText; pane: number; tags: readonly TagRow[]; chosenId: number | null }

/** Passages whose words are gone from the text: found again, put on other words by hand, or deleted. */
export function LostPassages({ text, pane, tags, chosenId }: Props) {
  const t = useText()
  const lost = text.passages.filter((passage) => passage.orphaned)
  if (lost.length === 0) return null
  return (
    <section data-lost>
      <h2>
        {t('passages.lost')} <span className="count">{lost.length}</span>
      </h2>
      <p className="sub">{t('passages.lostLine')}</p>
      <ul className="lost">
        {lost.map((passage) => (
          <LostPassage
            key={passage.id}
            text={text}
            pane={pane}
            passage={passage}
            tags={tags}
            isChosen={passage.id === chosenId}
          />
        ))}
      </ul>
    </section>
  )
}

type RowProps = Pick<Props, 'text' | 'pane' | 'tags'> & { passage: Passage; isChosen: boolean }

function LostPassage({ text, pane, passage, tags, isChosen }: RowProps) {
  const t = useText()
  const id = useId()
  const [isLooking, setLooking] = useState(false)
  const inHand = useReader((s) => s.inHand)
  const selected = inHand && inHand.articleId === text.article.id && inHand.end > inHand.start ? inHand : null
  const placed = async (done: Promise<Passage | null>): Promise<void> => {
    const found = await done
    if (!found) return
    document.getSelection()?.removeAllRanges()
    takePassage(found.articleId, pane, found)
    focusText(pane)
    say(t('passages.placed'))
  }
  /** A place has one passage: where there is one, the two become one. */
  const put = (place: { start: number; end: number }, takenBy: number | null): void =>
    void placed(
      takenBy === null
        ? act('passage.move', { id: passage.id, start: place.start, end: place.end, version: text.version })
        : act('passage.merge', { from: takenBy, into: passage.id }),
    )
  const remove = async (): Promise<void> => {
    focusText(pane)
    if (await isDone('passage.delete', { id: passage.id })) say(t('passages.deleted'))
  }
  return (
    <li data-passage={passage.id}>
      <button
        type="button"
        className="lost-quote"
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => takePassage(text.article.id, pane, passage)}
      >
        <span className="src clamp2" dir="auto">
          {passage.quote}
        </span>
        <span className="chip unk">{t('reader.passage.orphaned')}</span>
        <PassageNames passage={passage} tags={tags} />
      </button>
      <div className="lost-acts">
        <button
          type="button"
          className="btn s"
          aria-expanded={isLooking}
          aria-controls={id}
          onClick={() => setLooking(!isLooking)}
        >
          {t('passages.find')}
        </button>
        <button
          type="button"
          className="btn s"
          disabled={!selected}
          title={selected ? undefined : t('passages.selectFirst')}
          onClick={() => selected && put(selected, selected.passageId)}
        >
          {t(selected && selected.passageId !== null ? 'passages.joinChosen' : 'passages.putOnSelection')}
        </button>
        <button type="button" className="btn s quiet" onClick={() => void remove()}>
          {t('passages.delete')}
        </button>
      </div>
      <div id={id}>
        {isLooking && (
          <LikelyPlaces passage={passage} pane={pane} language={text.article.metadata.language.value} onPut={put} />
        )}
      </div>
    </li>
  )
}
