import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { TimelinePage } from './pages/timeline'
import { importTexts, newLibrary, openSample, press } from './support/actions'
import { expect, test } from './support/app'
import { ask } from './support/ask'

test('the keyboard stays with the suggestions while they are decided', async ({ page }) => {
  await openSample(page)
  const timeline = new TimelinePage(page)
  await timeline.open()
  await press(page, 'j')
  await expect(timeline.card).toBeFocused()
  await press(page, 'd')
  await page.keyboard.type('15 May 2031')
  const waiting = await timeline.waiting()
  await press(page, 'Enter')
  await expect.poll(() => timeline.waiting()).toBeLessThan(waiting)
  await expect(timeline.card).toBeFocused()
  await timeline.dismiss()
  await expect(timeline.card).toBeFocused()
  // From elsewhere, the region is gone to where letters decide.
  await press(page, 'g')
  await press(page, 'j')
  await expect(page.getByRole('listbox', { name: 'Events in time' })).toBeFocused()
  await press(page, 'Shift+F6')
  await press(page, 'Shift+F6')
  await expect(timeline.card).toBeFocused()
})

test('suggestions are decided as fast as keys are pressed, each once', async ({ page }) => {
  await openSample(page)
  const timeline = new TimelinePage(page)
  await timeline.open()
  await press(page, 'j')
  await expect(timeline.card).toBeFocused()
  const listed = await ask(page, 'suggestion.list', {})
  const before = (await ask(page, 'event.list', {})).length
  for (const key of ['a', 'a', 'x', 'a']) await page.keyboard.press(key)
  await expect(timeline.card).toContainText(listed[5]?.items[0]?.sentence.text ?? '')
  await expect(timeline.card).toBeFocused()
  const sentences = async (): Promise<string[]> =>
    (await ask(page, 'suggestion.list', {})).map(({ items: [first] }) => first?.sentence.text ?? '')
  const decided = listed.slice(1, 5).map(({ items: [first] }) => first?.sentence.text ?? '')
  await expect.poll(async () => (await sentences()).filter((sentence) => decided.includes(sentence))).toEqual([])
  expect((await ask(page, 'event.list', {})).length).toBeLessThanOrEqual(before + 3)
  await expect(page.locator('.notice')).toHaveCount(0)
})

test('a suggestion that could not be accepted comes back into hand, as it was changed', async ({ page }) => {
  await openSample(page)
  const timeline = new TimelinePage(page)
  await timeline.open()
  await press(page, 'j')
  const sentence = await timeline.card.locator('.sentence').first().textContent()
  const title = timeline.card.getByRole('textbox', { name: 'Title of the event' })
  await title.fill('x'.repeat(5000))
  const waiting = await timeline.waiting()
  await title.press('Enter')
  await expect(page.locator('.notice')).toHaveCount(1)
  await expect(timeline.card).toContainText(sentence ?? '')
  await expect(title).toHaveValue(/^x{5000}$/)
  await expect(timeline.card).toBeFocused()
  expect(await timeline.waiting()).toBe(waiting)
})

test('what is written about a suggestion is kept while others are looked at, and other screens', async ({ page }) => {
  await openSample(page)
  const timeline = new TimelinePage(page)
  await timeline.open()
  await press(page, 'j')
  const title = timeline.card.getByRole('textbox', { name: 'Title of the event' })
  const sentence = timeline.card.locator('.sentence').first()
  const written = (await sentence.textContent()) ?? ''
  await title.fill('The first of two titles')
  await title.press('Escape')
  await press(page, 'j')
  await expect(sentence).not.toHaveText(written)
  await title.fill('The second of two titles')
  await title.press('Escape')
  await press(page, 'k')
  await expect(sentence).toHaveText(written)
  await expect(title).toHaveValue('The first of two titles')
  await press(page, 'Control+1')
  await timeline.open()
  await expect(sentence).toHaveText(written)
  await expect(title).toHaveValue('The first of two titles')
})

test('a publication date set for a suggestion leaves the keyboard with it', async ({ start, folder }) => {
  const collate = await start()
  const { page } = collate
  await newLibrary(collate, folder)
  await importTexts(collate, folder, { 'a.txt': 'Ferry stopped\n\nThe ferry was stopped on Tuesday, the port said.\n' })
  const timeline = new TimelinePage(page)
  await timeline.open()
  await press(page, 'p')
  await page.keyboard.type('8 May 2024')
  await press(page, 'Enter')
  await expect(timeline.card).toContainText('2024-05-07')
  await expect(timeline.card).toBeFocused()
})

