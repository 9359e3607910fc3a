import { basename } from 'node:path'
import { seedFiles } from '../support/seeds'
import { LinksPage } from './pages/links'
import { importFiles, newLibrary, press, resize } from './support/actions'
import { expect, test } from './support/app'
import { ask } from './support/ask'

const names = ['000', '001', '002', '004']

test('four real reports of one affair: a differing quotation, what several tell, and what one tells alone', async ({
  collate,
  folder,
}) => {
  const seeds = seedFiles().filter((file) => names.includes(basename(file).slice(0, 3)))
  test.skip(seeds.length === 0, 'seeds: not found')
  const { page } = collate
  await newLibrary(collate, folder)
  await resize(collate, { width: 1960, height: 900 })
  const ids = await importFiles(collate, seeds)
  const links = new LinksPage(page)
  await page.keyboard.press('Control+1')
  const titles: string[] = []
  for (const [i, id] of ids.entries()) {
    const { metadata, standIn } = await ask(page, 'article.get', { id })
    const title = (metadata.title.value ?? standIn).slice(0, 40)
    titles.push(title)
    const row = page.getByRole('row').filter({ hasText: title })
    await row.click({ modifiers: i === 0 ? [] : ['ControlOrMeta'] })
    await expect(row).toHaveAttribute('aria-selected', 'true')
  }
  await page.keyboard.press('Enter')
  await expect(links.read.panes).toHaveCount(4)
  await links.compared()
  const heads = await links.read.panes.getByRole('heading', { level: 2 }).allTextContents()
  /** The pane of a report, from 1. */
  const paneOf = (name: string): number =>
    heads.findIndex((head) => head.includes(titles[names.indexOf(name)] ?? '')) + 1

  /** Goes on in the first report's pane until the passages in hand in the panes of all match. */
  const goOn = async (reports: readonly string[], words: RegExp): Promise<void> => {
    const panes = reports.map(paneOf)
    const pane = panes[0] ?? 0
    await links.read.goToPane(pane)
    const inHand = async (): Promise<string[]> =>
      (await Promise.all(panes.map((n) => links.marked(n, 'shared-active')))).map((found) => found.join(' '))
    for (let i = 0; i < 40 && !(await inHand()).every((found) => words.test(found)); i += 1) {
      await links.next()
      // Marks follow when the panes stand level.
      await expect.poll(() => links.marked(pane, 'shared-active')).not.toEqual([])
    }
    for (const found of await inHand()) expect(found).toMatch(words)
  }
  await goOn(['001'], /Katz/)
  await expect.poll(() => links.marked(paneOf('002'), 'differs')).toContain('in Gaza')
  await goOn(['004', '002', '000'], /7 May|May 7/)
  await goOn(['000', '001'], /genocide/)

  await press(page, 'Escape')
  await press(page, 'Shift+L')
  await press(page, 'Shift+L')
  const alone = links.list.getByRole('tabpanel', { name: /^Only here/ })
  await expect(alone.getByRole('button', { name: /Jordan.*1994/ })).toHaveCount(1)
  await expect(alone.getByRole('button', { name: /7 May|May 7|genocide/ })).toHaveCount(0)
})
