import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { ImportPage } from './pages/import'
import { LibraryPage } from './pages/library'
import { isAccessible, zoomed } from './support/accessible'
import { chooseFiles, newLibrary, press, resize, sizes } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'
import { isReachable } from './support/reachable'

const articlesIn = async ({ page }: Collate): Promise<number> => (await ask(page, 'library.info', {})).articles

type PageParts = { title: string; outlet?: string; published?: string; text?: string[] }

const story = [
  'The crews of the river ferries did not return to work on Wednesday, and the harbour office in Maris said that it had not been told when they would.',
  'Passengers waited on both banks until the evening. A spokeswoman for the company said that buses had been ordered for the morning.',
  'The dispute began over the length of the night shift, which the company wants to keep at eleven hours until the end of the year.',
]

const towerStory = [
  'The bells above the corn exchange in Hask have not been heard since a gear broke on Sunday night, said Per Alm, who winds the clock.',
  'A founder two valleys away has been asked to cast a new wheel. It may take until midsummer, and nobody has yet said who pays for it.',
  'Until then the council hangs a painted dial from the balcony, and a pupil of the trade school turns its hands each morning.',
]

const pageOf = ({ title, outlet, published, text = story }: PageParts): string => `<!doctype html><html lang="en"><head>
<title>${title}</title>${outlet ? `<meta property="og:site_name" content="${outlet}">` : ''}
${published ? `<meta property="article:published_time" content="${published}">` : ''}</head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article><h1>${title}</h1>
${text.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}</article>
<footer><p>Subscribe to our newsletter</p><p>Imprint and contact of the house</p></footer></body></html>`

const item = (
  title: string,
  day: number,
): string => `<item><title>${title}</title><link>https://maris.example/${day}</link>
<pubDate>Wed, ${day} Mar 2031 08:00:00 GMT</pubDate><description>${title}: ${story[1]} ${story[2]}</description></item>`

const feed = `<?xml version="1.0"?><rss version="2.0"><channel><title>Maris Gazette</title><link>https://maris.example</link>
<description>News</description>${item('Bridge closed for repairs', 12)}${item('School roofs to be renewed', 13)}</channel></rss>`

const bibliography = `TY  - NEWS
TI  - Ferries stay in port for a second week
AU  - Bol, Ada
T2  - Maris Gazette
DA  - 2031/03/14
L1  - ferries.html
ER  - 
`

/** A folder with a page, a text without a date, a feed, an archive, a bibliography that knows the page, and an empty file. */
function clippings(folder: string): string {
  const path = join(folder, 'clippings')
  mkdirSync(path)
  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(path, name), content)
  write('ferries.html', pageOf({ title: 'Ferry strike enters second week', published: '2031-03-12T08:00:00Z' }))
  write('undated.txt', `Market square flooded after pipe bursts\n\n${story[1]}\n\n${story[0]}\n`)
  write('news.rss', feed)
  write('refs.ris', bibliography)
  write('empty.txt', '')
  write(
    'saved.zip',
    zipSync({
      'march/tower.html': strToU8(
        pageOf({ title: 'Clock tower falls silent', outlet: 'Hask Mirror', published: '2031-03-10', text: towerStory }),
      ),
      'march/notes.txt': strToU8(`Library opens on Sundays\n\n10 March 2031\n\n${story[2]}\n\n${story[0]}\n`),
    }),
  )
  return path
}

/** As many dated pages in a folder. */
function pages(folder: string, count: number): string {
  const path = join(folder, 'pages')
  mkdirSync(path)
  for (let i = 0; i < count; i += 1) {
    const parts = { title: `Ferry number ${i} late again`, outlet: 'Maris Gazette', published: '2031-03-12' }
    writeFileSync(
      join(path, `page-${String(i).padStart(4, '0')}.html`),
      pageOf({
        ...parts,
        text: [`Ferry number ${i} was late by ${i} minutes on its way to the ${i}th pier.`, ...story],
      }),
    )
  }
  return path
}

