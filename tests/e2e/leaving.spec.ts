import { PanesPage } from './pages/panes'
import { openSample } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'

const herald = 'Osmera takes charge'
const courier = 'Barges Stranded'

type Kept = { panes: { articleId: number; position?: number }[] }

/** Where the first pane stands, as the window and the article keep it. */
const keptAt = async ({ page }: Collate): Promise<(number | undefined)[]> => {
  const [pane] = ((await ask(page, 'setting.get', { key: 'window' })) as Kept | null)?.panes ?? []
  if (!pane) return []
  return [pane.position, (await ask(page, 'article.text', { id: pane.articleId })).position]
}

const scrolled = async (collate: Collate, top: number): Promise<void> => new PanesPage(collate.page).read.scroll(1, top)

/** Scrolls and waits until the line at which that rests is kept. */
const rested = async (collate: Collate, top: number): Promise<number> => {
  const before = JSON.stringify(await keptAt(collate))
  await scrolled(collate, top)
  await expect
    .poll(async () => {
      const [window, article] = await keptAt(collate)
      return window === article && JSON.stringify([window, article]) !== before
    })
    .toBe(true)
  return (await keptAt(collate))[0] ?? 0
}

const closed = async ({ app, page }: Collate): Promise<void> => {
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('library.close')?.click())
  await expect(page.getByRole('navigation', { name: 'Workspaces' })).toHaveCount(0)
}

test('the line that was read last is kept, however soon the library is closed, changed or the app quit', async ({
  start,
}) => {
  let collate = await start()
  await openSample(collate.page)
  await new PanesPage(collate.page).open(herald, courier)
  const line = await rested(collate, 431)
  await rested(collate, 120)

  await scrolled(collate, 431)
  await closed(collate)
  await openSample(collate.page)
  expect(await keptAt(collate)).toEqual([line, line])

  await rested(collate, 120)
  await scrolled(collate, 431)
  await openSample(collate.page)
  expect(await keptAt(collate)).toEqual([line, line])

  await rested(collate, 120)
  await scrolled(collate, 431)
  await collate.quit()
  collate = await start()
  await openSample(collate.page)
  expect(await keptAt(collate)).toEqual([line, line])
})
