import { useEffect, useState } from 'react'

/** A value once it has stood for a moment: what is dear to ask is not asked of every row that the keyboard passes. */
export function useSettled<T>(value: T, afterMs: number): T | null {
  const [settled, setSettled] = useState<T | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), afterMs)
    return () => clearTimeout(timer)
  }, [value, afterMs])
  return settled === value ? settled : null
}
