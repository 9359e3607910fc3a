import { useSyncExternalStore } from 'react'
import { hasInspectorRoom } from './use-pane-layout'
import { useReader } from './use-reader'

/** @returns whether the inspector shows beside so many panes, and what turns that over: what was chosen holds while the app runs */
export function useInspector(panes: number): [boolean, () => void] {
  const chosen = useReader((s) => s.inspector)
  const hasRoom = useSyncExternalStore(onResize, () => hasInspectorRoom(panes, window.innerWidth))
  const isShown = chosen ?? hasRoom
  return [isShown, () => useReader.setState({ inspector: !isShown })]
}

function onResize(changed: () => void): () => void {
  window.addEventListener('resize', changed)
  return () => window.removeEventListener('resize', changed)
}
