import { expect, type Locator, type Page } from '@playwright/test'
import { press } from '../support/actions'

/** The drawing of a timeline, as its user hears and sees it. */
export class DrawingPage {
  readonly page: Page
  readonly region: Locator
  readonly marks: Locator
  readonly overview: Locator
  readonly card: Locator

  constructor(page: Page) {
    this.page = page
    this.region = page.getByRole('region', { name: 'Drawing of the timeline' })
    this.marks = this.region.getByRole('listbox', { name: 'Events in time' })
    this.overview = this.region.getByRole('slider', { name: 'Stretch of time that is shown' })
    this.card = this.region.locator('.dr-card')
  }

  /** Goes there by its key and waits until it has the keyboard. */
  async focus(): Promise<void> {
    await this.page.keyboard.press('g')
    await expect(this.marks).toBeFocused()
  }

  /** The words of the mark with the keyboard. */
  async current(): Promise<string> {
    const id = await this.marks.getAttribute('aria-activedescendant')
    return id === null ? '' : ((await this.page.locator(`[id="${id}"]`).textContent()) ?? '')
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await press(this.page, key)
  }

  async isAt(words: RegExp): Promise<void> {
    await expect.poll(() => this.current()).toMatch(words)
  }

  /** How near it is looked at, as the pressed button says. */
  level(name: string): Locator {
    return this.region.getByRole('group', { name: 'Zoom' }).getByRole('button', { name, pressed: true })
  }

  async look(level: string): Promise<void> {
    await this.region.getByRole('group', { name: 'Zoom' }).getByRole('button', { name: level }).click()
    await expect(this.level(level)).toBeVisible()
  }

  async save(how: string): Promise<void> {
    await this.region.getByRole('button', { name: 'Save or print the drawing' }).click()
    await this.page.getByRole('menuitem', { name: how }).click()
  }
}
