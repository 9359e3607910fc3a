import { TimelinePage } from './pages/timeline'
import { zoomed } from './support/accessible'
import { isOpen, newLibrary, openLibrary, openSample, press, resize, sizes } from './support/actions'
import { expect, test } from './support/app'
import { ask } from './support/ask'

test('a workspace that is gone to has the keyboard at once, and keeps it where it was in hand', async ({ page }) => {
  await openSample(page)
  await ask(page, 'tag.create', { name: 'Harbour' })
  await press(page, 'Control+4')
  await expect(new TimelinePage(page).card).toBeFocused()
  await press(page, 'Control+1')
  await expect(page.getByRole('grid', { name: 'Articles' })).toBeFocused()
  await press(page, 'ArrowDown')
  await press(page, 'Enter')
  await press(page, 'Control+3')
  await expect(page.getByRole('tree', { name: 'Tag tree' }).getByRole('treeitem').first()).toBeFocused()
  await press(page, 'Control+2')
  await expect(page.locator('[data-pane-text]')).toBeFocused()
  await press(page, 'Control+5')
  await press(page, 'Control+n')
  await expect(page.getByRole('complementary', { name: 'Briefings' })).toBeVisible()
  await press(page, 'Control+1')
  await press(page, 'Control+5')
  await expect(page.getByRole('complementary', { name: 'Briefings' }).locator('[aria-current=true]')).toBeFocused()
})

test('the sheet of keys is scrolled by keyboard, in a small window and zoomed', async ({ collate }) => {
  const { page } = collate
  await openSample(page)
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  const scrolled = () => sheet.getByRole('region', { name: 'Keyboard shortcuts' }).evaluate((part) => part.scrollTop)
  const last = sheet.locator('dl > div').last()
  for (const size of [sizes.small, zoomed]) {
    await resize(collate, size)
    await press(page, '?')
    await expect(sheet).toBeVisible()
    await press(page, 'PageDown')
    await expect.poll(scrolled).toBeGreaterThan(0)
    await press(page, 'End')
    await expect(last).toBeInViewport()
    await press(page, 'Home')
    await expect.poll(scrolled).toBe(0)
    await press(page, 'ArrowDown')
    await expect.poll(scrolled).toBeGreaterThan(0)
    await press(page, 'Escape')
    await expect(sheet).toHaveCount(0)
  }
})

test('how the table of events is narrowed is for one library alone', async ({ collate, folder }) => {
  const { page } = collate
  const timeline = new TimelinePage(page)
  const path = await newLibrary(collate, folder, 'One.collate')
  await press(page, 'Control+4')
  await timeline.make([{ title: 'Keel laid', date: '1 May 2030' }])
  await newLibrary(collate, folder, 'Two.collate')
  await press(page, 'Control+4')
  await timeline.make([{ title: 'Refit', date: '9 December 2030' }])
  const filter = page.getByRole('searchbox', { name: 'Filter events' })
  await filter.fill('nothing such')
  await expect(timeline.event('Refit')).toHaveCount(0)
  await openLibrary(collate, path)
  await isOpen(page)
  await expect(timeline.event('Keel laid')).toBeVisible()
  await expect(filter).toHaveValue('')
})
