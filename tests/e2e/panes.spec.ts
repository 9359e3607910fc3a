import { LibraryPage } from './pages/library'
import { PanesPage } from './pages/panes'
import { openSample } from './support/actions'
import { expect, test } from './support/app'

const herald = 'Osmera takes charge'
const courier = 'Barges Stranded'
const tamria = 'Flour for six days'

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
