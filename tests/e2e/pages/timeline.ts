import { expect, type Locator, type Page } from '@playwright/test'
import { press } from '../support/actions'
import { ask } from '../support/ask'

/** What a test says of an event that it begins with. */
export type Given = { title: string; date?: string; place?: string; actors?: string[] }

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

  /** Makes events without evidence, in this order. @returns their ids */
  async make(events: readonly Given[]): Promise<number[]> {
    const ids: number[] = []
    for (const event of events) ids.push((await ask(this.page, 'event.create', event)).id)
    await expect(this.event(events.at(-1)?.title ?? '')).toBeVisible()
    return ids
  }

  /** Titles in the order of the table. */
  async titles(): Promise<string[]> {
    return (await this.events.locator('[data-column="event"]').allTextContents()).map((text) => text.trim())
  }

  /** The field in place of a cell: of the column that its name begins with. */
  cellField(column: string): Locator {
    return this.events.getByLabel(new RegExp(`^${column}.* of “`))
  }

  /** Puts the keyboard on an event's row. */
  async stand(title: string | RegExp): Promise<void> {
    await this.event(title).locator('[data-column="state"]').click()
    await expect(this.event(title)).toBeFocused()
  }

  /** Goes from the row to its nth cell with the keyboard. */
  async goToCell(times: number): Promise<void> {
    for (let i = 0; i < times; i += 1) await press(this.page, 'ArrowRight')
  }

  /** Shows a timeline by its name, as the menu has it. */
  async show(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Timeline shown/ }).click()
    await this.page.getByRole('menuitem', { name }).click()
    await expect(this.page.getByRole('menu')).toHaveCount(0)
  }
}
