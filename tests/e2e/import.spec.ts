import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seedFiles } from '../support/seeds'
import { ImportPage } from './pages/import'
import { LibraryPage } from './pages/library'
import { sampleFile, sampleFiles } from './pages/sample'
import { isAccessible, zoomed } from './support/accessible'
import { chooseFiles, newLibrary, resize, sizes } from './support/actions'
import { type Collate, expect, test } from './support/app'

const articlesIn = ({ page }: Collate): Promise<unknown> =>
  page.evaluate(async () => {
    const info = await window.collate.call('library.info', {})
    return info.ok ? info.value.articles : info.error
  })

test.describe('import review', () => {
  test('shows what was found and where, and writes nothing before Add', async ({ collate, folder }) => {
    await newLibrary(collate, folder)
    await chooseFiles(collate, sampleFiles)
    const review = new ImportPage(collate.page)
    await review.isReady(6)

    const courier = review.row('sarn-courier-page-copy.txt')
    await expect(courier).toContainText('Barges Stranded as Osmeran Guards')
    await expect(review.cell('sarn-courier-page-copy.txt', 'outlet')).toContainText('Sarn Courier')
    await expect(review.cell('sarn-courier-page-copy.txt', 'published')).toContainText('14 March 2031')
    await expect(courier).toContainText('Line 7certain')
    await expect(courier).toContainText(/In removed line \d+likely/)
    await expect(review.row('lindhaven-post-lock-talks.txt')).toContainText('First sentence; no headline')
    await expect(review.cell('lindhaven-post-lock-talks.txt', 'published')).toContainText('undated')

    await review.choose('sarn-courier-page-copy.txt')
    await expect(review.outlet('sarn-courier-page-copy.txt')).toHaveValue('Sarn Courier')
    await expect(review.block('Search in archive')).toContainText('removed: search form')
    await expect(review.block('Search in archive')).toHaveAttribute('aria-selected', 'false')
    await expect(review.block('March 14, 2031')).toContainText('read as date')
    await expect(review.block('Photo: Lena Abendroth')).toContainText('caption')
    expect(await articlesIn(collate)).toBe(0)

    await expect(review.add).toHaveText(/^Add 6 articles/)
    await review.addAll()
    const library = new LibraryPage(collate.page)
    await library.showsArticles(6)
    await expect(library.chosen()).toHaveCount(6)
    await expect(library.table).toBeFocused()
  })

  test('stores corrections, blocks and dates of the review, by keyboard alone', async ({ collate, folder }) => {
    const { page } = collate
    await newLibrary(collate, folder)
    await chooseFiles(collate, [sampleFile('lindhaven'), sampleFile('sarn-courier')])
    const review = new ImportPage(page)
    await review.isReady(2)

    await expect(review.files).toBeFocused()
    await page.keyboard.press('F2')
    await expect(review.outlet('lindhaven-post-lock-talks.txt')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Lindhaven Post, evening edition')
    await page.keyboard.press('Tab')
    await page.keyboard.type('a week ago')
    await expect(review.published('lindhaven-post-lock-talks.txt')).toHaveAttribute('aria-invalid', 'true')
    await expect(review.dialog.getByText('A date is not understood')).toBeVisible()
    await expect(review.add).toBeDisabled()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('20 March 2031')
    await expect(review.row('lindhaven-post-lock-talks.txt')).toContainText('2031-03-20entered')

    await page.keyboard.press('Escape')
    await expect(review.files).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('F6')
    await page.keyboard.press('F6')
    await expect(review.blocks).toBeFocused()
    await expect(review.block('Skip to main content')).toBeVisible()
    await page.keyboard.press('Home')
    await page.keyboard.press('Space')
    await expect(review.block('Skip to main content')).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(review.dialog).toHaveCount(0)

    const library = new LibraryPage(page)
    await library.choose('Barges Stranded')
    await expect(library.preview).toContainText('Skip to main content')
    await expect(library.preview).not.toContainText('Search in archive')
    await library.choose('Tamria has told Osmera')
    await expect(library.details).toContainText('Lindhaven Post, evening edition')
    await expect(library.details).toContainText('20 March 2031 2031-03-20')
    await expect(library.details.getByText('Entered by you')).toHaveCount(2)
  })

  test('leaves out what is unticked, and the same bytes add nothing', async ({ collate, folder }) => {
    await newLibrary(collate, folder)
    await chooseFiles(collate, sampleFiles.slice(0, 3))
    const review = new ImportPage(collate.page)
    await review.isReady(3)
    await review.tick('kolvar-herald-toll-vote.md').uncheck()
    await expect(review.add).toHaveText(/^Add 2 articles/)
    await review.addAll()
    const library = new LibraryPage(collate.page)
    await library.showsArticles(2)

    const copy = join(folder, 'copy.txt')
    copyFileSync(sampleFile('lindhaven'), copy)
    await chooseFiles(collate, [copy])
    await review.isReady(1)
    await expect(review.row('copy.txt')).toContainText('Already in the library')
    await expect(review.row('copy.txt')).toContainText('lindhaven-post-lock-talks.txt')
    await expect(review.tick('copy.txt')).toBeDisabled()
    await expect(review.dialog.getByText('This file is already in the library.')).toBeVisible()
    await collate.page.keyboard.press('Escape')
    await expect(review.dialog).toHaveCount(0)
    expect(await articlesIn(collate)).toBe(2)
  })

  test('gives every file that cannot be read its reason and adds the others', async ({ collate, folder }) => {
    const files = join(folder, 'files')
    mkdirSync(join(files, 'nothing'), { recursive: true })
    writeFileSync(join(files, 'empty.txt'), '')
    writeFileSync(join(files, 'program.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 0, 0, 2, 0, 0xff, 0xfe]))
    await newLibrary(collate, folder)
    await chooseFiles(collate, [
      join(files, 'empty.txt'),
      join(files, 'program.txt'),
      join(files, 'gone.txt'),
      join(files, 'nothing'),
      sampleFile('lindhaven'),
    ])
    const review = new ImportPage(collate.page)
    await review.isReady(5)
    await expect(review.row('empty.txt')).toContainText('The file is empty.')
    await expect(review.row('program.txt')).toContainText('its content is binary')
    await expect(review.row('gone.txt')).toContainText('The file is no longer there.')
    await expect(review.row('nothing')).toContainText('The folder holds no file that Collate can read.')
    await expect(review.add).toHaveText(/^Add 1 article/)
    await review.addAll()
    await new LibraryPage(collate.page).showsArticles(1)
  })

  test('takes text from the clipboard, and says where there is none', async ({ collate, folder }) => {
    const { app, page } = collate
    await newLibrary(collate, folder)
    await app.evaluate(({ clipboard }) => clipboard.clear())
    await page.keyboard.press('ControlOrMeta+Shift+V')
    await expect(page.getByText('There is no text on the clipboard.')).toBeVisible()
    await app.evaluate(({ clipboard }) => clipboard.writeText('Ferry sinks off Maris\n\nThe ferry left on Monday.'))
    await page.keyboard.press('ControlOrMeta+Shift+V')
    const review = new ImportPage(page)
    await review.isReady(1)
    await review.addAll()
    await new LibraryPage(page).showsArticles(1)
  })

  test('asks before it forgets corrections, and adds nothing when closed', async ({ collate, folder }) => {
    const { page } = collate
    await newLibrary(collate, folder)
    await chooseFiles(collate, [sampleFile('lindhaven')])
    const review = new ImportPage(page)
    await review.isReady(1)
    await review.published('lindhaven-post-lock-talks.txt').fill('March 2031')
    await page.keyboard.press('Escape')
    await expect(review.files).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(review.dialog.getByText('Closing forgets your corrections.')).toBeVisible()
    await review.dialog.getByRole('button', { name: 'Go on reviewing' }).click()
    await expect(review.published('lindhaven-post-lock-talks.txt')).toHaveValue('March 2031')
    await page.keyboard.press('Escape')
    await review.dialog.getByRole('button', { name: 'Close without adding' }).click()
    await expect(review.dialog).toHaveCount(0)
    expect(await articlesIn(collate)).toBe(0)
  })

  test('has no barriers, at any size', async ({ collate, folder }) => {
    await newLibrary(collate, folder)
    writeFileSync(join(folder, 'empty.txt'), '')
    await chooseFiles(collate, [...sampleFiles, join(folder, 'empty.txt')])
    const review = new ImportPage(collate.page)
    await review.isReady(7)
    await review.cell('lindhaven-post-lock-talks.txt', 'published').click()
    await review.published('lindhaven-post-lock-talks.txt').fill('no date')
    await review.dialog.getByText('Details', { exact: true }).click()
    await isAccessible(collate.page)
    await resize(collate, sizes.small)
    await isAccessible(collate.page)
    await resize(collate, zoomed)
    await isAccessible(collate.page)
  })

  test('reads the seeds as a reader would', async ({ collate, folder }) => {
    const seeds = seedFiles()
    test.skip(seeds.length === 0, 'seeds: not found')
    await newLibrary(collate, folder)
    await chooseFiles(collate, seeds)
    const review = new ImportPage(collate.page)
    await review.isReady(5)
    for (const number of ['000', '002']) {
      await expect(review.row(`${number}_`)).toContainText('First sentence; no headline')
    }
    for (const number of ['001', '003', '004']) {
      await expect(review.row(`${number}_`)).not.toContainText('First sentence; no headline')
    }
    await expect(review.cell('004_', 'published')).toContainText('12 May 2024')
    await review.choose('004_')
    await expect(review.block('Comments (0)')).toContainText('removed: comments')
    await expect(review.block(/^11?Image Credit|Image Credit/)).toContainText('caption')
    await review.choose('003_')
    await expect(review.block(/Live updates/i).first()).toContainText('removed:')
  })
})
