import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ArticleText } from '../../../src-main/contract/types'
import { ask } from '../../data/client'
import { keepLastRead, keepPosition, useSession } from '../../data/session'
import { rangesOf } from './dom-text'
import { useReading } from './reading/use-reading'
import type { Span } from './spans'

/** How long scrolling has to rest before the position is stored, in milliseconds. */
const restMs = 400

/** Space kept above a place that is scrolled to, in pixels. */
const headroom = 16

/**
 * Where a pane stands in its text: taken up where reading stopped, stored when scrolling rests. The words at the upper edge
 * stay there when the pane gets another width or place.
 */
export function useScrollPosition(
  scroller: RefObject<HTMLElement | null>,
  doc: RefObject<HTMLElement | null>,
  text: ArticleText,
  pane: number,
) {
  const articleId = text.article.id
  const panes = useSession((s) => s.panes)
  const reading = useReading()
  const [start] = useState(() => {
    const { positions, lastRead } = useSession.getState()
    return positions[pane] ?? lastRead[articleId] ?? text.position
  })
  const [visible, setVisible] = useState<Span>({ start, end: start })
  /** The offset that was scrolled to, and the pixels that it is at where the text has this width. */
  const held = useRef({ offset: start, top: 0, width: 0 })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const scrollTo = useCallback(
    (offset: number): void => {
      const box = scroller.current
      const root = doc.current
      if (!box || !root) return
      const range = rangesOf(root, { start: offset, end: offset + 1 })[0]
      const block = blocksIn(root).findLast((b) => Number(b.dataset.start) <= offset)
      const rect = range?.getBoundingClientRect() ?? block?.getBoundingClientRect()
      if (rect) box.scrollTop += rect.top - box.getBoundingClientRect().top - headroom
    },
    [scroller, doc],
  )
  const hold = useCallback((): void => {
    if (held.current.offset > 0) scrollTo(held.current.offset)
    held.current.top = scroller.current?.scrollTop ?? 0
    held.current.width = doc.current?.clientWidth ?? 0
  }, [scroller, doc, scrollTo])

  // biome-ignore lint/correctness/useExhaustiveDependencies: lines break elsewhere when the text is set otherwise
  useLayoutEffect(hold, [hold, reading])
  // An element that is moved in the page loses how far it was scrolled.
  // biome-ignore lint/correctness/useExhaustiveDependencies: panes are moved in the page when their order changes
  useLayoutEffect(() => {
    const box = scroller.current
    if (box?.scrollTop === 0) box.scrollTop = held.current.top
  }, [scroller, panes])

  useEffect(() => {
    const box = scroller.current
    const root = doc.current
    if (!box || !root) return
    const look = (): void => {
      const now = visibleSpan(box, root)
      setVisible((before) => (before.start === now.start && before.end === now.end ? before : now))
    }
    /** Where the width changed, what scrolled was not the reader. @returns whether it did */
    const holdAtNewWidth = (): boolean => {
      if (root.clientWidth === held.current.width) return false
      hold()
      return true
    }
    const onScroll = (): void => {
      const isResized = holdAtNewWidth()
      look()
      if (isResized || Math.abs(box.scrollTop - held.current.top) < 1) return
      const offset = visibleSpan(box, root).start
      held.current = { offset, top: box.scrollTop, width: root.clientWidth }
      keepPosition(pane, offset)
      keepLastRead(articleId, offset)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void ask('position.set', { articleId, start: offset }).catch(() => null), restMs)
    }
    const onResize = (): void => {
      holdAtNewWidth()
      look()
    }
    look()
    box.addEventListener('scroll', onScroll, { passive: true })
    const observer = new ResizeObserver(onResize)
    observer.observe(box)
    observer.observe(root)
    return () => {
      box.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [scroller, doc, articleId, pane, hold])

  return { visible, scrollTo }
}

const blocksIn = (root: HTMLElement): HTMLElement[] => [...root.querySelectorAll<HTMLElement>('[data-start]')]

/** The offsets at the upper and the lower edge of the pane, to about a line. */
function visibleSpan(box: HTMLElement, root: HTMLElement): Span {
  const frame = box.getBoundingClientRect()
  const blocks = blocksIn(root)
  const upper = frame.top + headroom
  const first = blocks.find((b) => b.getBoundingClientRect().bottom > upper)
  const last = blocks.findLast((b) => b.getBoundingClientRect().top < frame.bottom) ?? first
  const start = box.scrollTop <= headroom || !first ? 0 : offsetAtHeight(first, upper)
  return { start, end: Math.max(start, last ? offsetAtHeight(last, frame.bottom) : 0) }
}

function offsetAtHeight(block: HTMLElement, y: number): number {
  const { top, height } = block.getBoundingClientRect()
  const share = Math.min(1, Math.max(0, (y - top) / Math.max(1, height)))
  return Number(block.dataset.start) + Math.floor(share * (block.textContent?.length ?? 0))
}
