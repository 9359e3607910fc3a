import { LibraryPage } from './pages/library'
import { TimelinePage } from './pages/timeline'
import { isAccessible } from './support/accessible'
import { importTexts, newLibrary, openSample, press } from './support/actions'
import { expect, test } from './support/app'
import { ask } from './support/ask'

test.describe('timeline', () => {
  test.beforeEach(async ({ page }) => {
    await openSample(page)
    await new TimelinePage(page).open()
  })

  test('decides suggestions by keyboard, with another title and date where wanted', async ({ page }) => {
    const timeline = new TimelinePage(page)
    const waiting = await timeline.waiting()
    await page.keyboard.press('d')
    const date = timeline.card.getByRole('textbox', { name: 'Date of the event' })
    await expect(date).toBeFocused()
    await date.fill('no day')
    await expect(timeline.card.getByText(/^Not understood as a date/)).toBeVisible()
    await date.fill('about March 2031')
    await timeline.card.getByRole('textbox', { name: 'Title of the event' }).fill('The gates change hands')
    await date.press('Enter')
    await expect(timeline.event('The gates change hands')).toContainText('2031-03~')
    await expect.poll(() => timeline.waiting()).toBeLessThan(waiting)
    const left = await timeline.waiting()
    await page.getByRole('heading', { level: 1 }).click()
    await timeline.queue.getByRole('combobox', { name: 'Order of suggestions' }).selectOption('Surest first')
    await page.getByRole('heading', { level: 1 }).click()
    await timeline.dismiss()
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => timeline.waiting()).toBe(left)
  })

  test('moves through events, renames, deletes and undoes by keyboard', async ({ page }) => {
    const timeline = new TimelinePage(page)
    for (let i = 0; i < 3; i += 1) await timeline.accept()
    const rows = timeline.events.getByRole('row')
    const before = 4 // The head, and three events.
    await expect(rows).toHaveCount(before)
    await rows.nth(1).click()
    await page.keyboard.press('ArrowDown')
    await expect(rows.nth(2)).toBeFocused()
    await expect(rows.nth(2)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('F2')
    const title = timeline.cellField('Event')
    await expect(title).toBeFocused()
    await title.fill('Renamed by hand')
    await title.press('Enter')
    await expect(timeline.event('Renamed by hand')).toBeFocused()
    await timeline.event('Renamed by hand').click()
    await page.keyboard.press('Delete')
    await expect(rows).toHaveCount(before - 1)
    await expect(timeline.events.locator('tr[aria-selected=true]')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(timeline.event('Renamed by hand')).toBeVisible()
  })

  test('says which sources differ when one disputes, and why that is resolved', async ({ page }) => {
    const timeline = new TimelinePage(page)
    await timeline.findSuggestion(/took control of the eastern gates/)
    await timeline.accept()
    await expect(timeline.inspector.getByText('Conflicting')).toHaveCount(0)
    await timeline.inspector
      .getByRole('combobox', { name: /^Stance of/ })
      .first()
      .selectOption('disputes')
    await expect(timeline.inspector.getByText('Conflicting')).toBeVisible()
    await expect(timeline.inspector.getByText('A source disputes it', { exact: true })).toBeVisible()
    const says = timeline.inspector.getByRole('list', { name: 'What differs' }).getByRole('listitem')
    await expect(says).toHaveText([/^11 March 2031/, /^disputes it/])

    await timeline.inspector.getByRole('button', { name: 'Resolve…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Resolve the conflict' })
    await expect(dialog.getByRole('button', { name: 'Resolve' })).toBeDisabled()
    await dialog.getByRole('button', { name: 'Take the date 11 March 2031' }).click()
    await dialog.getByRole('textbox', { name: 'Why' }).fill('The council’s own minutes name the day.')
    await dialog.getByRole('button', { name: 'Resolve' }).click()
    await expect(timeline.inspector.getByText('Resolved', { exact: true })).toBeVisible()
    await expect(timeline.events.locator('tr[aria-selected=true]')).toBeFocused()
    await expect(timeline.inspector.getByText('The council’s own minutes name the day.')).toBeVisible()
    await expect(timeline.inspector.getByText('settled on 11 March 2031')).toBeVisible()
    await timeline.inspector.getByRole('button', { name: 'Take the resolution back' }).click()
    await expect(timeline.inspector.getByText('Conflicting')).toBeVisible()
    const evidence = timeline.inspector.getByRole('button', { name: /^Remove evidence of/ })
    const pieces = await evidence.count()
    await evidence.first().click()
    await expect(evidence).toHaveCount(pieces - 1)
    await expect(timeline.inspector.getByText('Conflicting')).toHaveCount(0)
  })
})

test('an event grows by hand: made, joined, merged, and read side by side', async ({ page }) => {
  await openSample(page)
  const timeline = new TimelinePage(page)
  await timeline.open()
  await page.keyboard.press('e')
  const form = page.getByRole('dialog', { name: 'New event' })
  await form.getByRole('textbox', { name: 'Title' }).fill('Osmera takes the lock')
  await form.getByRole('textbox', { name: 'Date' }).fill('11 March 2031')
  await page.keyboard.press('Enter')
  await expect(timeline.event('Osmera takes the lock')).toContainText('Unsourced')

  await timeline.findSuggestion(/took control of the eastern gates/)
  await page.keyboard.press('m')
  const choice = page.getByRole('dialog', { name: 'Add to an event' })
  await choice.getByRole('textbox', { name: 'Find an event' }).fill('takes the lock')
  await page.keyboard.press('Enter')
  await expect(timeline.event('Osmera takes the lock')).not.toContainText('Unsourced')
  await expect(timeline.inspector.getByRole('textbox', { name: 'Date' })).toHaveValue('2031-03-11')

  await timeline.accept()
  await expect(timeline.events.getByRole('row')).toHaveCount(3)
  await timeline.inspector.getByRole('button', { name: 'Merge into another event…' }).click()
  await page
    .getByRole('dialog', { name: 'Merge into another event' })
    .getByRole('button', { name: /Osmera takes/ })
    .click()
  await expect(timeline.events.getByRole('row')).toHaveCount(2)

  await timeline.event('Osmera takes the lock').click()
  await page.keyboard.press('Enter')
  await expect(
    page.getByRole('region', { name: 'Articles side by side' }).getByRole('region', { name: /^Pane/ }).first(),
  ).toBeVisible()
  await expect(page.getByRole('button', { name: 'Read', exact: true })).toHaveAttribute('aria-current', 'page')
})

test('a statement of another day joins an event, which then shows who disagrees', async ({ collate, folder }) => {
  const { page } = collate
  await newLibrary(collate, folder)
  await importTexts(collate, folder, {
    'gazette.txt':
      'Source: The Gazette\n\nWorkers closed the old swing bridge across the canal on 7 March 2031, the mayor said.',
    'post.txt':
      'Source: Sund Post\n\nThe fair was put off.\n\nThe swing bridge was shut on 8 March 2031, drivers said.',
  })
  const timeline = new TimelinePage(page)
  await timeline.open()
  await timeline.findSuggestion(/7 March 2031/)
  await timeline.accept()
  await timeline.findSuggestion(/8 March 2031/)
  await press(page, 'm')
  const choice = page.getByRole('dialog', { name: 'Add to an event' })
  await choice.getByRole('textbox', { name: 'Find an event' }).fill('swing bridge')
  await press(page, 'Enter')
  await expect(timeline.event(/swing bridge/)).toHaveCount(1)
  await expect(timeline.event(/swing bridge/)).toContainText('Conflicting')
  await expect(timeline.event(/swing bridge/)).toContainText('2031-03-07/2031-03-08')
  // Neither day of the interval is broken in two.
  const days = timeline.event(/swing bridge/).locator('.edtf span')
  await expect.poll(() => days.evaluateAll((all) => all.map((day) => day.getClientRects().length))).toEqual([1, 1])
  await expect(timeline.inspector).toContainText('The Gazette')
  await expect(timeline.inspector).toContainText('7 March 2031')
  await expect(timeline.inspector).toContainText('Sund Post')
  await expect(timeline.inspector).toContainText('8 March 2031')
})

test('a relative date leads to its article’s publication date', async ({ page }) => {
  await openSample(page)
  const timeline = new TimelinePage(page)
  const sort = { by: 'added', descending: false } as const
  const { rows } = await ask(page, 'article.list', { filter: { view: 'undated' }, sort, offset: 0, limit: 10 })
  const undated = rows[0]?.id ?? 0
  await timeline.open()
  // Unresolved ones come last.
  await timeline.queue.locator('.qlist').evaluate((list) => list.scrollTo(0, list.scrollHeight))
  await timeline.queue.getByText('needs a publication date').last().click()
  const open = async (): Promise<number> =>
    (await ask(page, 'suggestion.list', { articleIds: [undated] })).filter((suggestion) => suggestion.edtf === null)
      .length
  expect(await open()).toBeGreaterThan(0)
  await press(page, 'p')
  const field = timeline.card.getByRole('textbox', { name: /^Publication date of/ })
  await expect(field).toBeFocused()
  await field.fill('16 Marhc')
  await expect(timeline.card.getByText(/^Not understood/)).toBeVisible()
  await field.fill('16 March 2031')
  await field.press('Enter')
  await expect.poll(open).toBe(0)
})

test('keeps several timelines: by hand, by tag, in an order of reading, with their gaps', async ({ page }) => {
  await openSample(page)
  const timeline = new TimelinePage(page)
  await timeline.open()
  await timeline.make([
    { title: 'Keel laid', date: '1 May 2030' },
    { title: 'First launch', date: '3 May 2030' },
    { title: 'Refit', date: '9 December 2030' },
  ])
  // By hand, of what is chosen.
  await timeline.stand('Keel laid')
  await press(page, 'Shift+ArrowDown')
  await press(page, 'l')
  const take = page.getByRole('dialog', { name: 'Take into a timeline' })
  await expect(take.getByRole('button', { name: 'Create timeline' })).toBeDisabled()
  await take.getByRole('combobox').fill('The ship')
  await take.getByRole('button', { name: 'Create timeline' }).click()
  await expect(take).toHaveCount(0)
  await timeline.show('The ship')
  await expect.poll(() => timeline.titles()).toEqual(['Keel laid', 'First launch'])
  // One step made it: taking it back leaves neither an empty timeline nor loose events.
  await page.keyboard.press('ControlOrMeta+z')
  await expect.poll(async () => (await ask(page, 'timeline.list', {})).map(({ name }) => name)).toEqual([])
  await expect(page.getByRole('heading', { name: 'Timeline', level: 1 })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+z')
  await expect.poll(() => timeline.titles()).toEqual(['Keel laid', 'First launch'])
  await timeline.inspector.getByRole('checkbox', { name: 'The ship' }).click()
  await expect.poll(() => timeline.titles()).toEqual(['Keel laid'])
  await page.keyboard.press('ControlOrMeta+z')

  // In an order of reading.
  await page.getByRole('combobox', { name: 'Order of events' }).selectOption('For reading')
  await timeline.stand('First launch')
  await press(page, 'Alt+ArrowUp')
  await expect.poll(() => timeline.titles()).toEqual(['First launch', 'Keel laid'])
  await expect(timeline.event('First launch')).toBeFocused()

  // By tag: what carries it now and later.
  await page.keyboard.press('ControlOrMeta+n')
  const form = page.getByRole('dialog', { name: 'New timeline' })
  await form.getByRole('textbox', { name: 'Name' }).fill('the SHIP')
  await form.getByRole('button', { name: 'All', exact: true }).click()
  await form.getByRole('button', { name: 'Create timeline' }).click()
  await expect(form.getByRole('alert')).toContainText('Choose another name')
  await form.getByRole('textbox', { name: 'Name' }).fill('Everything')
  await form.getByRole('button', { name: 'Create timeline' }).click()
  await expect(page.getByRole('heading', { name: 'Everything', level: 1 })).toBeVisible()

  await page.getByRole('button', { name: '1 gap' }).click()
  await page.getByRole('menuitem', { name: 'Nothing between 3 May 2030 and 9 December 2030' }).click()
  await expect(timeline.event('Refit')).toBeFocused()

  await page.getByRole('button', { name: /^Timeline shown/ }).click()
  await page.getByRole('menuitem', { name: 'Delete the timeline' }).click()
  await expect(page.getByRole('heading', { name: 'Timeline', level: 1 })).toBeVisible()
  await expect(timeline.event('Refit')).toBeVisible()
})

test('shows the same timeline after a restart, and all events where it is gone', async ({ start, folder }) => {
  const first = await start()
  const path = await newLibrary(first, folder)
  await first.page.keyboard.press('Control+4')
  const made = new TimelinePage(first.page)
  await made.make([
    { title: 'Keel laid', date: '1 May 2030' },
    { title: 'Refit', date: '9 December 2030' },
  ])
  const { id } = await ask(first.page, 'timeline.create', { name: 'The ship' })
  await ask(first.page, 'timeline.choose', { id, add: [1], remove: [] })
  await made.show('The ship')
  await expect.poll(() => made.titles()).toEqual(['Keel laid'])
  await first.quit()

  const second = await start({ args: [path] })
  const kept = new TimelinePage(second.page)
  await expect(second.page.getByRole('heading', { name: 'The ship', level: 1 })).toBeVisible()
  await expect.poll(() => kept.titles()).toEqual(['Keel laid'])
  // What is made while it is shown belongs to it, in one step.
  await press(second.page, 'e')
  const form = second.page.getByRole('dialog', { name: 'New event' })
  await form.getByRole('textbox', { name: 'Title' }).fill('Ship sold')
  await press(second.page, 'Enter')
  await expect.poll(() => kept.titles()).toEqual(['Keel laid', 'Ship sold'])
  await expect(form).toHaveCount(0)
  await press(second.page, 'ControlOrMeta+z')
  await expect.poll(() => kept.titles()).toEqual(['Keel laid'])
  expect(await ask(second.page, 'event.list', {})).toHaveLength(2)
  // Deleted from elsewhere, as the command line or another window does it.
  await ask(second.page, 'timeline.delete', { id })
  await expect.poll(() => kept.titles()).toEqual(['Keel laid', 'Refit'])
  await second.quit()

  const third = await start({ args: [path] })
  await expect(third.page.getByRole('heading', { name: 'Timeline', level: 1 })).toBeVisible()
  await expect.poll(() => new TimelinePage(third.page).titles()).toEqual(['Keel laid', 'Refit'])
})

test('only what the articles in Read tell of is suggested where that is wanted', async ({ page }) => {
  await openSample(page)
  const library = new LibraryPage(page)
  await library.showsArticles(6)
  const timeline = new TimelinePage(page)
  await timeline.open()
  const all = await timeline.waiting()
  const ofOpen = timeline.queue.getByRole('button', { name: 'Open in Read' })
  await expect(ofOpen, 'nothing is open').toHaveCount(0)
  await page.keyboard.press('Control+1')
  await library.read('Barges Stranded')
  await timeline.open()
  await ofOpen.focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => timeline.waiting()).toBeLessThan(all)
  await expect(timeline.card).toContainText('Sarn Courier')
  await isAccessible(page)
  await timeline.accept()
  await timeline.queue.getByRole('button', { name: 'All articles' }).click()
  await expect.poll(() => timeline.waiting()).toBe(all - 1)
})
