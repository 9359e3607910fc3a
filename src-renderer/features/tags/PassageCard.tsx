import { X } from 'lucide-react'
import type { PassageInContext, TagRow } from '../../../src-main/contract/types'
import { openPassageOf } from '../../data/session'
import { useCite } from '../../i18n/cite'
import { useText } from '../../i18n/i18n'
import { TagChip } from '../../ui/TagChip'

type Props = {
  passage: PassageInContext
  tag: TagRow
  tags: readonly TagRow[]
  /** Whether Tab reaches its buttons. */
  reachable: boolean
  onTakeOff: () => void
}

/** A passage in its paragraph, with its note and its other tags. */
export function PassageCard({ passage, tag, tags, reachable, onTakeOff }: Props) {
  const t = useText()
  const cite = useCite()
  const tabIndex = reachable ? 0 : -1
  return (
    <div className="tag-passage">
      <div className="tag-passage-top">
        <button
          type="button"
          className="link"
          tabIndex={tabIndex}
          title={t('tags.page.read')}
          onClick={() => openPassageOf(passage)}
        >
          <bdi>{cite(passage)}</bdi>
        </button>
        {tags
          .filter((other) => passage.tagIds.includes(other.id) && other.id !== tag.id)
          .map((other) => (
            <TagChip key={other.id} name={other.name} colour={other.colour} />
          ))}
        {passage.orphaned && <span className="chip unk">{t('tags.page.orphaned')}</span>}
        <span className="grow" />
        <button
          type="button"
          className="btn s icon quiet"
          tabIndex={tabIndex}
          aria-label={t('tags.page.remove')}
          title={t('tags.page.remove')}
          onClick={onTakeOff}
        >
          <X className="s14" />
        </button>
      </div>
      <p className="src" dir="auto" lang={passage.language ?? undefined}>
        <span className="t">{passage.before}</span>
        <mark className="quoted" data-tag={tag.colour}>
          {passage.quote}
        </mark>
        <span className="t">{passage.after}</span>
      </p>
      {passage.note !== '' && (
        <p className="own-note" dir="auto">
          {passage.note}
        </p>
      )}
    </div>
  )
}
