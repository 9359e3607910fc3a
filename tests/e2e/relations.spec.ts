import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { borrower, editedWire, ownParagraphs, wire, wireParagraphs } from '../support/wire'
import { ImportPage } from './pages/import'
import { LibraryPage } from './pages/library'
import { PanesPage } from './pages/panes'
import { ReadPage } from './pages/read'
import { RelationsPage } from './pages/relations'
import { isAccessible, zoomed } from './support/accessible'
import { chooseFiles, importFiles, importTexts, newLibrary, resize } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'

const outlets = ['Harbour Gazette', 'Island Post', 'Quay Courier']

/** A library with a wire, its edited copy and an article that carries one paragraph of it; the wire's id first. */
async function withCopies(collate: Collate, folder: string): Promise<number[]> {
  await newLibrary(collate, folder)
  const paths = [wire, editedWire, borrower].map((text, index) => {
    const path = join(folder, `article-${index}.txt`)
    writeFileSync(path, text.replaceAll('\n', '\n\n'))
    return path
  })
  const ids = await importFiles(collate, paths)
  for (const [index, id] of ids.entries()) {
    await ask(collate.page, 'article.set', {
      ids: [id],
      edits: { outlet: outlets[index] ?? null, published: '2031-05-04' },
    })
  }
  return ids
}

test('a copy is named above the text that it is a copy of, and opens beside it', async ({ collate, folder }) => {
  const { page } = collate
  await withCopies(collate, folder)
  const library = new LibraryPage(page)
  await library.showsArticles(3)
  await library.choose(/^Coastguards|Harbour Gazette/)
  await page.keyboard.press('Enter')
  const read = new ReadPage(page)
  const relations = new RelationsPage(page)
  await expect(relations.line(1)).toHaveText(
    /^Carries nearly the same text as Island Post \(\d\d%\); shares passages with 1 more$/,
  )
  await expect(relations.inReading.getByRole('listitem')).toHaveText([/Island Post.*Near copy/, /Quay Courier.*Shared/])
  await relations.line(1).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => read.outlets()).toEqual(['Harbour Gazette', 'Island Post'])
  await expect(relations.line(2)).toHaveText(/Harbour Gazette/)
  await relations.inReading.getByRole('button', { name: /Quay Courier/ }).click()
  await expect.poll(() => read.outlets()).toEqual(['Harbour Gazette', 'Island Post', 'Quay Courier'])
  await expect(read.block(3, 'The vessel had been inspected')).toBeInViewport()
  await isAccessible(page)
  await resize(collate, zoomed)
  await isAccessible(page)
})

const diver = (i: number): string => `Diver ${i} came back. ${ownParagraphs[1]}`

/** The wire, with enough below it to scroll. */
const longWire = [...wireParagraphs, ...Array.from({ length: 20 }, (_, i) => diver(i))].join('\n\n')

for (const { where, scrolledTo, words } of [
  { where: 'at the beginning of the text', scrolledTo: 0, words: 'Coastguards searched' },
  { where: 'further down', scrolledTo: 260, words: 'Diver 1 came' },
]) {
  test(`a copy that comes while an article is read moves no line of it: ${where}`, async ({ collate, folder }) => {
    const { page } = collate
    await newLibrary(collate, folder)
    await importTexts(collate, folder, { 'wire.txt': longWire })
    const read = await new LibraryPage(page).read('Coastguards searched')
    const block = read.block(1, words)
    await read.scroll(1, scrolledTo)
    await read.drag(block, words)
    const before = await block.boundingBox()
    await importTexts(collate, folder, { 'copy.txt': editedWire.replaceAll('\n', '\n\n') })
    await expect(new RelationsPage(page).line(1)).toBeVisible()
    expect(await block.boundingBox()).toEqual(before)
  })
}

test('an article with copies begins at the line that was read, after every restart', async ({ start, folder }) => {
  const first = await start()
  const path = await newLibrary(first, folder)
  const [id = 0] = await importTexts(first, folder, {
    'wire.txt': longWire,
    'copy.txt': editedWire.replaceAll('\n', '\n\n'),
  })
  const read = await new LibraryPage(first.page).read('Coastguards searched')
  await expect(new RelationsPage(first.page).line(1)).toBeVisible()
  await read.scroll(1, 431)
  await expect.poll(async () => (await ask(first.page, 'article.text', { id })).position).toBeGreaterThan(0)
  const words = await new PanesPage(first.page).firstWords(1, 20)
  expect(words).not.toBe('')
  await first.quit()
  for (let restarts = 1; restarts <= 2; restarts += 1) {
    const { page, quit } = await start({ args: [path] })
    await expect(new RelationsPage(page).line(1)).toBeVisible()
    await expect.poll(() => new PanesPage(page).firstWords(1, 20)).toBe(words)
    await quit()
  }
})

test('copies are found by a filter and told among the details', async ({ collate, folder }) => {
  const { page } = collate
  await withCopies(collate, folder)
  const library = new LibraryPage(page)
  const relations = new RelationsPage(page)
  await library.showsArticles(3)
  await library.choose('Quay Courier')
  await expect(relations.inDetails.getByRole('listitem')).toHaveText([/Shared passages/, /Shared passages/])
  await isAccessible(page)
  await library.narrowTo('is:copy')
  await library.showsArticles(2)
  await library.choose('Island Post')
  await relations.inDetails.getByRole('button', { name: /Harbour Gazette/ }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => new ReadPage(page).outlets()).toEqual(['Island Post', 'Harbour Gazette'])
})

test('a review says that a file is a near copy before it is added', async ({ collate, folder }) => {
  await newLibrary(collate, folder)
  const file = (name: string, text: string) => {
    const path = join(folder, name)
    writeFileSync(path, text.replaceAll('\n', '\n\n'))
    return path
  }
  const [articleId = 0] = await importFiles(collate, [file('wire.txt', wire)])
  // Asking compares the article at once, which is otherwise done a moment after the import.
  await ask(collate.page, 'relation.list', { articleId })
  await chooseFiles(collate, [file('edited.txt', editedWire)])
  const review = new ImportPage(collate.page)
  await review.isReady(1)
  await review.choose('edited.txt')
  await expect(review.dialog.getByText(/^Near copy of “Coastguards searched.*in the library \(\d\d%\)/)).toBeVisible()
  await review.addAll()
  const library = new LibraryPage(collate.page)
  await library.showsArticles(2)
  await library.narrowTo('is:copy')
  await library.showsArticles(2)
})

test('an article that nothing is a copy of says nothing of it', async ({ collate, folder }) => {
  const { page } = collate
  const ids = await withCopies(collate, folder)
  await ask(page, 'article.trash', { ids: ids.slice(1) })
  const library = new LibraryPage(page)
  await library.showsArticles(1)
  await library.choose('Harbour Gazette')
  await expect(library.details.getByText('Harbour Gazette')).toBeVisible()
  await expect(new RelationsPage(page).inDetails).toHaveCount(0)
})
