const focusable =
  'button:not(:disabled), [href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/** Moves the focus to the next (1) or previous (-1) region: elements with `data-region`, in document order. */
export function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (r) => r.getClientRects().length > 0,
  )
  if (regions.length === 0) return
  const current = regions.findIndex((r) => r.contains(document.activeElement))
  for (let i = 1; i <= regions.length; i += 1) {
    const region = regions[(current + step * i + regions.length * 2) % regions.length]
    if (region && targetsOf(region).some(takesFocus)) return
  }
}

/** Where the keyboard may go in a region: itself, where Tab leads there, else what can be used in it, else itself. */
function targetsOf(region: HTMLElement): HTMLElement[] {
  if (region.matches('[tabindex="0"]')) return [region]
  const own = region.querySelector<HTMLElement>('[data-region-focus]')
  return [...(own ? [own] : []), ...region.querySelectorAll<HTMLElement>(focusable), region]
}

/** What lies in folded details can't be focused. */
function takesFocus(target: HTMLElement): boolean {
  target.focus()
  return document.activeElement === target
}

/**
 * Gives the keyboard to the workspace that was gone to, where nothing has it: to the place marked `data-first`, as soon as
 * that is there. Of several the first; one that can't have the keyboard yet is waited for.
 * @returns a function that ends the waiting
 */
export function focusWorkspace(): () => void {
  const look = (): void => {
    const at = document.activeElement
    if (at?.closest('[role=dialog]')) return
    if (at === null || at === document.body) {
      document.querySelector<HTMLElement>('main [data-first]')?.focus({ preventScroll: true })
      if (document.activeElement === document.body) return
    }
    stop()
  }
  const observer = new MutationObserver(look)
  // What had the keyboard in the workspace before is on the page until the next one is drawn.
  const frame = requestAnimationFrame(() => {
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['data-first'] })
    look()
  })
  const stop = (): void => {
    cancelAnimationFrame(frame)
    observer.disconnect()
    window.removeEventListener('pointerdown', stop, { capture: true })
  }
  window.addEventListener('pointerdown', stop, { capture: true })
  return stop
}
