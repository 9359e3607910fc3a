import type { Locator, Page } from '@playwright/test'
import { LibraryPage } from './library'
import { ReadPage } from './read'

/** What tells of copies, wherever articles are shown, as its user sees it. */
export class RelationsPage {
  readonly page: Page
  /** The list beside the text that is read. */
  readonly inReading: Locator
  /** The list among the details of the library. */
  readonly inDetails: Locator

  constructor(page: Page) {
    this.page = page
    this.inReading = new ReadPage(page).inspector.getByRole('list', { name: 'Same wording' })
    this.inDetails = new LibraryPage(page).details.getByRole('list', { name: 'Same wording' })
  }

  /** The line above the text of a pane. */
  line(pane: number): Locator {
    return new ReadPage(this.page).pane(pane).getByRole('button', { name: /same text as|passages with/ })
  }
}
