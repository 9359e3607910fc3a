import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import { intoLanes } from './spans'
import { tagMarks } from './tag-marks'

type Props = { text: ArticleText; tags: readonly TagRow[]; viewport: { from: number; to: number } }

/** The whole text on one line: where tags are, and what part is on the screen. Shares of the text, 0 to 1. */
export function DocumentMap({ text, tags, viewport }: Props) {
  const last = text.blocks.at(-1)
  const length = Math.max(1, last ? last.start + last.text.length : 1)
  const percent = (share: number): string => `${(share * 100).toFixed(2)}%`
  return (
    <div className="pmap" aria-hidden>
      {intoLanes(tagMarks(text.passages, tags)).map(({ start, end, lane, item }) => (
        <i
          key={`${item.passageId}-${item.tagId}`}
          data-tag={item.colour}
          className={lane % 2 === 1 ? 'r2' : ''}
          style={{ insetInlineStart: percent(start / length), width: percent((end - start) / length) }}
        />
      ))}
      <u
        style={{ insetInlineStart: percent(viewport.from), width: percent(Math.max(0, viewport.to - viewport.from)) }}
      />
    </div>
  )
}
