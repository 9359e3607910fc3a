import type { ArticleText } from '../../../../src-main/contract/types'
import { runCommand } from '../../../commands/registry'
import { activate } from '../../../data/session'
import { useText } from '../../../i18n/i18n'

/** In the head of a pane: how many passages have lost their words, and the way to them. Nothing where none has. */
export function LostChip({ text, pane }: { text: ArticleText; pane: number }) {
  const t = useText()
  const count = text.passages.filter((passage) => passage.orphaned).length
  if (count === 0) return null
  const showThem = (): void => {
    activate(pane)
    // The command is about the active pane, which this one is after the next drawing.
    requestAnimationFrame(() => runCommand('passage.lost'))
  }
  return (
    <button type="button" className="chip unk lost-chip" onClick={showThem}>
      {t('passages.lostCount', { count })}
    </button>
  )
}
