import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './app'

/**
 * Expects that axe finds nothing on the screen.
 * @param part a selector, to look at a part of the page alone
 */
export async function expectAccessible(page: Page, part?: string): Promise<void> {
  // Electron can't open the further page that axe otherwise works in.
  const builder = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (part === undefined ? builder : builder.include(part)).analyze()
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ target }) => target.join(' ')) }))
  expect(found, 'what axe finds').toEqual([])
}
