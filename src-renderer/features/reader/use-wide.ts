import { useSyncExternalStore } from 'react'

/** The width from which the inspector has a place of its own beside the panes. */
const wide = '(min-width: 1181px)'

/** Whether the window is wide enough for panes and inspector. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = window.matchMedia(wide)
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => window.matchMedia(wide).matches,
  )
