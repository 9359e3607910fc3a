import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Theme } from '../../../src-main/contract/types'
import { type Collate, expect } from './app'

/** What many tests begin with, done as the window does it: through its bridge to the other processes. */

/** The sizes that screens are looked at in. */
export const sizes = { usual: { width: 1440, height: 900 }, small: { width: 1024, height: 700 } } as const

/** Makes the window's page as large as that. */
export async function resize({ app, page }: Collate, size: { width: number; height: number }): Promise<void> {
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setMinimumSize(1, 1)
    window?.setContentSize(width, height)
  }, size)
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size)
}

/** Waits until a library is open and a workspace shows, which then hears keys. */
export async function isOpen(page: Page): Promise<void> {
  await expect(page.getByRole('navigation', { name: 'Workspaces' })).toBeVisible()
  await expect(page.locator('main[data-workspace]')).not.toBeEmpty()
}

/** Opens the sample library, with its six articles. */
export async function openSample(page: Page): Promise<void> {
  await page.evaluate(() => window.collate.shell('shell.openSample', {}))
  await isOpen(page)
}

/** Makes an empty library and opens it. @returns its path */
export async function newLibrary({ page, dialogs }: Collate, folder: string, name = 'Test.collate'): Promise<string> {
  const path = join(folder, name)
  await dialogs.saveAs(path)
  await page.evaluate(() => window.collate.shell('shell.create', {}))
  await dialogs.dismiss()
  await isOpen(page)
  return path
}

/** Opens a library that is there. What comes of it shows on the screen. */
export async function openLibrary({ page, dialogs }: Collate, path: string): Promise<void> {
  await dialogs.choose(path)
  await page.evaluate(() => window.collate.shell('shell.open', {}))
  await dialogs.dismiss()
}

/** Begins an import review of files by the button's command, as if they had been chosen in the system's dialog. */
export async function chooseFiles({ page, dialogs }: Collate, paths: readonly string[]): Promise<void> {
  await dialogs.choose(...paths)
  await page.keyboard.press('ControlOrMeta+I')
  await expect(page.getByRole('dialog', { name: /^Review/ })).toBeVisible()
  await dialogs.dismiss()
}

/** Adds files without the review's screen. @returns the ids of the new articles */
export async function importFiles({ page, dialogs }: Collate, paths: readonly string[]): Promise<number[]> {
  await dialogs.choose(...paths)
  const ids = await page.evaluate(async () => {
    const staged = await window.collate.shell('shell.chooseFiles', {})
    if (!staged.ok || !staged.value) throw new Error(JSON.stringify(staged))
    const { stageId } = staged.value
    for (;;) {
      const stage = await window.collate.call('import.review', { stageId })
      if (!stage.ok) throw new Error(JSON.stringify(stage))
      if (stage.value.state === 'done') {
        const files = stage.value.files.filter((f) => f.outcome.kind === 'ready').map(({ index }) => ({ index }))
        const added = await window.collate.call('import.add', { stageId, files })
        if (!added.ok) throw new Error(JSON.stringify(added))
        return added.value.articleIds
      }
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  })
  await dialogs.dismiss()
  return ids
}

/** Writes texts to files and adds these. @param texts by the name of the file @returns the ids of the articles */
export async function importTexts(
  collate: Collate,
  folder: string,
  texts: Readonly<Record<string, string>>,
): Promise<number[]> {
  const paths = Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  })
  return importFiles(collate, paths)
}

export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((chosen) => window.collate.shell('shell.setTheme', { theme: chosen }), theme)
  if (theme !== 'system') await expect(page.locator('html')).toHaveAttribute('data-theme', theme)
}

/** Presses a key and waits until what it does is drawn, so that the next look sees where it led. */
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}
