import { type RefObject, useEffect, useRef } from 'react'
import { onLeaving } from '../../data/leaving'

/**
 * Choosing something else while a form is filled in keeps what was typed: leaving it any way but Cancel stores it, once.
 * @returns what is called then; null where nothing is to be stored any more
 */
export function useStoreOnLeave(store: () => unknown): RefObject<(() => unknown) | null> {
  const leaving = useRef<(() => unknown) | null>(store)
  useEffect(() => {
    if (leaving.current) leaving.current = store
  })
  useEffect(() => {
    const leave = (): void => void leaving.current?.()
    const stopKeeping = onLeaving(leave)
    return () => {
      stopKeeping()
      leave()
    }
  }, [])
  return leaving
}
