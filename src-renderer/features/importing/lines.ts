import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'

const lineHeight = 28
const pageLines = 10

/** The lines of a long list, of which only the visible ones exist; the one in hand is kept in view. */
export function useLines(
  list: readonly unknown[],
  listRef: RefObject<HTMLDivElement | null>,
  at: number,
): Virtualizer<HTMLDivElement, Element> {
  const lines = useVirtualizer({
    count: list.length,
    getScrollElement: () => listRef.current,
    estimateSize: () => lineHeight,
    overscan: 12,
  })
  const shown = useRef<readonly unknown[]>([])
  useEffect(() => {
    if (at < 0 || at >= list.length) return
    // Another list begins at the line in hand; in the same one it is only brought into view.
    lines.scrollToIndex(at, { align: shown.current.length === list.length ? 'auto' : 'start' })
    shown.current = list
  }, [lines, at, list])
  return lines
}

/** Moves through the lines of a list by keyboard. */
export function moveByKey(event: KeyboardEvent, at: number, count: number, onMove: (at: number) => void): void {
  const steps: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + pageLines,
    PageUp: at - pageLines,
    Home: 0,
    End: count - 1,
  }
  const next = steps[event.key]
  if (next === undefined || event.altKey || event.ctrlKey) return
  event.preventDefault()
  onMove(Math.min(count - 1, Math.max(0, next)))
}
