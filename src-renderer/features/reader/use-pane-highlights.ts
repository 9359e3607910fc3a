import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import { useSession } from '../../data/session'
import { intoLanes } from './spans'
import { tagMarks } from './tag-marks'
import type { Shown } from './use-highlights'
import { useReader } from './use-reader'

const underlineLevels = 3

/** What a pane highlights: tagged and untagged passages, what is in hand, and the place that was asked for. */
export function usePaneHighlights(text: ArticleText, pane: number, tags: readonly TagRow[]): Shown[] {
  const inHand = useReader((s) => s.inHand)
  const target = useSession((s) => s.target)
  const shown: Shown[] = intoLanes(tagMarks(text.passages, tags)).map(({ start, end, lane, item }) => ({
    start,
    end,
    name: `tag-${item.colour}-${lane % underlineLevels}`,
  }))
  for (const { start, end } of text.passages.filter((p) => p.tagIds.length === 0 && !p.orphaned)) {
    shown.push({ start, end, name: 'untagged' })
  }
  if (target?.pane === pane && target.end > target.start) shown.push({ ...target, name: 'target' })
  if (inHand?.pane === pane && inHand.articleId === text.article.id) {
    shown.push({ start: inHand.start, end: inHand.end, name: inHand.passageId === null ? 'selection' : 'chosen' })
  }
  return shown
}
