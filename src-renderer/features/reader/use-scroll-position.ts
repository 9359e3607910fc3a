import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { ArticleText } from '../../../src-main/contract/types'
import { ask } from '../../data/client'
import { onLeaving } from '../../data/leaving'
import { answerOptions } from '../../data/queries'
import { keepLastRead, keepPosition, useSession } from '../../data/session'
import { blockNodes, rangesIn } from './dom-text'
import { useReading } from './reading/use-reading'
import { type BlockBox, blockBoxes, createSight, firstLineBelow, headroom, spanInSight } from './sight'

/** How long scrolling has to rest before the position is stored, in milliseconds. */
const restMs = 400

/**
 * Where a pane stands in its text: taken up where reading stopped, stored when scrolling rests. The words at the upper edge
 * stay there when the pane gets another width or place, and stand where they are while its header grows above them.
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
  const client = useQueryClient()
  const [start] = useState(() => {
    const { positions, lastRead } = useSession.getState()
    return positions[pane] ?? lastRead[articleId] ?? text.position
  })
  const [sight] = useState(() => createSight(start))
  /**
   * The line that was scrolled to: its offset, how far below the headroom it stands, and the pixels that it is at where the
   * text has this width below a header of this height.
   */
  const held = useRef({ offset: start, inset: 0, top: 0, width: 0, header: 0 })
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const scrollTo = useCallback(
    (offset: number, inset = 0): void => {
      const box = scroller.current
      const root = doc.current
      if (!box || !root) return
      const blocks = blockNodes(root)
      const range = rangesIn(blocks, { start: offset, end: offset + 1 })[0]
      const block = blocks.findLast(({ start }) => start <= offset)?.element
      const rect = range?.getBoundingClientRect() ?? block?.getBoundingClientRect()
      if (rect) box.scrollTop += rect.top - box.getBoundingClientRect().top - headroom - inset
    },
    [scroller, doc],
  )
  const hold = useCallback((): void => {
    if (held.current.offset > 0) scrollTo(held.current.offset, held.current.inset)
    held.current.top = scroller.current?.scrollTop ?? 0
    held.current.width = doc.current?.clientWidth ?? 0
    held.current.header = scroller.current ? heightAbove(scroller.current) : 0
  }, [scroller, doc, scrollTo])

  // biome-ignore lint/correctness/useExhaustiveDependencies: lines break elsewhere when the text is set otherwise
  useLayoutEffect(hold, [hold, reading])
  // An element that is moved in the page loses how far it was scrolled.
  // biome-ignore lint/correctness/useExhaustiveDependencies: panes are moved in the page when their order changes
  useLayoutEffect(() => {
    const box = scroller.current
    if (box?.scrollTop === 0) box.scrollTop = held.current.top
  }, [scroller, panes])

  useLayoutEffect(() => {
    const box = scroller.current
    const root = doc.current
    if (!box || !root) return
    let measured: { blocks: BlockBox[]; height: number } | null = null
    const look = (): number => {
      measured ??= { blocks: blockBoxes(root, box), height: box.clientHeight }
      const now = spanInSight(measured.blocks, box.scrollTop, measured.height)
      const before = sight.getState()
      if (before.start !== now.start || before.end !== now.end) sight.setState(now)
      return now.start
    }
    /** Where the width changed, what scrolled was not the reader. @returns whether it did */
    const holdAtNewWidth = (): boolean => {
      if (root.clientWidth === held.current.width) return false
      hold()
      return true
    }
    /** With the first answer about its relations a header is complete: nobody has read yet what stood below it till then. */
    const isComplete = (): boolean =>
      (client.getQueryState(answerOptions('relation.list', { articleId }).queryKey)?.dataUpdateCount ?? 0) > 1
    /** What comes into the header of a text that is read, or goes, moves no line of it. */
    const holdBelowHeader = (): void => {
      const grown = heightAbove(box) - held.current.header
      if (grown === 0) return
      if (!isComplete()) {
        hold()
        return
      }
      const before = box.scrollTop
      box.scrollTop += grown
      const { inset, header } = held.current
      const top = box.scrollTop
      held.current = { ...held.current, inset: inset - (top - before), top, header: header + grown }
    }
    const onScroll = (): void => {
      const isResized = holdAtNewWidth()
      const offset = look()
      if (isResized || Math.abs(box.scrollTop - held.current.top) < 1) return
      held.current = { ...held.current, offset, inset: 0, top: box.scrollTop, width: root.clientWidth }
      keepPosition(pane, offset)
      keepLastRead(articleId, offset)
      clearTimeout(timer.current)
      timer.current = setTimeout(rest, restMs)
    }
    /** Keeps the very line at the edge: an offset near it would move the text with every change of width and every start. */
    const rest = (): void => {
      if (timer.current === undefined) return
      clearTimeout(timer.current)
      timer.current = undefined
      // The pane may have got another width in this very moment: what stands at the edge then isn't what was read.
      if (holdAtNewWidth()) measured = null
      const upper = box.getBoundingClientRect().top + headroom
      const line = box.scrollTop > headroom ? firstLineBelow(blockNodes(root), upper) : null
      const { offset, top } = line ?? { offset: held.current.offset, top: upper }
      held.current = { ...held.current, offset, inset: top - upper }
      keepPosition(pane, offset)
      keepLastRead(articleId, offset)
      void ask('position.set', { articleId, start: offset }).catch(() => null)
    }
    const onResize = (): void => {
      measured = null
      if (!holdAtNewWidth()) holdBelowHeader()
      look()
    }
    /** Letters that come late break the lines elsewhere at the same width. */
    const onFonts = (): void => {
      measured = null
      hold()
      look()
    }
    box.addEventListener('scroll', onScroll, { passive: true })
    document.fonts.addEventListener('loadingdone', onFonts)
    // What scrolled last may not be told of yet.
    const stopKeeping = onLeaving(() => {
      onScroll()
      rest()
    })
    // Known before the first frame: what shows it would take its first change for scrolling.
    look()
    const observer = new ResizeObserver(onResize)
    observer.observe(box)
    observer.observe(root)
    return () => {
      box.removeEventListener('scroll', onScroll)
      document.fonts.removeEventListener('loadingdone', onFonts)
      stopKeeping()
      observer.disconnect()
    }
  }, [scroller, doc, articleId, pane, hold, sight, client])

  return { sight, scrollTo }
}

/** How much of its pane is above what scrolls, in pixels: its header. Reads the layout. */
const heightAbove = (box: HTMLElement): number =>
  box.getBoundingClientRect().top - (box.parentElement?.getBoundingClientRect().top ?? 0)
