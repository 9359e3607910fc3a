import { useEffect, useState } from 'react'

/**
 * Enter in a field with a list of what is found. Where the list is still that of less than what was typed, the choice is
 * made once it has caught up, unless typing goes on.
 * @param isSettled whether the list is that of `typed`
 * @returns what Enter does
 */
export function useSettledChoice(typed: string, isSettled: boolean, choose: () => void): () => void {
  const [wantedFor, setWantedFor] = useState<string | null>(null)
  useEffect(() => {
    if (wantedFor === null || (wantedFor === typed && !isSettled)) return
    setWantedFor(null)
    if (wantedFor === typed) choose()
  }, [wantedFor, typed, isSettled, choose])
  return () => (isSettled ? choose() : setWantedFor(typed))
}
