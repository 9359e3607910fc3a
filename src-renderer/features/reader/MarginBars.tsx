import { type RefObject, useEffect, useState } from 'react'
import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import { rangesOf } from './dom-text'
import { intoLanes } from './spans'
import { type TagMark, tagMarks } from './tag-marks'

type Bar = { key: string; colour: TagMark['colour']; lane: number; top: number; height: number }

const lanePitch = 5

const none: Bar[] = []

type Props = { root: RefObject<HTMLElement | null>; text: ArticleText; tags: readonly TagRow[]; layoutKey: unknown }

/** Bars in the margin beside tagged passages: one lane each where they overlap, growing outward from the text. */
export function MarginBars({ root, text, tags, layoutKey }: Props) {
  const [bars, setBars] = useState(none)
  // Not a layout effect: those of a child run before its parent's element is known.
  // biome-ignore lint/correctness/useExhaustiveDependencies: bars are measured anew when the blocks on the page change
  useEffect(() => {
    const element = root.current
    if (!element) return
    const measure = (): void => setBars(measured(element, text, tags))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [root, text, tags, layoutKey])
  return (
    <div className="bars" aria-hidden>
      {bars.map((bar) => (
        <i
          key={bar.key}
          className="tbar"
          data-tag={bar.colour}
          style={{ top: bar.top, height: bar.height, insetInlineEnd: bar.lane * lanePitch }}
        />
      ))}
    </div>
  )
}

function measured(root: HTMLElement, text: ArticleText, tags: readonly TagRow[]): Bar[] {
  const marks = tagMarks(text.passages, tags)
  if (marks.length === 0) return none
  const origin = root.getBoundingClientRect().top
  return intoLanes(marks).flatMap(({ item, lane }) =>
    rangesOf(root, item).map((range, i) => {
      const box = range.getBoundingClientRect()
      const key = `${item.passageId}-${item.tagId}-${i}`
      return { key, colour: item.colour, lane: Math.min(lane, 4), top: box.top - origin, height: box.height }
    }),
  )
}
