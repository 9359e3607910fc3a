import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { type Collate, projectFolder } from './app'

/** The six articles of the sample, as files. */
export const sampleFiles: readonly string[] = readdirSync(join(projectFolder, 'resources/sample'))
  .filter((name) => name !== 'README.md')
  .sort()
  .map((name) => join(projectFolder, 'resources/sample', name))

/** One of the sample's files by the beginning of its name. */
export const sampleFile = (start: string): string =>
  sampleFiles.find((file) => file.includes(`/${start}`) || file.includes(`\\${start}`)) ?? start

/** Makes an empty library from the start screen and waits for its window. */
export async function createLibrary({ page, dialogs }: Collate, folder: string): Promise<void> {
  await dialogs.saveAs(join(folder, 'Test.collate'))
  await page.getByRole('button', { name: /^New library/ }).click()
  await expect(page.getByRole('heading', { name: 'No articles yet' })).toBeVisible()
}

/** Chooses files for import, as the dialog does, and waits for the review. */
export async function chooseFiles({ page, dialogs }: Collate, files: readonly string[]): Promise<void> {
  await dialogs.choose(...files)
  await page.keyboard.press('ControlOrMeta+i')
  await expect(page.getByRole('dialog', { name: /^Review/ })).toBeVisible()
}

/** Opens the sample library from the start screen. */
export async function openSample({ page }: Collate): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample library' }).click()
  await expect(page.getByText(/^6 articles,/)).toBeVisible()
}
