import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { seedFiles } from '../support/seeds'
import { ImportPage } from './pages/import'
import { LibraryPage } from './pages/library'
import { ReadPage } from './pages/read'
import { TimelinePage } from './pages/timeline'
import { expect, projectFolder, test } from './support/app'

type Story = {
  name: string
  files: string[]
  /** Publication days that the files don't give. */
  dates: Record<string, string>
  /** Titles of three articles to read together, as the table shows them. */
  together: (string | RegExp)[]
  /** A happening that several articles tell: words of one sentence, its day, and the files it stands in. */
  happening: { words: RegExp; edtf: string; files: string[] }
}

const sample = (name: string): string => join(projectFolder, 'resources/sample', name)

const own: Story = {
  name: 'the sample articles',
  files: [
    'kolvar-herald-toll-vote.md',
    'lindhaven-post-lock-talks.txt',
    'sada-alnahr-arabic.txt',
    'sarn-courier-page-copy.txt',
    'tamria-today-saved-page.html',
    'velda-observer-page.html',
  ].map(sample),
  dates: { 'lindhaven-post-lock-talks.txt': '16 March 2031', 'velda-observer-page.html': '17 March 2031' },
  together: ['Osmera takes charge', 'Barges Stranded', 'Flour for six days'],
  happening: {
    words: /took control of the eastern gates/,
    edtf: '2031-03-11',
    files: ['kolvar-herald-toll-vote.md', 'sarn-courier-page-copy.txt', 'tamria-today-saved-page.html'],
  },
}

const seeds: Story = {
  name: 'the seed articles',
  files: seedFiles(),
  dates: {
    '000_a05c1e3714fe58a8.txt': '16 May 2024',
    '001_f43ed7b3baef7f88.txt': '16 May 2024',
    '002_a222943aeb528472.txt': '22 May 2024',
    '003_b7aac3bda914c3f8.txt': '8 February 2024',
  },
  together: [/Egypt has told/, /Egypt has rejected/, /Refuses Rafah/],
  happening: {
    words: /took control of the Gaz/,
    edtf: '2024-05-07',
    files: ['000_a05c1e3714fe58a8.txt', '002_a222943aeb528472.txt', '004_0b920b972f9a7630.txt'],
  },
}

for (const story of seeds.files.length > 0 ? [own, seeds] : [own]) {
  test(`the whole job, once through, with ${story.name}`, async ({ start, folder }) => {
    test.setTimeout(120_000)
    const first = await start()
    const { page, dialogs } = first
    await dialogs.saveAs(join(folder, 'affair.collate'))
    await page.getByRole('button', { name: /New library/ }).click()

    await collect(page, story, () => dialogs.choose(...story.files))
    await readTogether(page, story)
    await tagOneInEach(page)
    await assembleTimeline(page, story)
    await writeBriefing(page)

    const note = join(folder, 'note.md')
    await dialogs.saveAs(note)
    await page.keyboard.press('Control+e')
    await expect(page.getByText('Written to')).toBeVisible()
    await checkNote(page, note)

    const before = await everything(page)
    await first.quit()
    const again = (await start()).page
    await again.getByRole('button', { name: /^affair\.collate/ }).click()
    await expect(again.getByRole('button', { name: /^Undo:/ })).toBeVisible()
    await expect.poll(() => everything(again)).toEqual(before)
    await expect(again.getByRole('button', { name: 'Briefing', exact: true })).toHaveAttribute('aria-current', 'page')

    await undoAndRedo(again, before)
  })
}

async function collect(page: Page, story: Story, chooseFiles: () => Promise<void>): Promise<void> {
  const review = new ImportPage(page)
  await chooseFiles()
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Import/ })
    .first()
    .click()
  await review.isReady(story.files.length)
  for (const [file, date] of Object.entries(story.dates)) {
    await review.choose(file)
    await review.published(file).fill(date)
  }
  await review.addAll()
  await new LibraryPage(page).showsArticles(story.files.length)
}

async function readTogether(page: Page, story: Story): Promise<void> {
  const library = new LibraryPage(page)
  const [first, ...others] = story.together
  await library.choose(first ?? '')
  for (const title of others) await library.choose(title, ['ControlOrMeta'])
  await page.keyboard.press('Enter')
  await expect(new ReadPage(page).panes).toHaveCount(3)
}

