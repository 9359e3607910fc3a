import type { Locator, Page } from '@playwright/test'
import { expect } from '../support/app'
import { LibraryPage } from './library'
import { ReadPage } from './read'

/** The panes of Read: how they are opened, moved and arranged. */
export class PanesPage {
  readonly page: Page
  readonly read: ReadPage
  readonly gap: Locator

  constructor(page: Page) {
    this.page = page
    this.read = new ReadPage(page)
    this.gap = page.locator('.drop-gap')
  }

  /** The line of a pane's header by which it is dragged. */
  handle(pane: number): Locator {
    return this.read.pane(pane).getByTitle('Drag to move this pane')
  }

  /** Takes hold of something with the mouse and begins to drag it. */
  async takeHold(of: Locator): Promise<void> {
    await of.hover({ position: { x: 8, y: 6 } })
    const box = await boxOf(of)
    await this.page.mouse.down()
    await this.page.mouse.move(box.x + 16, box.y + 12, { steps: 3 })
  }

  /** Drags on to before (share near 0) or behind (near 1) what stands there. */
  async over(what: Locator, share: number): Promise<void> {
    const box = await boxOf(what)
    const x = box.x + box.width * share
    await this.page.mouse.move(x, box.y + box.height / 2, { steps: 6 })
    await this.page.mouse.move(x, box.y + box.height / 2 + 1)
  }

  async drop(): Promise<void> {
    await this.page.mouse.up()
  }

  /** Drags the pane's edge on its right. @param by pixels */
  async resize(pane: number, by: number): Promise<void> {
    const box = await boxOf(this.page.getByRole('separator', { name: 'Width of the panes' }).nth(pane - 1))
    // Not in the middle, where passages of both sides are connected.
    const y = box.y + 3
    await this.page.mouse.move(box.x + box.width / 2, y)
    await this.page.mouse.down()
    await this.page.mouse.move(box.x + box.width / 2 + by, y, { steps: 5 })
    await this.page.mouse.up()
  }

  /** Runs a command from the palette. */
  async run(name: string): Promise<void> {
    await this.page.keyboard.press('Control+K')
    await this.page.getByRole('combobox').fill(name)
    await expect(this.page.getByRole('option').first()).toContainText(name)
    await this.page.keyboard.press('Enter')
  }

  widths(): Promise<number[]> {
    return this.read.panes.evaluateAll((panes) => panes.map((pane) => Math.round(pane.getBoundingClientRect().width)))
  }

  /** So many characters of a pane's text from the beginning of its uppermost line on. */
  firstWords(pane: number, length: number): Promise<string> {
    return this.read.text(pane).evaluate((text, wanted) => {
      const frame = text.parentElement?.getBoundingClientRect()
      const caret = frame && document.caretPositionFromPoint(frame.left + 53, frame.top + 20)
      return caret?.offsetNode.textContent?.slice(caret.offset, caret.offset + wanted) ?? ''
    }, length)
  }

  /** Opens articles of the sample side by side, from the library. */
  async open(...titles: string[]): Promise<void> {
    const library = new LibraryPage(this.page)
    await library.showsArticles(6)
    await library.read(...titles)
  }
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('not on the page')
  return box
}
