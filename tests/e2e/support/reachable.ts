import type { Page } from '@playwright/test'
import { expect } from './app'

/**
 * Expects that every control that the window shows can be brought into view and pressed, by scrolling at most what a
 * user can scroll, and that the page itself does not scroll sideways.
 */
export async function isReachable(page: Page, where: string): Promise<void> {
  const found = await page.evaluate(() => {
    const controls =
      'button:not(:disabled), [href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]'
    const dialog = [...document.querySelectorAll('[role=dialog]')].at(-1)
    const name = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.className}: ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 40)}`
    const scrolledByForce = (element: Element): boolean => {
      for (let box = element.parentElement; box; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box)
        const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip'
        if ((hides(overflowX) && box.scrollLeft !== 0) || (hides(overflowY) && box.scrollTop !== 0)) return true
      }
      return false
    }
    /** Of what is larger than the window or than what it scrolls in, a part that can be seen is enough. */
    const visiblePart = (element: Element): { left: number; right: number; top: number; bottom: number } => {
      const edges = element.getBoundingClientRect()
      let part = {
        left: Math.max(edges.left, 0),
        right: Math.min(edges.right, innerWidth),
        top: Math.max(edges.top, 0),
        bottom: Math.min(edges.bottom, innerHeight),
      }
      for (let box = element.parentElement; box; box = box.parentElement) {
        if (getComputedStyle(box).overflow === 'visible') continue
        const clip = box.getBoundingClientRect()
        part = {
          left: Math.max(part.left, clip.left),
          right: Math.min(part.right, clip.right),
          top: Math.max(part.top, clip.top),
          bottom: Math.min(part.bottom, clip.bottom),
        }
      }
      return part
    }
    const problem = (element: HTMLElement): string | null => {
      element.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' })
      if (scrolledByForce(element)) return `${name(element)} – cut off`
      const { width, height } = element.getBoundingClientRect()
      const { left, right, top, bottom } = visiblePart(element)
      if (width < 2 || height < 2) return null
      const at = (share: number): Element | null =>
        document.elementFromPoint(
          left + (right - left) * (width < height ? 0.5 : share),
          top + (bottom - top) * (width < height ? share : 0.5),
        )
      // A divider is as long as the panes it moves and is taken hold of anywhere: what stands on it covers a part only.
      const isDivider = element.getAttribute('role') === 'separator'
      const hits = (isDivider ? [0.5, 0.1, 0.9] : [0.5]).map(at)
      const reaches = (hit: Element | null): boolean =>
        hit !== null && (element.contains(hit) || hit.closest('label')?.control === element)
      if (hits.some(reaches)) return null
      const [hit] = hits
      return `${name(element)} – ${hit ? `under ${name(hit)}` : 'outside the window'}`
    }
    const all = [...(dialog ?? document).querySelectorAll<HTMLElement>(controls)]
    const shown = all.filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    const sideways = document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : []
    return [...sideways, ...shown.flatMap((element) => problem(element) ?? [])]
  })
  expect(found, `what can't be reached: ${where}`).toEqual([])
}
