import { useRef } from 'react'

/** Keeps a change from being asked for again while it is under way: a second Enter, a double click. */
export function useOnce(run: () => Promise<void>): () => Promise<void> {
  const under = useRef(false)
  return async () => {
    if (under.current) return
    under.current = true
    try {
      await run()
    } finally {
      under.current = false
    }
  }
}
