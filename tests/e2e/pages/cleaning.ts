import { expect, type Locator, type Page } from '@playwright/test'
import { press } from '../support/actions'
import { ReadPage } from './read'

/** Correcting a text and teaching rules, as a researcher does it while reading. */
export class CleaningPage {
  readonly page: Page
  readonly read: ReadPage
  readonly menu: Locator
  readonly editor: Locator
  readonly teaching: Locator
  readonly rules: Locator

  constructor(page: Page) {
    this.page = page
    this.read = new ReadPage(page)
    this.menu = page.getByRole('menu', { name: /^Actions on/ })
    this.editor = page.getByRole('textbox', { name: /^Text of/ })
    this.teaching = page.getByRole('dialog', { name: /^Always hide this in/ })
    this.rules = page.getByRole('dialog', { name: 'Cleaning rules' })
  }

  /** The element around a block, with its number, menu and earlier wording. */
  block(pane: number, words: string | RegExp): Locator {
    return this.read.text(pane).locator('.bl').filter({ hasText: words })
  }

  /** Opens the menu of a block by its button, and chooses. */
  async choose(pane: number, words: string | RegExp, action: string | RegExp): Promise<void> {
    const block = this.block(pane, words)
    await block.hover()
    await block.getByRole('button', { name: /^Actions on/ }).click()
    await this.menu.getByRole('menuitem', { name: action }).click()
    await expect(this.menu).toHaveCount(0)
  }

  /** Moves the keyboard to a block of a pane whose text has it. */
  async goTo(pane: number, words: string | RegExp): Promise<void> {
    await this.read.goToPane(pane)
    await press(this.page, 'Home')
    for (let i = 0; i < 60; i += 1) {
      if ((await this.read.pane(pane).locator('.bl.here').filter({ hasText: words }).count()) > 0) return
      await press(this.page, 'ArrowDown')
    }
    throw new Error(`not in pane ${pane}: ${words}`)
  }

  /** Gives the block in hand another wording, by keyboard. */
  async correct(wording: string): Promise<void> {
    await this.page.keyboard.press('F2')
    await expect(this.editor).toBeFocused()
    await this.editor.fill(wording)
    await this.page.keyboard.press('Enter')
    await expect(this.editor).toHaveCount(0)
  }

  /** Numbers and texts of the blocks that a pane shows. */
  shown(pane: number): Promise<string[]> {
    return this.read
      .text(pane)
      .locator('.bl')
      .evaluateAll((blocks) =>
        blocks.map((block) =>
          [...block.querySelectorAll('.pn'), block.querySelector('[data-start]')].map((n) => n?.textContent).join(' '),
        ),
      )
  }

  strip(pane: number, words: string | RegExp): Locator {
    return this.read.text(pane).locator('.cut-wrap').filter({ hasText: words })
  }

  /** Opens the list of rules from the palette. */
  async openRules(): Promise<void> {
    await this.page.keyboard.press('Control+K')
    const box = this.page.getByRole('combobox', { name: 'Search or run a command' })
    await box.fill('cleaning rules')
    await expect(this.page.getByRole('option', { name: /Cleaning rules/ })).toBeVisible()
    await this.page.keyboard.press('Enter')
    await expect(this.rules).toBeVisible()
  }
}
