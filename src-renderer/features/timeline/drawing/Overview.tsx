import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { locale, useText } from '../../../i18n/i18n'
import { paint } from './canvas'
import type { Descriptions } from './describe'
import { beside, overviewHeight, overviewShapes } from './overview'
import type { Palette } from './shapes'
import type { Content } from './use-content'
import { useRatio } from './use-surroundings'
import { useSettledView } from './use-viewport'
import { centred, clamp, fitted, panned, rightOf, xOf } from './view'
import type { Viewport } from './viewport'

type Props = {
  content: Content
  gutter: number
  width: number
  palette: Palette
  viewport: Viewport
  describe: Descriptions
}

/** All of time as a strip, and what of it is shown as a slider. */
export function Overview({ content, gutter, width, palette, viewport, describe }: Props) {
  const t = useText()
  const canvas = useRef<HTMLCanvasElement>(null)
  const thumb = useRef<HTMLDivElement>(null)
  const ratio = useRatio()
  const view = useSettledView(viewport)
  const { marks, whole } = content
  const track = useMemo(() => fitted(whole, Math.max(1, width - gutter)), [whole, width, gutter])

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d', { alpha: false })
    if (!canvas.current || !context) return
    canvas.current.width = Math.round(width * ratio)
    canvas.current.height = Math.round(overviewHeight * ratio)
    const words = { locale, beforeChrist: (year: number) => t('drawing.beforeChrist', { year }) }
    paint(context, overviewShapes(marks, whole, { width, gutter }, words), palette, ratio)
  }, [marks, whole, width, gutter, palette, ratio, t])

  useEffect(() => {
    const place = (): void => {
      const shown = viewport.view()
      const [from, to] = [xOf(track, shown.left), xOf(track, rightOf(shown))]
      // It can be taken hold of however short the stretch is.
      const size = clamp(to - from, 24, track.width)
      const left = clamp((from + to - size) / 2, 0, track.width - size)
      if (!thumb.current) return
      thumb.current.style.left = `${gutter + left}px`
      thumb.current.style.width = `${size}px`
    }
    place()
    return viewport.onMove(place)
  }, [viewport, track, gutter])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const now = viewport.view()
    const to = {
      ArrowRight: panned(now, 0.1),
      ArrowUp: panned(now, 0.1),
      ArrowLeft: panned(now, -0.1),
      ArrowDown: panned(now, -0.1),
      PageUp: panned(now, 0.9),
      PageDown: panned(now, -0.9),
      Home: { ...now, left: whole.from },
      End: { ...now, left: whole.to },
    }[event.key]
    if (!to) return
    event.preventDefault()
    viewport.glide(to)
  }
  const dayAtPointer = (event: PointerEvent): number => {
    const left = event.currentTarget.getBoundingClientRect().left + gutter
    return track.left + (event.clientX - left) / track.pxPerDay
  }
  const grabbed = useRef(0)
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0) return
    const now = viewport.view()
    const day = dayAtPointer(event)
    const middle = (now.left + rightOf(now)) / 2
    const isOnThumb = event.target === thumb.current
    grabbed.current = isOnThumb ? day - middle : 0
    event.currentTarget.setPointerCapture(event.pointerId)
    if (!isOnThumb) viewport.show(centred(now, day))
  }
  const onPointerMove = (event: PointerEvent): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    viewport.show(centred(viewport.view(), dayAtPointer(event) - grabbed.current))
  }
  const { earlier, later } = useMemo(() => beside(marks, { from: view.left, to: rightOf(view) }), [marks, view])
  const share = Math.round((100 * (view.left - whole.from)) / Math.max(1e-9, whole.to - whole.from))
  return (
    <div
      className="dr-overview"
      style={{ height: overviewHeight }}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
    >
      <canvas ref={canvas} style={{ width, height: overviewHeight }} />
      <p className="dr-beside" style={{ width: gutter }}>
        {earlier > 0 && <span>{t('drawing.earlier', { count: earlier })}</span>}
        {later > 0 && <span>{t('drawing.later', { count: later })}</span>}
      </p>
      <div
        ref={thumb}
        className="dr-thumb"
        role="slider"
        tabIndex={0}
        aria-label={t('drawing.overview')}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={clamp(share, 0, 100)}
        aria-valuetext={describe.range(view)}
        onKeyDown={onKeyDown}
      />
    </div>
  )
}
