import { type KeyboardEvent, useId, useMemo } from 'react'
import { articleText } from '../../../../src-main/domain/article'
import { act } from '../../../data/act'
import { useText } from '../../../i18n/i18n'
import type { FormProps } from '../form-parts'
import { say, takePassage, useReader } from '../use-reader'
import { nextCut, type Unit } from './edges'
import './passages.css'

/** How much of each part is shown beside the place of the split, in UTF-16 units. */
const shownLength = 90

/** Where a passage is split: moved by words and sentences with the arrows, shown in the text and here. */
export function SplitForm({ form, text, over, head, onClose }: FormProps) {
  const t = useText()
  const id = useId()
  const { cut } = form
  const whole = useMemo(() => articleText(text?.blocks ?? []), [text])
  if (!text || !over || over.passageId === null) return null
  const language = text.article.metadata.language.value
  const { pane, passageId } = over
  const isRtl = text.blocks.findLast((b) => b.start <= (cut ?? over.start))?.direction === 'rtl'
  const move = (unit: Unit, step: 1 | -1): void => {
    if (cut === null) return
    const next = nextCut(text.blocks, language, over, { at: cut, unit, step })
    useReader.setState({ form: { ...form, cut: next, isTouched: true } })
  }
  const split = async (): Promise<void> => {
    const parts = cut === null ? null : await act('passage.split', { id: passageId, at: cut, version: form.version })
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
  const before = cut === null ? '' : whole.slice(over.start, cut).trimEnd()
  const after = cut === null ? '' : whole.slice(cut, over.end)
  return (
    <div className="picker wide" role="dialog" aria-label={t('passages.split')} onKeyDown={onKeyDown}>
      {head}
      {cut === null ? (
        <p className="sub">{t('passages.oneWord')}</p>
      ) : (
        <div id={id} aria-live="polite" className="cut-parts" lang={language ?? undefined}>
          <p className="src" dir="auto">
            {before.length > shownLength ? `${t('passages.ends')}${before.slice(-shownLength)}` : before}
          </p>
          <p className="src" dir="auto">
            {after.length > shownLength ? `${after.slice(0, shownLength)}${t('passages.ends')}` : after}
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
          data-region-focus
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
