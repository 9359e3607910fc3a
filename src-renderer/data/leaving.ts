import type { LeavingEvent } from '../../src-main/contract/bridge'

const leavingEvent: LeavingEvent = 'collate:leaving'

/** Told within the page, so that what features keep comes before what the window showed of it. */
const keepingEvent = 'collate:keeping'

/**
 * Calls before the window goes, which unmounts nothing, and before its library closes: what is asked for then is still
 * answered.
 * @returns a function that ends it
 */
export function onLeaving(keep: () => void): () => void {
  window.addEventListener(keepingEvent, keep)
  return () => window.removeEventListener(keepingEvent, keep)
}

/** Fields keep what is written when they are left; one that is taken off the screen isn't told that it was. */
export function leaveField(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}

/**
 * As {@link onLeaving}, after all of those: for what they change. Once in a page.
 * @returns a function that ends it
 */
export function onLeft(keep: () => void): () => void {
  // Listeners of a window are called in the order in which they came, whether they capture or not.
  const leave = (): void => {
    leaveField()
    window.dispatchEvent(new Event(keepingEvent))
    keep()
  }
  const events = ['pagehide', leavingEvent] as const
  for (const event of events) window.addEventListener(event, leave)
  return () => {
    for (const event of events) window.removeEventListener(event, leave)
  }
}
