import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { extractText } from 'unpdf'
import { DrawingPage } from './pages/drawing'
import { TimelinePage } from './pages/timeline'
import { isAccessible, zoomed } from './support/accessible'
import { newLibrary, openSample, press, resize, sizes } from './support/actions'
import { expect, test } from './support/app'
import { ask } from './support/ask'
import { isReachable } from './support/reachable'

async function addEvents(page: Page, events: readonly (readonly [title: string, date: string])[]): Promise<void> {
  for (const [title, date] of events) await ask(page, 'event.create', { title, date })
}

test('goes through events and levels by keyboard, in step with the table', async ({ collate, page, folder }) => {
  await newLibrary(collate, folder)
  await addEvents(page, [
    ['The water treaty', '1987'],
    ...Array.from({ length: 14 }, (_, i) => [`Report ${i + 1} of barges`, `${i + 1} March 2031`] as const),
  ])
  await page.keyboard.press('Control+4')
  const drawing = new DrawingPage(page)
  const timeline = new TimelinePage(page)
  // It begins where nearly all stands, and says what doesn't.
  await expect(drawing.region.getByText('1 earlier')).toBeVisible()
  await drawing.focus()
  await drawing.press('0')
  await expect(drawing.level('All')).toBeVisible()
  await drawing.press('Home')
  await drawing.isAt(/^The water treaty, 1987, No known outlet$/)
  await expect(timeline.event('The water treaty')).toHaveAttribute('aria-selected', 'true')
  // Two weeks have no room beside each other while decades are shown.
  await drawing.press('End')
  await drawing.isAt(/^14 events, 1–14 March 2031, No known outlet$/)
  await drawing.press('Enter')
  await expect(drawing.level('All')).toHaveCount(0)
  await drawing.isAt(/^Report 1 of barges, 1 March 2031/)
  await drawing.press('ArrowRight')
  await drawing.isAt(/^Report 2 of barges, 2 March 2031/)
  await expect(timeline.event('Report 2 of barges')).toHaveAttribute('aria-selected', 'true')
  await timeline.event('Report 5 of barges').click()
  await drawing.isAt(/^Report 5 of barges, 5 March 2031/)
  await drawing.focus()
  await drawing.press('0')
  await expect(drawing.level('All')).toBeVisible()
  await drawing.press('+')
  await expect(drawing.level('All')).toHaveCount(0)
  await drawing.press('-', '-')
  await expect(drawing.level('All')).toBeVisible()
})

test('shows who says when, in lanes, and opens what an event rests on', async ({ page }) => {
  await openSample(page)
  const timeline = new TimelinePage(page)
  const drawing = new DrawingPage(page)
  await timeline.open()
  await expect(drawing.marks.getByRole('option').first()).toHaveText(/^(Suggested|\d+ suggestions)/)
  await timeline.findSuggestion(/took control of the eastern gates/)
  await timeline.accept()
  const suggested = drawing.region.getByRole('button', { name: 'Suggested dates in the drawing' })
  await suggested.click()
  await expect(page.getByRole('combobox', { name: 'Lanes' })).toHaveValue('outlet')
  await drawing.look('Days')
  await drawing.focus()
  await drawing.press('Home')
  const lanes = drawing.marks.getByRole('option', { name: /11 March 2031/ })
  await expect.poll(() => lanes.count()).toBeGreaterThan(1)
  await expect(lanes.first()).toHaveAttribute('aria-selected', 'true')
  const first = await drawing.current()
  await drawing.press('ArrowDown')
  await expect.poll(() => drawing.current()).not.toBe(first)
  await drawing.press('End')
  await drawing.isAt(/^Published by .+ 2031$/)
  await drawing.press('Home', 'Enter')
  await expect(page.getByRole('region', { name: 'Articles side by side' })).toBeVisible()
})

test('says of an event that was dated by hand what its outlet says, and what the researcher does', async ({ page }) => {
  await openSample(page)
  const timeline = new TimelinePage(page)
  const drawing = new DrawingPage(page)
  await timeline.open()
  await timeline.findSuggestion(/took control of the eastern gates/)
  await timeline.accept()
  const dated = async () => (await ask(page, 'event.list', {}))[0]
  await expect.poll(async () => (await dated())?.edtf).toBe('2031-03-11')
  await ask(page, 'event.set', { id: (await dated())?.id ?? 0, date: '20 March 2031' })
  await drawing.region.getByRole('button', { name: 'Suggested dates in the drawing' }).click()
  await drawing.look('Days')
  await drawing.focus()
  await drawing.press('Home')
  await drawing.isAt(/, 11 March 2031 \(dated 20 March 2031 by you\), /)
})

