import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { generatedText, seeded } from '../support/generated'
import { importFiles, isOpen, newLibrary } from './support/actions'
import { type Collate, expect, test } from './support/app'

/** What `addAll` has been told so far, and whether it is through. */
type Progress = { added: number[]; failures: string[]; finished: boolean }

const libraryService = 'Collate Library'
const extractionService = 'Collate Extraction'

/** Ends a process of the app as a crash does. @returns its id, or null where there is none */
const kill = (app: ElectronApplication, service: string): Promise<number | null> =>
  app.evaluate(({ app: main }, name) => {
    const pid = main.getAppMetrics().find((metric) => metric.name === name || metric.serviceName === name)?.pid
    if (pid === undefined) return null
    process.kill(pid, 'SIGKILL')
    return pid
  }, service)

/** Ends the main process as a crash does; the others find out by themselves. */
async function killApp({ app }: Collate): Promise<void> {
  const child = app.process()
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}

/** Files with invented texts, in a folder of their own name. */
function files(folder: string, count: number, seed: number): string[] {
  const random = seeded(seed)
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `article-${seed}-${String(index).padStart(3, '0')}.txt`)
    writeFileSync(path, `Report ${index} of series ${seed}\n\n${generatedText(random, 12)}\n`)
    return path
  })
}

/**
 * Imports files three at a time, again and again until all of them are in, whatever fails meanwhile. It goes on in the
 * page by itself; `progress` tells how far it is.
 */
async function addAll({ page, dialogs }: Collate, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const progress: Progress = { added: [], failures: [], finished: false }
    Object.assign(window, { progress })
  })
  void (async () => {
    for (let at = 0; at < paths.length; ) {
      await dialogs.choose(...paths.slice(at, at + 3))
      if (await page.evaluate(addStaged)) at += 3
    }
    await page.evaluate(() => Object.assign((window as unknown as { progress: Progress }).progress, { finished: true }))
  })().catch(() => undefined)
}

