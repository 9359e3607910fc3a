import { expect, type Locator, type Page } from '@playwright/test'

/** The import review, as its user sees it. */
export class ImportPage {
  readonly page: Page
  readonly dialog: Locator
  readonly files: Locator
  readonly blocks: Locator
  readonly add: Locator

  constructor(page: Page) {
    this.page = page
    this.dialog = page.getByRole('dialog', { name: /^Review/ })
    this.files = this.dialog.getByRole('grid', { name: 'Files' })
    this.blocks = this.dialog.getByRole('listbox', { name: 'Text of the file' })
    this.add = this.dialog.getByRole('button', { name: /^Add(?!ed)/ })
  }

  /** Waits until every file was read. */
  async isReady(files: number): Promise<void> {
    await expect(this.dialog).toHaveAccessibleName(files === 1 ? 'Review 1 file' : `Review ${files} files`)
    await expect(this.files).toHaveAttribute('aria-rowcount', String(files + 1), { timeout: 60_000 })
    await expect(this.dialog.getByText(/^Reading files/)).toHaveCount(0)
  }

  /** Waits until every file was read, however many articles they hold. */
  async isRead(): Promise<void> {
    await expect(this.add).toBeEnabled({ timeout: 120_000 })
    await expect(this.dialog.getByText(/^(Reading|Looking for) files/)).toHaveCount(0, { timeout: 120_000 })
  }

  /** Reading or adding under way, by the first words of how far it is. */
  working(what: string): Locator {
    return this.dialog.getByRole('progressbar', { name: new RegExp(`^${what}`) })
  }

  /** Waits until at least so many rows are there. */
  async hasRows(count: number): Promise<void> {
    await expect.poll(() => this.rowCount(), { timeout: 60_000 }).toBeGreaterThanOrEqual(count)
  }

  /** Rows of the listing, shown or not. */
  async rowCount(): Promise<number> {
    return Number(await this.files.getAttribute('aria-rowcount')) - 1
  }

  /** Scrolls the rows by so many pixels, as a wheel would: the row in hand stays where it is. */
  async scrollBy(pixels: number): Promise<void> {
    await this.files.evaluate((table, by) => table.parentElement?.scrollBy(0, by), pixels)
  }

  async stop(label: 'Stop reading' | 'Stop adding'): Promise<void> {
    await this.dialog.getByRole('button', { name: label }).click()
  }

  /** The number that a sentence of the window tells, once it is there; the first group of the pattern is the number. */
  async countIn(sentence: RegExp): Promise<number> {
    const said = this.dialog.getByText(sentence)
    await expect(said).toBeVisible({ timeout: 60_000 })
    return Number(sentence.exec((await said.textContent()) ?? '')?.[1]?.replace(',', ''))
  }

  row(fileName: string): Locator {
    return this.files.getByRole('row').filter({ hasText: fileName })
  }

  /** Outlet or publication date of a row as it is shown; the current row has a field there. */
  cell(fileName: string, field: 'outlet' | 'published'): Locator {
    return this.row(fileName).locator(`[data-field="${field}"]`)
  }

  /** The field of the current row. */
  outlet(fileName: string): Locator {
    return this.files.getByRole('textbox', { name: `Outlet of ${fileName}` })
  }

  /** The field of the current row. */
  published(fileName: string): Locator {
    return this.files.getByRole('textbox', { name: `Publication date of ${fileName}` })
  }

  /** Makes a row the current one by a click beside its fields. */
  async choose(fileName: string, modifiers: ('Shift' | 'ControlOrMeta')[] = []): Promise<void> {
    await this.row(fileName).click({ position: { x: 80, y: 60 }, modifiers })
  }

  group(name: string): Locator {
    return this.dialog
      .getByRole('group', { name: 'Which files are listed' })
      .getByRole('button', { name: new RegExp(`^${name}`) })
  }

  /** A line of the original beside the text. */
  line(text: string | RegExp): Locator {
    return this.dialog
      .getByRole('listbox', { name: 'Lines of the original' })
      .getByRole('option')
      .filter({ hasText: text })
  }

  tick(fileName: string): Locator {
    return this.files.getByRole('checkbox', { name: `Add ${fileName}` })
  }

  block(text: string | RegExp): Locator {
    return this.blocks.getByRole('option').filter({ hasText: text })
  }

  async addAll(): Promise<void> {
    await this.add.click()
    await expect(this.dialog).toHaveCount(0, { timeout: 60_000 })
  }
}
