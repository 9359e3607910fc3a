import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fires } from '../support/affairs'
import { LibraryPage } from './pages/library'
import { ReadPage } from './pages/read'
import { RelatedPage } from './pages/related'
import { isAccessible, zoomed } from './support/accessible'
import { importFiles, newLibrary, press, resize } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'

const outlets = [
  'Fjord Post',
  'Quay News',
  'Northern Star',
  'Kelmar Daily',
  'Lake Herald',
  'Town Courier',
  'Capital Times',
]

/** A library with three reports of each of two fires and one of something else. @returns their ids */
async function withFires(collate: Collate, folder: string): Promise<number[]> {
  await newLibrary(collate, folder)
  const paths = [...fires.orsund, ...fires.kelmar, fires.other].map((text, index) => {
    const path = join(folder, `report-${index}.txt`)
    writeFileSync(path, text.replaceAll('\n', '\n\n'))
    return path
  })
  const ids = await importFiles(collate, paths)
  for (const [index, id] of ids.entries()) {
    const edits = { outlet: outlets[index] ?? null, published: `2031-04-0${index + 1}`, language: 'en' }
    await ask(collate.page, 'article.set', { ids: [id], edits })
  }
  await new LibraryPage(collate.page).showsArticles(ids.length)
  return ids
}

test('articles of the same affair are proposed and read together, by mouse and by key', async ({ collate, folder }) => {
  const { page } = collate
  await withFires(collate, folder)
  const library = new LibraryPage(page)
  const related = new RelatedPage(page)
  const read = new ReadPage(page)
  await library.choose('Fjord Post')
  await expect(related.companions).toHaveText([/likely/, /likely/])
  expect((await related.companions.allTextContents()).map((text) => text.slice(0, 4)).sort()).toEqual(['Nort', 'Quay'])
  await isAccessible(page)
  await related.together.click()
  await expect.poll(async () => (await read.outlets()).toSorted()).toEqual(['Fjord Post', 'Northern Star', 'Quay News'])
  await press(page, 'ControlOrMeta+1')
  await library.choose('Lake Herald')
  await expect(related.companions).toHaveText([/Kelmar Daily|Town Courier/, /Kelmar Daily|Town Courier/])
  await library.table.focus()
  await press(page, 'Shift+Enter')
  await expect
    .poll(async () => (await read.outlets()).toSorted())
    .toEqual(['Kelmar Daily', 'Lake Herald', 'Town Courier'])
})

test('one companion opens beside its article, and says so where there is none', async ({ collate, folder }) => {
  const { page } = collate
  await withFires(collate, folder)
  const library = new LibraryPage(page)
  const related = new RelatedPage(page)
  await library.choose('Capital Times')
  await expect(library.details.getByText('No other article of this affair is found.')).toBeVisible()
  await expect(related.together).toHaveCount(0)
  await library.choose('Town Courier')
  await related.companions.filter({ hasText: 'Kelmar Daily' }).focus()
  await press(page, 'Enter')
  await expect.poll(() => new ReadPage(page).outlets()).toEqual(['Town Courier', 'Kelmar Daily'])
  await press(page, 'ControlOrMeta+1')
  await library.choose('Fjord Post')
  await related.companions.filter({ hasText: 'Quay News' }).click()
  await expect.poll(() => new ReadPage(page).outlets()).toEqual(['Fjord Post', 'Quay News'])
})

test('a pane that is added is offered the articles of the same affair first', async ({ collate, folder }) => {
  const { page } = collate
  await withFires(collate, folder)
  await new LibraryPage(page).choose('Lake Herald')
  await press(page, 'Enter')
  await expect.poll(() => new ReadPage(page).outlets()).toEqual(['Lake Herald'])
  await press(page, 'ControlOrMeta+Shift+A')
  const choices = page.getByRole('dialog', { name: 'Add a pane' }).getByRole('option')
  await expect(choices.filter({ hasText: 'Same affair' })).toHaveCount(2)
  await expect(choices.nth(0)).toContainText('Same affair')
  await expect(choices.nth(1)).toContainText('Same affair')
  await press(page, 'Enter')
  await expect.poll(async () => (await new ReadPage(page).outlets()).length).toBe(2)
  await page.getByRole('button', { name: 'Add pane' }).click()
  await expect(choices.nth(0)).toContainText('Same affair')
  await choices.nth(0).click()
  await expect.poll(async () => (await new ReadPage(page).outlets()).length).toBe(3)
})

test('named sources are shown in the text, renamed, dismissed and taken back', async ({ collate, folder }) => {
  const { page } = collate
  await newLibrary(collate, folder)
  const path = join(folder, 'harbour.txt')
  writeFileSync(
    path,
    'A pilot told Lagoon News that the harbour of Velda stays closed.\n\nAccording to the Maris Post, two tugs are damaged.',
  )
  await importFiles(collate, [path])
  const library = new LibraryPage(page)
  const related = new RelatedPage(page)
  await library.showsArticles(1)
  await library.choose(/A pilot told/)
  await expect(related.sources).toHaveText([/Lagoon News/, /Maris Post/])
  await related.rename('Maris Post', 'Post of Maris')
  await expect(related.source('Post of Maris')).toContainText('in the text: Maris Post')
  await related.source('Lagoon News').getByRole('button', { name: 'Lagoon News is not a source' }).click()
  await expect(related.source('Lagoon News')).toContainText('not a source')
  const takeBack = related.source('Lagoon News').getByRole('button', { name: 'Take back what was said of Lagoon News' })
  await expect(takeBack).toBeFocused()
  await isAccessible(page)
  await press(page, 'Enter')
  await expect(related.source('Lagoon News')).not.toContainText('not a source')
  await press(page, 'ControlOrMeta+Z')
  await expect(related.source('Lagoon News')).toContainText('not a source')
  await resize(collate, zoomed)
  await isAccessible(page)
  await resize(collate, { width: 1440, height: 900 })
  await related.source('Post of Maris').getByRole('button', { name: 'Post of Maris', exact: true }).click()
  await expect(new ReadPage(page).block(1, 'two tugs are damaged')).toBeInViewport()
})
