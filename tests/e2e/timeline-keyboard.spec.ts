import { TimelinePage } from './pages/timeline'
import { importTexts, newLibrary, openSample, press } from './support/actions'
import { expect, test } from './support/app'

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
