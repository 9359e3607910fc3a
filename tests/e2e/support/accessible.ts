import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { setTheme } from './actions'
import { expect } from './app'

/** The smaller window at a zoom of about 150 %, the usual one at 200 %. */
export const zoomed = { width: 720, height: 450 } as const

/**
 * Expects that axe finds nothing on what the window shows, in the light and in the dark theme.
 * @param part a selector, to look at a part of the page alone
 */
export async function isAccessible(page: Page, part?: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(page, theme)
    // Electron can't open the further page that axe otherwise works in.
    const builder = new AxeBuilder({ page }).setLegacyMode(true)
    const { violations } = await (part === undefined ? builder : builder.include(part)).analyze()
    const found = violations.map(({ id, help, nodes }) => ({
      id,
      help,
      at: nodes.map(({ target }) => target.join(' ')),
    }))
    expect(found, `what axe finds in the ${theme} theme`).toEqual([])
  }
}
