import type { Locator, Page } from '@playwright/test'
import { LibraryPage } from './pages/library'
import { ReadPage } from './pages/read'
import { isAccessible, zoomed } from './support/accessible'
import { openSample, press, resize, sizes } from './support/actions'
import { expect, test } from './support/app'
import { ask } from './support/ask'

const herald = 'Osmera takes charge'
const courier = 'Barges Stranded'
const tamria = 'Flour for six days'
const arabic = 'حرس الحدود'

/** Opens articles of the sample side by side, from the library. */
async function readTogether(page: Page, ...titles: string[]): Promise<ReadPage> {
  await openSample(page)
  const library = new LibraryPage(page)
  await library.showsArticles(6)
  return library.read(...titles)
}

/** Two presses that reach the page before the first one's answer does. */
const hitEnterTwice = (form: Locator): Promise<void> =>
  form.locator('form').evaluate((element: HTMLFormElement) => {
    element.requestSubmit()
    element.requestSubmit()
  })

test.describe('panes', () => {
  test('without articles say how to open some', async ({ collate }) => {
    await openSample(collate.page)
    await collate.page.keyboard.press('Control+2')
    await expect(collate.page.getByRole('heading', { name: 'No article open' })).toBeVisible()
    await isAccessible(collate.page)
  })

  test('are opened by keyboard alone, from the first key on', async ({ page }) => {
    await openSample(page)
    await new LibraryPage(page).showsArticles(6)
    await press(page, '?')
    await expect(page.getByRole('dialog').getByText('Choose one more')).toBeVisible()
    await expect(page.getByRole('dialog').getByText('Select a sentence more')).toBeAttached()
    await press(page, 'Escape')
    await press(page, 'ArrowDown')
    await press(page, 'Shift+ArrowDown')
    await press(page, 'Enter')
    await expect(new ReadPage(page).panes).toHaveCount(2)
  })

  test('are added, moved and closed by keyboard, which stays in the text', async ({ page }) => {
    const read = await readTogether(page, herald)
    await expect(page.getByText('Open another article beside this one')).toBeVisible()
    await expect(read.text(1)).toBeFocused()
    await page.keyboard.press('Control+Shift+A')
    const find = page.getByRole('combobox', { name: 'Find an article' })
    await find.fill('barges')
    await expect(page.getByRole('option').first()).toContainText('Barges Stranded')
    await page.keyboard.press('Enter')
    await expect(read.panes).toHaveCount(2)
    await expect(read.text(2)).toBeFocused()
    await page.keyboard.press('Control+Alt+ArrowLeft')
    await expect.poll(() => read.outlets()).toEqual(['Sarn Courier', 'Kolvar Herald'])
    await expect(read.text(1)).toBeFocused()
    await page.keyboard.press('Alt+2')
    await expect(read.text(2)).toBeFocused()
    await page.keyboard.press('Control+Shift+W')
    await expect.poll(() => read.outlets()).toEqual(['Sarn Courier'])
    await expect(read.text(1)).toBeFocused()
  })

  test('show a headline in full, or that there is none, and read right to left where the text does', async ({
    page,
  }) => {
    const read = await readTogether(page, arabic, 'Tamria has told')
    await expect(read.pane(2)).toContainText('No headline in file. Begins:')
    await expect(read.pane(2).getByText('undated')).toBeVisible()
    await expect(read.pane(1)).toHaveAttribute('dir', 'rtl')
    const paragraph = read.block(1, 'سيطر حرس').first()
    await expect(paragraph).toHaveAttribute('lang', 'ar')
    await expect(paragraph).toHaveCSS('font-size', '19px')
    // The byline, title and date stand in the header alone.
    await expect(read.block(1, /^ليلى/)).toHaveCount(0)
  })

  test('that do not fit fold to spines, which open by click and by key', async ({ collate }) => {
    const read = await readTogether(collate.page, herald, courier, tamria)
    await resize(collate, sizes.small)
    await expect(read.panes).toHaveCount(2)
    await expect(read.inspector).toHaveCount(0)
    await expect(read.spines()).toHaveCount(1)
    await isAccessible(collate.page)
    await read.spines().click()
    await expect(read.pane(2)).toContainText('Tamria Today')
    await collate.page.keyboard.press('Alt+2')
    await expect(read.panes.filter({ hasText: 'Barges Stranded' }).getByRole('region')).toBeFocused()
    await resize(collate, zoomed)
    await expect(read.panes).toHaveCount(1)
    await expect(read.spines()).toHaveCount(2)
    await isAccessible(collate.page)
  })

  test('stand where reading stopped after adding a pane and after a restart', async ({ start }) => {
    const first = await start()
    const read = await readTogether(first.page, herald, courier)
    await read.scroll(1, 500)
    await expect(read.position(1)).not.toHaveText('¶1 of 13')
    const place = (await read.position(1).textContent()) ?? ''
    const articleId = (await ask(first.page, 'article.ids', { filter: { query: 'outlet:herald' }, sort }))[0] ?? 0
    await first.page.keyboard.press('Control+Shift+A')
    await expect(first.page.getByRole('option')).toHaveCount(6)
    await first.page.keyboard.press('Enter')
    await expect(read.panes).toHaveCount(3)
    await expect(read.position(1)).toHaveText(place)
    await expect
      .poll(async () => (await ask(first.page, 'article.text', { id: articleId })).position)
      .toBeGreaterThan(500)
    await first.quit()

    const again = new ReadPage((await start()).page)
    await openSample(again.page)
    await expect(again.panes).toHaveCount(3)
    await expect(again.position(1)).toHaveText(place)
    await expect(again.position(2)).toHaveText('¶1 of 9')
  })
})

