import { expect, type Locator, type Page } from '@playwright/test'

/** The Tags workspace, as its user sees it. */
export class TagsPage {
  readonly page: Page
  readonly tree: Locator
  readonly newTag: Locator
  readonly tag: Locator
  readonly passages: Locator

  constructor(page: Page) {
    this.page = page
    this.tree = page.getByRole('tree', { name: 'Tag tree' })
    this.newTag = page.getByRole('textbox', { name: 'New tag' })
    this.tag = page.getByRole('region', { name: 'Tag', exact: true })
    this.passages = this.tag.getByRole('list', { name: 'Passages with this tag' })
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Control+3')
    await expect(this.newTag).toBeVisible()
  }

  /** Makes a tag by keyboard; "Parent/Child" makes what is missing. */
  async create(name: string): Promise<void> {
    await this.page.keyboard.press('Control+N')
    await expect(this.newTag).toBeFocused()
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
    await expect(this.newTag).toHaveValue('')
  }

  line(name: string): Locator {
    return this.tree.getByRole('treeitem').filter({ hasText: name })
  }

  async choose(name: string): Promise<void> {
    await this.line(name).click()
    await expect(this.line(name)).toHaveAttribute('aria-selected', 'true')
  }

  /** Names in the order of the tree, with their levels. */
  lines(): Promise<string[]> {
    return this.tree
      .getByRole('treeitem')
      .evaluateAll((items) =>
        items.map((item) => `${item.getAttribute('aria-level')} ${item.querySelector('.grow')?.textContent}`),
      )
  }

  passage(words: string | RegExp): Locator {
    return this.passages.getByRole('listitem').filter({ hasText: words })
  }
}
