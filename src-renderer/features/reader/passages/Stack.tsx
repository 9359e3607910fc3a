import { ChevronDown, ChevronUp } from 'lucide-react'
import type { ArticleText, Passage } from '../../../../src-main/contract/types'
import { useText } from '../../../i18n/i18n'
import { coveringAt } from '../spans'
import { takePassage, useReader } from '../use-reader'

type Props = { text: ArticleText; pane: number; passage: Passage }

/** Which of the passages that lie over the same words is chosen, and the way to the others. Nothing where it is alone. */
export function Stack({ text, pane, passage }: Props) {
  const t = useText()
  const pointedAt = useReader((s) => s.pointedAt)
  if (passage.orphaned) return null
  const isInside = pointedAt !== null && pointedAt >= passage.start && pointedAt < passage.end
  const offset = isInside ? pointedAt : passage.start
  const stack = coveringAt(
    text.passages.filter((p) => !p.orphaned),
    offset,
  )
  if (stack.length < 2) return null
  const at = stack.findIndex((p) => p.id === passage.id)
  const go = (step: 1 | -1): void => {
    const next = stack.at((at + step) % stack.length)
    if (!next) return
    takePassage(text.article.id, pane, next)
    useReader.setState({ pointedAt: offset })
  }
  return (
    <p className="stack">
      <span>{t('passages.stack', { at: at + 1, count: stack.length })}</span>
      <button
        type="button"
        className="btn s icon quiet"
        aria-label={t('passages.stackPrevious')}
        title={t('passages.stackPrevious')}
        onClick={() => go(-1)}
      >
        <ChevronUp className="s14" />
      </button>
      <button
        type="button"
        className="btn s icon quiet"
        aria-label={t('passages.stackNext')}
        title={t('passages.stackNext')}
        onClick={() => go(1)}
      >
        <ChevronDown className="s14" />
      </button>
    </p>
  )
}
