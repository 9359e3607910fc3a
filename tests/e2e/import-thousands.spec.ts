import { join } from 'node:path'
import { mixedFolder } from '../support/mixed-folder'
import { percentile, watchKeys } from '../support/painted'
import { ImportPage } from './pages/import'
import { LibraryPage } from './pages/library'
import { chooseFiles, newLibrary, press } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'

const inLibrary = async ({ page }: Collate) => {
  const { articles, undo, redo } = await ask(page, 'library.info', {})
  return { articles, undo: undo?.label ?? null, redo: redo?.label ?? null }
}

const number = (count: number): string => new Intl.NumberFormat('en-GB').format(count)

/** So many articles go into one transaction. */
const chunk = 200

test('two thousand files: reading and adding stop, go on and are taken back as one', async ({ collate, folder }) => {
  test.setTimeout(240_000)
  const { page } = collate
  const { path, files, articles, duplicates, broken } = mixedFolder(join(folder, 'clippings'), 2000)
  await newLibrary(collate, folder)
  await chooseFiles(collate, [path])
  const review = new ImportPage(page)

  await test.step('while it reads, rows are moved through and corrected', async () => {
    await review.hasRows(60)
    await review.files.focus()
    await press(page, 'Home')
    const painted = await watchKeys(page)
    for (let at = 0; at < 20; at += 1) await press(page, 'ArrowDown')
    await expect(review.row('00020.txt')).toHaveClass(/cur/)
    await review.scrollBy(4000)
    await press(page, 'F2')
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('Maris Gazette, night edition')
    await press(page, 'Enter')
    await expect(review.outlet('00020.txt')).toHaveValue('Maris Gazette, night edition')
    await expect(review.working('Reading files')).toBeVisible()
    const p95 = Math.round(percentile(await painted(), 0.95))
    test.info().annotations.push({ type: 'keys while reading', description: `${p95} ms until painted, p95` })
    console.log(`keys while reading: p95 ${p95} ms`)
  })

  await test.step('stopped, it keeps what it read and says how much', async () => {
    await review.stop('Stop reading')
    const read = await review.countIn(/^Stopped: ([\d,]+) of 2,000 files are read/)
    expect(read).toBeGreaterThan(60)
    expect(read).toBeLessThan(files)
    expect(await review.rowCount()).toBe(read)
  })

  const first = await test.step('it goes on where it stopped; what is read is added meanwhile', async () => {
    const before = await review.rowCount()
    await expect(review.dialog.getByRole('button', { name: 'Go on reading' })).toBeFocused()
    await press(page, 'Enter')
    await review.hasRows(before + 50)
    await expect(review.outlet('00020.txt')).toHaveValue('Maris Gazette, night edition')
    await page.keyboard.press('ControlOrMeta+Enter')
    const added = await review.countIn(/^([\d,]+) articles were added\./)
    await expect(review.dialog.getByText(/Reading goes on\./)).toBeVisible()
    expect(added).toBeGreaterThan(before / 2)
    expect(added).toBeLessThan(articles)
    expect((await inLibrary(collate)).articles).toBe(added)
    return added
  })

  await test.step('when all is read, every file is counted', async () => {
    await review.isRead()
    await expect(review.group('All')).toHaveText(`All ${number(articles + duplicates + broken)}`)
    await expect(review.group('Ready')).toHaveText(`Ready ${number(articles - first)}`)
    await expect(review.group('Added')).toHaveText(`Added ${number(first)}`)
    await expect(review.group('Already there')).toHaveText(`Already there ${number(duplicates)}`)
    await expect(review.group('Can’t be read')).toHaveText(`Can’t be read ${number(broken)}`)
    await expect(review.add).toHaveText(new RegExp(`^Add ${number(articles - first)} articles`))
    await expect(review.dialog.getByText(`${number(articles - first)} more can be added.`)).toBeVisible()
    await review.group('Needs a look').click()
    await page.keyboard.press('ControlOrMeta+f')
    await page.keyboard.type('01447')
    await expect(review.row('01447.html')).toContainText(
      /Near copy of “Ferry 1446 held at the east pier” in this review/,
    )
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.press('Delete')
    await review.group('All').click()
  })

  await test.step('adding stops after whole transactions, and tells what was not added', async () => {
    await page.keyboard.press('ControlOrMeta+Enter')
    await review.stop('Stop adding')
    const added = await review.countIn(/^([\d,]+) articles were added\. You stopped/)
    expect((added - first) % chunk).toBe(0)
    expect(added).toBeGreaterThan(first)
    expect(added).toBeLessThan(articles)
    expect((await inLibrary(collate)).articles).toBe(added)
    await expect(review.dialog.getByText(`${number(articles - added)} more are still here.`)).toBeVisible()
    await expect(review.group('Ready')).toHaveText(`Ready ${number(articles - added)}`)
  })

  await test.step('it goes on, and all that was added is undone and redone as one', async () => {
    await review.addAll()
    const library = new LibraryPage(page)
    await expect(library.table).toHaveAttribute('aria-rowcount', String(articles + 1))
    await expect(library.details.getByText(`${number(articles)} articles chosen`)).toBeVisible()
    expect(await inLibrary(collate)).toEqual({ articles, undo: 'import.add', redo: null })
    await page.keyboard.press('Control+Z')
    await expect.poll(() => inLibrary(collate)).toEqual({ articles: 0, undo: null, redo: 'import.add' })
    await page.keyboard.press('Control+Shift+Z')
    await expect.poll(() => inLibrary(collate)).toEqual({ articles, undo: 'import.add', redo: null })
  })
})
