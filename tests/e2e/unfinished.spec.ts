import type { Page } from '@playwright/test'
import { BriefingPage } from './pages/briefing'
import { LibraryPage } from './pages/library'
import { RelatedPage } from './pages/related'
import { TagsPage } from './pages/tags'
import { TimelinePage } from './pages/timeline'
import { importTexts, isOpen, newLibrary, openSample, press } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'

const stored = async (page: Page) => (await ask(page, 'event.list', {})).map(({ title, edtf }) => [title, edtf])

/** A library with one article, whose details are being edited. */
async function editing(collate: Collate, folder: string) {
  const path = await newLibrary(collate, folder)
  const [id = 0] = await importTexts(collate, folder, { 'port.txt': 'The port is shut.' })
  await ask(collate.page, 'article.set', { ids: [id], edits: { published: '2031-05-04' } })
  const library = new LibraryPage(collate.page)
  await library.choose('The port')
  await press(collate.page, 'F2')
  return { id, path, library }
}

test.describe('what is being typed, as another workspace is gone to by key', () => {
  test('is stored: title and date of an event', async ({ page }) => {
    await openSample(page)
    const timeline = new TimelinePage(page)
    await timeline.open()
    const before = await ask(page, 'event.list', {})
    await timeline.make([{ title: 'Closed', date: '2031-03-03' }])
    await timeline.stand('Closed')
    await timeline.inspector.getByRole('textbox', { name: 'Title' }).fill('Closed for good')
    await press(page, 'Control+1')
    await expect.poll(() => stored(page)).toContainEqual(['Closed for good', '2031-03-03'])
    await press(page, 'Control+4')
    await timeline.inspector.getByRole('textbox', { name: 'Date' }).fill('2031-03-04')
    await press(page, 'Control+1')
    await expect.poll(() => stored(page)).toContainEqual(['Closed for good', '2031-03-04'])
    expect(await ask(page, 'event.list', {})).toHaveLength(before.length + 1)
  })

  test('is stored: another name of a tag', async ({ page }) => {
    await openSample(page)
    const tags = new TagsPage(page)
    await tags.open()
    await tags.create('Quay')
    await tags.choose('Quay')
    await press(page, 'F2')
    await page.keyboard.type('Half a name')
    await press(page, 'Control+1')
    await expect.poll(async () => (await ask(page, 'tag.list', {})).map(({ name }) => name)).toContain('Half a name')
  })

  test('is stored: title of a briefing', async ({ page }) => {
    await openSample(page)
    const briefing = new BriefingPage(page)
    await briefing.open()
    await briefing.create()
    await briefing.editor.getByRole('textbox', { name: 'Title of the briefing' }).fill('Half a title')
    await press(page, 'Control+1')
    await expect
      .poll(async () => (await ask(page, 'briefing.list', {})).map(({ title }) => title))
      .toContain('Half a title')
  })

  test('is stored: details of an article, but for a date that says nothing yet', async ({ collate, folder }) => {
    const { page } = collate
    const { id, library } = await editing(collate, folder)
    await library.edit('Outlet', 'Harbour Gazette')
    await library.edit('Published', 'some day')
    await press(page, 'Control+2')
    const details = async () => (await ask(page, 'article.get', { id })).metadata
    await expect.poll(async () => (await details()).outlet.value).toBe('Harbour Gazette')
    expect((await details()).published.value).toBe('2031-05-04')
  })

  test('is stored: another name of a source', async ({ collate, folder }) => {
    const { page } = collate
    await newLibrary(collate, folder)
    const text = 'A pilot told Lagoon News that the harbour of Velda stays closed.'
    const [articleId = 0] = await importTexts(collate, folder, { 'harbour.txt': text })
    await new LibraryPage(page).choose('A pilot told')
    await new RelatedPage(page).source('Lagoon News').getByRole('button', { name: 'Rename Lagoon News' }).click()
    await page.getByRole('textbox', { name: /^Name of the source/ }).fill('News of the lagoon')
    await press(page, 'Control+2')
    await expect
      .poll(async () => (await ask(page, 'source.list', { articleId })).map(({ name }) => name))
      .toEqual(['News of the lagoon'])
  })
})

test('details of an article that were not saved are stored as the app quits', async ({ start, folder }) => {
  const first = await start()
  const { id, library, path } = await editing(first, folder)
  await library.edit('Outlet', 'Harbour Gazette')
  await first.quit()
  const { page } = await start({ args: [path] })
  await isOpen(page)
  expect((await ask(page, 'article.get', { id })).metadata.outlet.value).toBe('Harbour Gazette')
})
