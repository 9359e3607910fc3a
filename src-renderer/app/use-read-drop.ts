import { type DragEvent, useEffect, useRef, useState } from 'react'
import { carried, droppedArticles } from '../data/drag'
import { openInRead, show } from '../data/session'

/** How long articles are held over a workspace's button before it is shown, in milliseconds. */
const openAfterMs = 600

/** Articles dropped on the button of Read open there; held over it, they can be dropped between its panes. */
export function useReadDrop() {
  const [over, setOver] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const leave = (): void => {
    clearTimeout(timer.current)
    timer.current = undefined
    setOver(false)
  }
  useEffect(() => () => clearTimeout(timer.current), [])
  const hold = (event: DragEvent): void => {
    if (carried(event.dataTransfer) !== 'articles') return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'copy'
    timer.current ??= setTimeout(() => show('read'), openAfterMs)
    setOver(true)
  }
  const handlers = {
    onDragEnter: hold,
    onDragOver: hold,
    onDragLeave: (event: DragEvent): void => {
      if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) leave()
    },
    onDrop: (event: DragEvent): void => {
      leave()
      if (carried(event.dataTransfer) !== 'articles') return
      event.preventDefault()
      openInRead(droppedArticles(event.dataTransfer))
    },
  }
  return { over, handlers }
}
