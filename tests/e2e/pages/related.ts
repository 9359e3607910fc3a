import { expect, type Locator, type Page } from '@playwright/test'
import { press } from '../support/actions'
import { LibraryPage } from './library'

/** What tells in the library which articles belong together and what they rest on, as its user sees it. */
export class RelatedPage {
  readonly page: Page
  readonly companions: Locator
  readonly together: Locator
  readonly sources: Locator

  constructor(page: Page) {
    this.page = page
    const { details } = new LibraryPage(page)
    this.companions = details.getByRole('list', { name: 'Same affair' }).getByRole('button')
    this.together = details.getByRole('button', { name: 'Read together' })
    this.sources = details.getByRole('list', { name: 'Named sources' }).getByRole('listitem')
  }

  /** The source whose name shows. */
  source(name: string): Locator {
    return this.sources.filter({ has: this.page.getByRole('button', { name, exact: true }) })
  }

  /** Renames a source by keyboard alone. */
  async rename(name: string, to: string): Promise<void> {
    await this.source(name)
      .getByRole('button', { name: `Rename ${name}` })
      .focus()
    await press(this.page, 'Enter')
    const field = this.page.getByRole('textbox', { name: /^Name of the source/ })
    await expect(field).toBeFocused()
    await field.fill(to)
    await press(this.page, 'Enter')
    await expect(this.source(to).getByRole('button', { name: `Rename ${to}` })).toBeFocused()
  }
}
