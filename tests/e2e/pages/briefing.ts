import { expect, type Locator, type Page } from '@playwright/test'

/** The Briefing workspace, as its user sees it. */
export class BriefingPage {
  readonly page: Page
  readonly editor: Locator
  readonly preview: Locator
  readonly checks: Locator
  readonly side: Locator

  constructor(page: Page) {
    this.page = page
    this.editor = page.getByRole('region', { name: 'Editor' })
    this.preview = page.getByRole('region', { name: 'Preview' })
    this.checks = page.getByRole('region', { name: 'Checks' })
    this.side = page.getByRole('complementary', { name: 'Briefings and outline' })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+5')
    await expect(this.page.getByRole('button', { name: 'Briefing', exact: true })).toHaveAttribute(
      'aria-current',
      'page',
    )
  }

  /** Makes a briefing by its key. */
  async create(): Promise<void> {
    await this.page.keyboard.press('Control+n')
    await expect(this.editor).toBeVisible()
  }

  async insert(kind: string): Promise<void> {
    await this.page.keyboard.press('Control+/')
    await this.page.getByRole('dialog').getByRole('button', { name: kind }).click()
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
  }

  text(): Locator {
    return this.editor.getByRole('textbox', { name: 'Text in Markdown' })
  }

  /** The names of the blocks, from the outline. */
  outline(): Promise<string[]> {
    return this.side.locator('ol button').allTextContents()
  }
}
