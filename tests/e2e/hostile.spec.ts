import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as costly from '../security/hostile-files'
import { type PlainArticle, wrappings } from '../support/wrapped'
import { pdfOf } from '../support/wrapped-pdf'
import { ImportPage } from './pages/import'
import { chooseFiles, newLibrary } from './support/actions'
import { expect, test } from './support/app'
import { ask } from './support/ask'

/** Everything that has ever run a script, opened something or fetched something somewhere. */
const attacks = [
  '<img src=x onerror="window.hacked=1">',
  '<script>window.hacked=2</script>',
  '<svg onload="window.hacked=3"><iframe src="https://example.org/"></iframe>',
  '<a href="javascript:window.hacked=4">x</a>',
  '[x](javascript:window.hacked=5) ![x](https://example.org/x.png)',
  `{{constructor.constructor('window.hacked=6')()}} \${window.hacked=7}`,
  '\u202egnp.exe\u2066',
].join(' ')

const hostile = (number: number): PlainArticle => ({
  title: `Number ${number} ${attacks}`,
  byline: 'Ilse "><img src=x onerror=window.hacked=8> Marten',
  outlet: 'Post <script>window.hacked=9</script>',
  published: '2031-03-14',
  url: `https://post.example/${number}?x="><script>window.hacked=10</script>`,
  paragraphs: [
    `Report ${number}: ${['kelp', 'rope', 'tar', 'ice'][number % 4]} and ${number * 7919} nets were lost in the northern bay, it was said.`,
    'The harbour closed on Monday after a night of swell, the clerk said, and it stays closed until the wall has been repaired.',
    `${attacks} The mayor said that the boats would stay in port until Friday, and that nobody had asked her before.`,
    'Fishermen waited at the quay for news of the convoy, which had left the northern islands on Sunday evening.',
  ],
})

test('hostile files of every format are text and nothing else', async ({ collate, page, folder }) => {
  await newLibrary(collate, folder)
  const makers = [
    ...Object.values(wrappings),
    (article: PlainArticle) => ({ fileName: 'paper.pdf', bytes: pdfOf(article) }),
  ]
  const paths = makers.map((make, number) => {
    const { fileName, bytes } = make(hostile(number))
    const path = join(folder, `${number} "><img src=x onerror=window.hacked=11> ${fileName}`)
    writeFileSync(path, bytes)
    return path
  })
  const review = new ImportPage(page)
  await chooseFiles(collate, paths)
  await review.isRead()
  const rows = review.files.locator('tbody tr:not([aria-hidden])')
  await expect(rows).not.toHaveCount(0)
  for (let step = 0; step < paths.length; step += 1) await page.keyboard.press('ArrowDown')
  await expect(review.dialog).toContainText('window.hacked')
  await page.keyboard.press('Control+Enter')
  await expect(review.dialog).toHaveCount(0)
  const list = { filter: {}, sort: { by: 'added', descending: false }, offset: 0, limit: 100 } as const
  await expect.poll(async () => (await ask(page, 'article.list', list)).total).toBe(paths.length)
  const { rows: articles } = await ask(page, 'article.list', list)
  for (const { id } of articles) {
    const { blocks } = await ask(page, 'article.text', { id })
    expect(blocks.some((block) => block.text.includes('The harbour closed on Monday'))).toBe(true)
  }
  await page.getByRole('grid', { name: 'Articles' }).getByRole('row').nth(1).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Enter')
  for (const [key, workspace] of ['library', 'read', 'tags', 'timeline', 'briefing'].entries()) {
    await page.keyboard.press(`Control+${key + 1}`)
    await expect(page.locator('main')).toHaveAttribute('data-workspace', workspace)
  }
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect(collate.app.windows()).toHaveLength(1)
  expect(page.url()).toBe('app://collate/')
})

test('files that would take the memory of the machine are refused, each with its process; the others come in', async ({
  collate,
  page,
  folder,
}) => {
  test.setTimeout(180_000)
  await newLibrary(collate, folder)
  const megabyte = 1024 * 1024
  const files = [
    costly.pdfStream(500 * megabyte),
    costly.denseRecords(490 * megabyte),
    costly.densePages(200, 40 * megabyte),
    costly.openRecords(2_500_000),
    costly.nestedMails(400_000),
  ]
  const paths = files.flatMap(({ fileName, bytes }, number) => {
    const next = join(folder, `next-${number}.txt`)
    writeFileSync(join(folder, fileName), bytes)
    writeFileSync(
      next,
      `Boat ${number} comes home\n\nThe crew of boat ${number} came ashore at noon, and the quay was full.\n`,
    )
    return [join(folder, fileName), next]
  })
  const review = new ImportPage(page)
  await chooseFiles(collate, paths)
  await review.isRead()
  const reason = /took longer than 10 seconds|needed more than 512 MB/
  for (const { fileName } of files) await expect(review.row(fileName)).toContainText(reason)
  await page.keyboard.press('Control+Enter')
  await expect(review.dialog).toHaveCount(0)
  const list = { filter: {}, sort: { by: 'added', descending: false }, offset: 0, limit: 100 } as const
  await expect.poll(async () => (await ask(page, 'article.list', list)).total).toBe(files.length)
  const { rows } = await ask(page, 'article.list', list)
  expect(rows.map(({ title }) => title)).toEqual(files.map((_, number) => `Boat ${number} comes home`))
})