const sort = { by: 'published', descending: false } as const

test.describe('a selection', () => {
  test('is made and tagged by keyboard, sentence by sentence', async ({ page }) => {
    const read = await readTogether(page, herald, courier)
    await read.goToPane(1)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowRight')
    expect(await read.selection()).toMatch(/^Two shipping officials told .* with heating oil\.$/)
    await page.keyboard.press('Shift+ArrowRight')
    expect(await read.selection()).toMatch(/none of them carries perishable goods\.$/)
    await page.keyboard.press('Shift+ArrowLeft')
    expect(await read.selection()).toMatch(/with heating oil\.$/)
    await isAccessible(page)
    await read.tag('Supplies/Fuel')
    await expect(read.text(1)).toBeFocused()
    await expect(read.inspector.getByRole('blockquote')).toContainText('tankers with heating oil.')
    await expect(read.passage('Two shipping officials')).toContainText('Fuel')
    await expect.poll(() => read.highlights(read.block(1, 'Two shipping'))).toContain('tag-rust-0')
    await expect(read.pane(1).locator('.tbar')).toHaveCount(1)

    await page.keyboard.press('Escape')
    await expect(read.toolbar).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(read.toolbar).toBeVisible()
    await page.keyboard.press('t')
    await expect(page.getByRole('combobox', { name: 'Find or create a tag' })).toBeFocused()
    await page.keyboard.press('1')
    await expect(read.passages()).toHaveCount(2)
    await expect(read.pane(1).locator('.tbar')).toHaveCount(2)
    await page.keyboard.press('Control+Z')
    await page.keyboard.press('Control+Z')
    await expect(read.passages()).toHaveCount(1)
  })

  test('made with the mouse has its tools when the button is released, and ends before unseen lines', async ({
    page,
  }) => {
    const read = await readTogether(page, herald, courier)
    // The line in the header comes when the texts have been compared, and moves the text.
    await expect(read.pane(2)).toContainText('Shares passages with')
    const words = 'halting barge traffic on the lower Sarn for the first time since the lock was rebuilt in 2019'
    await read.drag(read.block(2, 'Osmeran border guards took'), words)
    await expect(read.toolbar).toBeVisible()
    expect(await read.selection()).toBe(words)
    const text = await read.block(2, 'Osmeran border guards took').boundingBox()
    const tools = await read.toolbar.boundingBox()
    expect(tools && text && tools.y > text.y).toBe(true)

    const before = read.block(2, 'The guards arrived')
    await before.scrollIntoViewIfNeeded()
    const after = read.block(2, 'On Monday Osmera')
    await after.scrollIntoViewIfNeeded()
    const from = await before.boundingBox()
    const to = await after.boundingBox()
    if (!from || !to) throw new Error('not on the page')
    await page.mouse.move(from.x + 40, from.y + from.height - 8)
    await page.mouse.down()
    await page.mouse.move(to.x + 100, to.y + 10, { steps: 10 })
    await page.mouse.up()
    await expect.poll(() => read.selection()).toMatch(/^\D+ tower\.$/)
  })

  test('gets a note, and a click on its passage shows it', async ({ page }) => {
    const read = await readTogether(page, herald, courier)
    await read.drag(read.block(1, 'Osmera puts the debt'), 'the debt at 31 million crowns')
    await page.keyboard.press('n')
    const note = page.getByRole('textbox', { name: 'Note on the passage' })
    await expect(note).toBeFocused()
    await isAccessible(page)
    await note.fill('The other side says 28.')
    await page.keyboard.press('Control+Enter')
    await expect(read.passage('the debt at 31 million')).toContainText('The other side says 28.')
    await page.keyboard.press('Escape')
    await expect(read.inspector.getByRole('blockquote')).toHaveCount(0)
    await read.block(1, 'Osmera puts the debt').click({ position: { x: 100, y: 12 } })
    await expect(read.inspector.getByRole('blockquote')).toHaveText('the debt at 31 million crowns')
  })

  test('becomes an event with the date that its words give', async ({ page }) => {
    const read = await readTogether(page, herald, courier)
    await read.selectParagraph(2, '6')
    await page.keyboard.press('e')
    const form = page.getByRole('dialog', { name: 'Event from the passage' })
    await expect(form.getByRole('textbox', { name: 'Date' })).toHaveValue('2031-03-13')
    await expect(form).toContainText('13 March 2031')
    await isAccessible(page)
    await form.getByRole('textbox', { name: 'Date' }).fill('some day')
    await expect(form).toContainText('Not understood as a date.')
    await form.getByRole('textbox', { name: 'Date' }).fill('13 March 2031')
    await form.getByRole('textbox', { name: 'Title' }).fill('Two tugs turned back')
    await page.keyboard.press('Enter')
    await expect(form).toHaveCount(0)
    await expect(page.getByText('Event created: Two tugs turned back')).toBeAttached()
    const [event] = await ask(page, 'event.list', {})
    expect(event).toMatchObject({ title: 'Two tugs turned back', edtf: '2031-03-13', dateOrigin: 'evidence' })
    expect(event?.evidence[0]?.passage.quote).toMatch(/^On 13 March, .* lower his flag\.$/)
    await read.block(2, 'On 13 March').click({ position: { x: 60, y: 12 } })
    await read.inspector.getByRole('button', { name: 'Two tugs turned back' }).click()
    await expect(page.getByRole('button', { name: 'Timeline', exact: true })).toHaveAttribute('aria-current', 'page')
  })

  test('becomes one event, and gets one note, however often Enter is hit', async ({ page }) => {
    const read = await readTogether(page, herald, courier)
    await read.selectParagraph(2, '6')
    await page.keyboard.press('e')
    const form = page.getByRole('dialog', { name: 'Event from the passage' })
    await form.getByRole('textbox', { name: 'Title' }).fill('Two tugs turned back')
    await hitEnterTwice(form)
    await expect(form).toHaveCount(0)
    await read.selectParagraph(2, '7')
    await page.keyboard.press('n')
    const note = page.getByRole('dialog', { name: 'Note on the passage' })
    await note.getByRole('textbox').fill('Ask the harbour office.')
    await hitEnterTwice(note)
    await expect(note).toHaveCount(0)
    expect((await ask(page, 'event.list', {})).map(({ title }) => title)).toEqual(['Two tugs turned back'])
    await expect(page.getByRole('alert')).toHaveText('')
    await page.keyboard.press('Control+Z')
    await expect.poll(async () => (await ask(page, 'passage.list', {})).filter(({ note }) => note !== '')).toEqual([])
    expect(await ask(page, 'event.list', {}), 'undone was the note alone').toHaveLength(1)
  })

  test('is quoted in the briefing and copied with its place', async ({ collate }) => {
    const { page, app } = collate
    const read = await readTogether(page, herald, courier)
    await read.drag(read.block(1, 'Osmera puts the debt'), 'the debt at 31 million crowns')
    await page.keyboard.press('q')
    await expect(page.getByText(/^Quoted in/)).toBeAttached()
    const [row] = await ask(page, 'briefing.list', {})
    const briefing = await ask(page, 'briefing.get', { id: row?.id ?? 0 })
    expect(briefing.blocks.flatMap((b) => (b.kind === 'quotes' ? b.passageIds : []))).toHaveLength(1)
    await page.keyboard.press('Control+Shift+C')
    await expect
      .poll(() => app.evaluate(({ clipboard }) => clipboard.readText()))
      .toMatch(/^> the debt at 31 million crowns\n>\n> Kolvar Herald, \*Osmera takes .*\*, 13 March 2031, ¶4/)
  })
})

