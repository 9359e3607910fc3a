import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { ElectronApplication, Locator, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import type { MenuItem } from 'electron'
import { commands } from '../../src-renderer/commands/commands'
import { isAccessible } from './support/accessible'
import { importFiles, isOpen, newLibrary, openLibrary, openSample } from './support/actions'
import { expect, projectFolder, readLog, test } from './support/app'

const hash = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

const titleOf = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '')

/** Waits for the screen that says why a library did not open, and for its words. */
async function saysWhy(page: Page, words: RegExp): Promise<void> {
  await expect(failure(page)).toContainText(words)
}

const failure = (page: Page): Locator =>
  page.getByRole('alert').filter({ has: page.getByRole('heading', { level: 1 }) })

function textFile(folder: string, name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

test('a library is made, kept and found again among the recent ones', async ({ start, folder }) => {
  const first = await start()
  await expect(first.page.getByRole('button', { name: /^New library/ })).toBeVisible()
  expect(await titleOf(first.app)).toBe('Collate')
  await newLibrary(first, folder, 'Harbour.collate')
  expect(await titleOf(first.app)).toBe('Harbour.collate – Collate')
  await importFiles(first, [textFile(folder, 'a.txt', 'The harbour closed on Monday.\n\nNobody was asked.\n')])
  await first.quit()

  const second = await start()
  await second.page
    .getByRole('button', { name: /Harbour/ })
    .first()
    .click()
  await isOpen(second.page)
  await expect(second.page.getByText(/^1 article,/)).toBeVisible()
})

test('the sample keeps what was done with it', async ({ start }) => {
  const first = await start()
  await openSample(first.page)
  await expect(first.page.getByText(/^6 articles,/)).toBeVisible()
  const call = first.page.evaluate(async () => {
    const ids = await window.collate.call('article.ids', { filter: {}, sort: { by: 'added', descending: false } })
    return ids.ok && window.collate.call('article.trash', { ids: ids.value.slice(0, 1) })
  })
  expect(await call).toMatchObject({ ok: true })
  await first.quit()
  const second = await start()
  await openSample(second.page)
  await expect(second.page.getByText(/^5 articles,/)).toBeVisible()
})

test('a library named on the command line opens, and a second start hands its library to the first', async ({
  start,
  folder,
}) => {
  const made = await start()
  const [one, two] = [await newLibrary(made, folder, 'One.collate'), await newLibrary(made, folder, 'Two.collate')]
  await made.quit()

  const { app, page } = await start({ args: [one] })
  await isOpen(page)
  expect(await titleOf(app)).toBe('One.collate – Collate')

  const electron = createRequire(import.meta.url)('electron') as unknown as string
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const again = spawn(electron, ['.', `--user-data-dir=${join(folder, 'data')}`, ...root, two], {
    cwd: projectFolder,
    stdio: 'ignore',
  })
  await new Promise((resolve) => again.once('exit', resolve))
  await expect.poll(() => titleOf(app)).toBe('Two.collate – Collate')
  await isOpen(page)
  expect(app.windows()).toHaveLength(1)
})

test('a file that is no library, or a damaged one, is named and left as it is', async ({ start, folder }) => {
  const made = await start()
  const whole = await newLibrary(made, folder, 'Whole.collate')
  await importFiles(made, [textFile(folder, 'a.txt', 'The harbour closed on Monday.\n')])
  await made.quit()

  const damaged = join(folder, 'Damaged.collate')
  const bytes = readFileSync(whole)
  bytes.fill(0xff, 4096, 12_288)
  writeFileSync(damaged, bytes)
  const text = textFile(folder, 'Text.collate', 'This is a text, whatever it is called.')
  const other = join(folder, 'Other.collate')
  new Database(other).exec('CREATE TABLE recipe (id INTEGER)').close()

  const collate = await start()
  const { page } = collate
  for (const [path, words] of [
    [text, /not a Collate library/],
    [other, /not a Collate library/],
    [damaged, /is damaged and was not opened/],
  ] as const) {
    const before = hash(path)
    await openLibrary(collate, path)
    await saysWhy(page, words)
    await isAccessible(page)
    expect(hash(path)).toBe(before)
    await failure(page).getByRole('button').last().click()
    await expect(page.getByRole('button', { name: /^New library/ })).toBeVisible()
  }
  await openLibrary(collate, whole)
  await isOpen(page)
})

test('a library that is missing is told of, and opened once it is back', async ({ start, folder }) => {
  const path = join(folder, 'Away.collate')
  const made = await start()
  await newLibrary(made, folder, 'Away.collate')
  await made.quit()
  copyFileSync(path, `${path}.kept`)
  rmSync(path)

  const { page } = await start({ args: [path] })
  await saysWhy(page, /no longer there/)
  await isAccessible(page)
  copyFileSync(`${path}.kept`, path)
  await failure(page).getByRole('button').first().click()
  await isOpen(page)
})

test('a library that another Collate has open is not touched', async ({ collate, page, folder }) => {
  const path = await newLibrary(collate, folder)
  await collate.page.evaluate(() => window.collate.shell('shell.close', {}))
  await expect(page.getByRole('button', { name: /^New library/ })).toBeVisible()
  const other = new Database(`${path}-lock`)
  other.exec('BEGIN EXCLUSIVE')
  const before = hash(path)
  await openLibrary(collate, path)
  await saysWhy(page, /Another Collate has this library open/)
  await isAccessible(page)
  expect(hash(path)).toBe(before)
  other.exec('ROLLBACK')
  other.close()
  await failure(page).getByRole('button').first().click()
  await isOpen(page)
})

test('a recent library that went missing leaves the open one as it is', async ({ collate, page, folder }) => {
  await newLibrary(collate, folder, 'Gone.collate')
  await newLibrary(collate, folder, 'Here.collate')
  rmSync(join(folder, 'Gone.collate'))
  const answer = await page.evaluate(() => window.collate.shell('shell.openRecent', { index: 1 }))
  expect(answer).toEqual({ ok: false, error: { code: 'library/missing', params: { name: 'Gone.collate' } } })
  expect(await titleOf(collate.app)).toBe('Here.collate – Collate')
  const info = await page.evaluate(() => window.collate.call('library.info', {}))
  expect(info).toMatchObject({ ok: true, value: { name: 'Here.collate' } })
})

test('two windows show one library, and each hears what the other did', async ({ collate, page }) => {
  await openSample(page)
  const opening = collate.app.waitForEvent('window')
  await page.evaluate(() => window.collate.shell('shell.newWindow', {}))
  const second = await opening
  await isOpen(second)
  await expect(second.getByText(/^6 articles,/)).toBeVisible()
  await page.evaluate(async () => {
    const ids = await window.collate.call('article.ids', { filter: {}, sort: { by: 'added', descending: false } })
    if (ids.ok) await window.collate.call('article.trash', { ids: ids.value.slice(0, 2) })
  })
  await expect(second.getByText(/^4 articles,/)).toBeVisible()
  await second.close()
  await expect(page.getByText(/^4 articles,/)).toBeVisible()
})

test('the window comes back where it stood, in its theme', async ({ start }) => {
  const first = await start()
  const bounds = { x: 60, y: 40, width: 1180, height: 760 }
  await first.app.evaluate(({ BrowserWindow }, wanted) => BrowserWindow.getAllWindows()[0]?.setBounds(wanted), bounds)
  await first.page.waitForFunction((width) => innerWidth === width, bounds.width)
  await first.page.evaluate(() => window.collate.shell('shell.setTheme', { theme: 'dark' }))
  await first.quit()
  const second = await start()
  const found = await second.app.evaluate(({ BrowserWindow, nativeTheme }) => {
    const window = BrowserWindow.getAllWindows()[0]
    return { bounds: window?.getBounds(), smallest: window?.getMinimumSize(), theme: nativeTheme.themeSource }
  })
  expect(found).toEqual({ bounds, smallest: [1024, 700], theme: 'dark' })
  await expect(second.page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a note replaces a file only where the dialog has asked about that very file', async ({
  collate,
  page,
  folder,
}) => {
  await openSample(page)
  const briefing = await page.evaluate(() => window.collate.call('briefing.create', { title: 'CON/../Note' }))
  const id = briefing.ok ? briefing.value.id : 0
  const exported = () =>
    page.evaluate(
      (which) => window.collate.shell('shell.exportBriefing', { id: which, suggestedName: '../a:b.md' }),
      id,
    )
  const kept = textFile(folder, 'Kept.md', 'mine')

  expect(await exported()).toEqual({ ok: true, value: null })
  expect((await collate.dialogs.shown()).at(-1)?.defaultPath).toBe('a b.md')

  // The name without an ending was not the file that is there: the dialog can't have asked about it.
  await collate.dialogs.saveAs(join(folder, 'Kept'))
  expect(await exported()).toMatchObject({ ok: false, error: { code: 'export/exists' } })
  expect(readFileSync(kept, 'utf8')).toBe('mine')

  await collate.dialogs.saveAs(kept)
  expect(await exported()).toMatchObject({ ok: true })
  expect(readFileSync(kept, 'utf8')).not.toBe('mine')
})

test('files dropped on the window reach the review, and their paths stay out of it', async ({
  collate,
  page,
  folder,
}) => {
  await newLibrary(collate, folder)
  mkdirSync(join(folder, 'inbox'))
  const files = ['one.txt', 'two.txt'].map((name) => textFile(join(folder, 'inbox'), name, `The ${name} said so.\n`))
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, id: 'dropped' })
    document.body.append(input)
  })
  await page.locator('#dropped').setInputFiles(files)
  const review = await page.evaluate(async () => {
    const input = document.querySelector<HTMLInputElement>('#dropped')
    const staged = await window.collate.stageFiles([...(input?.files ?? [])])
    input?.remove()
    for (;;) {
      const found = staged.ok ? await window.collate.call('import.review', { stageId: staged.value.stageId }) : null
      if (!found?.ok) throw new Error(JSON.stringify([staged, found]))
      if (found.value.state === 'done') return found.value
    }
  })
  expect(review.files.map(({ fileName, outcome }) => [fileName, outcome.kind])).toEqual([
    ['one.txt', 'ready'],
    ['two.txt', 'ready'],
  ])
  expect(JSON.stringify(review)).not.toContain(folder)
})

