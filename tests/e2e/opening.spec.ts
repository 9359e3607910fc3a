import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { isAccessible } from './support/accessible'
import { importFiles, newLibrary, openLibrary } from './support/actions'
import { type Collate, expect, test } from './support/app'

const article = (folder: string, name: string): string => {
  const path = join(folder, `${name}.txt`)
  writeFileSync(path, `${name} reaches the harbour\n\nThe ${name} reached the harbour on 6 May 2024, a clerk said.\n`)
  return path
}

test('the start screen can be used by everyone', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Collate', level: 1 })).toBeVisible()
  await expect(page.getByText('Nothing leaves this computer.')).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^New library/ })).toBeFocused()
  await isAccessible(page)
})

test('a library of a newer Collate is told of and left as it is', async ({ start, folder }) => {
  const made = await start()
  const path = await newLibrary(made, folder)
  await made.quit()
  const database = new Database(path)
  database.pragma('user_version = 9999')
  database.close()
  const before = readFileSync(path)

  const collate = await start()
  await openLibrary(collate, path)
  await expect(collate.page.getByRole('heading', { name: 'Made by a newer Collate' })).toBeVisible()
  await isAccessible(collate.page)
  expect(readFileSync(path)).toEqual(before)
  expect([`${path}-wal`, `${path}-shm`, `${path}-lock`].filter((file) => existsSync(file))).toEqual([])
})

test('a restart takes up what was left: workspace, articles side by side', async ({ start, folder }) => {
  const first = await start()
  const path = await newLibrary(first, folder)
  await importFiles(first, [article(folder, 'ferry'), article(folder, 'convoy'), article(folder, 'barge')])
  const table = first.page.getByRole('grid', { name: 'Articles' })
  await table.getByRole('row').filter({ hasText: 'convoy' }).click()
  await table
    .getByRole('row')
    .filter({ hasText: 'barge' })
    .click({ modifiers: ['ControlOrMeta'] })
  await first.page.keyboard.press('Enter')
  const panes = ({ page }: Collate) => page.getByRole('region', { name: 'Articles side by side' })
  await expect(panes(first).getByRole('region', { name: /^Pane/ })).toHaveCount(2)
  await first.quit()
  expect(existsSync(`${path}-wal`), 'a closed library is one file').toBe(false)

  const second = await start({ args: [path] })
  await expect(panes(second).getByRole('region', { name: /^Pane/ })).toHaveCount(2)
  await expect(panes(second)).toContainText('The convoy reached the harbour')
  await expect(panes(second)).toContainText('The barge reached the harbour')
})
