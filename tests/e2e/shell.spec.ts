import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { LibraryPage } from './pages/library'
import { LinksPage } from './pages/links'
import { ReadPage } from './pages/read'
import { TimelinePage } from './pages/timeline'
import { zoomed } from './support/accessible'
import { chooseFiles, isOpen, newLibrary, openLibrary, openSample, resize, sizes } from './support/actions'
import { expect } from './support/app'
import { test } from './support/work'

const palette = (page: Page) => page.getByRole('combobox', { name: 'Search or run a command' })
const options = (page: Page) => page.getByRole('dialog').getByRole('option')
const workspace = (page: Page) => page.locator('main')

/** Searches in the palette; what it shows then answers these words. */
async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await expect(palette(page)).toBeFocused()
  await page.keyboard.type(words)
}

test.describe('the palette', () => {
  test('finds articles, passages, tags and events with the words around them, in Arabic too', async ({
    page,
    openWorked,
  }) => {
    await openWorked()
    await search(page, 'eastern gates')
    for (const group of ['Articles', 'Passages', 'Events']) {
      await expect(page.getByRole('listbox').getByText(group, { exact: true })).toBeVisible()
    }
    await expect(options(page).first().locator('mark').first()).toHaveText(/eastern|gates/i)
    await palette(page).fill('Takeover')
    await expect(options(page).filter({ has: page.locator('.lucide-tag') })).toContainText('Takeover')
    // Vowel signs and the form of the alif don't matter.
    await palette(page).fill('اوسميرا')
    await expect(options(page).first()).toContainText('حرس الحدود')
    await expect(options(page).first().locator('mark').first()).toHaveText(/أوسميرا/)
    await page.keyboard.press('Enter')
    await expect(workspace(page)).toHaveAttribute('data-workspace', 'read')
    await expect(new ReadPage(page).pane(1)).toContainText('صدى النهر')
  })

  test('chooses of what was typed, however fast Enter follows', async ({ page }) => {
    await openSample(page)
    const read = new ReadPage(page)
    await page.keyboard.press('Control+K')
    await palette(page).fill('Barges Stranded')
    await page.keyboard.press('Enter')
    await expect.poll(() => read.outlets()).toEqual(['Sarn Courier'])
    await page.keyboard.press('Control+Shift+A')
    await page.getByRole('combobox', { name: 'Find an article' }).fill('toll vote')
    await page.keyboard.press('Enter')
    await expect.poll(() => read.outlets()).toEqual(['Sarn Courier', 'Kolvar Herald'])
  })

  test('leads to a tag and to an event', async ({ page, openWorked }) => {
    await openWorked()
    await search(page, 'Displaced')
    await expect(page.getByRole('listbox').getByText('Tags', { exact: true })).toBeVisible()
    await page.getByRole('option', { name: /Displaced/ }).click()
    await expect(page.getByRole('list', { name: 'Passages with this tag' })).toContainText('6,500')
    await search(page, 'river council')
    await expect(page.getByRole('listbox').getByText('Events', { exact: true })).toBeVisible()
    await options(page)
      .filter({ has: page.locator('.lucide-calendar-days') })
      .first()
      .click()
    await expect(page.getByRole('complementary', { name: 'Event' })).toContainText('river council')
  })

  test('runs commands, goes round its list by keys, and gives the focus back', async ({ page }) => {
    await openSample(page)
    const search = page.getByRole('button', { name: /^Search articles/ })
    await search.focus()
    await page.keyboard.press('Enter')
    await expect(palette(page)).toBeFocused()
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowUp')
    await expect(options(page).last()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowDown')
    await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Escape')
    await expect(palette(page)).toHaveCount(0)
    await expect(search).toBeFocused()
    await page.keyboard.press('Control+K')
    await page.keyboard.type('dark')
    await expect(options(page)).toHaveCount(1)
    await page.keyboard.press('Enter')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await expect(search).toBeFocused()
  })
})

test('every key of the sheet is on it, and settings change the theme', async ({ page }) => {
  await openSample(page)
  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  await expect(keys.getByRole('heading', { level: 2 })).toHaveText([
    'Everywhere',
    'Library',
    'Read',
    'With a selection',
    'Tags',
    'Timeline',
    'Briefing',
    'Import review',
  ])
  await expect(keys.getByText('Ctrl K')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)
  await page.keyboard.press('Control+,')
  const settings = page.getByRole('dialog', { name: 'Settings' })
  for (const [name, theme] of [
    ['Dark', 'dark'],
    ['Light', 'light'],
  ] as const) {
    await settings.getByRole('button', { name, exact: true }).click()
    await expect(settings.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true')
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
  }
  await settings.getByRole('button', { name: 'Close' }).click()
  await expect(settings).toHaveCount(0)
})

test('Ctrl and a digit lead to the workspaces; F6 goes round the parts of each and back', async ({
  page,
  openWorked,
}) => {
  await openWorked()
  await page.keyboard.press('Control+1')
  const library = new LibraryPage(page)
  await library.choose(/Osmera takes charge/)
  await library.choose(/Barges Stranded/, ['ControlOrMeta'])
  await page.keyboard.press('Enter')
  for (const [key, name] of [
    ['1', 'library'],
    ['2', 'read'],
    ['3', 'tags'],
    ['4', 'timeline'],
    ['5', 'briefing'],
  ]) {
    await page.keyboard.press(`Control+${key}`)
    await expect(workspace(page)).toHaveAttribute('data-workspace', name ?? '')
    if (name === 'read') await new LinksPage(page).compared()
    if (name === 'timeline') {
      await expect(new TimelinePage(page).card).toBeVisible()
      await expect(new TimelinePage(page).events).toBeVisible()
    }
    if (name === 'tags') await page.getByRole('treeitem', { name: /Displaced/ }).click()
    if (name === 'briefing') await expect(page.getByText(/footnotes, each/)).toBeVisible()
    await goesRound(page)
  }
})

/** Presses F6 until it is back where it began: every part was reached once, in order, and Shift+F6 goes the other way. */
async function goesRound(page: Page): Promise<void> {
  /** The parts by name, and the one that the keyboard is in. */
  const parts = (): Promise<{ all: string[]; here: string }> =>
    page.evaluate(() => {
      const nameOf = (part: Element): string => part.ariaLabel ?? part.className
      const shown = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((r) => r.offsetParent !== null)
      const here = shown.find((part) => part.contains(document.activeElement))
      return { all: shown.map(nameOf), here: here ? nameOf(here) : `in no part: ${document.activeElement?.tagName}` }
    })
  const { all } = await parts()
  expect(all.length).toBeGreaterThan(3)
  await page.keyboard.press('F6')
  const first = (await parts()).here
  const seen = [first]
  for (let i = 1; i < all.length; i += 1) {
    await page.keyboard.press('F6')
    seen.push((await parts()).here)
  }
  const from = all.indexOf(first)
  expect(seen).toEqual([...all.slice(from), ...all.slice(0, from)])
  await page.keyboard.press('F6')
  expect((await parts()).here).toBe(first)
  await page.keyboard.press('Shift+F6')
  expect((await parts()).here).toBe(all.at(from - 1))
}

test('what undo takes back is named, and taken back from the status bar', async ({ page }) => {
  await openSample(page)
  const library = new LibraryPage(page)
  await library.showsArticles(6)
  await library.choose(/Barges Stranded/)
  await page.keyboard.press('Delete')
  await library.showsArticles(5)
  await page.getByRole('button', { name: /^Undo: .*trash/i }).click()
  await library.showsArticles(6)
  await page.keyboard.press('Control+Shift+Z')
  await library.showsArticles(5)
})

test('what a library was asked about goes with it: a review, a sheet of rules', async ({ collate, folder }) => {
  const { page } = collate
  const library = await newLibrary(collate, folder)
  const path = join(folder, 'strike.txt')
  writeFileSync(path, 'The crews of the river ferries did not return to work on Wednesday.')
  await chooseFiles(collate, [path])
  await page.evaluate(() => window.collate.shell('shell.close', {}))
  await expect(page.getByRole('navigation', { name: 'Workspaces' })).toHaveCount(0)
  await openLibrary(collate, library)
  await isOpen(page)
  await expect(page.getByRole('dialog')).toHaveCount(0)
})

test('the status bar keeps its buttons in view beside long names', async ({ collate, folder }) => {
  const { page, dialogs } = collate
  await newLibrary(collate, folder, 'Everything about the ferries of Maris and the papers of both banks.collate')
  const watched = join(
    folder,
    'Clippings about the strike, and what the papers of the other bank wrote, sorted by month',
  )
  mkdirSync(watched)
  writeFileSync(join(watched, 'strike.txt'), 'The crews of the river ferries did not return to work on Wednesday.')
  await dialogs.choose(watched)
  await page.evaluate(() => window.collate.shell('shell.chooseWatchedFolder', {}))
  const review = page.getByRole('button', { name: 'Review', exact: true })
  await expect(review).toBeVisible({ timeout: 20_000 })
  for (const size of [sizes.usual, sizes.small, zoomed]) {
    await resize(collate, size)
    await expect(review).toBeInViewport({ ratio: 1 })
    await expect(page.getByText('Nothing to undo')).toBeInViewport({ ratio: 1 })
  }
})

test('a failure is told once, read out, and stays until it is dismissed', async ({ collate, folder }) => {
  const { page } = collate
  await newLibrary(collate, folder)
  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+Z')
  const notice = page.getByRole('alert').getByRole('button', { name: 'Dismiss' })
  await expect(notice).toHaveCount(1)
  await page.keyboard.press('Control+4')
  await expect(notice).toHaveCount(1)
  await notice.click()
  await expect(notice).toHaveCount(0)
})

test('single letters are text in text fields and commands elsewhere', async ({ page, openWorked }) => {
  await openWorked()
  await page.keyboard.press('Control+4')
  const filter = page.getByRole('searchbox', { name: 'Filter events' })
  await filter.focus()
  await page.keyboard.type('e?ajx')
  await expect(filter).toHaveValue('e?ajx')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await filter.fill('')
  await page.keyboard.press('F6')
  await page.keyboard.press('e')
  await expect(page.getByRole('dialog', { name: 'New event' })).toBeVisible()
})

test('Tab leaves every part again, forwards and backwards', async ({ page, openWorked }) => {
  test.setTimeout(120_000)
  await openWorked()
  for (const key of ['1', '3', '4', '5']) {
    await page.keyboard.press(`Control+${key}`)
    if (key === '5') await expect(page.getByText(/footnotes, each/)).toBeVisible()
    for (const step of ['Tab', 'Shift+Tab']) {
      const rail = page.getByRole('button', { name: 'Library', exact: true })
      await rail.focus()
      const stops = await stopsUntilBack(page, step)
      expect(stops, `stops of ${step} in workspace ${key}`).toBeLessThan(300)
      expect(stops).toBeGreaterThan(8)
    }
  }
})

/**
 * Holds Tab down, with Shift or without, until what has the focus has it again, or for 300 stops.
 * @returns how many stops; 300 where it did not come back
 */
async function stopsUntilBack(page: Page, step: string): Promise<number> {
  const counted = await page.evaluateHandle(() => {
    const from = document.activeElement
    const count = { pressed: 0, back: null as number | null }
    const look = (): void => {
      if (count.pressed > 0 && document.activeElement === from) count.back ??= count.pressed
    }
    // Each press finds the focus where the last one left it.
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key !== 'Tab') return
      look()
      count.pressed += 1
    }
    addEventListener('keydown', onKey, { capture: true })
    const end = (): void => removeEventListener('keydown', onKey, { capture: true })
    return { count, look, end }
  })
  for (let at = 0; at < 300; at += 10) {
    if (step === 'Shift+Tab') await page.keyboard.down('Shift')
    await Promise.all(Array.from({ length: 10 }, () => page.keyboard.down('Tab')))
    await page.keyboard.up('Tab')
    await page.keyboard.up('Shift')
    const back = await counted.evaluate(({ count, look }) => {
      look()
      return count.back
    })
    if (back === null) continue
    await counted.evaluate(({ end }) => end())
    return back
  }
  return 300
}

test('the sample shows its articles as soon as it shows anything', async ({ page }) => {
  const seen = page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const states: string[] = []
        window.collate.listen((notification) => {
          if (notification.kind !== 'shell.changed') return
          states.push(notification.state.library.status)
          if (notification.state.library.status !== 'open') return
          void window.collate.call('library.info', {}).then((info) => {
            done([...states, info.ok ? `${info.value.articles} articles` : info.error.code])
          })
        })
      }),
  )
  await page.getByRole('button', { name: 'Open the sample library' }).click()
  expect(await seen).toEqual(['opening', 'open', '6 articles'])
})
