import { useEffect, useMemo, useRef } from 'react'
import type { ArticleText, TagRow } from '../../../src-main/contract/types'
import { createMotion } from './motion'
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

/** What part is on the screen: an element, and a canvas that stands for it while it moves. */
function Window({ length, sight }: { length: number; sight: Sight }) {
  const mark = useRef<HTMLElement>(null)
  const moving = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const [element, canvas] = [mark.current, moving.current]
    if (!element || !canvas) return
    const settle = (): void => {
      const { start, end } = sight.getState()
      element.style.setProperty('inset-inline-start', percent(start / length))
      element.style.setProperty('width', percent((end - start) / length))
      element.hidden = false
      canvas.hidden = true
    }
    const begin = (): Painted | null => {
      const painted = paintedAs(element, canvas)
      element.hidden = true
      canvas.hidden = false
      return painted
    }
    const motion = createMotion({
      begin,
      paint: (painted) => {
        const { start, end } = sight.getState()
        if (painted) paintWindow(painted, start / length, end / length)
      },
      settle,
    })
    settle()
    const stop = sight.subscribe(motion.step)
    return () => {
      motion.end()
      stop()
    }
  }, [length, sight])
  return (
    <>
      <u ref={mark} />
      <canvas ref={moving} hidden />
    </>
  )
}

type Painted = {
  context: CanvasRenderingContext2D
  width: number
  height: number
  fill: string
  edge: string
  isRtl: boolean
}

/** A canvas as large as the map, and how the element looks on it. */
function paintedAs(element: HTMLElement, canvas: HTMLCanvasElement): Painted | null {
  const { backgroundColor: fill, borderInlineStartColor: edge, direction } = getComputedStyle(element)
  const { clientWidth: width = 0, clientHeight: height = 0 } = element.parentElement ?? {}
  const scale = devicePixelRatio
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const context = canvas.getContext('2d')
  context?.scale(scale, scale)
  return context && { context, width, height, fill, edge, isRtl: direction === 'rtl' }
}

/** @param from share of the text, as `to` is */
function paintWindow({ context, width, height, fill, edge, isRtl }: Painted, from: number, to: number): void {
  const wide = Math.max(2, (to - from) * width)
  const left = isRtl ? width - from * width - wide : from * width
  context.clearRect(0, 0, width, height)
  context.fillStyle = fill
  context.fillRect(left, 0, wide, height)
  context.fillStyle = edge
  context.fillRect(left, 0, 1, height)
  context.fillRect(left + wide - 1, 0, 1, height)
}
