import { expect, type Locator, type Page } from '@playwright/test'
import { press } from '../support/actions'

/** The Read workspace, as its user sees it. */
export class ReadPage {
  readonly page: Page
  readonly panes: Locator
  readonly toolbar: Locator
  readonly inspector: Locator

  constructor(page: Page) {
    this.page = page
    this.panes = page
      .getByRole('region', { name: 'Articles side by side' })
      .getByRole('region', { name: /^(Pane |Opening)/ })
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
      await press(this.page, 'ArrowDown')
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

  passage(words: string | RegExp): Locator {
    return this.passages().filter({ hasText: words })
  }

  /** A paragraph or another block of a pane's text. */
  block(pane: number, words: string | RegExp): Locator {
    return this.text(pane).locator('[data-start]').filter({ hasText: words })
  }

  /** Where the pane stands in its text, such as "¶4 of 13". */
  position(pane: number): Locator {
    return this.pane(pane).getByText(/^¶/)
  }

  /** Scrolls a pane's text, as the wheel does, but at once. @param top pixels */
  async scroll(pane: number, top: number): Promise<void> {
    await this.text(pane).evaluate((text, to) => text.parentElement?.scrollTo({ top: to, behavior: 'instant' }), top)
  }

  /** How far a pane's text is scrolled, in pixels. */
  top(pane: number): Promise<number> {
    return this.text(pane).evaluate((text) => Math.round(text.parentElement?.scrollTop ?? 0))
  }

  spines(): Locator {
    return this.page.getByRole('button', { name: /^Show pane/ })
  }

  /** Outlets of the open panes, from left to right. */
  outlets(): Promise<string[]> {
    return this.panes.locator('header b').allTextContents()
  }

  /** What is selected in the page. */
  selection(): Promise<string> {
    return this.page.evaluate(() => String(document.getSelection()))
  }

  /** Drags with the mouse from the beginning of a text to the end of the words. */
  async drag(block: Locator, words: string): Promise<void> {
    await block.scrollIntoViewIfNeeded()
    // Letters that come late break the lines elsewhere.
    await this.page.evaluate(async () => void (await document.fonts.ready))
    const path = await block.evaluate((element, wanted) => {
      const node = element.firstChild
      if (!(node instanceof Text)) throw new Error('no text')
      const at = node.data.indexOf(wanted)
      const range = document.createRange()
      const middleOf = (from: number, to: number) => {
        range.setStart(node, from)
        range.setEnd(node, to)
        const box = range.getBoundingClientRect()
        return { left: box.left, right: box.right, y: box.top + box.height / 2 }
      }
      const first = middleOf(at, at + 1)
      const last = middleOf(at + wanted.length - 1, at + wanted.length)
      return { x1: first.left + 0.5, y1: first.y, x2: last.right - 0.5, y2: last.y }
    }, words)
    await this.page.mouse.move(path.x1, path.y1)
    await this.page.mouse.down()
    await this.page.mouse.move((path.x1 + path.x2) / 2, (path.y1 + path.y2) / 2, { steps: 4 })
    await this.page.mouse.move(path.x2, path.y2, { steps: 8 })
    await this.page.mouse.up()
  }

  /** Names of highlights that lie on the words of a block, but for those of what articles share and when. */
  async marks(block: Locator): Promise<string[]> {
    const ofLinks = ['shared', 'shared-active', 'told-elsewhere', 'differs', 'date']
    return (await this.highlights(block)).filter((name) => !ofLinks.includes(name))
  }

  /** Names of highlights that lie on the words of a block, such as `tag-teal-0`. */
  highlights(block: Locator): Promise<string[]> {
    return block.evaluate((element) =>
      [...CSS.highlights.entries()]
        .filter(([, ranges]) => [...ranges].some((range) => element.contains(range.startContainer)))
        .map(([name]) => name)
        .sort(),
    )
  }
}
