import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LibraryPage } from './pages/library'
import { isAccessible } from './support/accessible'
import { importFiles, newLibrary, openSample, resize, setTheme, sizes } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'

const title = 'Barges Stranded'
const sort = { by: 'title', descending: false } as const

test.describe('original file', () => {
  test('opens as a read-only copy only after asking, and the copy goes with the app', async ({ collate }) => {
    const { app, page, dialogs } = collate
    await app.evaluate(({ shell }) => {
      const opened: string[] = []
      Object.assign(globalThis, { opened })
      shell.openPath = async (path: string) => {
        opened.push(path)
        return ''
      }
    })
    const opened = () => app.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
    await openSample(page)
    const library = new LibraryPage(page)
    await library.choose(title)
    await library.details.getByRole('button', { name: 'Open a copy…' }).click()
    await expect
      .poll(async () => (await dialogs.shown()).map((shown) => shown.text).join())
      .toContain('another program')
    const [articleId = 0] = await ask(page, 'article.ids', { filter: { query: 'Barges' }, sort })
    const answer = await page.evaluate((id) => window.collate.shell('shell.openOriginal', { articleId: id }), articleId)
    expect(answer).toEqual({ ok: true, value: { opened: false } })
    expect(await opened()).toEqual([])
    await dialogs.press('Open')
    await library.details.getByRole('button', { name: 'Open a copy…' }).click()
    await expect.poll(opened).toHaveLength(1)
    const [path = ''] = await opened()
    const { original } = await ask(page, 'article.get', { id: articleId })
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(original.sha256)
    expect(statSync(path).mode & 0o222).toBe(0)
    await collate.quit()
    expect(existsSync(path)).toBe(false)
  })

  test('is shown under a name that every system takes, the safe answer first, and says where nothing shows it', async ({
    collate,
    folder,
  }) => {
    const { app, page } = collate
    await newLibrary(collate, folder)
    const path = join(folder, 'CON.txt')
    writeFileSync(path, 'The ferry stopped on Tuesday after a fire in its engine room.')
    await importFiles(collate, [path])
    await app.evaluate(({ dialog, shell }) => {
      const asked: unknown[] = []
      Object.assign(globalThis, { asked })
      Object.assign(dialog, {
        showMessageBox: async (_: unknown, { buttons, defaultId, cancelId, detail }: Electron.MessageBoxOptions) => {
          asked.push({ buttons, defaultId, cancelId, detail: detail?.split('\n')[0] })
          return { response: 1, checkboxChecked: false }
        },
      })
      shell.openPath = async (opened: string) => {
        asked.push(opened.split(/[\\/]/).at(-1))
        return 'No application knows this file.'
      }
    })
    const library = new LibraryPage(page)
    await library.choose('The ferry stopped')
    await library.details.getByRole('button', { name: 'Open a copy…' }).click()
    await expect(page.getByRole('alert').getByText(/_CON\.txt/)).toBeVisible()
    expect(await app.evaluate(() => (globalThis as unknown as { asked: unknown[] }).asked)).toEqual([
      { buttons: ['Cancel', 'Open'], defaultId: 0, cancelId: 0, detail: '_CON.txt' },
      '_CON.txt',
    ])
  })

  test('is exported over a file that was chosen, under its own name first, and nowhere when that is given up', async ({
    collate,
    folder,
  }) => {
    const { page, dialogs } = collate
    await openSample(page)
    const library = new LibraryPage(page)
    await library.choose(title)
    const button = library.details.getByRole('button', { name: 'Export…' })
    const shown = async () => (await dialogs.shown()).filter(({ kind }) => kind === 'save')
    await button.click()
    await expect.poll(shown).toHaveLength(1)
    expect((await shown())[0]?.defaultPath).toBe('sarn-courier-page-copy.txt')
    const path = join(folder, 'barges.html')
    for (const name of [path, `${path}.sha256`]) writeFileSync(name, 'an older file')
    await dialogs.saveAs(path)
    await expect(library.details.getByText(/^Written to/)).toHaveCount(0)
    await button.click()
    await expect(library.details.getByText('Written to barges.html')).toBeVisible()
    expect(readFileSync(path, 'utf8')).not.toBe('an older file')
    expect(readFileSync(`${path}.sha256`, 'utf8')).toMatch(/^[0-9a-f]{64} {2}barges\.html\n$/)
  })

  test('is exported with its hash beside it', async ({ collate, folder }) => {
    const { page, dialogs } = collate
    await openSample(page)
    const library = new LibraryPage(page)
    await library.choose(title)
    const path = join(folder, 'barges.html')
    await dialogs.saveAs(path)
    await library.details.getByRole('button', { name: 'Export…' }).click()
    await expect(library.details.getByText('Written to barges.html')).toBeVisible()
    const hash = createHash('sha256').update(readFileSync(path)).digest('hex')
    expect(readFileSync(`${path}.sha256`, 'utf8')).toBe(`${hash}  barges.html\n`)
  })

  test('read again shows what differs, and takes only what is wanted', async ({ collate }) => {
    const { page } = collate
    await openSample(page)
    const library = new LibraryPage(page)
    await library.choose(title)
    const compare = page.getByRole('dialog', { name: 'Read the original again' })
    await library.details.getByRole('button', { name: 'Read again…' }).click()
    await expect(compare).toContainText('the same text and the same details')
    await page.keyboard.press('Escape')
    const { rows } = await ask(page, 'article.list', {
      filter: { query: 'Barges' },
      sort: { by: 'title', descending: false },
      offset: 0,
      limit: 1,
    })
    const id = rows[0]?.id ?? 0
    const { blocks } = await ask(page, 'article.text', { id })
    const block = blocks.find((one) => one.label === '2')
    const wording = block?.text ?? ''
    await ask(page, 'block.correct', { id: block?.id ?? 0, text: `${wording} And so it was.` })
    for (const theme of ['light', 'dark'] as const) {
      await setTheme(page, theme)
      await resize(collate, theme === 'dark' ? sizes.small : sizes.usual)
      if (!(await library.details.isVisible())) await page.keyboard.press('ControlOrMeta+Shift+I')
      await library.details.getByRole('button', { name: 'Read again…' }).click()
      await expect(compare.locator('del mark')).toHaveText(/And so it was\.$/)
      await isAccessible(page)
      if (theme === 'light') await page.keyboard.press('Escape')
    }
    const take = compare.getByRole('button', { name: 'Take what is ticked' })
    await compare.getByRole('checkbox', { name: 'Take the new text' }).uncheck()
    await expect(take).toBeDisabled()
    await compare.getByRole('checkbox', { name: 'Take the new text' }).check()
    await take.press('Enter')
    await expect(compare).toHaveCount(0)
    const texts = async () => (await ask(page, 'article.text', { id })).blocks.map((one) => one.text)
    expect(await texts()).toContain(wording)
    await page.keyboard.press('ControlOrMeta+Z')
    await expect.poll(texts).toContain(`${wording} And so it was.`)
  })
})