test.describe('passages', () => {
  /** Two overlapping passages with tags and one without, in the Courier's first paragraphs. */
  async function overlapping(page: Page): Promise<void> {
    const id = (await ask(page, 'article.ids', { filter: { query: 'outlet:courier' }, sort }))[0] ?? 0
    const { blocks } = await ask(page, 'article.text', { id })
    const start = blocks.find((b) => b.label === '1')?.start ?? 0
    const closure = await ask(page, 'tag.create', { name: 'Closure', colour: 'teal' })
    const sources = await ask(page, 'tag.create', { name: 'Sources', colour: 'rust' })
    await ask(page, 'passage.create', { articleId: id, start, end: start + 60, tagIds: [closure.id] })
    await ask(page, 'passage.create', { articleId: id, start: start + 20, end: start + 90, tagIds: [sources.id] })
    await ask(page, 'passage.create', { articleId: id, start: start + 120, end: start + 150 })
  }

  test('that overlap have underlines and bars of their own', async ({ page }) => {
    const read = await readTogether(page, herald, courier)
    await overlapping(page)
    const paragraph = read.block(2, 'Osmeran border guards took')
    await expect.poll(() => read.marks(paragraph)).toEqual(['tag-rust-1', 'tag-teal-0', 'untagged-0'])
    const bars = read.pane(2).locator('.tbar')
    await expect(bars).toHaveCount(2)
    const [a, b] = await Promise.all([bars.nth(0).boundingBox(), bars.nth(1).boundingBox()])
    expect(Math.abs((a?.x ?? 0) - (b?.x ?? 0))).toBe(5)
    await page.keyboard.press('Control+1')
    await page.keyboard.press('Control+2')
    await expect(bars).toHaveCount(2)
  })

  test('are gone through by key and in the list, and lose tags and leave without losing the keyboard', async ({
    page,
  }) => {
    const read = await readTogether(page, herald, courier)
    await overlapping(page)
    await read.goToPane(2)
    await page.keyboard.press('Alt+ArrowDown')
    await expect(read.passages().nth(0).getByRole('button')).toHaveAttribute('aria-current', 'true')
    await page.keyboard.press('Alt+ArrowDown')
    await expect(read.passages().nth(1).getByRole('button')).toHaveAttribute('aria-current', 'true')
    await read.inspector.getByRole('button', { name: 'Remove tag Sources' }).click()
    await expect(read.inspector.getByRole('button', { name: /^Add/ })).toBeFocused()
    await expect(read.passages().nth(1)).not.toContainText('Sources')
    await read.passages().nth(2).getByRole('button').click()
    await read.inspector.getByRole('button', { name: 'Delete passage' }).click()
    await expect(read.passages()).toHaveCount(2)
    await expect(read.text(2)).toBeFocused()
    await page.keyboard.press('Control+Z')
    await expect(read.passages()).toHaveCount(3)
  })

  test('keep a note that is being written when the screen is left', async ({ page }) => {
    const read = await readTogether(page, herald, courier)
    await overlapping(page)
    await read.goToPane(2)
    await page.keyboard.press('Alt+ArrowDown')
    await read.inspector.getByRole('textbox', { name: 'Note', exact: true }).fill('Ask the shipping office')
    await page.keyboard.press('Control+1')
    await expect(page.getByRole('button', { name: /^Undo: edit note/ })).toBeVisible()
    await page.keyboard.press('Control+2')
    await expect(read.passage('Ask the shipping office')).toBeVisible()
  })

  test('asked for elsewhere are scrolled to and emphasised once', async ({ page }) => {
    const read = await readTogether(page, herald, courier)
    await page.keyboard.press('Control+K')
    await page.getByRole('combobox').fill('perishable goods')
    const hit = page.getByRole('option', { name: /Osmera takes charge/ }).first()
    await expect(hit).toBeVisible()
    await hit.click()
    await expect(read.block(1, 'perishable goods')).toBeInViewport()
    await expect(read.position(1)).toHaveText('¶2 of 13')
    await read.scroll(1, 700)
    await expect(read.position(1)).not.toHaveText('¶2 of 13')
    const place = (await read.position(1).textContent()) ?? ''
    await page.keyboard.press('Control+1')
    await page.keyboard.press('Control+2')
    await expect(read.position(1)).toHaveText(place)
  })
})

