import type { Page } from '@playwright/test'
import { ReadPage } from './pages/read'
import { TagsPage } from './pages/tags'
import { isAccessible, zoomed } from './support/accessible'
import { newLibrary, openSample, resize, sizes } from './support/actions'
import { expect, test } from './support/app'
import { ask } from './support/ask'

/** Tags two spans in every article of the sample: one with the child, one with both. */
async function taggedSample(page: Page): Promise<TagsPage> {
  await openSample(page)
  const sort = { by: 'published', descending: false } as const
  await expect.poll(async () => (await ask(page, 'article.ids', { filter: {}, sort })).length).toBe(6)
  const closure = await ask(page, 'tag.create', { name: 'Lock/Closure' })
  const supplies = await ask(page, 'tag.create', { name: 'Supplies' })
  const articles = await ask(page, 'article.ids', { filter: {}, sort })
  for (const articleId of articles) {
    const { blocks } = await ask(page, 'article.text', { id: articleId })
    const [first, second] = blocks.filter((b) => b.label !== null)
    if (!first || !second) throw new Error('an article without paragraphs')
    const one = { articleId, start: first.start, end: first.start + 40 }
    const two = { articleId, start: second.start, end: second.start + 30 }
    await ask(page, 'passage.create', { ...one, tagIds: [closure.id] })
    await ask(page, 'passage.create', { ...two, tagIds: [closure.id, supplies.id], note: 'Compare.' })
  }
  await ask(page, 'article.tag', { ids: articles.slice(0, 2), add: [closure.id], remove: [] })
  const tags = new TagsPage(page)
  await tags.open()
  return tags
}

test.describe('the tag tree', () => {
  test('without tags says where they come from, and is made by typing', async ({ collate, folder }) => {
    await newLibrary(collate, folder)
    const tags = new TagsPage(collate.page)
    await tags.open()
    await expect(collate.page.getByRole('heading', { name: 'No tags yet' })).toBeVisible()
    await isAccessible(collate.page)
    await tags.create('Aid/Food')
    await tags.create('Border')
    await tags.create('Aid/Fuel')
    await expect.poll(() => tags.lines()).toEqual(['1 Aid', '2 Food', '2 Fuel', '1 Border'])
    await expect(tags.line('Fuel')).toHaveAttribute('aria-selected', 'true')
  })

  test('is moved through, folded, renamed, moved and thinned out by keyboard', async ({ collate, folder }) => {
    const { page } = collate
    await newLibrary(collate, folder)
    const tags = new TagsPage(page)
    await tags.open()
    for (const name of ['Aid/Food', 'Aid/Fuel', 'Border']) await tags.create(name)
    await tags.choose('Aid')
    await page.keyboard.press('ArrowLeft')
    await expect.poll(() => tags.lines()).toEqual(['1 Aid', '1 Border'])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(tags.line('Food')).toBeFocused()
    await page.keyboard.press('F2')
    await page.keyboard.type('Flour')
    await page.keyboard.press('Enter')
    await expect(tags.line('Flour')).toBeFocused()
    await page.keyboard.press('F2')
    await page.keyboard.type('Fuel')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'Fuel' })).toBeVisible()
    await expect(tags.line('Flour')).toBeVisible()

    await tags.tag.getByRole('combobox', { name: 'Under' }).selectOption({ label: 'Border' })
    await expect.poll(() => tags.lines()).toEqual(['1 Aid', '2 Fuel', '1 Border', '2 Flour'])
    await tags.choose('Aid')
    await page.keyboard.press('Delete')
    await expect.poll(() => tags.lines()).toEqual(['1 Border', '2 Flour'])
    await expect(tags.line('Border')).toBeFocused()
    await expect(page.getByRole('button', { name: /^Undo: delete tag/ })).toBeVisible()
    await page.keyboard.press('Control+Z')
    await expect.poll(() => tags.lines()).toEqual(['1 Aid', '2 Fuel', '1 Border', '2 Flour'])
  })
})

