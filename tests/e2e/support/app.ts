import type { ChildProcess } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page } from '@playwright/test'
import type {} from '../../../src-renderer/data/window'
import { answerDialogs, type Dialogs } from './dialogs'
import { networkActivity } from './net-log'

export const projectFolder = resolve(import.meta.dirname, '../../..')

/** A started app with its first window. */
export type Collate = {
  app: ElectronApplication
  page: Page
  dialogs: Dialogs
  /** Errors that a page threw or logged, and requests of a page that are not the app's own. Empty at the end of a test. */
  problems: string[]
  /** What Chromium's network service did, read once the app has ended. Empty at the end of a test. */
  network: () => string[]
  /** Waits until the app has ended as it does for a user. */
  quit: () => Promise<void>
}

export type StartOptions = {
  /** Further arguments, such as the path of a library. */
  args?: string[]
  env?: Record<string, string>
}

type Fixtures = {
  /** A folder of this test alone, for libraries and files; the app's own data is in its `data`. */
  folder: string
  /** Starts the app on the test's data, after `quit` once more. Everything started is checked at the end. */
  start: (options?: StartOptions) => Promise<Collate>
  /** The app, started. */
  collate: Collate
  page: Page
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'collate-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  start: async ({ folder }, use) => {
    const started: Collate[] = []
    await use(async (options) => {
      const collate = await startCollate(folder, options)
      started.push(collate)
      return collate
    })
    for (const { quit } of started) await quit()
    for (const { problems, network } of started) {
      expect(problems, 'errors and foreign requests of pages').toEqual([])
      expect(network(), 'what the network service did').toEqual([])
    }
    expect(readLog(folder), 'bugs in the log').not.toMatch(/incident|error in main/)
  },
  collate: async ({ start }, use) => use(await start()),
  page: async ({ collate }, use) => use(collate.page),
})

export { expect }

/** The app's own log. */
export function readLog(folder: string): string {
  const file = join(folder, 'data/logs/collate.log')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Starts the built app on `folder` and waits for its window. */
export async function startCollate(folder: string, { args = [], env = {} }: StartOptions = {}): Promise<Collate> {
  const netLog = join(folder, `net-${Date.now()}.json`)
  const { ELECTRON_RENDERER_URL: _, ...inherited } = process.env
  const app = await _electron.launch({
    cwd: projectFolder,
    args: ['.', `--user-data-dir=${join(folder, 'data')}`, `--log-net-log=${netLog}`, ...args],
    // The invented articles are from a spring to come.
    env: { ...(inherited as Record<string, string>), COLLATE_TODAY: '2031-06-01', ...env },
  })
  // Playwright forgets the process of an app that has ended.
  const child = app.process()
  const said: string[] = []
  child.stderr?.on('data', (text: Buffer) => said.push(text.toString()))
  const problems: string[] = []
  app.on('window', (window) => watch(window, problems))
  for (const window of app.windows()) watch(window, problems)
  const [dialogs, page] = await firstScreen(app).catch((error: unknown) => {
    console.error('What the app itself wrote down:', readLog(folder) || 'nothing', 'and its pages:', problems)
    console.error('What it said last:', said.join('').slice(-4000))
    child.kill('SIGKILL')
    throw error
  })
  return { app, page, dialogs, problems, network: () => networkActivity(netLog), quit: () => end(app, child) }
}

async function firstScreen(app: ElectronApplication): Promise<[Dialogs, Page]> {
  const dialogs = await answerDialogs(app)
  const page = await app.firstWindow()
  // By the clock: a window that is not shown yet may have no frames to look at.
  await page
    .waitForFunction(() => document.querySelector('#root')?.childElementCount, null, { polling: 50 })
    .catch(async (error: unknown) => {
      console.error('The window has no screen:', await within(2000, windowsOf(app)), 'seen by the test at', page.url())
      throw error
    })
  return [dialogs, page]
}

/** What main knows of the app's windows: their addresses, whether they are loaded and shown. */
const windowsOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      url: window.webContents.getURL(),
      isLoading: window.webContents.isLoading(),
      isCrashed: window.webContents.isCrashed(),
      isVisible: window.isVisible(),
      // 'null' for a page of errors.
      origin: window.webContents.mainFrame.origin,
    })),
  )

const within = <T>(ms: number, answer: Promise<T>): Promise<T | string> =>
  Promise.race([answer, new Promise<string>((resolve) => setTimeout(resolve, ms, `no answer in ${ms} ms`))])

function watch(window: Page, problems: string[]): void {
  window.on('pageerror', (error) => problems.push(`${error.name}: ${error.message}`))
  window.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`)
  })
  window.on('request', (request) => {
    if (!/^(app|data|blob):/.test(request.url())) problems.push(`request: ${request.url()}`)
  })
}

/** Quits as the menu does. An app that was killed has ended already. */
async function end(app: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((done) => child.once('exit', done))
  await app.evaluate(({ app: main }) => main.quit()).catch(() => undefined)
  await ended
}
