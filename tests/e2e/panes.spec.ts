import { LibraryPage } from './pages/library'
import { LinksPage } from './pages/links'
import { PanesPage } from './pages/panes'
import { isAccessible, zoomed } from './support/accessible'
import { openSample, press, resize, sizes } from './support/actions'
import { expect, test } from './support/app'
import { ask } from './support/ask'
import { isReachable } from './support/reachable'

const herald = 'Osmera takes charge'
const courier = 'Barges Stranded'
const tamria = 'Flour for six days'

test('an article found in the palette has the keyboard, opened beside others or gone to', async ({ collate }) => {
  const { page } = collate
  await openSample(page)
  const panes = new PanesPage(page)
  await panes.open(herald, courier)
  await resize(collate, sizes.small)
  const { read } = panes
  await read.goToPane(1)
  await panes.run(tamria)
  await expect(page.getByRole('region', { name: /^Text of .Flour for six days/ })).toBeFocused()
  await expect(read.panes.filter({ hasText: tamria })).toHaveClass(/act/)
  await panes.run(herald)
  await expect(page.getByRole('region', { name: /^Text of Osmera takes charge/ })).toBeFocused()
  await press(page, 'ArrowDown')
  await press(page, 'Enter')
  await expect(read.toolbar).toBeVisible()
})

test.describe('by mouse, panes', () => {
  test('are opened by dragging rows to Read, and on between the panes', async ({ page }) => {
    await openSample(page)
    const panes = new PanesPage(page)
    const library = new LibraryPage(page)
    await library.showsArticles(6)
    const readButton = page.getByRole('button', { name: 'Read', exact: true })
    await library.choose(herald)
    await library.choose(courier, ['ControlOrMeta'])
    await panes.takeHold(library.row(courier))
    await panes.over(readButton, 0.5)
    await panes.drop()
    await expect.poll(() => panes.read.outlets()).toEqual(['Kolvar Herald', 'Sarn Courier'])

    await page.keyboard.press('Control+1')
    await panes.takeHold(library.row(tamria))
    await panes.over(readButton, 0.5)
    await expect(panes.read.panes).toHaveCount(2)
    await panes.over(panes.read.pane(1), 0.9)
    await expect(panes.gap).toBeVisible()
    await panes.drop()
    await expect.poll(() => panes.read.outlets()).toEqual(['Kolvar Herald', 'Tamria Today', 'Sarn Courier'])
    await expect(panes.read.text(2)).toBeFocused()
    await expect(panes.gap).toHaveCount(0)
  })

  test('are put in another order by their headers, and each stays where it was read', async ({ page }) => {
    await openSample(page)
    const panes = new PanesPage(page)
    await panes.open(herald, courier, tamria)
    const { read } = panes
    const before = ['Kolvar Herald', 'Sarn Courier', 'Tamria Today']
    await expect.poll(() => read.outlets()).toEqual(before)
    await read.drag(read.block(1, 'Osmera puts the debt'), 'the debt at 31 million crowns')
    await page.keyboard.press('n')
    await page.keyboard.press('Control+Enter')
    await expect(read.passages()).toHaveCount(1)
    await read.scroll(1, 600)
    await read.scroll(3, 300)
    const tops = () => Promise.all([1, 2, 3].map((n) => read.top(n)))
    await expect.poll(tops).toEqual([600, 0, 300])
    await panes.takeHold(panes.handle(1))
    await panes.over(read.pane(3), 0.8)
    await expect(panes.gap).toBeVisible()
    await panes.drop()
    await expect.poll(() => read.outlets()).toEqual([before[1], before[2], before[0]])
    await expect.poll(tops).toEqual([0, 300, 600])
    await expect(read.text(3)).toBeFocused()
    await expect.poll(() => read.marks(read.block(3, 'Osmera puts the debt'))).toEqual(['untagged-0'])
    await panes.takeHold(panes.handle(3))
    await panes.over(read.pane(1), 0.2)
    await panes.drop()
    await expect.poll(() => read.outlets()).toEqual(before)
    await expect.poll(tops).toEqual([600, 0, 300])
  })

  test('take their widths along, and have them again after a restart', async ({ start }) => {
    const first = await start()
    await openSample(first.page)
    const panes = new PanesPage(first.page)
    await panes.open(herald, courier)
    await panes.resize(1, 120)
    await expect.poll(async () => ((w) => (w[0] ?? 0) - (w[1] ?? 0))(await panes.widths())).toBeGreaterThan(200)
    const [wide = 0, narrow = 0] = await panes.widths()
    await first.page.keyboard.press('Alt+1')
    await first.page.keyboard.press('Control+Alt+ArrowRight')
    await expect.poll(() => panes.widths()).toEqual([narrow, wide])
    const order = await panes.read.outlets()
    await expect
      .poll(async () => {
        const kept = await first.page.evaluate(() => window.collate.call('setting.get', { key: 'window' }))
        return JSON.stringify(kept)
      })
      .toContain('"activePane":1')
    await first.quit()

    const second = await start()
    await openSample(second.page)
    const again = new PanesPage(second.page)
    await expect.poll(() => again.read.outlets()).toEqual(order)
    await expect.poll(() => again.widths()).toEqual([narrow, wide])
  })
})