test.describe("a tag's page", () => {
  test('keeps colour, key and description', async ({ page }) => {
    const tags = await taggedSample(page)
    await tags.choose('Supplies')
    await tags.tag.getByRole('radio', { name: 'plum' }).click()
    await expect(tags.tag.getByRole('radio', { name: 'plum' })).toBeChecked()
    await page.keyboard.press('ArrowRight')
    await expect(tags.tag.getByRole('radio', { name: 'teal' })).toBeChecked()
    await tags.tag.getByRole('combobox', { name: 'Key' }).selectOption('4')
    await expect(tags.line('Supplies')).toContainText('4')
    const description = tags.tag.getByRole('textbox', { name: 'Description' })
    await description.fill('Food, fuel and medicine')
    await page.keyboard.press('Control+1')
    await expect(page.getByRole('button', { name: /^Undo: edit tag/ })).toBeVisible()
    await page.keyboard.press('Control+3')
    await expect(description).toHaveValue('Food, fuel and medicine')
    const stored = (await ask(page, 'tag.list', {})).find((tag) => tag.name === 'Supplies')
    expect(stored).toMatchObject({ colour: 'teal', shortcut: '4', description: 'Food, fuel and medicine' })
  })

  test('lists passages of the tag and its children over all articles, in context', async ({ page }) => {
    const tags = await taggedSample(page)
    await tags.choose('Lock')
    await expect(tags.tag).toContainText('12 passages')
    await expect(tags.tag).toContainText('in 6 articles')
    const first = tags.passage('On 10 March the river council')
    await expect(first).toContainText('Kolvar Herald')
    await expect(first.locator('mark')).toHaveText('On 10 March the river council in Kolvar')
    await expect(first).toContainText('until Tamria pays its overdue tolls')
    await isAccessible(page)
    await tags.choose('Closure')
    const tagged = tags.tag.getByRole('region', { name: 'Articles with this tag' })
    await expect(tagged.getByRole('listitem')).toHaveCount(2)
    await expect(tagged.getByRole('button', { name: /Osmera takes charge/ })).toBeVisible()
    await tags.tag.getByRole('searchbox', { name: 'Filter passages' }).fill('shipping')
    await expect(tags.tag).toContainText('3 of 12 passages')
    await tags.tag.getByRole('searchbox', { name: 'Filter passages' }).fill('nothing like it')
    await expect(tags.tag).toContainText('No passage matches the filter.')
    await tags.tag.getByRole('searchbox', { name: 'Filter passages' }).fill('')
    await tags.tag.getByRole('combobox', { name: 'Outlet' }).selectOption('Sarn Courier')
    await expect(tags.passages.getByRole('listitem')).toHaveCount(2)
  })

  test('is worked by keyboard: arrows move, Delete takes the tag off, Enter reads', async ({ page }) => {
    const tags = await taggedSample(page)
    await tags.choose('Closure')
    await tags.tag.getByRole('combobox', { name: 'Outlet' }).selectOption('Sarn Courier')
    await expect(tags.passages.getByRole('listitem')).toHaveCount(2)
    const link = (n: number) => tags.passages.getByRole('listitem').nth(n).getByRole('button').first()
    await link(0).focus()
    await page.keyboard.press('ArrowDown')
    await expect(link(1)).toBeFocused()
    await page.keyboard.press('Home')
    await page.keyboard.press('Delete')
    await expect(tags.passages.getByRole('listitem')).toHaveCount(1)
    await expect(link(0)).toBeFocused()
    await page.keyboard.press('Enter')
    const read = new ReadPage(page)
    const paragraph = read.block(1, 'At least 63 barges')
    await expect(paragraph).toBeInViewport()
    await expect.poll(() => read.highlights(paragraph)).toContain('target')
    await expect(read.text(1)).toBeFocused()
    await page.keyboard.press('Escape')
    await expect.poll(() => read.highlights(paragraph)).not.toContain('target')
  })

  test('draws only what is seen of many passages, and reaches the last', async ({ page }) => {
    const tags = await taggedSample(page)
    const many = await ask(page, 'tag.create', { name: 'Many' })
    const ids = await ask(page, 'article.ids', { filter: {}, sort: { by: 'published', descending: false } })
    for (const articleId of ids) {
      const { blocks } = await ask(page, 'article.text', { id: articleId })
      for (const { start, text } of blocks.filter((b) => b.label !== null)) {
        for (let at = 0; at + 12 < text.length && at < 100; at += 15) {
          await ask(page, 'passage.create', { articleId, start: start + at, end: start + at + 12, tagIds: [many.id] })
        }
      }
    }
    await tags.choose('Many')
    const total = (await ask(page, 'passage.list', { tagId: many.id })).length
    expect(total).toBeGreaterThan(150)
    await expect(tags.tag).toContainText(`${total} passages`)
    await expect.poll(() => tags.passages.getByRole('listitem').count()).toBeGreaterThan(0)
    expect(await tags.passages.getByRole('listitem').count()).toBeLessThan(40)
    await tags.passages.getByRole('listitem').first().getByRole('button').first().focus()
    await page.keyboard.press('End')
    const last = tags.passages.locator(`[data-index="${total - 1}"]`)
    await expect(last).toBeInViewport()
    await expect(last.getByRole('button').first()).toBeFocused()
  })

  test('fits narrow and enlarged windows', async ({ collate }) => {
    const tags = await taggedSample(collate.page)
    await tags.choose('Lock')
    await resize(collate, sizes.small)
    await expect(tags.passages.getByRole('listitem').first()).toBeVisible()
    await isAccessible(collate.page)
    await resize(collate, zoomed)
    await tags.passages.getByRole('listitem').first().scrollIntoViewIfNeeded()
    await expect(tags.passages.getByRole('listitem').first()).toBeInViewport()
    await isAccessible(collate.page)
  })
})
