import { Unlink2 } from 'lucide-react'
import type { ArticleText } from '../../../../src-main/contract/types'
import { runCommand } from '../../../commands/registry'
import { activate } from '../../../data/session'
import { useText } from '../../../i18n/i18n'
import './passages.css'

/** A quiet line under an article's head: how many passages have lost their words, and the way to them. Nothing where none has. */
export function LostLine({ text, pane }: { text: ArticleText; pane: number }) {
  const t = useText()
  const count = text.passages.filter((passage) => passage.orphaned).length
  if (count === 0) return null
  const showThem = (): void => {
    activate(pane)
    // The command is about the active pane, which this one is after the next drawing.
    requestAnimationFrame(() => runCommand('passage.lost'))
  }
  return (
    <button type="button" className="lost-line" onClick={showThem}>
      <Unlink2 className="s12" />
      <bdi className="trunc">{t('passages.lostCount', { count })}</bdi>
    </button>
  )
}
