import { type RefObject, useLayoutEffect, useRef } from 'react'
import { focusActive } from '../use-reader'

/**
 * Keeps the keyboard where an item of a list changes or goes under it: in the item's first button, in that of a neighbour,
 * or in the text.
 * @param state changes when buttons of the item do
 */
export function useKeptFocus(item: RefObject<HTMLElement | null>, state: unknown): void {
  const hasFocus = useRef(false)
  useLayoutEffect(() => {
    const element = item.current
    const row = element?.closest('li')
    if (!element || !row) return
    const look = (): void => {
      hasFocus.current = element.contains(document.activeElement)
    }
    element.addEventListener('focusin', look)
    const onOut = (event: FocusEvent): void => {
      // Without another element the button went away under the keyboard.
      if (event.relatedTarget) hasFocus.current = false
    }
    element.addEventListener('focusout', onOut)
    return () => {
      element.removeEventListener('focusin', look)
      element.removeEventListener('focusout', onOut)
      if (!element.contains(document.activeElement)) return
      const next = row.nextElementSibling ?? row.previousElementSibling
      const button = next?.querySelector<HTMLElement>('button')
      if (button) button.focus()
      else focusActive()
    }
  }, [item])
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at when the item's buttons have changed
  useLayoutEffect(() => {
    if (hasFocus.current && document.activeElement === document.body) {
      item.current?.querySelector<HTMLElement>('button')?.focus()
    }
  }, [item, state])
}