/** Answers the system's dialogs by going on, not before the app is ending. @returns how often one was shown */
async function answerWhileQuitting({ app }: Collate, path: string): Promise<() => Promise<number>> {
  await app.evaluate(({ app: main, dialog, shell }, filePath) => {
    const state = { shown: 0 }
    Object.assign(globalThis, { quitting: state })
    const goOn = <T>(answer: T): Promise<T> => {
      state.shown += 1
      return new Promise((resolve) => main.once('will-quit', () => resolve(answer)))
    }
    Object.assign(dialog, {
      showMessageBox: () => goOn({ response: 1, checkboxChecked: false }),
      showSaveDialog: () => goOn({ canceled: false, filePath }),
    })
    shell.openPath = async () => ''
  }, path)
  return () => app.evaluate(() => (globalThis as unknown as { quitting: { shown: number } }).quitting.shown)
}

test.describe('while the app ends', () => {
  test('no copy for another program is left behind', async ({ start, folder }) => {
    const temporary = join(folder, 'temporary')
    mkdirSync(temporary)
    const collate = await start({ env: { TMPDIR: temporary } })
    await openSample(collate.page)
    const shown = await answerWhileQuitting(collate, '')
    const library = new LibraryPage(collate.page)
    await library.choose(title)
    await library.details.getByRole('button', { name: 'Open a copy…' }).click()
    await expect.poll(shown).toBe(1)
    await collate.quit()
    expect(readdirSync(temporary).filter((name) => name.startsWith('collate-opened-'))).toEqual([])
  })

  test('an original is exported with its hash, or not at all', async ({ collate, folder }) => {
    await openSample(collate.page)
    const place = join(folder, 'exported')
    mkdirSync(place)
    const shown = await answerWhileQuitting(collate, join(place, 'barges.html'))
    const library = new LibraryPage(collate.page)
    await library.choose(title)
    await library.details.getByRole('button', { name: 'Export…' }).click()
    await expect.poll(shown).toBe(1)
    await collate.quit()
    expect([[], ['barges.html', 'barges.html.sha256']]).toContainEqual(readdirSync(place).sort())
  })
})
