import { LibraryPage } from './pages/library'
import { isAccessible, zoomed } from './support/accessible'
import { newLibrary, openSample, resize, sizes } from './support/actions'
import { expect, test } from './support/app'

test.describe('library', () => {
  test('without articles says how they come in', async ({ collate, folder }) => {
    await newLibrary(collate, folder)
    await expect(collate.page.getByRole('button', { name: /^Import….*Ctrl I|^Import…/ }).first()).toBeVisible()
    await isAccessible(collate.page)
  })

  test('sorts by column and keeps undated articles last', async ({ collate }) => {
    await openSample(collate.page)
    const library = new LibraryPage(collate.page)
    const published = library.table.getByRole('columnheader', { name: 'Published' })
    await expect(published).toHaveAttribute('aria-sort', 'ascending')
    const earliest = await library.titles()
    expect(earliest[0]).toContain('Osmera takes charge of Velda Lock')
    expect(earliest.at(-1)).toContain('Tamria has told Osmera')
    await published.getByRole('button').click()
    await expect(published).toHaveAttribute('aria-sort', 'descending')
    await expect.poll(async () => (await library.titles())[0]).toContain('What the lock keeper saw')
    await library.table.getByRole('columnheader', { name: 'Words' }).getByRole('button').click()
    await expect.poll(async () => (await library.titles())[0]).toContain('Tamria has told Osmera')
  })

  test('narrows the table by view, words and status', async ({ collate }) => {
    const { page } = collate
    await openSample(collate.page)
    const library = new LibraryPage(page)
    await library.filters.getByRole('button', { name: /^Undated/ }).click()
    await library.showsArticles(1)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Undated')
    await library.filters.getByRole('button', { name: /^All articles/ }).click()
    await page.keyboard.press('ControlOrMeta+f')
    await expect(library.filter).toBeFocused()
    await page.keyboard.type('outlet:courier')
    await library.showsArticles(1)
    await library.narrowTo('flour -bakery')
    await expect(library.row('Barges Stranded')).toBeVisible()
    await library.narrowTo('nothing-like-this')
    await expect(page.getByRole('heading', { name: 'No article matches' })).toBeVisible()
    await page.getByRole('button', { name: 'Show all articles' }).click()
    await library.showsArticles(6)
    await expect(library.filter).toBeFocused()
    await library.choose('Barges Stranded')
    await page.keyboard.press('r')
    await page.getByRole('combobox', { name: 'Status' }).first().selectOption('Status: Reviewed')
    await library.showsArticles(1)
  })

  test('corrects details in place and says what a typed date means', async ({ collate }) => {
    const { page } = collate
    await openSample(collate.page)
    const library = new LibraryPage(page)
    await library.choose('Tamria has told Osmera')
    await expect(library.details).toContainText('undated')
    await page.keyboard.press('F2')
    await library.edit('Published', '7/5/2031')
    await expect(library.details.getByText('Day and month can’t be told apart.')).toBeVisible()
    await expect(library.details.getByRole('button', { name: 'Save' })).toBeDisabled()
    await library.edit('Published', 'about March 2031')
    await expect(library.details.getByText('Understood as about March 2031, 2031-03~')).toBeVisible()
    await library.edit('Title', 'Talks about tolls')
    await library.save()
    await expect(library.table).toBeFocused()
    await expect(library.row('Talks about tolls')).toContainText('about March 2031entered by you')
    await expect(library.details.getByText('Entered by you')).toHaveCount(2)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(library.row('Tamria has told Osmera')).toContainText('undated')
  })

  test('keeps what was typed when another article is chosen', async ({ collate }) => {
    await openSample(collate.page)
    const library = new LibraryPage(collate.page)
    await library.choose('Barges Stranded')
    await library.details.getByRole('button', { name: 'Edit' }).click()
    await library.edit('Outlet', 'Courier of the Sarn')
    await library.choose('What the lock keeper saw')
    await expect(library.row('Barges Stranded')).toContainText('Courier of the Sarn')
  })

  test('chooses several by keyboard, marks them in one step and reads four', async ({ collate }) => {
    const { page } = collate
    await openSample(collate.page)
    const library = new LibraryPage(page)
    await library.table.focus()
    await page.keyboard.press('Home')
    for (let i = 0; i < 4; i += 1) await page.keyboard.press('Shift+ArrowDown')
    await expect(library.chosen()).toHaveCount(5)
    await page.keyboard.press('ControlOrMeta+ArrowUp')
    await page.keyboard.press('ControlOrMeta+Space')
    await expect(library.chosen()).toHaveCount(4)
    await expect(library.details.getByRole('heading', { name: '4 articles chosen' })).toBeVisible()
    await page.keyboard.press('F2')
    await library.edit('Outlet', 'Basin Review')
    await library.save()
    await expect(library.row('Basin Review')).toHaveCount(4)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(library.row('Basin Review')).toHaveCount(0)
    await library.table.focus()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Read', exact: true })).toHaveAttribute('aria-current', 'page')
    const panes = (): Promise<unknown> =>
      page.evaluate(async () => {
        const kept = await window.collate.call('setting.get', { key: 'window' })
        return kept.ok && (kept.value as { panes: number[] } | null)?.panes.length
      })
    await expect.poll(panes).toBe(4)
  })

  test('moves to the next row when articles go to the trash, and undo brings them back', async ({ collate }) => {
    const { page } = collate
    await openSample(collate.page)
    const library = new LibraryPage(page)
    const before = await library.titles()
    await library.choose(before[1]!)
    await page.keyboard.press('Delete')
    await library.showsArticles(5)
    await expect(library.row(before[2]!)).toHaveAttribute('aria-selected', 'true')
    await expect(library.table).toBeFocused()
    await page.keyboard.press('ControlOrMeta+z')
    await library.showsArticles(6)
  })

  test('tags articles by typing and filters by the tag and its parent', async ({ collate }) => {
    const { page } = collate
    await openSample(collate.page)
    const library = new LibraryPage(page)
    await library.choose('Barges Stranded')
    await page.keyboard.press('t')
    await expect(library.details.getByRole('combobox', { name: 'Add a tag…' })).toBeFocused()
    await library.addTag('Waterway/Lock closed')
    await expect(library.row('Barges Stranded')).toContainText('Lock closed')
    await library.filters.getByRole('button', { name: /^Waterway/ }).click()
    await library.showsArticles(1)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Waterway')
    await library.details.getByRole('button', { name: 'Remove the tag Lock closed' }).click()
    await expect(page.getByRole('heading', { name: 'No article matches' })).toBeVisible()
  })

  test('previews the cleaned text with paragraph numbers', async ({ collate }) => {
    const { page } = collate
    await openSample(collate.page)
    const library = new LibraryPage(page)
    await library.choose('Barges Stranded')
    await expect(library.preview).toContainText('At least 63 barges')
    await expect(library.preview).not.toContainText('Skip to main content')
    await page.keyboard.press('Space')
    await expect(library.preview).toHaveCount(0)
    await page.keyboard.press('Space')
    await expect(library.preview).toBeVisible()
  })

  test('reaches every part by F6', async ({ collate }) => {
    const { page } = collate
    await openSample(collate.page)
    const library = new LibraryPage(page)
    await library.showsArticles(6)
    await library.filters.getByRole('button', { name: /^All articles/ }).focus()
    await page.keyboard.press('F6')
    await expect(library.filter).toBeFocused()
    await page.keyboard.press('F6')
    await expect(library.table).toBeFocused()
    await page.keyboard.press('F6')
    await expect(page.getByRole('region', { name: 'Text of the article' })).toBeFocused()
    await page.keyboard.press('F6')
    await expect(library.details.getByRole('button', { name: 'Edit' })).toBeFocused()
  })

  test('has no barriers, at any size', async ({ collate }) => {
    const { page } = collate
    await openSample(collate.page)
    const library = new LibraryPage(page)
    await library.choose('Barges Stranded')
    await page.keyboard.press('t')
    await library.addTag('Lock')
    await isAccessible(page)
    await library.details.getByRole('button', { name: 'Edit' }).click()
    await library.edit('Published', 'no date')
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await resize(collate, sizes.small)
    await isAccessible(page)
    await resize(collate, zoomed)
    await page.getByRole('button', { name: 'Show or hide the filters' }).click()
    await expect(library.filters).toBeVisible()
    await isAccessible(page)
  })
})