test('the menu shows the keys of the window’s commands, and runs them once', async ({ collate, page }) => {
  await openSample(page)
  const items = await collate.app.evaluate(({ Menu }) => {
    const below = (item: MenuItem): MenuItem[] => [item, ...(item.submenu?.items.flatMap(below) ?? [])]
    const all = Menu.getApplicationMenu()?.items.flatMap(below) ?? []
    return all.map(({ id, accelerator, registerAccelerator }) => ({
      id,
      accelerator: accelerator ? String(accelerator) : null,
      registered: registerAccelerator,
    }))
  })
  const ours = items.filter(({ id }) => id && id in commands)
  expect(ours.length).toBeGreaterThan(15)
  for (const { id, accelerator, registered } of ours) {
    const [key] = commands[id as keyof typeof commands].keys as readonly string[]
    const expected = key?.includes('Ctrl') ? key.replace('Ctrl', 'CommandOrControl') : null
    expect({ id, accelerator }).toEqual({ id, accelerator: expected })
    if (accelerator) expect(registered, `${id} is heard by the window alone`).toBe(false)
  }
  await collate.app.evaluate(({ Menu, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.focus()
    Menu.getApplicationMenu()?.getMenuItemById('view.timeline')?.click()
  })
  await expect(page.locator('main')).toHaveAttribute('data-workspace', 'timeline')
})

test('the window says when it runs on the runtime for tests', async ({ collate, page }) => {
  const wanted = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
    version: string
    devDependencies: { electron: string }
  }
  const electron = await collate.app.evaluate(() => process.versions.electron)
  const state = await page.evaluate(() => window.collate.shell('shell.state', {}))
  const fallback = electron !== wanted.devDependencies.electron
  expect(state).toMatchObject({ ok: true, value: { runtime: { app: wanted.version, electron, fallback } } })
  await expect(page.getByText(/Test runtime/)).toHaveCount(fallback ? 1 : 0)
})

