import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type Page } from '@playwright/test'
import { TimelinePage } from './pages/timeline'
import { isAccessible, zoomed } from './support/accessible'
import { openSample, press, resize, sizes } from './support/actions'
import { expect, projectFolder, test } from './support/app'
import { ask } from './support/ask'
import { isReachable } from './support/reachable'

/** Runs a command by its name, from the palette. */
async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+K')
  await page.keyboard.type(name)
  await expect(page.getByRole('option', { name }).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
}

const chronology = [
  'When,What,Place',
  '3/4/2031,Gates close at dusk,Sarn',
  'about 1979,The treaty is signed,',
  '32 May 2031,Nothing,',
  '2031-03-14,,Sarn',
].join('\n')

test('a newsroom’s table comes in row by row, by keyboard, and goes back by undo', async ({ collate, folder }) => {
  const { page, dialogs } = collate
  await openSample(page)
  const timeline = new TimelinePage(page)
  await timeline.open()
  const path = join(folder, 'chronology.csv')
  writeFileSync(path, chronology)
  await dialogs.choose(path)
  await runCommand(page, 'Add events from a table')
  const sheet = page.getByRole('dialog', { name: 'Add events from chronology.csv' })
  await expect(sheet.getByText('1 event comes in · 3 rows do not come in')).toBeVisible()
  await expect(sheet.getByRole('row', { name: /32 May/ })).toContainText('date not understood: “32 May 2031”')
  await expect(sheet.getByRole('combobox', { name: 'Column “When” holds' })).toHaveValue('date')
  await isAccessible(page)
  await isReachable(page, 'a table of events')
  await resize(collate, zoomed)
  await isReachable(page, 'a table of events in a low window')
  await resize(collate, sizes.usual)

  await sheet.getByRole('button', { name: 'Day first' }).focus()
  await page.keyboard.press('Enter')
  await expect(sheet.getByText('2 events come in · 2 rows do not come in')).toBeVisible()
  await expect(sheet.getByRole('row', { name: /Gates close/ })).toContainText('3 April 2031')
  const place = sheet.getByRole('combobox', { name: 'Column “Place” holds' })
  await expect(place).toHaveValue('place')
  await place.focus()
  await place.selectOption('description')
  await expect(place).toHaveValue('description')

  const left = join(folder, 'left.csv')
  await dialogs.saveAs(left)
  await sheet.getByRole('button', { name: 'Save the rows that do not come in…' }).press('Enter')
  await expect.poll(() => read(left)).toContain('date not understood')
  await sheet.getByRole('button', { name: 'Add 2 events' }).press('Enter')
  await expect(sheet).toHaveCount(0)
  await expect(timeline.event('Gates close at dusk')).toContainText('2031-04-03')
  await expect(timeline.event('The treaty is signed')).toContainText('1979~')
  await press(page, 'ControlOrMeta+z')
  await expect(timeline.event('Gates close at dusk')).toHaveCount(0)
})

test('a timeline of the sample is written, says what is lost, and the real TimelineJS draws it', async ({
  collate,
  folder,
}) => {
  const { page, dialogs } = collate
  await openSample(page)
  const timeline = new TimelinePage(page)
  await timeline.open()
  for (let i = 0; i < 5; i += 1) await timeline.accept()
  const path = join(folder, 'timeline.json')
  await dialogs.saveAs(path)
  await page.getByRole('button', { name: 'Export and import' }).press('Enter')
  await page.getByRole('menuitem', { name: 'TimelineJS (JSON)…' }).press('Enter')
  const losses = page.getByRole('dialog', { name: 'Written, with less than the timeline says' })
  await expect(losses).toContainText(/The evidence of \d+ events became text/)
  await isAccessible(page)
  await page.keyboard.press('Escape')
  await expect(losses).toHaveCount(0)
  const events = await ask(page, 'event.list', {})
  await isDrawnByTimelineJs(
    folder,
    path,
    events.filter((event) => event.edtf !== null).map((event) => event.title),
  )
})

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Opens the file in TimelineJS itself, in a page without network, and expects a marker for each title. */
async function isDrawnByTimelineJs(folder: string, path: string, titles: readonly string[]): Promise<void> {
  const shown = join(folder, 'timelinejs')
  const library = join(projectFolder, 'node_modules/@knight-lab/timelinejs/dist')
  mkdirSync(shown)
  writeFileSync(join(shown, 'package.json'), '{"name":"shown","version":"1.0.0","main":"main.cjs"}')
  writeFileSync(
    join(shown, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
     app.whenReady().then(() => new BrowserWindow({ width: 1200, height: 800 }).loadFile('index.html'))`,
  )
  writeFileSync(
    join(shown, 'index.html'),
    `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="connect-src 'none'">
     <link rel="stylesheet" href="${library}/css/timeline.css"><script src="${library}/js/timeline.js"></script>
     <div id="timeline" style="width:1100px;height:700px"></div>
     <script>new TL.Timeline('timeline', ${read(path).replaceAll('</', '<\\/')}, { font: null })</script>`,
  )
  const app = await _electron.launch({ args: [shown, '--no-sandbox', `--user-data-dir=${join(folder, 'shown-data')}`] })
  try {
    const page = await app.firstWindow()
    await expect(page.locator('.tl-timemarker')).toHaveCount(titles.length)
    const headlines = await page.locator('.tl-timemarker .tl-headline').allTextContents()
    expect(headlines.map((text) => text.trim()).sort()).toEqual([...titles].sort())
    await expect(page.locator('.tl-message-full')).toHaveCount(0)
  } finally {
    await app.close()
  }
}
