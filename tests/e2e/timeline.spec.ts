import { TimelinePage } from './pages/timeline'
import { openSample } from './support/actions'
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
    const title = timeline.inspector.getByRole('textbox', { name: 'Title' })
    await expect(title).toBeFocused()
    await title.fill('Renamed by hand')
    await title.press('Enter')
    await expect(timeline.event('Renamed by hand')).toBeVisible()
    await timeline.event('Renamed by hand').click()
    await page.keyboard.press('Delete')
    await expect(rows).toHaveCount(before - 1)
    await page.keyboard.press('ControlOrMeta+z')
    await expect(timeline.event('Renamed by hand')).toBeVisible()
  })

  test('says which sources differ when one disputes', async ({ page }) => {
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
  await expect(page.getByRole('region', { name: 'Articles side by side' }).getByRole('article').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Read', exact: true })).toHaveAttribute('aria-current', 'page')
})

test('a relative date waits for its article’s publication date', async ({ page }) => {
  await openSample(page)
  const timeline = new TimelinePage(page)
  const sort = { by: 'added', descending: false } as const
  const { rows } = await ask(page, 'article.list', { filter: { view: 'undated' }, sort, offset: 0, limit: 10 })
  const undated = rows[0]?.id ?? 0
  await timeline.open()
  // Unresolved ones come last.
  await timeline.queue.locator('.qlist').evaluate((list) => list.scrollTo(0, list.scrollHeight))
  await expect(timeline.queue.getByText('needs a publication date').last()).toBeVisible()
  const open = async (): Promise<number> =>
    (await ask(page, 'suggestion.list', { articleId: undated })).filter((suggestion) => suggestion.edtf === null).length
  expect(await open()).toBeGreaterThan(0)
  await ask(page, 'article.set', { ids: [undated], edits: { published: '16 March 2031' } })
  await expect.poll(open).toBe(0)
})
