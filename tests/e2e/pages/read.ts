import { expect, type Locator, type Page } from '@playwright/test'

/** The Read workspace, as its user sees it. */
export class ReadPage {
  readonly page: Page
  readonly panes: Locator
  readonly toolbar: Locator
  readonly inspector: Locator

  constructor(page: Page) {
    this.page = page
    this.panes = page.getByRole('region', { name: 'Articles side by side' }).getByRole('article')
    this.toolbar = page.getByRole('toolbar', { name: 'Selection' })
    this.inspector = page.getByRole('complementary', { name: 'Passage' })
  }

  pane(n: number): Locator {
    return this.panes.nth(n - 1)
  }

  text(n: number): Locator {
    return this.pane(n).getByRole('region', { name: /^Text of/ })
  }

  /** Puts the keyboard into a pane's text. */
  async goToPane(n: number): Promise<void> {
    await this.page.keyboard.press(`Alt+${n}`)
    await expect(this.text(n)).toBeFocused()
  }

  /** Selects the paragraph with this number, by keyboard alone. */
  async selectParagraph(pane: number, label: string): Promise<void> {
    await this.goToPane(pane)
    const here = this.pane(pane).locator('.bl.here > .pn')
    for (let i = 0; i < 60 && (await here.textContent({ timeout: 500 }).catch(() => '')) !== label; i += 1) {
      await this.page.keyboard.press('ArrowDown')
    }
    await this.page.keyboard.press('Enter')
    await expect(this.toolbar).toBeVisible()
  }

  /** Tags what is selected, by keyboard alone. */
  async tag(name: string): Promise<void> {
    await this.page.keyboard.press('t')
    const field = this.page.getByRole('combobox', { name: 'Find or create a tag' })
    await expect(field).toBeFocused()
    await field.fill(name)
    await this.page.keyboard.press('Enter')
    await expect(field).toHaveCount(0)
  }

  passages(): Locator {
    return this.inspector.locator('[data-passage]')
  }
}
