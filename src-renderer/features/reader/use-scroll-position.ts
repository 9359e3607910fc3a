import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { ArticleText } from '../../../src-main/contract/types'
import { ask } from '../../data/client'
import { rangesOf } from './dom-text'

/** How long scrolling has to rest before the position is stored, in milliseconds. */
const restMs = 400

/** Space kept above a place that is scrolled to, in pixels. */
const headroom = 16

/** Where a pane stands in its text: taken up where reading stopped, stored when scrolling rests. */
export function useScrollPosition(
  scroller: RefObject<HTMLElement | null>,
  doc: RefObject<HTMLElement | null>,
  text: ArticleText,
) {
  const articleId = text.article.id
  const [top, setTop] = useState(text.position)
  const [viewport, setViewport] = useState({ from: 0, to: 1 })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const scrollTo = useCallback(
    (offset: number): void => {
      const box = scroller.current
      const root = doc.current
      if (!box || !root) return
      const range = rangesOf(root, { start: offset, end: offset + 1 })[0]
      const block = [...root.querySelectorAll<HTMLElement>('[data-start]')]
        .reverse()
        .find((b) => Number(b.dataset.start) <= offset)
      const rect = range?.getBoundingClientRect() ?? block?.getBoundingClientRect()
      if (rect) box.scrollTop += rect.top - box.getBoundingClientRect().top - headroom
    },
    [scroller, doc],
  )

  const start = useRef(text.position)
  useLayoutEffect(() => {
    if (start.current > 0) scrollTo(start.current)
  }, [scrollTo])

  useEffect(() => {
    const box = scroller.current
    const root = doc.current
    if (!box || !root) return
    const onScroll = (): void => {
      const at = offsetAtTop(box, root)
      setTop(at)
      const height = Math.max(1, box.scrollHeight)
      setViewport({ from: box.scrollTop / height, to: (box.scrollTop + box.clientHeight) / height })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void ask('position.set', { articleId, start: at }).catch(() => null), restMs)
    }
    onScroll()
    box.addEventListener('scroll', onScroll, { passive: true })
    const observer = new ResizeObserver(onScroll)
    observer.observe(box)
    return () => {
      box.removeEventListener('scroll', onScroll)
      observer.disconnect()
    }
  }, [scroller, doc, articleId])

  return { top, viewport, scrollTo }
}

/** The offset of the first block that reaches below the upper edge. */
function offsetAtTop(box: HTMLElement, root: HTMLElement): number {
  const edge = box.getBoundingClientRect().top + headroom
  const block = [...root.querySelectorAll<HTMLElement>('[data-start]')].find(
    (b) => b.getBoundingClientRect().bottom > edge,
  )
  return Number(block?.dataset.start ?? 0)
}
