import { X } from 'lucide-react'
import { useId } from 'react'
import type { PassageInContext } from '../../../src-main/contract/types'
import type { BriefingBlock } from '../../../src-main/domain/briefing'
import { useAnswer } from '../../data/queries'
import { openPassageOf } from '../../data/session'
import { useCite } from '../../i18n/cite'
import { useText } from '../../i18n/i18n'

type Quotes = Extract<BriefingBlock, { kind: 'quotes' }>
type Props = { block: Quotes; stale: readonly number[]; onChange: (next: Quotes) => void }

/** Quotes of a tag, of chosen passages, or of all tags. Live: what is tagged later comes in. */
export function QuotesBlock({ block, stale, onChange }: Props) {
  const t = useText()
  const id = useId()
  const tags = useAnswer('tag.list', {}).data ?? []
  const chosen = block.tagId === null && block.passageIds.length > 0
  const asked = block.tagId !== null ? { tagId: block.tagId } : chosen ? { ids: block.passageIds } : {}
  const passages = inOrder(useAnswer('passage.list', asked).data ?? [], chosen ? block.passageIds : null).filter(
    (p) => block.tagId !== null || chosen || p.tagIds.length > 0,
  )
  const value = block.tagId !== null ? String(block.tagId) : chosen ? 'chosen' : 'all'
  return (
    <div className="quotes-block">
      <div className="of">
        <label className="lbl" htmlFor={id}>
          {t('briefing.editor.quotesOf')}
        </label>
        <select
          id={id}
          data-main
          className="field small"
          value={value}
          onChange={(event) =>
            onChange({
              ...block,
              tagId: /^\d/.test(event.target.value) ? Number(event.target.value) : null,
              passageIds: event.target.value === 'chosen' ? block.passageIds : [],
            })
          }
        >
          <option value="all">{t('briefing.editor.allTags')}</option>
          {chosen && <option value="chosen">{t('briefing.editor.chosen')}</option>}
          {tags.map((tag) => (
            <option key={tag.id} value={tag.id}>
              {t('briefing.editor.ofTag', { name: tag.name })}
            </option>
          ))}
        </select>
        <span className="t">{t('briefing.editor.passages', { count: passages.length })}</span>
      </div>
      {passages.length === 0 && <p className="hint">{t('briefing.editor.noPassages')}</p>}
      <ul>
        {passages.map((passage) => (
          <QuoteRow
            key={passage.id}
            passage={passage}
            stale={stale.includes(passage.id)}
            onDrop={
              chosen ? () => onChange({ ...block, passageIds: block.passageIds.filter((p) => p !== passage.id) }) : null
            }
          />
        ))}
      </ul>
    </div>
  )
}

const inOrder = (passages: readonly PassageInContext[], ids: readonly number[] | null): PassageInContext[] =>
  ids === null ? [...passages] : ids.flatMap((id) => passages.find((p) => p.id === id) ?? [])

function QuoteRow({
  passage,
  stale,
  onDrop,
}: {
  passage: PassageInContext
  stale: boolean
  onDrop: (() => void) | null
}) {
  const t = useText()
  const cite = useCite()
  return (
    <li className={stale ? 'qq ch' : 'qq'}>
      <p className="src" dir="auto" lang={passage.language ?? undefined}>
        “{passage.quote}”
      </p>
      <span className="qq-end">
        <button type="button" className="link" onClick={() => openPassageOf(passage)}>
          <bdi>{cite(passage)}</bdi>
        </button>
        {onDrop && (
          <button
            type="button"
            className="btn s icon quiet"
            aria-label={t('briefing.editor.dropPassage', { quote: passage.quote.slice(0, 60) })}
            onClick={onDrop}
          >
            <X className="s14" />
          </button>
        )}
      </span>
      {stale && <p className="fix">{t('briefing.checks.stale', { count: 1 })}</p>}
    </li>
  )
}
