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

/** Of the window, in pixels. */
const railWidth = 64
const inspectorWidth = 304
/** Where the window is narrower, the inspector lies over the panes. */
const widestNarrow = 1180

/** Whether there is room for the inspector beside the panes: it gives way before a pane folds for it. */
export function hasInspectorRoom(count: number, windowWidth: number): boolean {
  const room = windowWidth - railWidth
  const open = (width: number): number => openPanes(count, 0, width).length
  return windowWidth > widestNarrow && open(room - inspectorWidth) === open(room)
}

/**
 * Widths of panes in percent: those that were resized in proportion to each other, the others as wide as these on average.
 * @param widths by the pane's id
 */
export function sharesOf(ids: readonly number[], widths: Readonly<Record<number, number>>): number[] {
  const known = ids.flatMap((id) => widths[id] ?? [])
  const mean = known.length > 0 ? known.reduce((sum, width) => sum + width, 0) / known.length : 1
  const wanted = ids.map((id) => widths[id] ?? mean)
  const total = wanted.reduce((sum, width) => sum + width, 0)
  return wanted.map((width) => (width / total) * 100)
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
