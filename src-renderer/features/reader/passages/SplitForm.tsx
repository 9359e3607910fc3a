import { type KeyboardEvent, useId, useMemo, useState } from 'react'
import type { ArticleText } from '../../../../src-main/contract/types'
import { articleText } from '../../../../src-main/domain/article'
import { act } from '../../../data/act'
import { useText } from '../../../i18n/i18n'
import { say, takePassage, useReader } from '../use-reader'
import { nextCut, type Unit } from './edges'
import './passages.css'

/** How much of each part is shown beside the place of the split, in UTF-16 units. */
const shownLength = 90

/** Where a passage is split: moved by words and sentences with the arrows, shown in the text and here. */
export function SplitForm({ text, onClose }: { text: ArticleText; onClose: () => void }) {
  const t = useText()
  const id = useId()
  const inHand = useReader((s) => s.inHand)
  const cut = useReader((s) => s.cut)
  /** The place of the split is one of the text that the form was opened over. */
  const [version] = useState(text.version)
  const whole = useMemo(() => articleText(text.blocks), [text.blocks])
  const language = text.article.metadata.language.value
  if (!inHand || inHand.passageId === null) return null
  const { pane, passageId } = inHand
  const isRtl = text.blocks.findLast((b) => b.start <= (cut ?? inHand.start))?.direction === 'rtl'
  const move = (unit: Unit, step: 1 | -1): void => {
    if (cut !== null) useReader.setState({ cut: nextCut(text.blocks, language, inHand, { at: cut, unit, step }) })
  }
  const split = async (): Promise<void> => {
    const parts = cut === null ? null : await act('passage.split', { id: passageId, at: cut, version })
    if (!parts) return
    takePassage(parts.first.articleId, pane, parts.first)
    onClose()
    say(t('passages.parted'))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const forward = isRtl ? 'ArrowLeft' : 'ArrowRight'
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') move('word', event.key === forward ? 1 : -1)
    else if (event.key === 'ArrowDown') move('sentence', 1)
    else if (event.key === 'ArrowUp') move('sentence', -1)
    else if (event.key === 'Escape') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const head = cut === null ? '' : whole.slice(inHand.start, cut).trimEnd()
  const tail = cut === null ? '' : whole.slice(cut, inHand.end)
  return (
    <div className="picker wide" role="dialog" aria-label={t('passages.split')} onKeyDown={onKeyDown}>
      {cut === null ? (
        <p className="sub">{t('passages.oneWord')}</p>
      ) : (
        <div id={id} aria-live="polite" className="cut-parts" lang={language ?? undefined}>
          <p className="src" dir="auto">
            {head.length > shownLength ? `${t('passages.ends')}${head.slice(-shownLength)}` : head}
          </p>
          <p className="src" dir="auto">
            {tail.length > shownLength ? `${tail.slice(0, shownLength)}${t('passages.ends')}` : tail}
          </p>
        </div>
      )}
      <p className="sub">{t('passages.splitKeys')}</p>
      <div className="acts">
        <button type="button" className="btn s" disabled={cut === null} onClick={() => move('word', -1)}>
          {t('passages.earlier')}
        </button>
        <button type="button" className="btn s" disabled={cut === null} onClick={() => move('word', 1)}>
          {t('passages.later')}
        </button>
        <span className="grow" />
        <button type="button" className="btn s" autoFocus={cut === null} onClick={onClose}>
          {t('app.cancel')}
        </button>
        <button
          type="button"
          className="btn s primary"
          autoFocus
          aria-describedby={id}
          disabled={cut === null}
          onClick={() => void split()}
        >
          {t('passages.splitHere')}
        </button>
      </div>
    </div>
  )
}
