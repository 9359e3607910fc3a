import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import { useSession } from '../../data/session'
import { intoLanes } from './spans'
import { underlines } from './tag-marks'
import type { Shown } from './use-highlights'
import { useReader } from './use-reader'

const underlineLevels = 3

/** What a pane highlights: tagged and untagged passages, what is in hand, and the place that was asked for. */
export function usePaneHighlights(text: ArticleText, pane: number, tags: readonly TagRow[]): Shown[] {
  const inHand = useReader((s) => s.inHand)
  const target = useSession((s) => s.target)
  const form = useReader((s) => s.form)
  const shown: Shown[] = intoLanes(underlines(text.passages, tags)).map(({ start, end, lane, item }) => ({
    start,
    end,
    name: `${item.colour === null ? 'untagged' : `tag-${item.colour}`}-${lane % underlineLevels}`,
  }))
  if (target?.pane === pane && target.end > target.start) shown.push({ ...target, name: 'target' })
  if (inHand?.pane === pane && inHand.articleId === text.article.id) {
    const { start, end, passageId } = inHand
    const cut = form?.over.passageId === passageId ? form.cut : null
    shown.push({ start, end: cut ?? end, name: passageId === null ? 'selection' : 'chosen' })
    if (cut !== null) shown.push({ start: cut, end, name: 'cut-off' })
  }
  return shown
}