test('a window whose page does not load is loaded again, also where loading was broken off', async ({
  collate,
  page,
  folder,
}) => {
  await collate.app.evaluate(({ BrowserWindow, protocol }) => {
    const failures = { failed: -2, brokenOff: -3 }
    const toCome: number[] = [failures.failed, failures.brokenOff, failures.failed]
    protocol.unhandle('app')
    // Of the ways to answer, only this one can break a load off.
    protocol.registerBufferProtocol('app', (_request, answer) => {
      const error = toCome.shift()
      answer(error ? { error } : { mimeType: 'text/html', data: Buffer.from('<h1>There again</h1>') })
    })
    BrowserWindow.getAllWindows()[0]?.webContents.reload()
  })
  await expect(page.getByRole('heading', { name: 'There again' })).toBeVisible()
  expect(readLog(folder).match(/page did not load/g)).toHaveLength(3)
})

test('a window that got no answer when it asked what to show asks again', async ({ collate, page }) => {
  await collate.app.evaluate(({ BrowserWindow, ipcMain }) => {
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, Parameters<typeof ipcMain.handle>[1]>
    const answer = handlers.get('collate:shell')
    let asked = 0
    ipcMain.removeHandler('collate:shell')
    ipcMain.handle('collate:shell', (...call) => {
      asked += 1
      return asked > 2
        ? answer?.(...call)
        : { ok: false, error: { code: 'call/unknown-method', params: { method: '' } } }
    })
    BrowserWindow.getAllWindows()[0]?.webContents.reload()
  })
  await expect(page.getByRole('button', { name: /^New library/ })).toBeVisible()
})
