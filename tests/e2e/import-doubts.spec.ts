import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ImportPage } from './pages/import'
import { LibraryPage } from './pages/library'
import { isAccessible } from './support/accessible'
import { chooseFiles, importFiles, newLibrary, press } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'

const title = 'Ferries stay in port for a second week'
const rival = 'Strike of the crews spreads to Hask'

/** A page and a bibliography that give its article different headlines. */
function twoHeadlines(folder: string): string {
  const path = join(folder, 'clippings')
  mkdirSync(path)
  const paragraphs = [
    'The crews of the river ferries did not return to work on Wednesday, and nobody in Maris could say when they would.',
    'Passengers waited on both banks until the evening. A spokeswoman said that buses had been ordered for the morning.',
  ]
  writeFileSync(
    join(path, 'ferries.html'),
    `<!doctype html><html lang="en"><head><title>${rival}</title></head><body><article><h1>${rival}</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}</article></body></html>`,
  )
  const record = [`TI  - ${title}`, 'T2  - Maris Gazette', 'DA  - 2031/03/14', 'L1  - ferries.html']
  writeFileSync(join(path, 'refs.ris'), ['TY  - NEWS', ...record, 'ER  - ', ''].join('\n'))
  return path
}

const titleOf = async ({ page }: Collate) => {
  const { rows } = await ask(page, 'article.list', {
    filter: {},
    sort: { by: 'added', descending: false },
    offset: 0,
    limit: 1,
  })
  return (await ask(page, 'article.get', { id: rows[0]?.id ?? 0 })).metadata.title
}

test.describe('a value that another contradicts', () => {
  test('is kept in the review by one key, or by the button under it', async ({ collate, folder }) => {
    const { page } = collate
    await newLibrary(collate, folder)
    await chooseFiles(collate, [twoHeadlines(folder)])
    const review = new ImportPage(page)
    await review.isRead()
    await expect(review.row('ferries.html')).toContainText('different values: title')
    await review.choose('ferries.html')
    await review.dialog.getByText('Details', { exact: true }).click()
    const keep = review.dialog.getByRole('button', { name: 'Keep this Title' })
    const field = review.dialog.getByRole('textbox', { name: 'Title', exact: true })
    await isAccessible(page)
    await keep.focus()
    await press(page, 'Enter')
    await expect(keep).toHaveCount(0)
    await expect(field).toBeFocused()
    await expect(field).toHaveValue(title)
    await expect(review.row('ferries.html')).not.toContainText('different values')

    await review.dialog.getByRole('button', { name: `Take ${rival}` }).click()
    await expect(field).toHaveValue(rival)
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type(title)
    await expect(keep).toBeVisible()
    await review.files.focus()
    await press(page, 'k')
    await expect(review.row('ferries.html')).not.toContainText('different values')
    await review.addAll()
    expect(await titleOf(collate)).toMatchObject({ value: title, origin: 'researcher', others: [{ value: rival }] })
  })

  test('is kept in the library by one key, or by the button under it, and undone', async ({ collate, folder }) => {
    const { page } = collate
    await newLibrary(collate, folder)
    await importFiles(collate, [twoHeadlines(folder)])
    const library = new LibraryPage(page)
    await library.choose(title)
    const rivals = library.details.getByRole('list', { name: 'Also found' })
    await expect(rivals).toContainText(rival)
    await press(page, 'k')
    await expect(rivals).toHaveCount(0)
    await expect(library.table).toBeFocused()
    await expect.poll(() => titleOf(collate)).toMatchObject({ value: title, origin: 'researcher' })
    await press(page, 'ControlOrMeta+z')
    await expect(rivals).toContainText(rival)

    await isAccessible(page)
    await library.details.getByRole('button', { name: `Keep this: “${title}”` }).focus()
    await press(page, 'Enter')
    await expect(rivals).toHaveCount(0)
    await expect(library.details.locator('dd').filter({ hasText: title })).toBeFocused()
    await expect.poll(() => titleOf(collate)).toMatchObject({ value: title, origin: 'researcher' })
  })
})
