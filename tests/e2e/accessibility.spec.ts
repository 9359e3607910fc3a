import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ImportPage } from './pages/import'
import { LibraryPage } from './pages/library'
import { ReadPage } from './pages/read'
import { sampleFiles } from './pages/sample'
import { TimelinePage } from './pages/timeline'
import { isAccessible } from './support/accessible'
import { chooseFiles, importFiles, newLibrary, openLibrary, resize, sizes } from './support/actions'
import { type Collate, expect } from './support/app'
import { isReachable } from './support/reachable'
import { test } from './support/work'

/** Reads three articles side by side, the Arabic one among them, with a passage in hand. */
async function readThree(page: Page): Promise<ReadPage> {
  await page.keyboard.press('Control+1')
  const library = new LibraryPage(page)
  await library.choose(/Osmera takes charge/)
  await library.choose(/حرس الحدود/, ['ControlOrMeta'])
  await library.choose(/Barges Stranded/, ['ControlOrMeta'])
  await page.keyboard.press('Enter')
  const read = new ReadPage(page)
  await expect(read.panes.first()).toBeVisible()
  return read
}

/** Every screen with work in it, one after another. */
const screens: Record<string, (page: Page) => Promise<void>> = {
  library: async (page) => {
    await page.keyboard.press('Control+1')
    await new LibraryPage(page).choose(/Osmera takes charge/)
  },
  read: async (page) => {
    await readThree(page)
  },
  tags: async (page) => {
    await page.keyboard.press('Control+3')
    await page.getByRole('treeitem', { name: /Displaced/ }).click()
    await expect(page.getByRole('list', { name: 'Passages with this tag' })).toBeVisible()
  },
  timeline: async (page) => {
    await page.keyboard.press('Control+4')
    const timeline = new TimelinePage(page)
    await expect(timeline.card).toBeVisible()
    await timeline.event(/control of the eastern/).click()
    await expect(timeline.event(/control of the eastern/)).toHaveAttribute('aria-selected', 'true')
  },
  briefing: async (page) => {
    await page.keyboard.press('Control+5')
    await expect(page.getByText(/footnotes, each found in its article/)).toBeVisible()
  },
}