test.describe('one article', () => {
  test('is read at two places at once, which are the same after a restart', async ({ start }) => {
    const first = await start()
    const { page } = first
    await openSample(page)
    const panes = new PanesPage(page)
    await panes.open(herald, courier)
    const { read } = panes
    await read.goToPane(1)
    await read.scroll(1, 500)
    await expect(read.position(1)).not.toHaveText('¶1 of 13')
    await page.keyboard.press('Control+Shift+D')
    await expect.poll(() => read.outlets()).toEqual(['Kolvar Herald', 'Kolvar Herald', 'Sarn Courier'])
    await expect(read.text(2)).toBeFocused()
    await expect(read.position(2)).toHaveText('¶1 of 13')
    await expect(read.position(1)).not.toHaveText('¶1 of 13')
    const place = (await read.position(1).textContent()) ?? ''

    // What is in hand is in hand in one of them alone; a passage is in both.
    await page.keyboard.press('Enter')
    await expect(read.toolbar).toBeVisible()
    await read.tag('Vote')
    await expect.poll(() => read.highlights(read.block(2, 'On 10 March'))).toContain('chosen')
    await expect.poll(() => read.highlights(read.block(1, 'On 10 March'))).not.toContain('chosen')
    await expect(read.pane(1).locator('.tbar')).toHaveCount(1)
    await expect(read.pane(2).locator('.tbar')).toHaveCount(1)
    await press(page, 'Escape')

    // A paragraph is corrected where the keyboard is.
    await page.keyboard.press('F2')
    await expect(read.pane(2).getByRole('textbox')).toBeFocused()
    await expect(page.getByRole('textbox', { name: /^Text of paragraph/ })).toHaveCount(1)
    await page.keyboard.press('Escape')
    await expect(read.text(2)).toBeFocused()

    await page.keyboard.press('Control+Shift+A')
    await page.getByRole('combobox', { name: 'Find an article' }).fill('barges stranded')
    await expect(page.getByRole('option', { name: /Barges Stranded/ })).toContainText('open: once more')
    await isAccessible(page)
    await page.keyboard.press('Enter')
    await expect(read.panes).toHaveCount(4)
    await expect(read.text(3)).toBeFocused()
    await read.scroll(4, 700)
    await expect(read.position(4)).not.toHaveText('¶1 of 9')
    const other = (await read.position(4).textContent()) ?? ''
    await expect(read.position(1)).toHaveText(place)
    await expect
      .poll(async () => JSON.stringify(await ask(page, 'setting.get', { key: 'window' })))
      .toMatch(/"position":\d+\}\],"activePane":2/)
    await first.quit()

    const second = await start()
    await openSample(second.page)
    const again = new PanesPage(second.page).read
    await expect.poll(() => again.outlets()).toEqual(['Kolvar Herald', 'Kolvar Herald', 'Sarn Courier', 'Sarn Courier'])
    await expect(again.position(1)).toHaveText(place)
    await expect(again.position(2)).toHaveText('¶1 of 13')
    await expect(again.position(3)).toHaveText('¶1 of 9')
    await expect(again.position(4)).toHaveText(other)
  })
})

test('panes get other widths by keys, at the edge between them', async ({ page }) => {
  await openSample(page)
  const panes = new PanesPage(page)
  await panes.open(herald, courier)
  const [before = 0] = await panes.widths()
  await page.getByRole('separator', { name: 'Width of the panes' }).focus()
  for (let i = 0; i < 3; i += 1) await press(page, 'ArrowRight')
  await expect.poll(async () => (await panes.widths())[0]).toBeGreaterThan(before + 20)
})

