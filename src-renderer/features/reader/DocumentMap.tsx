import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import { intoLanes, type Span } from './spans'
import { tagMarks } from './tag-marks'

type Props = { text: ArticleText; tags: readonly TagRow[]; visible: Span }

/** The whole text on one line: where tags are, and what part is on the screen. */
export function DocumentMap({ text, tags, visible }: Props) {
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
        style={{
          insetInlineStart: percent(visible.start / length),
          width: percent((visible.end - visible.start) / length),
        }}
      />
    </div>
  )
}
