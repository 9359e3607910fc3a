import { TimelinePage } from './pages/timeline'
import { isAccessible, zoomed } from './support/accessible'
import { openSample, press, resize } from './support/actions'
import { expect, test } from './support/app'
import { ask } from './support/ask'
import { isReachable } from './support/reachable'

test.describe('the table of events', () => {
  test.beforeEach(async ({ page }) => {
    await openSample(page)
    await new TimelinePage(page).open()
  })

  test('is edited cell by cell with the keyboard', async ({ page }) => {
    const timeline = new TimelinePage(page)
    await page.keyboard.press('q')
    await expect(timeline.queue).toHaveCount(0)
    await timeline.make([
      { title: 'Dyke inspected', date: '2 March 2031', place: 'Hask', actors: ['Basin Commission'] },
      { title: 'Pumps tested', date: '4 March 2031' },
    ])
    await timeline.stand('Pumps tested')
    await timeline.goToCell(2)
    await press(page, 'F2')
    const date = timeline.cellField('Resolved')
    await date.fill('32 March 2031')
    await press(page, 'Enter')
    await expect(date).toHaveAttribute('aria-invalid', 'true')
    await date.fill('about 5 March 2031')
    await expect(page.getByText('Understood as 2031-03-05~, about 5 March 2031')).toBeVisible()
    await press(page, 'Tab')
    await expect(timeline.event('2031-03-05~')).toBeVisible()

    await timeline.cellField('Event').fill('Pumps fail')
    await press(page, 'Tab')
    await timeline.cellField('Where').fill('ha')
    await press(page, 'ArrowDown')
    await press(page, 'Enter')
    const row = timeline.event('Pumps fail')
    await expect(row.locator('[data-column="place"]')).toBeFocused()
    await expect(row.locator('[data-column="place"]')).toHaveText('Hask')

    await press(page, 'ArrowRight')
    await press(page, 'Enter')
    const who = timeline.cellField('Who')
    await who.fill('basin commission')
    await press(page, 'Enter')
    await who.fill('Marit Oster')
    await press(page, 'Enter')
    await press(page, 'Enter')
    await expect(row.locator('[data-column="actors"]')).toHaveText('Basin Commission, Marit Oster')
    await expect(row.locator('[data-column="actors"]')).toBeFocused()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(row.locator('[data-column="actors"]')).toHaveText('none')
    // Escape leaves things as they are.
    await press(page, 'F2')
    await timeline.cellField('Who').fill('Nobody')
    await press(page, 'Escape')
    await press(page, 'Escape')
    await expect(row.locator('[data-column="actors"]')).toHaveText('none')
  })

  test('changes several events in one step', async ({ page }) => {
    const timeline = new TimelinePage(page)
    await timeline.make([
      { title: 'Alpha', date: '1 May 2030', actors: ['The crew'] },
      { title: 'Bravo', date: '2 May 2030' },
      { title: 'Charlie', date: '3 May 2030' },
    ])
    await timeline.stand('Alpha')
    await press(page, 'Space')
    await press(page, 'ArrowDown')
    await press(page, 'ArrowDown')
    await press(page, 'Space')
    await expect(page.getByText('2 chosen')).toBeVisible()
    await timeline
      .event('Bravo')
      .locator('[data-column="state"]')
      .click({ modifiers: ['ControlOrMeta'] })
    await expect(page.getByText('3 chosen')).toBeVisible()
    await press(page, 'b')
    const form = page.getByRole('dialog', { name: 'Edit 3 events' })
    await form.getByRole('combobox', { name: 'Add tags' }).fill('Shipyard')
    await page.keyboard.press('Enter')
    await expect(form.getByRole('button', { name: 'Remove “Shipyard”' })).toBeVisible()
    await form.getByRole('combobox', { name: 'Where' }).fill('Hask')
    await form.getByRole('button', { name: 'Change 3 events' }).click()
    await expect(form).toHaveCount(0)
    const stored = async () => (await ask(page, 'event.rows', { since: null })).rows.map((row) => row.place)
    await expect.poll(stored).toEqual(['Hask', 'Hask', 'Hask'])
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(stored).toEqual(['', '', ''])
    await page.keyboard.press('ControlOrMeta+a')
    await press(page, 'Delete')
    await expect(page.getByRole('heading', { name: 'No events yet' })).toBeVisible()
    await page.keyboard.press('ControlOrMeta+z')
    await expect.poll(() => timeline.titles()).toEqual(['Alpha', 'Bravo', 'Charlie'])
  })

  test('is filtered, sorted by column, and reads a quotation in its article', async ({ page }) => {
    const timeline = new TimelinePage(page)
    await timeline.findSuggestion(/took control of the eastern gates/)
    await timeline.accept()
    await timeline.make([{ title: 'Zero hour' }, { title: 'A treaty', date: '1987' }])
    const first = async (): Promise<string | undefined> => (await timeline.titles())[0]
    await expect.poll(first).toBe('A treaty')
    await expect(timeline.events.getByRole('columnheader', { name: 'Resolved' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    )
    const byDate = timeline.events.getByRole('button', { name: 'Resolved (EDTF)' })
    await expect(byDate).toHaveAttribute('title', /earliest possible day, exact dates before vague ones/)
    await byDate.click()
    await byDate.click()
    await expect.poll(async () => (await timeline.titles()).slice(1)).toEqual(['A treaty', 'Zero hour'])
    await timeline.events.getByRole('button', { name: 'Event', exact: true }).click()
    await expect.poll(async () => (await timeline.titles()).at(-1)).toBe('Zero hour')

    await press(page, '/')
    await page.getByRole('searchbox', { name: 'Filter events' }).fill('gates osmeran')
    await expect(timeline.event('A treaty')).toHaveCount(0)
    await expect(page.getByText('1 of 3 events')).toBeVisible()
    await press(page, 'Enter')
    await expect(timeline.events.getByRole('row').nth(1)).toBeFocused()
    await page.getByRole('button', { name: 'Clear the words' }).click()
    await page.getByRole('button', { name: 'Filter', exact: true }).click()
    await page.getByRole('checkbox', { name: 'Only undated events' }).check()
    await page.keyboard.press('Escape')
    await expect.poll(() => timeline.titles()).toEqual(['Zero hour'])
    await page.getByRole('button', { name: 'Filter: 1 condition' }).click()
    await page.getByRole('button', { name: 'Clear these conditions' }).click()
    await page.getByRole('combobox', { name: 'State' }).selectOption('Corroborated')
    await page.keyboard.press('Escape')
    await expect.poll(async () => (await timeline.titles()).length).toBe(1)
    await timeline.events
      .getByRole('button', { name: /¶|Herald|Courier|Post/ })
      .first()
      .click()
    await expect(page.getByRole('button', { name: 'Read', exact: true })).toHaveAttribute('aria-current', 'page')
  })

  test('orders events within their day, and beside one another where no date is known', async ({ page }) => {
    const timeline = new TimelinePage(page)
    await timeline.make([
      { title: 'Alarm', date: '5 May 2030' },
      { title: 'Boats out', date: '5 May 2030' },
      { title: 'Rumour' },
      { title: 'Later', date: '6 May 2030' },
    ])
    await timeline.stand('Boats out')
    await press(page, 'Alt+ArrowUp')
    await expect.poll(() => timeline.titles()).toEqual(['Boats out', 'Alarm', 'Later', 'Rumour'])
    await expect(timeline.event('Boats out')).toBeFocused()
    await expect(timeline.inspector.getByText('1 of 2 of these days')).toBeVisible()

    await timeline.stand('Rumour')
    await timeline.inspector
      .getByRole('combobox', { name: 'Before, after or at the same moment' })
      .selectOption('before')
    await timeline.inspector.getByRole('combobox', { name: 'Another event' }).fill('later')
    await press(page, 'Enter')
    await expect.poll(() => timeline.titles()).toEqual(['Boats out', 'Alarm', 'Rumour', 'Later'])
    await timeline.inspector.getByRole('button', { name: 'Take back: “Later”' }).click()
    await expect.poll(() => timeline.titles()).toEqual(['Boats out', 'Alarm', 'Later', 'Rumour'])
  })
})

test('table and dialogs are free of barriers, and reached in a small window', async ({ collate }) => {
  test.setTimeout(120_000)
  const { page } = collate
  await openSample(page)
  const timeline = new TimelinePage(page)
  await timeline.open()
  await timeline.make([
    { title: 'Alarm', date: '5 May 2030', place: 'Hask', actors: ['The crew'] },
    { title: 'Boats out', date: '5 May 2030' },
  ])
  await timeline.stand('Alarm')
  await press(page, 'Space')
  await press(page, 'F2')
  await expect(timeline.cellField('Event')).toBeFocused()
  await isAccessible(page)
  await press(page, 'Escape')
  for (const [key, name] of [
    ['b', /^Edit/],
    ['l', /^Take into/],
    ['ControlOrMeta+n', /^New timeline/],
  ] as const) {
    await press(page, key)
    const dialog = page.getByRole('dialog', { name })
    await expect(dialog).toBeVisible()
    await isAccessible(page, '[role=dialog]')
    await press(page, 'Escape')
    await expect(dialog).toHaveCount(0)
  }
  await resize(collate, zoomed)
  // It would lie over the table there, and is asked for.
  await expect(timeline.inspector).toHaveCount(0)
  await isReachable(page, 'timeline at 200 %')
})