/** Runs in the page: chooses files, waits for their review and adds them. @returns whether that was acknowledged */
async function addStaged(): Promise<boolean> {
  const { progress } = window as unknown as { progress: Progress }
  const fail = (code: string): false => {
    progress.failures.push(code)
    return false
  }
  const staged = await window.collate.shell('shell.chooseFiles', {})
  if (!staged.ok) return fail(staged.error.code)
  if (!staged.value) return fail('nothing chosen')
  const { stageId } = staged.value
  for (;;) {
    const stage = await window.collate.call('import.review', { stageId })
    if (!stage.ok) return fail(stage.error.code)
    if (stage.value.state === 'done') {
      const chosen = stage.value.files.filter((f) => f.outcome.kind === 'ready').map(({ index }) => ({ index }))
      const answer = await window.collate.call('import.add', { stageId, files: chosen })
      if (!answer.ok) return fail(answer.error.code)
      progress.added.push(...answer.value.articleIds)
      return true
    }
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

const progressOf = (page: Page): Promise<Progress> =>
  page.evaluate(() => (window as unknown as { progress: Progress }).progress)

/** Asks for all articles. A call that the process takes with it fails; the next one waits for the new process. */
const articleIds = (page: Page): Promise<number[]> =>
  page.evaluate(async () => {
    const sort = { by: 'added', descending: false } as const
    for (;;) {
      const answer = await window.collate.call('article.ids', { filter: {}, sort })
      if (answer.ok) return answer.value
      if (answer.error.code !== 'library/process-died') throw new Error(answer.error.code)
    }
  })

/** Opens the file itself: whole, each original as its hash says, each article with its text. */
function expectSound(library: string, paths: readonly string[]): void {
  const database = new Database(library, { readonly: true })
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(database.pragma('foreign_key_check')).toEqual([])
  const originals = database.prepare('SELECT sha256, bytes FROM original').all() as { sha256: string; bytes: Buffer }[]
  const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
  for (const { sha256, bytes } of originals) expect(hash(bytes)).toBe(sha256)
  expect(originals.map((o) => o.sha256).sort()).toEqual(paths.map((path) => hash(readFileSync(path))).sort())
  const without = database
    .prepare('SELECT id FROM article WHERE NOT EXISTS (SELECT 1 FROM block WHERE article_id = article.id)')
    .all()
  expect(without).toEqual([])
  expect(database.prepare('SELECT count(*) FROM article').pluck().get()).toBe(paths.length)
  database.close()
}

test('loses nothing when the library process is killed twenty times during imports', async ({
  collate,
  page,
  folder,
}) => {
  test.slow()
  const { app } = collate
  const random = seeded(20)
  const library = await newLibrary(collate, folder)
  const series = files(folder, 150, 1)
  await addAll(collate, series)
  for (let kills = 0; kills < 20; kills += 1) {
    await page.waitForTimeout(50 + 500 * random())
    const before = await progressOf(page)
    expect(before.finished, 'the import still goes on').toBe(false)
    expect(await kill(app, libraryService)).not.toBeNull()
    expect(await articleIds(page)).toEqual(expect.arrayContaining(before.added))
  }
  await expect(page.getByRole('alert').getByText(/stopped and was started again/)).toBeVisible()
  await expect.poll(async () => (await progressOf(page)).finished, { timeout: 60_000 }).toBe(true)
  const { added, failures } = await progressOf(page)
  const expected = ['library/process-died', 'import/stage-not-found']
  expect([...new Set(failures)].filter((code) => !expected.includes(code))).toEqual([])
  expect(await articleIds(page)).toEqual(expect.arrayContaining(added))

  // A second import of everything adds what is missing, and nothing twice.
  await importFiles(collate, series)
  expect(await articleIds(page)).toHaveLength(series.length)
  await page.getByRole('button', { name: 'Dismiss' }).click()
  await expect(page.getByText(new RegExp(`^${series.length} articles,`))).toBeVisible()
  await page.keyboard.press('Control+4')
  await expect(page.locator('main')).toHaveAttribute('data-workspace', 'timeline')
  await collate.quit()
  expectSound(library, series)
})

test('opens the library after the whole app was killed five times during imports', async ({ start, folder }) => {
  test.slow()
  const random = seeded(5)
  const series = [10, 11, 12, 13, 14].map((seed) => files(folder, 90, seed))
  const acknowledged: number[] = []
  let library: string | null = null
  for (const round of series) {
    const collate = await start(library === null ? {} : { args: [library] })
    library ??= await newLibrary(collate, folder)
    await isOpen(collate.page)
    expect(await articleIds(collate.page)).toEqual(expect.arrayContaining(acknowledged))
    await addAll(collate, round)
    await expect.poll(async () => (await progressOf(collate.page)).added.length, { intervals: [20] }).toBeGreaterThan(0)
    await collate.page.waitForTimeout(200 * random())
    const { added, finished } = await progressOf(collate.page)
    expect(finished, 'the import still goes on').toBe(false)
    acknowledged.push(...added)
    await killApp(collate)
  }
  const last = await start({ args: [library ?? ''] })
  await isOpen(last.page)
  expect(await articleIds(last.page)).toEqual(expect.arrayContaining(acknowledged))
  await importFiles(last, series.flat())
  expect(await articleIds(last.page)).toHaveLength(series.flat().length)
  await last.quit()
  expectSound(library ?? '', series.flat())
})

test('stops a file that takes too long or too much memory, and goes on with the others', async ({
  collate,
  page,
  folder,
}) => {
  await newLibrary(collate, folder)
  const [before = '', after = ''] = files(folder, 2, 3)
  const slow = join(folder, 'b-slow.md')
  const large = join(folder, 'b-large.txt')
  writeFileSync(slow, '[a]('.repeat(120_000))
  writeFileSync(large, 'a\n\n'.repeat(8_000_000))
  await collate.dialogs.choose(before, slow, large, after)
  await page.keyboard.press('Control+I')
  const review = page.getByRole('dialog', { name: 'Review 4 files' })
  await expect(review.getByRole('row', { name: /b-slow/ })).toContainText(/longer than 10 seconds/, { timeout: 40_000 })
  await expect(review.getByRole('row', { name: /b-large/ })).toContainText(/more than 512 MB/, { timeout: 40_000 })
  await expect(review.getByText(/^Reading files/)).toHaveCount(0)
  await review.getByRole('button', { name: /^Add 2/ }).click()
  await expect(page.getByText(/^2 articles,/)).toBeVisible()
})

test('reads on when the extraction process dies, and names the file that it had in hand', async ({
  collate,
  page,
  folder,
}) => {
  await newLibrary(collate, folder)
  const slow = join(folder, 'a-slow.md')
  writeFileSync(slow, '[a]('.repeat(120_000))
  const [other = ''] = files(folder, 1, 4)
  await collate.dialogs.choose(slow, other)
  await page.keyboard.press('Control+I')
  const review = page.getByRole('dialog', { name: 'Review 2 files' })
  await expect(review.getByText(/^Reading files/)).toBeVisible()
  // A process that dies before it has the file in hand is not the file's fault: the file is tried again.
  await expect(async () => {
    await kill(collate.app, extractionService)
    await expect(review.getByRole('row', { name: /a-slow/ })).toContainText(/could not be read as MD/, {
      timeout: 2000,
    })
  }).toPass()
  await review.getByRole('button', { name: /^Add 1/ }).click()
  await expect(page.getByText(/^1 article,/)).toBeVisible()
})

test('says that a review ended with the library process, and begins another', async ({ collate, page, folder }) => {
  await newLibrary(collate, folder)
  const paths = files(folder, 2, 6)
  await collate.dialogs.choose(...paths)
  await page.keyboard.press('Control+I')
  const review = page.getByRole('dialog', { name: 'Review 2 files' })
  await expect(review.getByRole('button', { name: /^Add 2/ })).toBeEnabled()
  expect(await kill(collate.app, libraryService)).not.toBeNull()
  await expect(page.getByText(/stopped and was started again/)).toBeVisible()
  await expect(page.getByText('This import review has ended. Choose the files again.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Control+I')
  await review.getByRole('button', { name: /^Add 2/ }).click()
  await expect(page.getByText(/^2 articles,/)).toBeVisible()
})
