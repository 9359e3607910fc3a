import { useEffect, useRef, useState } from 'react'
import type { Frame } from './frame'
import { scrolledTo } from './frame'
import type { Item, Layout } from './layout'
import { itemOfEvent, itemWith, type Move, movedTo } from './moves'
import type { View } from './view'
import { centred, rightOf } from './view'
import type { Viewport } from './viewport'

type Props = {
  layout: Layout
  frame: Frame
  viewport: Viewport
  chosenId: number | null
  onChoose: (eventId: number) => void
  scroll: { get: () => number; set: (top: number) => void }
}

/** The mark with the keyboard, in step with the event in hand: either leads the other. */
export function useCursor({ layout, frame, viewport, chosenId, onChoose, scroll }: Props) {
  const [markKey, setMarkKey] = useState<string | null>(null)
  const ownChoice = useRef<number | null>(null)
  const current = itemWith(layout, markKey) ?? itemOfEvent(layout, chosenId)

  const reveal = (item: Item): void => {
    scroll.set(scrolledTo(frame, item.lane, scroll.get()))
    const view = viewport.view()
    const day = item.at / layout.pxPerDay
    const room = Math.min(24, view.width / 8) / view.pxPerDay
    if (day < view.left + room || day > rightOf(view) - room) viewport.glide(centred(view, day))
  }
  /** Takes the keyboard to a mark; the event that it shows becomes the one in hand. */
  const go = (item: Item | null, isQuiet = false): void => {
    const mark = item?.marks[0]
    if (!item || !mark) return
    setMarkKey(mark.key)
    if (!isQuiet) reveal(item)
    if (item.shape === 'cluster' || mark.kind !== 'event') return
    ownChoice.current = Number(mark.id)
    if (mark.id !== chosenId) onChoose(Number(mark.id))
  }
  const move = (to: Move): void => go(current ? movedTo(layout, current, to) : firstSeen(layout, viewport.view()))

  const follow = useRef<(id: number | null) => void>(() => undefined)
  useEffect(() => {
    follow.current = (id) => {
      if (id === null || id === ownChoice.current) return
      ownChoice.current = id
      const item = itemOfEvent(layout, id)
      if (!item) return
      setMarkKey(item.marks.find((mark) => mark.kind === 'event' && mark.id === id)?.key ?? null)
      reveal(item)
    }
  })
  useEffect(() => follow.current(chosenId), [chosenId])
  return { current, go, move }
}

/** Where the keyboard begins: the first mark in view, or the first of all. */
function firstSeen({ items, pxPerDay }: Layout, view: View): Item | null {
  const [left, right] = [view.left * pxPerDay, rightOf(view) * pxPerDay]
  return items.find(({ at }) => at >= left && at <= right) ?? items[0] ?? null
}
