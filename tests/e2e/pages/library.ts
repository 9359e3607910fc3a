import { expect, type Locator, type Page } from '@playwright/test'
import { ReadPage } from './read'

/** The library workspace, as its user sees it. */
export class LibraryPage {
  readonly page: Page
  readonly table: Locator
  readonly details: Locator
  readonly preview: Locator
  readonly filters: Locator
  readonly filter: Locator

  constructor(page: Page) {
    this.page = page
    this.table = page.getByRole('grid', { name: 'Articles' })
    this.details = page.getByRole('complementary', { name: 'Article details' })
    this.preview = page.getByRole('region', { name: 'Preview' })
    this.filters = page.getByRole('navigation', { name: 'Filters' })
    this.filter = page.getByRole('textbox', { name: 'Filter articles' })
  }

  row(title: string | RegExp): Locator {
    return this.table.getByRole('row').filter({ hasText: title })
  }

  /** Titles or first sentences from the top of the table down. */
  async titles(): Promise<string[]> {
    const titles = this.table.locator('tbody tr:not([aria-hidden]) td:first-child > div:first-child')
    await expect(titles.first()).toBeVisible()
    return titles.allTextContents()
  }

  async showsArticles(count: number): Promise<void> {
    await expect(this.page.getByText(count === 1 ? /^1 article,/ : new RegExp(`^${count} articles,`))).toBeVisible()
    await expect(this.table).toHaveAttribute('aria-rowcount', String(count + 1))
  }

  async choose(title: string | RegExp, modifiers: ('Shift' | 'ControlOrMeta')[] = []): Promise<void> {
    await this.row(title).click({ modifiers })
    await expect(this.row(title)).toHaveAttribute('aria-selected', 'true')
  }

  /** Opens articles side by side, in this order. */
  async read(...titles: (string | RegExp)[]): Promise<ReadPage> {
    for (const [i, title] of titles.entries()) await this.choose(title, i === 0 ? [] : ['ControlOrMeta'])
    await this.page.keyboard.press('Enter')
    const read = new ReadPage(this.page)
    await expect(read.panes).toHaveCount(titles.length)
    return read
  }

  chosen(): Locator {
    return this.table.locator('tr[aria-selected="true"]')
  }

  async narrowTo(query: string): Promise<void> {
    await this.filter.fill(query)
  }

  async edit(field: string, value: string): Promise<void> {
    await this.details.getByRole('textbox', { name: field, exact: true }).fill(value)
  }

  async save(): Promise<void> {
    await this.details.getByRole('button', { name: 'Save' }).click()
    await expect(this.details.getByRole('button', { name: 'Save' })).toHaveCount(0)
  }

  /** Types a tag's name: the tag of that name, or a new one. */
  async addTag(name: string): Promise<void> {
    const field = this.details.getByRole('combobox', { name: 'Add a tag…' })
    await field.fill(name)
    await field.press('Enter')
    await expect(field).toHaveValue('')
    const last = name.split('/').at(-1) ?? name
    await expect(this.details.getByRole('button', { name: `Remove the tag ${last}`, exact: true })).toBeVisible()
  }
}