test.describe('import review of many files', () => {
  test('lists the articles of every format by outcome, adds them, and takes them back as one', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    await newLibrary(collate, folder)
    await chooseFiles(collate, [clippings(folder)])
    const review = new ImportPage(page)
    await review.isRead()
    await expect(review.row('news.rss')).toHaveCount(2)
    await expect(review.row('news.rss').first()).toContainText('Bridge closed for repairs')
    await expect(review.row('tower.html')).toContainText('saved.zip/march/')
    await expect(review.row('refs.ris')).toContainText('One article took its details from here.')
    await expect(review.row('ferries.html')).toContainText('Ferries stay in port for a second week')
    await expect(review.group('Ready')).toHaveText('Ready 6')
    await expect(review.group('Can’t be read')).toHaveText('Can’t be read 1')

    await review.group('Can’t be read').click()
    await expect(review.files).toHaveAttribute('aria-rowcount', '2')
    await expect(review.row('empty.txt')).toContainText('The file is empty.')
    await page.keyboard.press('Control+F')
    await page.keyboard.type('clock')
    await expect(review.dialog.getByText('No file is left by what you filter for.')).toBeVisible()
    await press(page, 'Escape')
    await expect(review.files).toHaveAttribute('aria-rowcount', '2')
    await page.keyboard.type('empty')
    await press(page, 'Enter')
    await expect(review.files).toBeFocused()
    await press(page, 'Control+F')
    await press(page, 'Control+A')
    await page.keyboard.type('clock')
    await review.group('All').click()
    await expect(review.files).toHaveAttribute('aria-rowcount', '2')
    await expect(review.row('tower.html')).toBeVisible()

    await expect(review.add).toHaveText(/^Add 6 articles/)
    await review.addAll()
    await new LibraryPage(page).showsArticles(6)
    await page.keyboard.press('Control+Z')
    await expect.poll(() => articlesIn(collate)).toBe(0)
    await page.keyboard.press('Control+Shift+Z')
    await expect.poll(() => articlesIn(collate)).toBe(6)
  })

  test('leads from one file that needs a look to the next, and lets what the file says otherwise be taken', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    await newLibrary(collate, folder)
    await chooseFiles(collate, [clippings(folder)])
    const review = new ImportPage(page)
    await review.isRead()
    await review.group('Needs a look').click()
    await expect(review.row('ferries.html')).toContainText(/different values: .*title/)
    await expect(review.row('undated.txt')).toContainText('undated')
    await expect(review.row('tower.html')).toHaveCount(0)

    await review.choose('undated.txt')
    await page.keyboard.press('F2')
    await page.keyboard.press('Tab')
    await page.keyboard.type('11 March 2031')
    await page.keyboard.press('Enter')
    await expect(review.row('undated.txt')).not.toContainText('undated ·')
    await expect(review.files).toBeFocused()
    await review.choose('ferries.html')
    await page.keyboard.press('N')
    await expect(review.row('ferries.html')).not.toHaveClass(/cur/)
    await review.choose('ferries.html')

    await review.dialog.getByText('Details', { exact: true }).click()
    const others = review.dialog.getByRole('list', { name: 'Other values for Title' })
    await expect(others).toContainText('Ferry strike enters second week')
    await others.getByRole('button').first().focus()
    await page.keyboard.press('Enter')
    await expect(review.dialog.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue(
      'Ferry strike enters second week',
    )
    await expect(others).toContainText('Ferries stay in port for a second week')
    await expect(review.row('ferries.html')).toContainText('Ferry strike enters second week')
    await review.addAll()
    await new LibraryPage(page).choose('Ferry strike enters second week')
  })

  test('sets details of all chosen files at once, by keyboard', async ({ collate, folder }) => {
    const { page } = collate
    await newLibrary(collate, folder)
    await chooseFiles(collate, [clippings(folder)])
    const review = new ImportPage(page)
    await review.isRead()
    await review.files.focus()
    await page.keyboard.press('Control+A')
    await expect(review.dialog.getByRole('heading', { name: '8 files chosen' })).toBeVisible()
    await expect(review.dialog.getByText('Only 6 of them can be added')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(review.dialog.getByRole('textbox', { name: 'Outlet', exact: true })).toBeFocused()
    await page.keyboard.type('Maris Gazette, cuttings')
    await page.keyboard.press('Tab')
    await page.keyboard.type('12 Marchember')
    await expect(review.dialog.getByRole('button', { name: 'Set for 6 files' })).toBeDisabled()
    await page.keyboard.press('ControlOrMeta+a')
    await page.keyboard.type('March 2031')
    await isAccessible(page)
    await page.keyboard.press('Enter')
    await expect(review.dialog.getByText('Outlet, Published: set for 6 files.')).toBeVisible()
    for (const name of ['undated.txt', 'tower.html']) {
      await expect(review.cell(name, 'outlet')).toContainText('Maris Gazette, cuttings')
      await expect(review.cell(name, 'published')).toContainText('March 2031')
    }

    await review.choose('undated.txt')
    await review.choose('tower.html', ['ControlOrMeta'])
    await page.keyboard.press('Space')
    await expect(review.tick('undated.txt')).not.toBeChecked()
    await expect(review.tick('tower.html')).not.toBeChecked()
    await expect(review.add).toHaveText(/^Add 4 articles/)
    await review.addAll()
    const listed = await ask(page, 'article.list', {
      filter: {},
      sort: { by: 'added', descending: false },
      offset: 0,
      limit: 10,
    })
    expect(listed.rows.map((row) => [row.outlet, row.published])).toEqual(
      Array.from({ length: 4 }, () => ['Maris Gazette, cuttings', '2031-03']),
    )
  })

  test('shows the text beside the original, moving in both, and keeps what is turned there', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    await newLibrary(collate, folder)
    const path = join(folder, 'one.html')
    writeFileSync(path, pageOf({ title: 'Ferry strike enters second week', published: '2031-03-12' }))
    await chooseFiles(collate, [path])
    const review = new ImportPage(page)
    await review.isReady(1)
    const source = review.dialog.getByRole('listbox', { name: 'Lines of the original' })
    await expect(review.line('Passengers waited')).toBeVisible()
    await expect(review.dialog.getByRole('textbox', { name: 'Title', exact: true })).toBeVisible()
    await isAccessible(page)

    await review.block('Passengers waited').click()
    await expect(review.line('Passengers waited')).toHaveAttribute('aria-selected', 'true')
    await source.focus()
    await page.keyboard.press('ArrowDown')
    await expect(review.block('The dispute began')).toHaveClass(/cur/)
    await page.keyboard.press('Space')
    await expect(review.block('The dispute began')).toContainText('removed: by you')
    await page.keyboard.press('Escape')
    await expect(review.dialog.getByText('Closing forgets your corrections.')).toBeVisible()
    await review.dialog.getByRole('button', { name: 'Go on reviewing' }).click()
    await page.keyboard.press('o')
    await expect(source).toHaveCount(0)
    await review.addAll()
    const library = new LibraryPage(page)
    await library.choose('Ferry strike')
    await expect(library.preview).toContainText('Passengers waited')
    await expect(library.preview).not.toContainText('The dispute began')
  })

  test('adds what was read before it was stopped', async ({ collate, folder }) => {
    test.slow()
    const { page } = collate
    await newLibrary(collate, folder)
    await chooseFiles(collate, [pages(folder, 300)])
    const review = new ImportPage(page)
    await expect(review.row('page-0000.html')).toBeVisible({ timeout: 60_000 })
    await review.dialog.getByRole('button', { name: 'Stop reading' }).click()
    await expect(review.dialog.getByText(/^Stopped:/)).toBeVisible()
    await page.keyboard.press('ControlOrMeta+Enter')
    await expect(review.dialog).toHaveCount(0)
    const added = await articlesIn(collate)
    expect(added).toBeGreaterThan(0)
    expect(added).toBeLessThan(300)
  })

  test('leaves out a text that the library has, and says so', async ({ collate, folder }) => {
    const { page } = collate
    await newLibrary(collate, folder)
    const texts = [
      ...story,
      ...story.map((paragraph) => paragraph.replace('ferries', 'boats').replace('harbour', 'port')),
    ]
    const first = join(folder, 'first.html')
    const again = join(folder, 'again.html')
    writeFileSync(first, pageOf({ title: 'Ferry strike enters second week', published: '2031-03-12', text: texts }))
    writeFileSync(again, pageOf({ title: 'Ferry strike enters second week', outlet: 'Hask Mirror', text: texts }))
    await chooseFiles(collate, [first])
    const review = new ImportPage(page)
    await review.isReady(1)
    await review.addAll()
    await new LibraryPage(page).showsArticles(1)
    await chooseFiles(collate, [again])
    await review.isReady(1)
    await expect(review.row('again.html')).toContainText(
      'Same text as “Ferry strike enters second week” in the library',
    )
    await expect(review.tick('again.html')).not.toBeChecked()
    await review.tick('again.html').check()
    await review.addAll()
    await new LibraryPage(page).showsArticles(2)
  })

  test('has no barriers beside the original, at any size', async ({ collate, folder }) => {
    test.slow()
    const { page } = collate
    await newLibrary(collate, folder)
    await chooseFiles(collate, [clippings(folder)])
    const review = new ImportPage(page)
    await review.isRead()
    await review.choose('ferries.html')
    await page.keyboard.press('o')
    await expect(review.line('Passengers waited')).toBeVisible()
    for (const size of [sizes.usual, sizes.small, zoomed]) {
      await resize(collate, size)
      await isAccessible(page)
      await isReachable(page, `review beside the original, ${size.width}`)
    }
  })
})

