import { expect, type Locator, type Page } from '@playwright/test'

/** The Timeline workspace, as its user sees it. */
export class TimelinePage {
  readonly page: Page
  readonly queue: Locator
  readonly card: Locator
  readonly events: Locator
  readonly inspector: Locator

  constructor(page: Page) {
    this.page = page
    this.queue = page.getByRole('complementary', { name: 'Suggested dates' })
    this.card = this.queue.getByRole('article')
    this.events = page.getByRole('grid', { name: 'Events' })
    this.inspector = page.getByRole('complementary', { name: 'Event' })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+4')
    await expect(this.card).toBeVisible()
  }

  /** How many suggestions wait, as the queue's head says. */
  async waiting(): Promise<number> {
    return Number((await this.queue.locator('header .count').textContent())?.replaceAll(',', ''))
  }

  /** Moves on by J until the suggestion in hand holds this sentence. */
  async findSuggestion(sentence: string | RegExp): Promise<void> {
    const total = await this.waiting()
    const position = this.card.locator('.qtop .t')
    for (let i = 0; i < total; i += 1) {
      if ((await this.card.filter({ hasText: sentence }).count()) > 0) return
      const before = await position.textContent()
      await this.page.keyboard.press('j')
      if (i < total - 1) await expect(position).not.toHaveText(before ?? '')
    }
    await expect(this.card).toContainText(sentence)
  }

  /** Accepts the suggestion in hand and waits until the next one has its place. */
  async accept(): Promise<void> {
    const before = await this.waiting()
    await this.page.keyboard.press('a')
    await expect.poll(() => this.waiting()).toBeLessThan(before)
  }

  async dismiss(): Promise<void> {
    const before = await this.waiting()
    await this.page.keyboard.press('x')
    await expect.poll(() => this.waiting()).toBeLessThan(before)
  }

  event(title: string | RegExp): Locator {
    return this.events.getByRole('row').filter({ hasText: title })
  }
}
