import type { Locator, Page } from '@playwright/test'

/** The bar of Read in which one looks for words. */
export class FindBar {
  readonly page: Page
  readonly bar: Locator
  readonly field: Locator
  readonly everywhere: Locator

  constructor(page: Page) {
    this.page = page
    this.bar = page.getByRole('search', { name: 'Find in the text' })
    this.field = this.bar.getByRole('textbox')
    this.everywhere = this.bar.getByRole('button', { name: 'All panes' })
  }

  /** Such as "2 of 7". */
  count(): Promise<string> {
    return this.bar.locator('[aria-live]').innerText()
  }

  /** The words that are marked as found, and those in hand, with the pane that they are in. */
  marked(name: 'find' | 'find-current'): Promise<string[]> {
    return this.page.evaluate((wanted) => {
      const panes = [...document.querySelectorAll('[data-pane-text]')]
      return [...(CSS.highlights.get(wanted) ?? [])]
        .map(
          (range) => `${panes.findIndex((p) => p.contains(range.startContainer)) + 1}: ${(range as Range).toString()}`,
        )
        .sort()
    }, name)
  }

  /** Whether the words in hand are on the screen. */
  inSight(): Promise<boolean> {
    return this.page.evaluate(() => {
      const [range] = CSS.highlights.get('find-current') ?? []
      const box = (range as Range | undefined)?.getBoundingClientRect()
      const pane = range?.startContainer.parentElement?.closest('.pbd')?.getBoundingClientRect()
      return !!box && !!pane && box.top >= pane.top && box.bottom <= pane.bottom
    })
  }
}
