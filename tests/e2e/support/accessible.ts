import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { setTheme } from './actions'
import { expect } from './app'

/** The smaller window at a zoom of about 150 %, the usual one at 200 %. */
export const zoomed = { width: 720, height: 450 } as const

/** What of axe depends on colours; the rest finds the same in either theme, whose pages differ in colours alone. */
const ofColours = ['color-contrast', 'link-in-text-block']

/**
 * Expects that axe finds nothing on what the window shows, in the light and in the dark theme.
 * @param part a selector, to look at a part of the page alone
 */
export async function isAccessible(page: Page, part?: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme)
    await colourChanged(page)
    const isThere = await page.evaluate(() => 'axe' in window)
    // Electron can't open the further page that axe otherwise works in; what passes would cost more to tell than to find.
    const builder = new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) })
      .setLegacyMode(true)
      .options({ resultTypes: ['violations'] })
    if (part !== undefined) builder.include(part)
    if (theme === 'dark') builder.withRules(ofColours)
    const { violations } = await builder.analyze()
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ target }) => target.join(' ')),
    }))
    expect(found, `what axe finds in the ${theme} theme`).toEqual([])
  }
}

/** Waits until nothing is half-way from one colour to another. What moves without an end is not waited for. */
async function colourChanged(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(({ finished }) => finished))
  })
}