test('answers the pointer: a card, a choice, a wheel, a drag', async ({ collate, page, folder }) => {
  await newLibrary(collate, folder)
  await addEvents(page, [['The lock is shut', '11 March 2031']])
  await page.keyboard.press('Control+4')
  const drawing = new DrawingPage(page)
  const timeline = new TimelinePage(page)
  await expect(drawing.level('All')).toBeVisible()
  const box = await drawing.marks.boundingBox()
  if (!box) throw new Error('the drawing has no place')
  // The one event stands in the middle of all time, in the first row.
  const gutter = box.width < 720 ? 120 : 144
  const place = { x: box.x + gutter + (box.width - gutter) / 2, y: box.y + 52 }
  await page.mouse.move(place.x, place.y)
  await expect(drawing.card).toContainText('The lock is shut')
  await expect(drawing.card).toContainText('11 March 2031')
  await page.mouse.click(place.x, place.y)
  await expect(timeline.event('The lock is shut')).toHaveAttribute('aria-selected', 'true')
  await page.mouse.wheel(0, -400)
  await expect(drawing.level('All')).toHaveCount(0)
  const shown = await drawing.overview.getAttribute('aria-valuetext')
  await page.mouse.move(place.x, place.y + 60)
  await page.mouse.down()
  await page.mouse.move(place.x - 160, place.y + 60, { steps: 4 })
  await page.mouse.up()
  await expect(drawing.overview).not.toHaveAttribute('aria-valuetext', shown ?? '')
})

test('moves by the overview, folds away, and grows by its edge', async ({ collate, page, folder }) => {
  await newLibrary(collate, folder)
  await addEvents(page, [
    ['First', '3 January 2030'],
    ['Second', '5 June 2031'],
  ])
  await page.keyboard.press('Control+4')
  const drawing = new DrawingPage(page)
  await drawing.look('Days')
  await drawing.overview.focus()
  await drawing.press('Home')
  await expect(drawing.overview).toHaveAttribute('aria-valuenow', '0')
  await expect(drawing.region.getByText('2 later')).toBeVisible()
  await drawing.press('End')
  await expect(drawing.region.getByText('2 earlier')).toBeVisible()
  const edge = drawing.region.getByRole('separator', { name: 'Height of the drawing' })
  const before = Number(await edge.getAttribute('aria-valuenow'))
  await edge.focus()
  await drawing.press('ArrowDown')
  await expect(edge).toHaveAttribute('aria-valuenow', String(before + 16))
  const fold = drawing.region.getByRole('button', { name: 'Drawing', exact: true })
  await fold.click()
  await expect(fold).toHaveAttribute('aria-expanded', 'false')
  await expect(drawing.marks).toHaveCount(0)
  await fold.click()
  await expect(drawing.marks).toBeVisible()
})

test('leaves the window as SVG, as PNG and on paper', async ({ collate, page, folder }) => {
  const { app, dialogs } = collate
  await newLibrary(collate, folder)
  await addEvents(page, [
    ['The <lock> & the ferry', '11 March 2031'],
    ['حدث على النهر', '13 March 2031'],
  ])
  await page.keyboard.press('Control+4')
  const drawing = new DrawingPage(page)
  await expect(drawing.level('All')).toBeVisible()
  const [svg, png] = [join(folder, 'River.svg'), join(folder, 'River.png')]
  await dialogs.saveAs(svg)
  await drawing.save('Save as SVG…')
  await expect.poll(() => existsSync(svg)).toBe(true)
  const written = readFileSync(svg, 'utf8')
  expect(written).toContain('>The &#60;lock&#62; &#38; the ferry<')
  expect(written).toContain('حدث على النهر')
  expect(written).toContain('<desc id="desc">2 events')
  expect(written).not.toMatch(/style=|href|<script/)
  await dialogs.saveAs(png)
  await drawing.save('Save as PNG…')
  await expect.poll(() => existsSync(png)).toBe(true)
  expect(readFileSync(png).subarray(1, 4).toString()).toBe('PNG')
  const width = await drawing.marks.evaluate((list) => list.clientWidth)
  expect(readFileSync(png).readUInt32BE(16)).toBe(width * 2)
  await app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (!contents) throw new Error('no window')
    contents.print = (_options, done) => {
      void contents.printToPDF({ preferCSSPageSize: true }).then((pdf) => {
        Object.assign(globalThis, { printed: pdf.toString('base64') })
        done?.(true, '')
      })
    }
  })
  await drawing.save('Print…')
  const printed = () => app.evaluate(() => (globalThis as unknown as { printed?: string }).printed ?? '')
  await expect.poll(printed).not.toBe('')
  const { text, totalPages } = await extractText(new Uint8Array(Buffer.from(await printed(), 'base64')))
  expect(totalPages).toBe(1)
  expect(text.join(' ')).toContain('the ferry')
  await expect(page.locator('.print-drawing')).toHaveCount(0)
})

test('has no barriers, in any size', async ({ collate, page }) => {
  await openSample(page)
  const timeline = new TimelinePage(page)
  await timeline.open()
  for (let i = 0; i < 3; i += 1) await timeline.accept()
  const drawing = new DrawingPage(page)
  await expect(drawing.marks).toBeVisible()
  await isAccessible(page, '.drawing')
  await drawing.region.getByRole('button', { name: 'What the marks mean' }).click()
  await isAccessible(page, '.lgd-pop')
  await page.keyboard.press('Escape')
  // With neither queue nor details the drawing is as wide as the window.
  await press(page, 'q')
  await page.getByRole('button', { name: 'Event details' }).click()
  for (const size of [sizes.usual, sizes.small, zoomed]) {
    await resize(collate, size)
    await isReachable(page, `the drawing at ${size.width}`)
  }
})
