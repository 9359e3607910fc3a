import { type RefObject, useLayoutEffect } from 'react'
import { paint } from './canvas'
import type { Palette } from './shapes'
import type { Picture } from './use-picture'
import type { Viewport } from './viewport'

type Place = {
  canvas: RefObject<HTMLCanvasElement | null>
  /** What scrolls the lanes. */
  scroller: RefObject<HTMLElement | null>
  /** Hears that what is drawn is about to move. */
  onMove: () => void
}

type Look = {
  palette: Palette
  /** Pixels of the screen per pixel of the page. */
  ratio: number
  viewport: Viewport
  chosen: number | null
  focused: string | null
}

/** Keeps a canvas painted: at once when what it shows changes, once a frame while it moves. */
export function useCanvas({ canvas, scroller, onMove }: Place, picture: Picture, look: Look): void {
  const { palette, ratio, viewport, chosen, focused } = look
  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d', { alpha: false })
    const box = scroller.current
    if (!element || !context || !box) return
    const { width, height } = picture.frame
    let request = 0
    const draw = (): void => {
      request = 0
      paint(context, picture.shapes(viewport.view(), { scroll: box.scrollTop, chosen, focused }), palette, ratio)
    }
    const move = (): void => {
      onMove()
      request ||= requestAnimationFrame(draw)
    }
    element.width = Math.round(width * ratio)
    element.height = Math.round(height * ratio)
    draw()
    const stop = viewport.onMove(move)
    box.addEventListener('scroll', move)
    return () => {
      cancelAnimationFrame(request)
      box.removeEventListener('scroll', move)
      stop()
    }
  }, [canvas, scroller, onMove, picture, palette, ratio, viewport, chosen, focused])
}
