import { handOver } from '../use-view'

/** Moves the keyboard on from a list item that is about to go: to the same button of the one beside it, or to the event. */
export function focusBeside(button: HTMLButtonElement, eventId: number): void {
  const item = button.closest('li')
  const beside = item?.nextElementSibling ?? item?.previousElementSibling
  const target = beside?.querySelector<HTMLButtonElement>('button.icon')
  if (target) target.focus()
  else handOver(eventId)
}