test.describe('every screen is free of barriers', () => {
  test('with work in it', async ({ page, openWorked }) => {
    test.setTimeout(180_000)
    await openWorked()
    for (const open of Object.values(screens)) {
      await open(page)
      await isAccessible(page)
    }
  })

  test('read with a passage in hand, its forms, and four panes', async ({ page, openWorked }) => {
    test.setTimeout(180_000)
    await openWorked()
    const read = await readThree(page)
    await read.selectParagraph(2, '2')
    for (const key of ['t', 'n', 'e']) {
      await isAccessible(page)
      await page.keyboard.press(key)
      await expect(read.toolbar).toHaveCount(0)
      await isAccessible(page)
      await page.keyboard.press('Escape')
      await expect(read.toolbar).toBeVisible()
    }
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+Shift+A')
    await expect(page.getByRole('dialog', { name: 'Add a pane' })).toBeVisible()
    await isAccessible(page)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await isAccessible(page)
  })

  test('the dialogs of timeline and briefing', async ({ page, openWorked }) => {
    test.setTimeout(180_000)
    await openWorked()
    await screens.timeline?.(page)
    await page.keyboard.press('e')
    await page.getByRole('dialog', { name: 'New event' }).getByRole('textbox', { name: 'Date' }).fill('no day')
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('m')
    await expect(page.getByRole('dialog', { name: 'Add to an event' })).toBeVisible()
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await screens.briefing?.(page)
    await page.keyboard.press('Control+/')
    await expect(page.getByRole('dialog', { name: 'Insert a block' })).toBeVisible()
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Cite a passage…' }).first().click()
    await expect(page.getByRole('dialog', { name: 'Cite a passage' })).toBeVisible()
    await isAccessible(page)
  })

  test('without any work, and the shell’s dialogs', async ({ collate, folder }) => {
    test.setTimeout(180_000)
    const { page } = collate
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await newLibrary(collate, folder)
    for (const key of [1, 2, 3, 4, 5]) {
      await page.keyboard.press(`Control+${key}`)
      await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
      await isAccessible(page)
    }
    await page.keyboard.press('Control+,')
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+K')
    await expect(page.getByRole('combobox', { name: 'Search or run a command' })).toBeFocused()
    await isAccessible(page)
    await page.keyboard.type('qqq')
    await expect(page.getByText('Nothing found for “qqq”.')).toBeVisible()
    await isAccessible(page)
  })

  test('a library that does not open, and a failure that is told', async ({ collate, folder }) => {
    const { page } = collate
    const path = join(folder, 'Letter.collate')
    writeFileSync(path, 'This is a letter.')
    await openLibrary(collate, path)
    await expect(page.getByRole('heading', { name: 'Not a Collate library' })).toBeVisible()
    await isAccessible(page)
    await page.getByRole('button', { name: 'Back to start' }).click()
    await newLibrary(collate, folder)
    await page.keyboard.press('Control+Z')
    await expect(page.getByRole('button', { name: 'Dismiss' })).toBeVisible()
    await isAccessible(page)
  })

  test('an import review of refused files, files that are there, and one with removed lines', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    await newLibrary(collate, folder)
    await importFiles(collate, sampleFiles.slice(0, 1))
    const refused = join(folder, 'letter.pdf')
    writeFileSync(refused, '%PDF-1.7 not read by this version')
    await chooseFiles(collate, [...sampleFiles.slice(0, 4), refused])
    const review = new ImportPage(page)
    await review.isReady(5)
    await review.row('sarn-courier-page-copy').click()
    await isAccessible(page)
  })
})

/** What has to hold on every screen, whatever its size or direction. */
async function everythingIsReached(page: Page, how: string): Promise<void> {
  for (const [name, open] of Object.entries(screens)) {
    await open(page)
    await isReachable(page, `${name}, ${how}`)
  }
  for (const [name, key] of [
    ['palette', 'Control+K'],
    ['keys', 'Shift+?'],
    ['settings', 'Control+,'],
  ] as const) {
    await page.keyboard.press(key)
    await expect(page.getByRole('dialog')).toBeVisible()
    await isReachable(page, `${name}, ${how}`)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
}

async function zoom({ app, page }: Collate, factor: number): Promise<void> {
  const before = await page.evaluate(() => innerWidth)
  await app.evaluate(({ BrowserWindow }, wanted) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(wanted)
  }, factor)
  if (factor !== 1) await page.waitForFunction((width) => innerWidth < width, before)
}

test.describe('every control can be reached', () => {
  test('in the smallest window', async ({ collate, openWorked }) => {
    await openWorked()
    await resize(collate, sizes.small)
    await everythingIsReached(collate.page, '1024×700')
  })

  test('at a zoom of 200 %', async ({ collate, openWorked }) => {
    await openWorked()
    await resize(collate, sizes.usual)
    await zoom(collate, 2)
    await everythingIsReached(collate.page, '200 %')
  })

  test('in a window that is set from right to left', async ({ collate, openWorked }) => {
    await openWorked()
    await resize(collate, sizes.usual)
    await collate.page.evaluate(() => {
      document.documentElement.dir = 'rtl'
    })
    await everythingIsReached(collate.page, 'right to left')
  })

  test('in forced colours and without motion', async ({ collate, openWorked }) => {
    const { page } = collate
    await openWorked()
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    await everythingIsReached(page, 'forced colours')
    const moving = await page.evaluate(
      () => document.getAnimations().filter(({ effect }) => Number(effect?.getComputedTiming().duration) > 0).length,
    )
    expect(moving).toBe(0)
  })
})
