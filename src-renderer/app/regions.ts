const focusable =
  'button:not(:disabled), [href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'

/** Moves the focus to the next (1) or previous (-1) region: elements with `data-region`, in document order. */
export function focusRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((r) => r.offsetParent !== null)
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
