import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from 'react'
import type { Frame } from './frame'
import { setDrawing, useDrawing } from './store'
import type { Content } from './use-content'
import type { View } from './view'
import { createViewport, type Viewport } from './viewport'

/** The stretch of time that is looked at; where it was left, as long as the window is open. */
export function useViewport(): Viewport {
  const [viewport] = useState(() => createViewport(useDrawing.getState().view))
  useEffect(
    () =>
      viewport.onSettle(() => {
        const { left, pxPerDay } = viewport.settled()
        setDrawing({ view: { left, pxPerDay } })
      }),
    [viewport],
  )
  return viewport
}

/** The view once it stands still. */
export const useSettledView = (viewport: Viewport): View =>
  useSyncExternalStore(viewport.onSettle, viewport.settled, viewport.settled)

/** Keeps the view to what there is to look at, in the width that there is. */
export function useBounds(viewport: Viewport, content: Content | null, frame: Frame | null): void {
  const width = frame === null ? 0 : frame.width - frame.gutter
  const { whole = null, first = null } = content ?? {}
  useLayoutEffect(() => {
    if (whole && first && width > 0) viewport.bound(whole, first, width)
  }, [viewport, whole, first, width])
}
