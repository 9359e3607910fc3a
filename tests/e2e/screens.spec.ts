import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ImportPage } from './pages/import'
import { LibraryPage } from './pages/library'
import { ReadPage } from './pages/read'
import { sampleFiles } from './pages/sample'
import { TimelinePage } from './pages/timeline'
import { chooseFiles, newLibrary, resize, setTheme, sizes } from './support/actions'
import { type Collate, expect, projectFolder, test } from './support/app'
import { workOnSample } from './support/work'

/** The README's pictures, made anew by `npm run e2e -- --grep @screens`. */

const folder = process.env.COLLATE_SCREENS ?? join(projectFolder, 'resources/screens')

const shots = [
  { theme: 'light', size: sizes.usual, ending: '' },
  { theme: 'dark', size: sizes.usual, ending: '-dark' },
  { theme: 'light', size: sizes.small, ending: '-1024' },
] as const

const usual = shots.filter(({ size }) => size === sizes.usual)

/** Waits until nothing on the page has changed for a while. */
const settled = (page: Page): Promise<void> =>
  page.evaluate(
    () =>
      new Promise((done) => {
        let timer = setTimeout(done, 400)
        new MutationObserver(() => {
          clearTimeout(timer)
          timer = setTimeout(done, 400)
        }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
      }),
  )

/** Takes pictures of what the window shows, and leaves it in the usual size. */
async function shoot(collate: Collate, name: string, taken: readonly (typeof shots)[number][] = usual): Promise<void> {
  const { page } = collate
  for (const { theme, size, ending } of taken) {
    await resize(collate, size)
    await setTheme(page, theme)
    await settled(page)
    await page.screenshot({ path: join(folder, `${name}${ending}.png`), animations: 'disabled' })
  }
  await resize(collate, sizes.usual)
}

test('pictures of start and import @screens', async ({ collate, folder: temporary }) => {
  test.setTimeout(180_000)
  const { page } = collate
  await shoot(collate, 'start')
  await newLibrary(collate, temporary, 'velda-lock.collate')
  await chooseFiles(collate, sampleFiles)
  const review = new ImportPage(page)
  await review.isReady(sampleFiles.length)
  await review.row('sarn-courier-page-copy').click()
  await shoot(collate, 'import')
})

test('pictures of the work on the sample @screens', async ({ collate }) => {
  test.setTimeout(180_000)
  const { page } = collate
  await workOnSample(page)
  const library = new LibraryPage(page)
  await library.choose(/Osmera takes charge/)
  await shoot(collate, 'library', shots)

  await library.choose(/Osmera takes charge/)
  await library.choose(/Barges Stranded/, ['ControlOrMeta'])
  await library.choose(/حرس الحدود/, ['ControlOrMeta'])
  await page.keyboard.press('Enter')
  const read = new ReadPage(page)
  await expect(read.panes).toHaveCount(3)
  await read.passages().first().getByRole('button').first().click()
  await shoot(collate, 'read', shots)

  await page.keyboard.press('Control+3')
  await page.getByRole('treeitem', { name: /Displaced/ }).click()
  await shoot(collate, 'tags')
  await page.keyboard.press('Control+4')
  await new TimelinePage(page).event(/control of the eastern/).click()
  await shoot(collate, 'timeline')
  await page.keyboard.press('Control+5')
  await shoot(collate, 'briefing')
})