test.describe('layouts', () => {
  test('are kept, opened, renamed and deleted by keyboard', async ({ page }) => {
    await openSample(page)
    const panes = new PanesPage(page)
    await panes.open(herald, courier)
    const { read } = panes
    await read.scroll(2, 400)
    await expect(read.position(2)).not.toHaveText('¶1 of 9')
    const place = (await read.position(2).textContent()) ?? ''
    await page.keyboard.press('Control+Shift+L')
    await expect(page.getByRole('button', { name: 'Keep these panes…' })).toBeFocused()
    await page.keyboard.press('Enter')
    const name = page.getByRole('textbox', { name: 'Name' })
    await expect(name).toBeFocused()
    await expect(name).toHaveValue('Kolvar Herald, Sarn Courier')
    await isAccessible(page)
    await page.keyboard.type('The takeover')
    await page.keyboard.press('Enter')
    await expect(name).toHaveCount(0)
    await expect.poll(async () => (await ask(page, 'layout.list', {})).map((l) => l.name)).toEqual(['The takeover'])

    await page.keyboard.press('Control+Alt+ArrowRight')
    await page.keyboard.press('Control+Shift+W')
    await expect(read.panes).toHaveCount(1)
    await panes.run('Keep these panes')
    await name.fill('the TAKEOVER')
    await expect(page.getByText('Takes the place of the layout of this name.')).toBeVisible()
    await name.fill('One alone')
    await page.keyboard.press('Enter')
    await expect(name).toHaveCount(0)

    await page.keyboard.press('Control+Shift+L')
    const list = page.getByRole('dialog', { name: 'Layouts' })
    await expect(list.getByRole('button', { name: /^One alone/ })).toBeFocused()
    await isAccessible(page)
    await press(page, 'ArrowDown')
    await expect(list.getByRole('button', { name: /^The takeover/ })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect.poll(() => read.outlets()).toEqual(['Kolvar Herald', 'Sarn Courier'])
    await expect(read.position(2)).toHaveText(place)
    await expect(read.text(1)).toBeFocused()

    await page.keyboard.press('Control+Shift+L')
    await expect(list.getByRole('button', { name: /^One alone/ })).toBeFocused()
    await press(page, 'F2')
    await expect(name).toBeFocused()
    await name.fill('The takeover')
    await page.keyboard.press('Enter')
    await expect(list.locator('.field-error')).toBeVisible()
    await name.fill('Alone')
    await page.keyboard.press('Enter')
    await expect(list.getByRole('button', { name: /^Alone/ })).toBeFocused()
    await press(page, 'Delete')
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await expect(list.getByRole('button', { name: /^The takeover/ })).toBeFocused()
    await press(page, 'Delete')
    await expect(list).toContainText('No layout kept yet')
    await expect(list.getByRole('button', { name: 'Keep these panes…' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(read.text(1)).toBeFocused()
    await page.keyboard.press('Control+Z')
    await expect.poll(async () => (await ask(page, 'layout.list', {})).length).toBe(1)
  })

  test('are opened, renamed and deleted by mouse', async ({ page }) => {
    await openSample(page)
    const panes = new PanesPage(page)
    await panes.open(herald, courier, tamria)
    await page.getByRole('button', { name: 'Layouts' }).click()
    await page.getByRole('menuitem', { name: 'Keep these panes…' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Three')
    await page.getByRole('button', { name: 'Keep', exact: true }).click()
    await panes.read.pane(2).getByRole('button', { name: 'Close this article' }).click()
    await expect(panes.read.panes).toHaveCount(2)
    await page.getByRole('button', { name: 'Layouts' }).click()
    await isAccessible(page)
    await page.getByRole('menuitem', { name: /^Three/ }).click()
    await expect.poll(() => panes.read.outlets()).toEqual(['Kolvar Herald', 'Sarn Courier', 'Tamria Today'])
    await expect(panes.read.text(1)).toBeFocused()
    await page.getByRole('button', { name: 'Layouts' }).click()
    await page.getByRole('menuitem', { name: 'Rename or delete…' }).click()
    const list = page.getByRole('dialog', { name: 'Layouts' })
    await list.getByRole('button', { name: 'Rename Three' }).click()
    await page.getByRole('textbox', { name: 'Name' }).fill('Trio')
    await list.getByRole('button', { name: 'Rename', exact: true }).click()
    await list.getByRole('button', { name: 'Delete Trio' }).click()
    await expect(list).toContainText('No layout kept yet')
  })
})

test.describe('the text', () => {
  test('is set as the reader likes it, in all panes, and the line that was read stays', async ({ start }) => {
    const first = await start()
    const { page } = first
    await openSample(page)
    const panes = new PanesPage(page)
    await panes.open(herald, courier)
    const { read } = panes
    const paragraph = read.block(1, 'Osmera puts the debt')
    await expect(paragraph).toHaveCSS('font-size', '16px')
    await expect(paragraph).toHaveCSS('line-height', '26px')
    await read.goToPane(1)
    await read.scroll(1, 700)
    await expect(read.position(1)).not.toHaveText('¶1 of 13')
    const place = (await read.position(1).textContent()) ?? ''
    await press(page, 'Alt+=')
    await press(page, 'Alt+=')
    await expect(paragraph).toHaveCSS('font-size', '18px')
    await expect(read.position(1)).toHaveText(place)

    await page.getByRole('button', { name: 'How the text is set' }).click()
    const menu = page.getByRole('dialog', { name: 'Text in the panes' })
    await expect(menu).toContainText('18 px')
    await menu.getByRole('button', { name: 'Larger' }).click()
    await menu.getByRole('button', { name: 'Sans' }).click()
    await menu.getByRole('button', { name: 'Loose' }).click()
    await menu.getByRole('button', { name: 'Short' }).click()
    await expect(menu.getByRole('button', { name: 'Short' })).toHaveAttribute('aria-pressed', 'true')
    await isAccessible(page)
    await page.keyboard.press('Escape')
    await expect(menu).toHaveCount(0)
    for (const pane of [1, 2]) {
      const block = read.block(pane, /Osmera/).first()
      await expect(block).toHaveCSS('font-size', '19px')
      await expect(block).toHaveCSS('font-family', /^"Inter/)
    }
    await expect(read.position(1)).toHaveText(place)
    await first.quit()

    const second = await start()
    await openSample(second.page)
    const again = new PanesPage(second.page).read
    await expect(again.block(1, 'Osmera puts the debt')).toHaveCSS('font-size', '19px')
    await expect(again.position(1)).toHaveText(place)
    await again.goToPane(1)
    for (let i = 0; i < 8; i += 1) await press(second.page, 'Alt+-')
    await expect(again.block(1, 'Osmera puts the debt')).toHaveCSS('font-size', '14px')
    await press(second.page, 'Alt+0')
    await expect(again.block(1, 'Osmera puts the debt')).toHaveCSS('font-size', '16px')
  })

  test('begins at the same line in every width, and after every restart', async ({ start }) => {
    let collate = await start()
    await openSample(collate.page)
    await new PanesPage(collate.page).open(herald, courier)
    const begins = (length = 20) => new PanesPage(collate.page).firstWords(1, length)
    /** Letters and what the articles share come a moment after the text and break its lines elsewhere. */
    const settled = async (): Promise<void> => {
      await new LinksPage(collate.page).compared()
      await collate.page.evaluate(async () => void (await document.fonts.ready))
    }
    /** Where the first pane stands is kept, and is the line at which scrolling rested. */
    const isKept = async (): Promise<boolean> => {
      const kept = (await ask(collate.page, 'setting.get', { key: 'window' })) as {
        panes: { articleId: number; position?: number }[]
      }
      const [pane] = kept.panes
      return (
        pane?.position !== undefined &&
        pane.position === (await ask(collate.page, 'article.text', { id: pane.articleId })).position
      )
    }
    const restart = async (): Promise<void> => {
      await expect.poll(isKept).toBe(true)
      await collate.quit()
      collate = await start()
      await openSample(collate.page)
      await expect.poll(() => begins()).not.toBe('')
      await settled()
    }
    await settled()
    await new PanesPage(collate.page).read.scroll(1, 500)
    await restart()
    const words = await begins()
    for (const width of [1181, 1300, 1440]) {
      await resize(collate, { width, height: 900 })
      // In another width the line begins with other words before these.
      await expect.poll(() => begins(150)).toContain(words)
    }
    await expect.poll(() => begins()).toBe(words)
    for (let i = 0; i < 2; i += 1) {
      // What is scrolled is kept anew.
      await new PanesPage(collate.page).read.text(1).evaluate((text) => text.parentElement?.scrollBy(0, 3))
      await restart()
      await expect.poll(() => begins()).toBe(words)
    }
  })

  test('has its line at the edge while panes get other widths', async ({ page }) => {
    await openSample(page)
    const panes = new PanesPage(page)
    await panes.open(herald, courier)
    await panes.read.scroll(1, 450)
    await expect(panes.read.position(1)).not.toHaveText('¶1 of 13')
    const place = (await panes.read.position(1).textContent()) ?? ''
    await panes.resize(1, -200)
    await expect.poll(async () => (await panes.widths())[0]).toBeLessThan(400)
    await expect(panes.read.position(1)).toHaveText(place)
    await panes.resize(1, 350)
    await expect.poll(async () => (await panes.widths())[0]).toBeGreaterThan(600)
    await expect(panes.read.position(1)).toHaveText(place)
  })

  test('can be set, found and arranged in a small window', async ({ collate }) => {
    const { page } = collate
    await openSample(page)
    const panes = new PanesPage(page)
    await panes.open(herald, courier, tamria)
    for (const size of [sizes.small, zoomed]) {
      await resize(collate, size)
      await page.getByRole('button', { name: 'How the text is set' }).click()
      await expect(page.getByRole('button', { name: 'Loose' })).toBeInViewport({ ratio: 1 })
      await isReachable(page, `how the text is set, ${size.width} wide`)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Layouts' }).click()
      await expect(page.getByRole('menuitem', { name: 'Keep these panes…' })).toBeInViewport({ ratio: 1 })
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+Shift+F')
      for (const button of await page.getByRole('search').getByRole('button').all()) {
        await expect(button).toBeInViewport({ ratio: 1 })
      }
      await page.keyboard.press('Escape')
    }
  })
})
