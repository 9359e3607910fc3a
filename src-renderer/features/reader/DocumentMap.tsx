import { useEffect, useMemo, useRef } from 'react'
import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import type { Sight } from './sight'
import { intoLanes } from './spans'
import { tagMarks } from './tag-marks'

type Props = { text: ArticleText; tags: readonly TagRow[]; sight: Sight }

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

/** The whole text on one line: where tags are, and what part is on the screen. */
export function DocumentMap({ text, tags, sight }: Props) {
  const last = text.blocks.at(-1)
  const length = Math.max(1, last ? last.start + last.text.length : 1)
  const marks = useMemo(() => intoLanes(tagMarks(text.passages, tags)), [text.passages, tags])
  return (
    <div className="pmap" aria-hidden>
      {marks.map(({ start, end, lane, item }) => (
        <i
          key={`${item.passageId}-${item.tagId}`}
          data-tag={item.colour}
          className={lane % 2 === 1 ? 'r2' : ''}
          style={{ insetInlineStart: percent(start / length), width: percent((end - start) / length) }}
        />
      ))}
      <Window length={length} sight={sight} />
    </div>
  )
}

/** Written in the frame that scrolls, after all panes have read where they stand: between, writing would cost a layout. */
function Window({ length, sight }: { length: number; sight: Sight }) {
  const mark = useRef<HTMLElement>(null)
  useEffect(() => {
    let frame = 0
    const write = (): void => {
      const { start, end } = sight.getState()
      mark.current?.style.setProperty('inset-inline-start', percent(start / length))
      mark.current?.style.setProperty('width', percent((end - start) / length))
    }
    write()
    const stop = sight.subscribe(() => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(write)
    })
    return () => {
      cancelAnimationFrame(frame)
      stop()
    }
  }, [length, sight])
  return <u ref={mark} />
}