async function tagOneInEach(page: Page): Promise<void> {
  const read = new ReadPage(page)
  for (const pane of [1, 2, 3]) {
    await read.selectParagraph(pane, '2')
    await read.tag('Control/Crossing')
    await expect(read.passages()).toHaveCount(1)
  }
}

async function assembleTimeline(page: Page, story: Story): Promise<void> {
  const timeline = new TimelinePage(page)
  await timeline.open()
  await timeline.findSuggestion(story.happening.words)
  await timeline.accept()
  await expect(timeline.inspector.getByRole('textbox', { name: 'Date' })).toHaveValue(story.happening.edtf)
  const files = await evidenceFiles(page)
  expect(files).toEqual(expect.arrayContaining(story.happening.files))
  for (let i = 0; i < 5; i += 1) await timeline.accept()
  await timeline.dismiss()
}

/** The files that the first accepted event rests on. */
async function evidenceFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const events = await window.collate.call('event.list', {})
    if (!events.ok) throw new Error(events.error.code)
    const ids = events.value.flatMap((event) => event.evidence.map((evidence) => evidence.passage.articleId))
    const articles = await Promise.all(ids.map((id) => window.collate.call('article.get', { id })))
    return articles.map((article) => (article.ok ? article.value.original.fileName : article.error.code))
  })
}

async function writeBriefing(page: Page): Promise<void> {
  await page.keyboard.press('Control+5')
  await page.getByRole('main').getByRole('button', { name: 'New briefing' }).first().click()
  const title = page.getByRole('textbox', { name: 'Title of the briefing' })
  await title.fill('What happened at the crossing')
  await title.blur()
  await page.keyboard.press('Control+/')
  await page.getByRole('dialog').getByRole('button', { name: 'Quotes by tag' }).click()
  await expect(page.getByText(/footnotes, each found in its article/)).toBeVisible()
}

/** The exported note is Markdown whose every quotation stands in an article, each with a footnote. */
async function checkNote(page: Page, file: string): Promise<void> {
  const root = fromMarkdown(readFileSync(file, 'utf8'), {
    extensions: [gfm(), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  })
  expect(root.children[0]?.type).toBe('yaml')
  const definitions = root.children.filter((node) => node.type === 'footnoteDefinition')
  const quotes = await page.evaluate(async () => {
    const passages = await window.collate.call('passage.list', {})
    return passages.ok ? passages.value.map((passage) => passage.quote) : []
  })
  expect(definitions.length).toBeGreaterThanOrEqual(3)
  expect(quotes.length).toBeGreaterThanOrEqual(definitions.length)
}

/** All that the library holds, as its user could see it. */
function everything(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const { call } = window.collate
    const sort = { by: 'added', descending: false } as const
    const [articles, passages, tags, events, briefings] = await Promise.all([
      call('article.list', { filter: {}, sort, offset: 0, limit: 100 }),
      call('passage.list', {}),
      call('tag.list', {}),
      call('event.list', {}),
      call('briefing.list', {}),
    ])
    return { articles, passages, tags, events, briefings }
  })
}

async function undoAndRedo(page: Page, before: unknown): Promise<void> {
  const undo = page.getByRole('button', { name: /^(Undo:|Nothing to undo)/ })
  await page.getByRole('button', { name: 'Library', exact: true }).click()
  const last = (): Promise<number> =>
    page.evaluate(async () => {
      const info = await window.collate.call('library.info', {})
      return info.ok ? (info.value.undo?.id ?? 0) : -1
    })
  for (let i = 0; i < 10; i += 1) {
    const at = await last()
    await page.keyboard.press('Control+z')
    await expect.poll(last).not.toBe(at)
  }
  await expect(undo).toBeVisible()
  expect(await everything(page)).not.toEqual(before)
  for (let i = 0; i < 10; i += 1) {
    const at = await last()
    await page.keyboard.press('Control+Shift+Z')
    await expect.poll(last).not.toBe(at)
  }
  expect(await everything(page)).toEqual(before)
}