test.describe('removed lines', () => {
  test('open in place with their reasons, and come back one by one', async ({ page }) => {
    const read = await readTogether(page, herald, courier)
    const strip = read.text(2).locator('.cut-wrap').first()
    await expect(strip).toContainText('5 lines removed')
    await strip.getByRole('button', { name: 'Show' }).click()
    await expect(strip).toContainText('Search in archive')
    await expect(strip).toContainText('search form')
    await isAccessible(page)
    await strip.getByRole('listitem').filter({ hasText: 'Skip to main content' }).getByRole('button').click()
    await expect(read.block(2, 'Skip to main content')).toBeVisible()
    await expect(read.text(2)).toBeFocused()
    await page.keyboard.press('Control+Z')
    await expect(read.block(2, 'Skip to main content')).toHaveCount(0)
    await page.keyboard.press('b')
    await expect(read.text(2)).toContainText('weekly newsletter')
  })

  test('are joined by a paragraph that is hidden by hand, whose passages stay', async ({ page }) => {
    const read = await readTogether(page, herald, courier)
    await read.selectParagraph(2, '3')
    await read.tag('Supplies')
    const paragraph = read.text(2).locator('.bl').filter({ hasText: 'fuel for nine days' })
    await paragraph.hover()
    await paragraph.getByRole('button', { name: 'Actions on paragraph 3' }).click()
    await page.getByRole('menuitem', { name: /^Hide/ }).click()
    await expect(paragraph).toHaveCount(0)
    await expect(read.text(2)).toBeFocused()
    await expect(read.passages()).toHaveCount(1)
    const strip = read.text(2).locator('.cut-wrap').filter({ hasText: '1 line removed' }).first()
    await strip.getByRole('button', { name: 'Restore' }).click()
    await expect(paragraph.locator('.pn')).toHaveText('3')
    await expect.poll(() => read.highlights(read.block(2, 'fuel for nine days'))).toContain('tag-teal-0')
  })
})
