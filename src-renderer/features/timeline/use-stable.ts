import { useCallback, useEffect, useRef } from 'react'

/**
 * A function that stays the same one and does what the latest `run` does, for views that are drawn anew only where one of
 * their properties is another. For events, not for rendering.
 */
export function useStable<Values extends unknown[], Result>(
  run: (...values: Values) => Result,
): (...values: Values) => Result {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  return useCallback((...values: Values) => latest.current(...values), [])
}
