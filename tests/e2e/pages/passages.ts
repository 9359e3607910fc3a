import { expect, type Locator, type Page } from '@playwright/test'
import { press } from '../support/actions'
import { ReadPage } from './read'

/** Passages in the Read workspace, as their user sees them. */
export class PassagesPage {
  readonly page: Page
  readonly read: ReadPage
  /** The words of the chosen passage. */
  readonly words: Locator
  readonly split: Locator
  readonly lost: Locator

  constructor(page: Page) {
    this.page = page
    this.read = new ReadPage(page)
    this.words = this.read.inspector.getByRole('blockquote')
    this.split = page.getByRole('dialog', { name: 'Split the passage' })
    this.lost = this.read.inspector.locator('[data-lost]')
  }

  /** Chooses the passage that begins with these words, by keyboard alone. */
  async choose(pane: number, words: string | RegExp): Promise<void> {
    await this.read.goToPane(pane)
    // A passage that was stored a moment ago is not gone to before the window lists it.
    await expect(this.read.passage(words).first()).toBeAttached()
    for (let i = 0; i < 10; i += 1) {
      await press(this.page, 'Alt+ArrowDown')
      const chosen = await this.words.textContent()
      if (typeof words === 'string' ? chosen?.startsWith(words) : words.test(chosen ?? '')) return
    }
    throw new Error(`no passage ${words}`)
  }

  /** Presses a key and expects the chosen passage to have these words then. */
  async has(key: string, words: string): Promise<void> {
    await press(this.page, key)
    await expect(this.words).toHaveText(words)
  }

  /** Runs what the menu of the chosen passage offers. */
  async act(name: string): Promise<void> {
    await this.read.inspector.getByRole('button', { name: 'Actions on the passage' }).click()
    await this.page.getByRole('menuitem', { name }).click()
  }

  /** In the head of a pane: how many passages lost their words. */
  lostCount(pane: number): Locator {
    return this.read.pane(pane).getByRole('button', { name: /lost (its|their) words$/ })
  }

  /** A passage that lost its words, with what can be done with it. */
  lostPassage(words: string): Locator {
    return this.lost.getByRole('listitem').filter({ hasText: words }).first()
  }
}