test('new files of a watched folder are offered for review, also after a restart', async ({ start, folder }) => {
  const collate = await start()
  const { page, dialogs } = collate
  const library = await newLibrary(collate, folder)
  const watched = join(folder, 'downloads')
  mkdirSync(watched)
  await dialogs.choose(watched)
  await page.keyboard.press('Control+K')
  await page.keyboard.type('Watch a folder')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Watching ‘downloads’')).toBeVisible()
  await dialogs.dismiss()
  writeFileSync(join(watched, 'strike.html'), pageOf({ title: 'Ferry strike enters second week' }))
  await expect(page.getByText('1 new file in ‘downloads’')).toBeVisible({ timeout: 20_000 })
  expect(await articlesIn(collate)).toBe(0)
  await isAccessible(page)
  await collate.quit()

  const again = await start({ args: [library] })
  await expect(again.page.getByText('1 new file in ‘downloads’')).toBeVisible({ timeout: 20_000 })
  await again.page.getByRole('button', { name: 'Review', exact: true }).click()
  const review = new ImportPage(again.page)
  await review.isReady(1)
  await review.addAll()
  await new LibraryPage(again.page).showsArticles(1)
  await expect(again.page.getByText('Watching ‘downloads’')).toBeVisible()
  await again.page.keyboard.press('Control+K')
  await again.page.keyboard.type('Stop watching')
  await again.page.keyboard.press('Enter')
  await expect(again.page.getByText('Watching ‘downloads’')).toHaveCount(0)
})

test('a page copied in the browser comes in with its structure', async ({ collate, folder }) => {
  const { page } = collate
  await newLibrary(collate, folder)
  const html = `<h1>Ferry strike enters second week</h1><p>${story[0]}</p><blockquote>${story[1]}</blockquote><p>${story[2]}</p>`
  await page.evaluate((copied) => {
    const copy = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/html', copied)
      event.clipboardData?.setData('text/plain', 'Ferry strike')
      event.preventDefault()
    }
    document.addEventListener('copy', copy, { once: true })
  }, html)
  await page.keyboard.press('ControlOrMeta+C')
  await page.keyboard.press('Control+Shift+V')
  const review = new ImportPage(page)
  await review.isReady(1)
  await expect(review.files).toContainText('Ferry strike enters second week')
  await expect(review.block('Passengers waited')).toContainText('¶2')
  await review.addAll()
  await new LibraryPage(page).showsArticles(1)
})
