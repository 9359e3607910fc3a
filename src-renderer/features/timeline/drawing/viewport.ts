import { select } from 'd3-selection'
import { type D3ZoomEvent, zoom, zoomIdentity } from 'd3-zoom'
import { between, type Extent, fitted, mostPxPerDay, type View, within } from './view'

/**
 * What of time is looked at, as it moves. Listeners hear every step, up to one a frame of a gesture; `settled` is the view
 * once it stands still.
 */
export type Viewport = {
  view: () => View
  settled: () => View
  /** @returns a function that ends the subscription */
  onMove: (listener: () => void) => () => void
  onSettle: (listener: () => void) => () => void
  show: (view: View) => void
  /** Goes there so that the eye can follow, or at once where motion is not wanted. */
  glide: (view: View) => void
  /** What may be looked at, and in what width. A view that was never shown begins with `first`. */
  bound: (whole: Extent, first: Extent, width: number) => void
  whole: () => Extent
  /** Lets wheel, drag and pinch on an element move the view. @returns a function that ends it */
  attach: (element: HTMLElement, gutter: number, onDrag: (dy: number) => void) => () => void
}

const glideMs = 180
const settleMs = 120

const ease = (part: number): number => 1 - (1 - part) ** 3

/** @param kept the view that was looked at before, if one was */
export function createViewport(kept: Pick<View, 'left' | 'pxPerDay'> | null): Viewport {
  const moves = new Set<() => void>()
  const settles = new Set<() => void>()
  let isBound = kept !== null
  let current: View = { left: 0, pxPerDay: 1, width: 1, ...kept }
  let settled = current
  let whole: Extent = { from: 0, to: 1 }
  let gliding = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let toElement: ((view: View) => void) | null = null
  let limit: (() => void) | null = null

  const settle = (): void => {
    settled = current
    for (const listener of settles) listener()
  }
  const move = (view: View): void => {
    current = view
    for (const listener of moves) listener()
    clearTimeout(timer)
    timer = setTimeout(settle, settleMs)
  }
  const show = (view: View): void => {
    cancelAnimationFrame(gliding)
    const allowed = within(view, whole)
    if (toElement) toElement(allowed)
    else move(allowed)
  }
  const glide = (wanted: View): void => {
    const to = within(wanted, whole)
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      show(to)
      return
    }
    const [from, begin] = [current, performance.now()]
    const step = (now: number): void => {
      const part = Math.min(1, Math.max(0, (now - begin) / glideMs))
      show(part < 1 ? between(from, to, ease(part)) : to)
      if (part < 1) gliding = requestAnimationFrame(step)
    }
    cancelAnimationFrame(gliding)
    gliding = requestAnimationFrame(step)
  }
  const bound = (extent: Extent, first: Extent, width: number): void => {
    const wasWhole = isWhole(current, whole)
    whole = extent
    const reaches = current.left < extent.to && current.left + current.width / current.pxPerDay > extent.from
    if (!isBound || !reaches) current = fitted(first, width)
    else current = wasWhole ? fitted(extent, width) : { ...current, width }
    isBound = true
    current = within(current, whole)
    limit?.()
    toElement?.(current)
    for (const listener of moves) listener()
    settle()
  }
  const attach = (element: HTMLElement, gutter: number, onDrag: (dy: number) => void): (() => void) => {
    const target = select(element)
    const behaviour = zoom<HTMLElement, unknown>()
      .extent(() => [
        [gutter, 0],
        [gutter + current.width, Math.max(1, element.clientHeight)],
      ])
      .filter((event: MouseEvent) => !event.button && !isSideways(event))
      .on('zoom', ({ transform, sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
        if (sourceEvent) cancelAnimationFrame(gliding)
        if (sourceEvent instanceof MouseEvent && sourceEvent.type === 'mousemove') onDrag(sourceEvent.movementY)
        move({ ...current, pxPerDay: transform.k, left: (gutter - transform.x) / transform.k })
      })
    limit = () => {
      behaviour.scaleExtent([fitted(whole, current.width).pxPerDay, mostPxPerDay]).translateExtent([
        [whole.from, Number.NEGATIVE_INFINITY],
        [whole.to, Number.POSITIVE_INFINITY],
      ])
    }
    limit()
    const sideways = (event: WheelEvent): void => {
      if (!isSideways(event)) return
      event.preventDefault()
      const pixels = event.deltaX === 0 ? event.deltaY : event.deltaX
      show({ ...current, left: current.left + pixels / current.pxPerDay })
    }
    target.call(behaviour).on('dblclick.zoom', null)
    element.addEventListener('wheel', sideways, { passive: false })
    toElement = ({ pxPerDay, left }) =>
      behaviour.transform(target, zoomIdentity.translate(gutter - left * pxPerDay, 0).scale(pxPerDay))
    toElement(current)
    return () => {
      toElement = null
      limit = null
      target.on('.zoom', null)
      element.removeEventListener('wheel', sideways)
    }
  }
  const subscribe = (listeners: Set<() => void>) => (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    view: () => current,
    settled: () => settled,
    onMove: subscribe(moves),
    onSettle: subscribe(settles),
    show,
    glide,
    bound,
    whole: () => whole,
    attach,
  }
}

/** A wheel that turns sideways, or is to be taken for such by Shift, moves along instead of nearer. */
const isSideways = (event: Event): event is WheelEvent =>
  event instanceof WheelEvent && !event.ctrlKey && (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY))

/** Whether all there is can be seen. */
export const isWhole = (view: View, whole: Extent): boolean =>
  view.left <= whole.from + 1e-6 && view.left + view.width / view.pxPerDay >= whole.to - 1e-6