test('a new tag that was typed for several events counts as they are changed, and not before', async ({
  start,
  folder,
}) => {
  const collate = await start()
  const { page } = collate
  await newLibrary(collate, folder)
  await page.keyboard.press('Control+4')
  const timeline = new TimelinePage(page)
  await timeline.make([
    { title: 'Keel laid', date: '1 May 2030' },
    { title: 'Refit', date: '9 December 2030' },
  ])
  await timeline.stand('Keel laid')
  await press(page, 'Control+a')
  await press(page, 'b')
  const sheet = page.getByRole('dialog', { name: 'Edit 2 events' })
  await page.keyboard.type('Harbour')
  await press(page, 'Tab')
  await press(page, 'Escape')
  await expect(sheet).toHaveCount(0)
  expect(await ask(page, 'tag.list', {})).toHaveLength(0)

  await press(page, 'b')
  await page.keyboard.type('Harbour')
  await press(page, 'Tab')
  await page.keyboard.type('Ardale')
  await press(page, 'Enter')
  await expect(sheet).toHaveCount(0)
  await expect(timeline.event('Keel laid')).toBeFocused()
  const changed = async () => (await ask(page, 'event.list', {})).map(({ place, tagIds }) => [place, tagIds.length])
  await expect.poll(changed).toEqual([
    ['Ardale', 1],
    ['Ardale', 1],
  ])
  // Tag and events are one step.
  await press(page, 'Control+z')
  await expect.poll(changed).toEqual([
    ['', 0],
    ['', 0],
  ])
  expect(await ask(page, 'tag.list', {})).toHaveLength(0)
  await press(page, 'Control+Shift+z')
  await expect.poll(changed).toEqual([
    ['Ardale', 1],
    ['Ardale', 1],
  ])

  await press(page, 'Escape')
  await press(page, 'Control+n')
  await page.keyboard.type('The ship')
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: 'Show all events' })).toBeFocused()
  await press(page, 'Enter')
  await expect(timeline.event('Keel laid')).toBeFocused()
})

test('Delete is meant for the event that shows as chosen, however fast it follows', async ({ start, folder }) => {
  const collate = await start()
  const { page } = collate
  await newLibrary(collate, folder)
  await page.keyboard.press('Control+4')
  const timeline = new TimelinePage(page)
  const titles = ['Keel laid', 'Launch', 'Refit', 'Collision', 'Last voyage', 'Scrapped']
  await timeline.make(titles.map((title, i) => ({ title, date: `${i + 1} May 2030` })))
  await timeline.stand('Launch')
  for (const key of ['Delete', 'Delete', 'ArrowDown', 'Delete']) await page.keyboard.press(key)
  await expect.poll(() => timeline.titles()).toEqual(['Keel laid', 'Collision', 'Scrapped'])
  await expect(timeline.event('Scrapped')).toBeFocused()
  await expect(page.locator('.notice')).toHaveCount(0)
})

test('a timeline without events says so in its drawing, and how it is filled', async ({ page }) => {
  await openSample(page)
  const timeline = new TimelinePage(page)
  await timeline.open()
  await press(page, 'Control+n')
  await page.keyboard.type('The crossing')
  await press(page, 'Enter')
  await expect(page.getByRole('listbox', { name: 'Events in time' }).getByRole('option').first()).toHaveText(
    /, Nothing in it yet$/,
  )
  await expect(page.getByText(/^Suggested dates that you accept come into it/)).toBeVisible()
  await press(page, 'a')
  await expect(page.getByRole('listbox', { name: 'Events in time' }).getByRole('option').first()).toHaveText(
    /, The crossing$/,
  )
})

test('lanes are chosen, and a timeline written as a note, with the keyboard alone', async ({ collate, folder }) => {
  const { page, dialogs } = collate
  await newLibrary(collate, folder)
  await press(page, 'Control+4')
  const timeline = new TimelinePage(page)
  await timeline.make([{ title: 'Keel laid', date: '1 May 2030', actors: ['The yard'] }])
  await press(page, 'Control+1')
  await press(page, 'Control+4')
  await expect(timeline.event('Keel laid')).toBeFocused()
  const lanes = page.getByRole('combobox', { name: 'Lanes' })
  await tabTo(page, lanes, 'Shift+Tab')
  await page.keyboard.type('By who')
  await expect(lanes).toHaveValue('actor')
  await expect(lanes).toBeFocused()
  await expect(page.getByRole('listbox', { name: 'Events in time' }).getByRole('option')).toHaveText(/The yard$/)

  const path = join(folder, 'note.md')
  await dialogs.saveAs(path)
  const menu = page.getByRole('button', { name: 'Export and import' })
  await tabTo(page, menu, 'Shift+Tab')
  await press(page, 'Enter')
  await page.keyboard.type('note')
  await expect(page.getByRole('menuitem', { name: 'Note (Markdown)…' })).toBeFocused()
  await press(page, 'Enter')
  await expect.poll(() => existsSync(path) && readFileSync(path, 'utf8')).toContain('Keel laid')
  await expect(menu).toBeFocused()
})

/** Goes on by a key until a control has the keyboard. */
async function tabTo(page: Page, control: Locator, key: 'Tab' | 'Shift+Tab'): Promise<void> {
  for (let i = 0; i < 60; i += 1) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await press(page, key)
  }
  await expect(control).toBeFocused()
}
