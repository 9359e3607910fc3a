import { type RefObject, useEffect, useRef } from 'react'

/** @returns the ref of a field that has the keyboard as soon as it is shown, with what is in it selected */
export function useSelectedField(): RefObject<(HTMLInputElement & HTMLTextAreaElement) | null> {
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])
  return field
}
