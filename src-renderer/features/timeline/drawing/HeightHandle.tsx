import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { useText } from '../../../i18n/i18n'
import { leastHeight, setDrawing, useDrawing } from './store'
import { clamp } from './view'

const step = 16

/** The edge by which the drawing is made higher or lower. */
export function HeightHandle() {
  const t = useText()
  const height = useDrawing((s) => s.height)
  const grabbed = useRef<{ y: number; height: number } | null>(null)
  const most = (): number => Math.max(leastHeight, Math.round(window.innerHeight * 0.7))
  const change = (to: number): void => setDrawing({ height: clamp(Math.round(to), leastHeight, most()) })
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = { ArrowUp: height - step, ArrowDown: height + step, Home: leastHeight, End: most() }[event.key]
    if (to === undefined) return
    event.preventDefault()
    change(to)
  }
  const onPointerDown = (event: PointerEvent): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    grabbed.current = { y: event.clientY, height }
  }
  const onPointerMove = (event: PointerEvent): void => {
    if (grabbed.current) change(grabbed.current.height + event.clientY - grabbed.current.y)
  }
  const release = (): void => {
    grabbed.current = null
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is moved, which a rule is not
    <div
      className="dr-handle"
      role="separator"
      tabIndex={0}
      aria-orientation="horizontal"
      aria-label={t('drawing.height')}
      aria-valuemin={leastHeight}
      aria-valuemax={most()}
      aria-valuenow={height}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={release}
      onPointerCancel={release}
    />
  )
}
