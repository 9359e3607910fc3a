import { FindBar } from './pages/find'
import { PanesPage } from './pages/panes'
import { isAccessible, zoomed } from './support/accessible'
import { openSample, press, resize, sizes } from './support/actions'
import { expect, test } from './support/app'
import { ask } from './support/ask'

const herald = 'Osmera takes charge'
const courier = 'Barges Stranded'
const arabic = 'حرس الحدود'

test('places are gone through by mouse', async ({ page }) => {
  await openSample(page)
  await new PanesPage(page).open(herald, courier)
  await page.keyboard.press('Control+F')
  const find = new FindBar(page)
  await find.field.fill('Osmera')
  await expect.poll(() => find.count()).toMatch(/^1 of \d+$/)
  await find.bar.getByRole('button', { name: 'Next place found' }).click()
  await expect.poll(() => find.count()).toMatch(/^2 of \d+$/)
  await find.bar.getByRole('button', { name: 'Place found before' }).click()
  await expect.poll(() => find.count()).toMatch(/^1 of \d+$/)
})

test('words are found in the article by keyboard, one place after the other', async ({ page }) => {
  await openSample(page)
  const panes = new PanesPage(page)
  await panes.open(herald, courier)
  const { read } = panes
  await read.goToPane(1)
  await page.keyboard.press('Control+F')
  const find = new FindBar(page)
  await expect(find.field).toBeFocused()
  await page.keyboard.type('OSMERA')
  await expect.poll(() => find.count()).toMatch(/^1 of \d+$/)
  const total = Number((await find.count()).split(' ').at(-1))
  await expect.poll(async () => (await find.marked('find')).length).toBe(total)
  expect(new Set(await find.marked('find'))).toEqual(new Set(['1: Osmera']))
  await press(page, 'Enter')
  await expect.poll(() => find.count()).toBe(`2 of ${total}`)
  await press(page, 'F3')
  await expect.poll(() => find.count()).toBe(`3 of ${total}`)
  await expect.poll(() => find.inSight()).toBe(true)
  await press(page, 'Shift+Enter')
  await press(page, 'Shift+F3')
  await press(page, 'Shift+F3')
  await expect.poll(() => find.count()).toBe(`${total} of ${total}`)
  await expect.poll(() => find.inSight()).toBe(true)
  await isAccessible(page)

  await page.keyboard.press('Escape')
  await expect(find.bar).toHaveCount(0)
  await expect(read.text(1)).toBeFocused()
  await expect.poll(() => read.selection()).toBe('Osmera')
  await expect.poll(() => find.marked('find')).toEqual([])
  await read.tag('Guards')
  await expect(read.passages()).toHaveCount(1)
})

test('words are found in all panes, whatever their marks, and not in hidden lines', async ({ page }) => {
  await openSample(page)
  const panes = new PanesPage(page)
  await panes.open(herald, courier, arabic)
  const { read } = panes
  await read.goToPane(1)
  await page.keyboard.press('Control+Shift+F')
  const find = new FindBar(page)
  await expect(find.everywhere).toHaveAttribute('aria-pressed', 'true')
  await find.field.fill('barges')
  await expect.poll(() => find.count()).toMatch(/^1 of/)
  await expect.poll(async () => new Set(await find.marked('find'))).toEqual(new Set(['1: barges', '2: barges']))
  const first = await find.marked('find-current')
  await press(page, 'Shift+F3')
  await expect.poll(async () => (await find.marked('find-current'))[0]?.slice(0, 2)).toBe('2:')
  expect(await find.marked('find-current')).not.toEqual(first)
  await expect(read.pane(2)).toHaveClass(/act/)

  // Another form of a letter, and no vowel signs.
  await find.field.fill('الاوسميري')
  await expect.poll(() => find.marked('find-current')).toEqual(['3: الأوسميري'])
  await find.field.fill('nowhere at all')
  await expect.poll(() => find.count()).toBe('Not found')

  await find.field.fill('barges')
  await expect.poll(() => find.count()).toMatch(/of/)
  const before = Number((await find.count()).split(' ').at(-1))
  await find.everywhere.click()
  await expect.poll(async () => Number((await find.count()).split(' ').at(-1))).toBeLessThan(before)
  await expect.poll(async () => (await find.marked('find')).some((words) => words.startsWith('2:'))).toBe(false)
})

test('hidden lines count for nothing', async ({ page }) => {
  await openSample(page)
  const panes = new PanesPage(page)
  await panes.open(courier)
  const [id = 0] = await ask(page, 'article.ids', {
    filter: { query: 'outlet:courier' },
    sort: { by: 'published', descending: false },
  })
  const hidden = (await ask(page, 'article.text', { id })).blocks.find((block) => block.hidden)
  const find = new FindBar(page)
  await page.keyboard.press('Control+F')
  await find.field.fill(hidden?.text ?? '')
  await expect.poll(() => find.count()).toBe('Not found')
})

test('a hit in a folded pane opens it; the bar fits into a small window', async ({ collate }) => {
  const { page } = collate
  await openSample(page)
  const panes = new PanesPage(page)
  await panes.open(herald, courier, arabic)
  await resize(collate, sizes.small)
  await panes.read.goToPane(1)
  await expect(panes.read.spines()).toHaveCount(1)
  await page.keyboard.press('Control+Shift+F')
  const find = new FindBar(page)
  await find.field.fill('الأوسميري')
  await expect.poll(async () => (await find.marked('find-current'))[0]).toMatch(/الأوسميري/)
  await expect.poll(() => find.inSight()).toBe(true)
  await resize(collate, zoomed)
  await expect.poll(() => find.inSight()).toBe(true)
  await isAccessible(page)
  await find.bar.getByRole('button', { name: 'Close and go back to the text' }).click()
  await expect(panes.read.text(1)).toBeFocused()
})
