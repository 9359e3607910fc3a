import { type DragEvent, type RefObject, useState } from 'react'
import { carried, droppedArticles, droppedPane } from '../../data/drag'
import { openInRead, useSession } from '../../data/session'
import { shiftPane } from './use-pane-commands'
import { focusActive } from './use-reader'

/** Where something would be put among the panes: its place in their order, and where that is on the screen. */
type Gap = { at: number; left: number }

/** Lets articles and panes be dropped between the panes in `box`. @returns where, in pixels from its left, and handlers */
export function usePaneDrop(box: RefObject<HTMLElement | null>) {
  const [gap, setGap] = useState<Gap | null>(null)
  const onDragOver = (event: DragEvent): void => {
    const kind = carried(event.dataTransfer)
    const element = box.current
    if (kind === null || !element) return
    event.preventDefault()
    event.dataTransfer.dropEffect = kind === 'pane' ? 'move' : 'copy'
    const next = gapAt(element, event.clientX)
    setGap((before) => (before?.at === next.at && before.left === next.left ? before : next))
  }
  const onDragLeave = (event: DragEvent): void => {
    if (!(event.relatedTarget instanceof Node && box.current?.contains(event.relatedTarget))) setGap(null)
  }
  const onDrop = (event: DragEvent): void => {
    const kind = carried(event.dataTransfer)
    const element = box.current
    setGap(null)
    if (kind === null || !element) return
    event.preventDefault()
    const { at } = gapAt(element, event.clientX)
    if (kind === 'pane') dropPane(droppedPane(event.dataTransfer), at)
    else {
      openInRead(droppedArticles(event.dataTransfer), at)
      requestAnimationFrame(focusActive)
    }
  }
  return { left: gap?.left ?? null, handlers: { onDragOver, onDragLeave, onDrop } }
}

function dropPane(id: number | null, at: number): void {
  const from = useSession.getState().panes.findIndex((pane) => pane.id === id)
  if (id !== null && from >= 0) shiftPane(id, from < at ? at - 1 : at)
}

/** The gap nearest to a point (what shows a pane or its spine has `data-place`): before the first pane whose middle is right of it. */
function gapAt(box: HTMLElement, x: number): Gap {
  const origin = box.getBoundingClientRect().left
  const shown = [...box.querySelectorAll<HTMLElement>('[data-place]')].map((element) => ({
    place: Number(element.dataset.place),
    rect: element.getBoundingClientRect(),
  }))
  const next = shown.find(({ rect }) => x < rect.left + rect.width / 2)
  const last = shown.at(-1)
  const before = shown[next ? shown.indexOf(next) - 1 : shown.length - 1]
  const edge =
    next && before ? (before.rect.right + next.rect.left) / 2 : (next?.rect.left ?? last?.rect.right ?? origin)
  return { at: next ? next.place : (last?.place ?? -1) + 1, left: edge - origin }
}
