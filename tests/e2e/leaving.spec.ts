import { BriefingPage } from './pages/briefing'
import { PanesPage } from './pages/panes'
import { ReadPage } from './pages/read'
import { TimelinePage } from './pages/timeline'
import { importTexts, isOpen, newLibrary, openSample } from './support/actions'
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

/** A library with one article, open in Read. @returns its path */
async function reading(collate: Collate, folder: string, name: string): Promise<string> {
  const path = await newLibrary(collate, folder, `${name}.collate`)
  await importTexts(collate, folder, {
    [`${name}.txt`]: `The bridge of ${name}\n\nThe bridge was closed on 3 March 2031.\n`,
  })
  await collate.page.keyboard.press('Control+1')
  await collate.page.getByRole('row').filter({ hasText: name }).first().click()
  await collate.page.keyboard.press('Enter')
  await expect(noteOf(collate)).toBeVisible()
  return path
}

const noteOf = ({ page }: Collate) => new ReadPage(page).inspector.getByRole('textbox', { name: 'Note on the article' })

/** Opens a library as the system does: no field of the window is left before. */
async function openBySystem({ app, page }: Collate, path: string, name: string): Promise<void> {
  await app.evaluate(({ app: main }, file) => main.emit('second-instance', {}, ['collate', file], '/'), path)
  await expect(page).toHaveTitle(new RegExp(name))
  await isOpen(page)
}

test('what was typed last is kept as the app quits: a note, and a title that was not left', async ({
  start,
  folder,
}) => {
  const first = await start()
  const path = await reading(first, folder, 'Alpha')
  await noteOf(first).fill('Last words')
  await first.quit()

  const second = await start({ args: [path] })
  await expect(noteOf(second)).toHaveValue('Last words')
  const timeline = new TimelinePage(second.page)
  await timeline.open()
  await timeline.make([{ title: 'Closed', date: '2031-03-03' }])
  await timeline.stand('Closed')
  await timeline.inspector.getByRole('textbox', { name: 'Title' }).fill('Closed for good')
  await second.quit()

  const third = await start({ args: [path] })
  await isOpen(third.page)
  expect((await ask(third.page, 'event.list', {})).map(({ title }) => title)).toEqual(['Closed for good'])
})

test('what was typed last stays with its library when another is opened: a note, a briefing', async ({
  collate,
  folder,
}) => {
  const { page } = collate
  const heading = new BriefingPage(page).editor.getByRole('textbox', { name: 'Heading' }).last()
  const writing = async (name: string): Promise<string> => {
    const path = await reading(collate, folder, name)
    const briefing = new BriefingPage(page)
    await briefing.open()
    await briefing.create()
    await briefing.insert('Heading')
    await heading.fill(`Heading of ${name}`)
    await page.keyboard.press('Control+2')
    await expect(noteOf(collate)).toBeVisible()
    return path
  }
  const beta = await writing('Beta')
  const alpha = await writing('Alpha')
  await noteOf(collate).fill('Words on Alpha')
  await openBySystem(collate, beta, 'Beta')
  await expect(noteOf(collate)).toHaveValue('')
  await openBySystem(collate, alpha, 'Alpha')
  await expect(noteOf(collate)).toHaveValue('Words on Alpha')

  await page.keyboard.press('Control+5')
  await heading.fill('Typed in Alpha last')
  await openBySystem(collate, beta, 'Beta')
  await page.keyboard.press('Control+5')
  await expect(heading).toHaveValue('Heading of Beta')
  await openBySystem(collate, alpha, 'Alpha')
  await expect(heading).toHaveValue('Typed in Alpha last')
  await openBySystem(collate, beta, 'Beta')
  await expect(heading).toHaveValue('Heading of Beta')
  await expect(page.getByRole('alert'), 'nothing failed').toHaveText('')
})
