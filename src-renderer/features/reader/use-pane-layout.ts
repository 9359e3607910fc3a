import { type RefObject, useLayoutEffect, useState } from 'react'

const narrowestPane = 340
const spineWidth = 46

/**
 * Which panes are open and which are folded to spines, where not all fit: those nearest to the active one stay open.
 * @returns indices of open panes, in order
 */
export function openPanes(count: number, active: number, width: number): number[] {
  const all = Array.from({ length: count }, (_, i) => i)
  let open = count
  while (open > 1 && open * narrowestPane + (count - open) * spineWidth > width) open -= 1
  const nearest = [...all].sort((a, b) => Math.abs(a - active) - Math.abs(b - active) || a - b)
  return nearest.slice(0, open).sort((a, b) => a - b)
}

/** Width of an element, followed. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useLayoutEffect(() => {
    const box = element.current
    if (!box) return
    const observer = new ResizeObserver(() => setWidth(box.clientWidth))
    observer.observe(box)
    setWidth(box.clientWidth)
    return () => observer.disconnect()
  }, [element])
  return width
}
