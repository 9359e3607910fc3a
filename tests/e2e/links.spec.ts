import { LinksPage, sideBySide } from './pages/links'
import { isAccessible, zoomed } from './support/accessible'
import { press, resize, setTheme, sizes } from './support/actions'
import { expect, test } from './support/app'
import { ask } from './support/ask'
import { isReachable } from './support/reachable'

const closing = {
  gazette: 'The Marl bridge at Tessin',
  courier: 'From Monday the bridge',
  observer: 'The road office is closing',
}
const cracks = { gazette: '“We found deep cracks', courier: '“We found deep cracks' }
const ferry = { gazette: 'The ferry company will run', courier: 'An additional boat' }

test.describe('shared passages', () => {
  test('are marked, counted and gone through by key, with their counterparts level', async ({ collate, folder }) => {
    const { links } = await sideBySide(collate, folder)
    await expect(links.toggle('Shared')).toHaveText(/^Shared3/)
    await links.step('– of 3')
    expect(await links.marks(1, closing.gazette)).toEqual(['shared'])
    expect(await links.marks(2, closing.courier)).toEqual(['shared'])
    expect(await links.marks(2, 'The swimming pool')).toEqual([])
    await links.next()
    await links.step('1 of 3')
    await expect(links.bar).toContainText('3 outlets, at most 3 independent')
    for (const [pane, words] of [closing.gazette, closing.courier, closing.observer].entries()) {
      // The first counterpart is the one that is decided about.
      const decided = pane === 1 ? ['link-target'] : []
      expect(await links.marks(pane + 1, words)).toEqual([...decided, 'shared', 'shared-active'])
    }
    await links.next()
    await links.next()
    await links.step('3 of 3')
    await expect.poll(() => links.apart([1, ferry.gazette], [2, ferry.courier])).toBeLessThanOrEqual(2)
    await expect(links.read.text(1)).toBeFocused()
    await links.next()
    await links.step('1 of 3')
    await press(collate.page, '[')
    await links.step('3 of 3')
    await press(collate.page, 'Escape')
    await links.step('– of 3')
    expect(await links.marked(1, 'shared-active')).toEqual([])
  })

  test('are brought level by a click, without moving the text that was clicked', async ({ collate, folder }) => {
    await resize(collate, { width: 1440, height: 620 })
    const { links } = await sideBySide(collate, folder)
    await links.read.scroll(1, 260)
    await links.click(1, cracks.gazette)
    const before = await links.scrollTop(1)
    await links.step('2 of 3')
    await expect.poll(() => links.apart([1, cracks.gazette], [2, cracks.courier])).toBeLessThanOrEqual(2)
    expect(await links.scrollTop(1)).toBe(before)
    await expect(links.drawn('fill')).toHaveCount(1)
    await links.read.block(1, 'A retired ferryman').click()
    await links.step('– of 3')
  })

  test('mark the words in which a quotation differs, and say so', async ({ collate, folder }) => {
    const { links } = await sideBySide(collate, folder, ['gazette', 'courier'])
    expect(await links.marked(2, 'differs')).toEqual(['in Tessin'])
    expect(await links.marked(1, 'differs')).toEqual([])
    await links.click(1, cracks.gazette)
    const item = links.counterpart('Hohl Courier ¶5')
    await expect(item).toContainText('same quotation, words differ')
    await expect(item).toContainText('differs: in Tessin')
    await expect(item.locator('mark')).toContainText('in Tessin')
    await expect(collate.page.locator('.link-layer .node.neq:not(.looks *)')).toHaveText('≠')
  })

  test('keep to the system’s colours where it forces them', async ({ collate, folder }) => {
    const { page } = collate
    const { links } = await sideBySide(collate, folder, ['gazette', 'courier'])
    await setTheme(page, 'light')
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
    expect(await links.marked(2, 'differs')).toEqual(['in Tessin'])
    const colours = await links.read.block(2, cracks.courier).evaluate((block) => {
      const own = getComputedStyle(block).color
      const marked = getComputedStyle(block, '::highlight(differs)')
      return { own, words: marked.color, line: marked.textDecorationColor }
    })
    expect(colours).toEqual({ own: colours.own, words: colours.own, line: colours.own })
  })

  test('show how many tell them, under the pointer and by key', async ({ collate, folder }) => {
    const { links } = await sideBySide(collate, folder)
    const card = collate.page.getByRole('tooltip')
    await links.read.block(2, closing.courier).hover({ position: { x: 40, y: 12 } })
    await expect(card).toHaveText('3 outlets, at most 3 independent')
    await expect(links.read.text(2)).toHaveAccessibleDescription('3 outlets, at most 3 independent')
    // The pointer may go on to the card, to select its words.
    await card.click({ clickCount: 3 })
    expect((await links.read.selection()).trim()).toBe('3 outlets, at most 3 independent')
    await collate.page.mouse.move(5, 5)
    await expect(card).toHaveCount(0)
    await expect(links.read.text(2)).toHaveAccessibleDescription('')
    await links.next()
    await expect(card).toHaveText('3 outlets, at most 3 independent')
    await press(collate.page, 'ArrowDown')
    await expect(card).toHaveCount(0)
  })

  test('are listed in words, reached by key, and gone to from there', async ({ collate, folder }) => {
    const { page } = collate
    const { links } = await sideBySide(collate, folder)
    await press(page, 'Shift+L')
    const items = links.list.getByRole('tabpanel', { name: /^Shared passages/ }).getByRole('button')
    await expect(items.first()).toBeFocused()
    await expect(items.first()).toHaveText(
      /^Marl Gazette ¶1 “The Marl bridge.*said\.” — likely the same statement — Hohl Courier ¶2 “From Monday.*office\.”$/,
    )
    await press(page, 'End')
    await expect(items.last()).toBeFocused()
    await press(page, 'Home')
    await press(page, 'Enter')
    await links.step('1 of 3')
    await expect(links.read.text(1)).toBeFocused()
    for (let i = 0; i < 6 && !(await links.list.evaluate((l) => l.contains(document.activeElement))); i += 1) {
      await press(page, 'F6')
    }
    await expect(links.list.getByRole('tab', { name: /^Shared passages/ })).toBeFocused()
    await press(page, 'ArrowDown')
    await expect(items.first()).toBeFocused()
    await isAccessible(page)
  })

  test('are gone through, shown and dimmed by mouse', async ({ collate, folder }) => {
    const { links } = await sideBySide(collate, folder)
    await links.bar.getByRole('button', { name: 'Next shared passage' }).click()
    await links.step('1 of 3')
    await links.bar.getByRole('button', { name: 'Previous shared passage' }).click()
    await links.step('3 of 3')
    await links.toggle('Only here').click()
    await expect.poll(() => links.marks(1, ferry.gazette)).toContain('told-elsewhere')
    await links.toggle('Only here').click()
    await links.toggle('Shared').click()
    await expect.poll(() => links.marks(1, ferry.gazette)).not.toContain('shared')
    await links.toggle('Shared').click()
    await expect.poll(() => links.marks(1, ferry.gazette)).toContain('shared')
  })

  test('stand beside tags, which a key hides and shows', async ({ collate, folder }) => {
    const { links } = await sideBySide(collate, folder)
    await expect(links.toggle('Tags')).toHaveAttribute('aria-pressed', 'true')
    await press(collate.page, 'Shift+T')
    await expect(links.toggle('Tags')).toHaveAttribute('aria-pressed', 'false')
    await press(collate.page, 'Shift+T')
    await expect(links.toggle('Tags')).toHaveAttribute('aria-pressed', 'true')
  })

  test('are said to be none where nothing is shared', async ({ collate, folder }) => {
    const { links } = await sideBySide(collate, folder, ['observer', 'sahafi'])
    await press(collate.page, 'Shift+L')
    await expect(links.list.getByRole('tab', { name: 'Shared passages 0' })).toBeFocused()
    await expect(links.list.getByRole('tabpanel')).toHaveText(/they have no language in common, or no text/)
    await press(collate.page, 'ArrowRight')
    await expect(links.list.getByRole('tab', { name: 'Only here', exact: true })).toBeFocused()
    await press(collate.page, 'Escape')
    await expect(links.read.text(1).or(links.read.text(2)).and(collate.page.locator(':focus'))).toHaveCount(1)
    await expect(links.list.getByRole('tabpanel')).toHaveCount(0)
  })

  test('are listed beside what one article tells alone, and the dates of each', async ({ collate, folder }) => {
    const { page } = collate
    const { links } = await sideBySide(collate, folder)
    const list = (name: RegExp) => links.list.getByRole('tabpanel', { name })
    await expect(links.list.getByRole('button')).toHaveCount(0)
    await press(page, 'Shift+L')
    await press(page, 'Shift+L')
    const alone = list(/^Only here/)
    await expect(alone.getByRole('heading').first()).toHaveText(/^Marl Gazette: The Marl bridge/)
    await expect(alone.getByRole('heading')).toHaveText([/^Marl Gazette/, /^Hohl Courier/, /^Tessin Observer/])
    const comet = alone.getByRole('button', { name: /^Tessin Observer ¶3 “A comet could be seen/ })
    await expect(comet).toHaveCount(1)
    await expect(alone.getByRole('button', { name: /road office is closing/ })).toHaveCount(0)
    await expect(alone.getByRole('button').first()).toBeFocused()
    await isAccessible(page)
    await comet.click()
    await expect(links.read.text(3)).toBeFocused()
    expect(await links.marks(3, 'A comet')).toContain('target')
    await expect(links.list.getByRole('button')).toHaveCount(0)
    await press(page, 'Shift+L')
    await links.list.getByRole('tab', { name: 'Dates' }).click()
    await expect(
      list(/^Dates/)
        .getByRole('heading')
        .first(),
    ).toHaveText(/^Marl Gazette/)
    await expect(
      list(/^Dates/).getByRole('button', { name: 'Marl Gazette ¶1 “Monday 3 March” — 3 March 2031' }),
    ).toBeVisible()
    await isAccessible(page)
  })
})

test.describe('marks', () => {
  test('of what only one article tells, of dates and tags are shown or not, and stay so', async ({ start, folder }) => {
    const collate = await start()
    const { page } = collate
    const { links, library } = await sideBySide(collate, folder)
    await press(page, 'o')
    await expect(links.toggle('Only here')).toHaveAttribute('aria-pressed', 'true')
    await expect.poll(() => links.marks(1, 'A bakery beside')).toEqual([])
    expect(await links.marks(1, closing.gazette)).toContain('told-elsewhere')
    await press(page, 'd')
    await expect.poll(() => links.marked(1, 'date')).toContain('Monday 3 March')
    await links.toggle('Dates').click()
    await expect.poll(() => links.marked(1, 'date')).toEqual([])
    await links.read.selectParagraph(1, '2')
    await links.read.tag('Trade')
    await press(page, 'Escape')
    await expect.poll(() => links.marks(1, 'A bakery')).toEqual(['tag-teal-0'])
    await expect(links.toggle('Tags')).toHaveText(/^Tags1/)
    await links.toggle('Tags').click()
    await expect.poll(() => links.marks(1, 'A bakery')).toEqual([])
    await press(page, 's')
    await expect.poll(() => links.marked(1, 'shared')).toEqual([])
    await expect(links.drawn('hair')).toHaveCount(0)
    await isAccessible(page)
    await page.keyboard.press('Control+1')
    await page.keyboard.press('Control+2')
    await expect(links.toggle('Shared')).toHaveAttribute('aria-pressed', 'false')
    await expect(links.toggle('Only here')).toHaveAttribute('aria-pressed', 'true')
    await collate.quit()

    // What stands back weeks later would be taken for a fault.
    const again = new LinksPage((await start({ args: [library] })).page)
    await expect(again.toggle('Shared')).toHaveAttribute('aria-pressed', 'false')
    await expect(again.toggle('Only here')).toHaveAttribute('aria-pressed', 'false')
  })

  test('of what only one article tells leave alone what another may tell', async ({ collate, folder }) => {
    const { page } = collate
    const { links, ids } = await sideBySide(collate, folder, ['gazette', 'courier'])
    const { links: found } = await ask(page, 'alignment.get', { articleIds: ids })
    const sure = found.filter(({ likely }) => likely).map(({ a }) => a.start)
    const guess = found.find(({ a, likely }) => !likely && !sure.includes(a.start))
    const { blocks } = await ask(page, 'article.text', { id: ids[0] ?? 0 })
    const possible = blocks.find(({ start }) => start === guess?.a.start)?.text ?? 'nothing is only possible'
    await press(page, 'o')
    await expect.poll(() => links.marks(1, closing.gazette)).toContain('told-elsewhere')
    expect(await links.marks(1, possible)).toEqual([])
  })
})

test.describe('connectors', () => {
  test('run between what is on the screen, and stubs lead to what is not', async ({ collate, folder }) => {
    const { page } = collate
    await resize(collate, { width: 1440, height: 620 })
    const { links } = await sideBySide(collate, folder, ['gazette', 'courier'])
    await expect(links.drawn('hair').first()).toBeVisible()
    await links.click(1, closing.gazette)
    await expect(links.drawn('fill')).toHaveCount(1)
    await links.read.scroll(1, 5000)
    const stub = links.drawn('stub').filter({ hasText: '¶2 ↑' })
    await expect(links.drawn('stub').filter({ hasText: '¶1 ↑' })).toHaveCount(1)
    await links.read.scroll(2, 5000)
    await links.read.scroll(1, 0)
    await expect(stub).toHaveCount(1)
    await stub.click()
    await expect(stub).toHaveCount(0)
    await expect.poll(() => links.apart([1, closing.gazette], [2, closing.courier])).toBeLessThanOrEqual(60)
    await expect(page.locator('.link-layer')).toHaveAttribute('aria-hidden', 'true')
    // What is known before the panes are drawn is drawn with them, in its colours.
    await press(page, 'Control+1')
    await expect(page.getByRole('row').first()).toBeVisible()
    await press(page, 'Control+2')
    await expect(links.drawn('hair').first()).toBeVisible()
    const fill = (name: string) =>
      page
        .locator('[data-marks~=shared]')
        .first()
        .evaluate((block, mark) => getComputedStyle(block, `::highlight(${mark})`).backgroundColor, name)
    await expect.poll(() => fill('shared')).not.toBe('rgba(0, 0, 0, 0)')
  })
})

test.describe('a passage that the next pane hasn’t', () => {
  test('names the pane beyond it, and leads there', async ({ collate, folder }) => {
    const { page } = collate
    await resize(collate, { width: 1440, height: 620 })
    const { links } = await sideBySide(collate, folder, ['gazette', 'observer', 'courier'])
    await links.click(1, cracks.gazette)
    const far = links.drawn('far')
    const stub = far.filter({ hasText: '3 ›' }).and(page.locator('.on'))
    await expect(stub).toHaveAttribute('title', 'Go to Hohl Courier ¶5')
    await expect(far.filter({ hasText: '‹ 1' }).and(page.locator('.on'))).toHaveCount(1)
    await links.read.scroll(3, 0)
    await stub.click()
    await expect.poll(() => links.apart([1, cracks.gazette], [3, cracks.courier])).toBeLessThanOrEqual(60)
    await isAccessible(page)
  })
})

test.describe('a passage that only a folded pane has too', () => {
  test('names that pane beside it, and opens it there', async ({ collate, folder }) => {
    const { links } = await sideBySide(collate, folder, ['gazette', 'observer', 'courier'])
    await resize(collate, sizes.small)
    await links.read.goToPane(1)
    await expect(links.read.spines()).toHaveCount(1)
    await links.click(1, cracks.gazette)
    const far = links.drawn('far').filter({ hasText: '3 ›' }).and(collate.page.locator('.on'))
    await expect(far).toHaveAttribute('title', 'Go to Hohl Courier ¶5')
    await far.click()
    await expect(links.read.block(2, cracks.courier)).toBeInViewport()
    await expect(links.read.text(2)).toBeFocused()
    // The pane that folded for it is named beside the same passage.
    await expect(links.drawn('far').filter({ hasText: '‹ 1' }).and(collate.page.locator('.on'))).toHaveCount(1)
    await resize(collate, zoomed)
    await expect(links.read.spines()).toHaveCount(2)
    await expect(links.drawn('far').filter({ hasText: '‹ 1' }).first()).toBeVisible()
    await isAccessible(collate.page)
  })
})

test.describe('while panes scroll', () => {
  test('connectors are drawn on canvases, and are elements again where scrolling rests', async ({
    collate,
    folder,
  }) => {
    await resize(collate, { width: 1440, height: 520 })
    const { links } = await sideBySide(collate, folder)
    await expect(links.drawn('hair').first()).toBeVisible()
    expect(await links.paintedWhileScrolling(1)).toBeGreaterThan(0)
    await expect(links.drawn('hair').first()).toBeVisible()
    await expect(collate.page.locator('.link-layer canvas').first()).toBeHidden()
  })
})

test.describe('sync', () => {
  test('is off at first; on, the other panes follow by what they share', async ({ collate, folder }) => {
    const { page } = collate
    await resize(collate, { width: 1440, height: 520 })
    const { links } = await sideBySide(collate, folder)
    const wheel = async (pane: number, by: number): Promise<void> => {
      await links.read
        .text(pane)
        .locator('..')
        .hover({ position: { x: 60, y: 60 } })
      const before = await links.scrollTop(pane)
      await page.mouse.wheel(0, by)
      await expect.poll(() => links.scrollTop(pane)).not.toBe(before)
    }
    await wheel(1, 200)
    expect(await links.scrollTop(2)).toBe(0)
    await links.read.scroll(1, 0)
    await press(page, 'y')
    await expect(links.bar.getByRole('switch', { name: 'Sync scroll' })).toBeChecked()
    const top = await links.height(1, closing.gazette)
    await wheel(1, (await links.height(1, cracks.gazette)) - top)
    await expect.poll(() => links.apart([1, cracks.gazette], [2, cracks.courier])).toBeLessThanOrEqual(30)
    await wheel(2, 4000)
    await expect
      .poll(async () => {
        const { height, end } = await links.read.text(1).evaluate((text) => ({
          height: (text.parentElement?.scrollTop ?? 0) + (text.parentElement?.clientHeight ?? 0),
          end: text.parentElement?.scrollHeight ?? 0,
        }))
        return end - height
      })
      .toBeLessThanOrEqual(2)
    await links.bar.getByRole('switch', { name: 'Sync scroll' }).click()
    const rest = await links.scrollTop(2)
    await wheel(1, -300)
    expect(await links.scrollTop(2)).toBe(rest)
  })
})

test.describe('a link', () => {
  test('is confirmed and rejected by key and by button, taken back and undone', async ({ collate, folder }) => {
    const { page } = collate
    const { links, ids } = await sideBySide(collate, folder, ['gazette', 'courier'])
    await links.click(1, ferry.gazette)
    await press(page, 'k')
    await expect(links.counterpart('Hohl Courier ¶7')).toContainText('confirmed by you')
    await page.keyboard.press('Control+Z')
    await expect(links.counterpart('Hohl Courier ¶7').getByRole('button', { name: /^Confirm/ })).toBeVisible()
    await press(page, 'x')
    await expect.poll(() => links.marks(1, ferry.gazette)).not.toContain('shared')
    await expect(page.getByRole('heading', { name: 'Rejected links 1' })).toBeVisible()
    await isAccessible(page)
    const rejected = links.counterpart('The ferry company will run')
    await rejected.getByRole('button', { name: 'Take back' }).click()
    await expect(links.said).toHaveText('Taken back.')
    await expect.poll(() => links.marks(1, ferry.gazette)).toContain('shared')
    await expect(page.getByRole('heading', { name: /^Rejected links/ })).toHaveCount(0)
    await links
      .counterpart('Hohl Courier ¶7')
      .getByRole('button', { name: /^Confirm/ })
      .click()
    await expect(links.counterpart('Hohl Courier ¶7')).toContainText('confirmed by you')
    await links.click(1, cracks.gazette)
    await links
      .counterpart('Hohl Courier ¶5')
      .getByRole('button', { name: /^Reject/ })
      .click()
    await expect.poll(() => links.marks(2, cracks.courier)).toEqual([])
    await expect(links.read.text(1)).toBeFocused()
    expect((await ask(page, 'alignment.get', { articleIds: ids })).rejected).toHaveLength(1)
  })

  test('is decided about by key where it shows, one pane after the other, and no guess unasked', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    await resize(collate, sizes.usual)
    const { links, ids } = await sideBySide(collate, folder)
    const decided = async () => {
      const { links: found, rejected } = await ask(page, 'alignment.get', { articleIds: ids })
      return [...found.filter((one) => one.decision === 'confirmed').map(({ b }) => b.articleId), rejected.length]
    }
    await press(page, 'Control+Shift+I')
    await expect(links.read.inspector).toHaveCount(0)
    await links.next()
    await expect(links.target).toHaveText('Hohl Courier ¶2')
    await expect(links.said).toContainText('To decide: Hohl Courier ¶2.')
    expect(await links.marks(2, closing.courier)).toContain('link-target')
    expect(await links.marks(3, closing.observer)).not.toContain('link-target')
    await press(page, 'k')
    await expect(links.target).toHaveText('Tessin Observer ¶2')
    await expect(links.said).toHaveText(
      /^Confirmed: Marl Gazette ¶1 and Hohl Courier ¶2\. To decide: Tessin Observer ¶2\.$/,
    )
    await expect.poll(() => links.marks(3, closing.observer)).toContain('link-target')
    await press(page, 'x')
    await expect(links.said).toHaveText('Rejected: Marl Gazette ¶1 and Tessin Observer ¶2.')
    await expect(links.target).toHaveCount(0)
    await press(page, 'x')
    await press(page, 'k')
    expect(await decided()).toEqual([ids[1], 1])
    await isAccessible(page)
  })

  test('is drawn by keyboard, and outlives a correction, a restart and undo', async ({ start, folder }) => {
    const first = await start()
    const { links, library } = await sideBySide(first, folder, ['gazette', 'courier'])
    const { page } = first
    await links.read.selectParagraph(1, '5')
    await press(page, 'l')
    await expect(page.getByText('Select the passage of another article')).toBeVisible()
    await links.read.selectParagraph(1, '6')
    await expect(page.getByText('That is the same article.')).toBeVisible()
    await links.read.selectParagraph(2, '4')
    await expect(page.getByText('Press Enter to link the two passages.')).toBeVisible()
    await isAccessible(page)
    await press(page, 'Enter')
    await expect(links.counterpart('Marl Gazette ¶5')).toContainText('linked by you')
    await expect.poll(() => links.marks(1, 'Two anglers')).toContain('shared')
    await expect.poll(() => links.marks(2, 'The swimming pool')).toContain('shared-active')
    await links.read.goToPane(1)
    await press(page, 'Escape')
    await links.read.block(1, 'Two anglers').click()
    await press(page, 'F2')
    const field = page.getByRole('textbox', { name: /^Text of paragraph/ })
    await field.fill(`Updated at noon. ${await field.inputValue()}`)
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => links.marked(1, 'shared')).toContainEqual(expect.stringMatching(/^Two anglers/))
    await first.quit()

    const second = await start({ args: [library] })
    const again = new LinksPage(second.page)
    await again.compared()
    await expect.poll(() => again.marked(1, 'shared')).toContainEqual(expect.stringMatching(/^Two anglers/))
    await second.page.keyboard.press('Control+Z')
    await second.page.keyboard.press('Control+Z')
    await expect.poll(() => again.marks(1, 'Two anglers')).toEqual([])
    await second.page.keyboard.press('Control+Y')
    await expect.poll(() => again.marks(1, 'Two anglers')).toContain('shared')
  })

  test('is drawn by mouse, or not at all', async ({ collate, folder }) => {
    const { page } = collate
    const { links, ids } = await sideBySide(collate, folder, ['gazette', 'courier'])
    await links.read.drag(links.read.block(1, 'A bakery'), 'A bakery beside the bridge')
    await page
      .getByRole('toolbar', { name: 'Selection' })
      .getByRole('button', { name: /^Link with/ })
      .click()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect(page.getByText('Select the passage of another article')).toHaveCount(0)
    expect((await ask(page, 'alignment.get', { articleIds: ids })).links.filter((l) => l.decision === 'drawn')).toEqual(
      [],
    )
    await links.read.drag(links.read.block(1, 'A bakery'), 'A bakery beside the bridge')
    await press(page, 'l')
    await links.read.drag(links.read.block(2, 'Beekeepers'), 'Beekeepers in the valley')
    await page.getByRole('button', { name: 'Link', exact: true }).click()
    await expect.poll(() => links.marked(2, 'shared-active')).toEqual(['Beekeepers in the valley'])
    await links.counterpart('Marl Gazette ¶2').getByRole('button', { name: 'Take back' }).click()
    await expect.poll(() => links.marks(2, 'Beekeepers')).toEqual([])
  })
})

test.describe('every window', () => {
  test('right to left: Arabic beside Arabic and beside English', async ({ collate, folder }) => {
    const { links } = await sideBySide(collate, folder, ['sahafi', 'barid', 'gazette'])
    await links.next()
    await links.step('1 of 1')
    await expect(links.drawn('fill')).toHaveCount(1)
    // The sign stands before the number, in the order of the name.
    await expect(links.counterpart('البريد')).toContainText('البريد \u200e¶2')
    await links.read.goToPane(3)
    await expect(links.bar).toContainText('No other article in English')
    await press(collate.page, 'o')
    await expect.poll(() => links.marked(3, 'told-elsewhere')).toEqual([])
    await expect.poll(() => links.marked(1, 'told-elsewhere')).not.toEqual([])
    await isAccessible(collate.page)
  })

  test('narrow: a counterpart in a folded pane opens it there', async ({ collate, folder }) => {
    const { page } = collate
    const { links } = await sideBySide(collate, folder)
    await resize(collate, sizes.small)
    await links.read.goToPane(1)
    await links.next()
    await links.step('1 of 3')
    await press(page, 'Control+Shift+I')
    await links.counterpart('Tessin Observer').getByRole('button', { name: 'Tessin Observer ¶2' }).click()
    await expect(links.read.block(2, closing.observer)).toBeInViewport()
    await expect(links.read.text(2)).toBeFocused()
  })

  test('narrow and zoomed: everything is reached', async ({ collate, folder }) => {
    const { links } = await sideBySide(collate, folder)
    for (const size of [sizes.small, zoomed]) {
      await resize(collate, size)
      await links.next()
      await expect(links.bar.getByRole('button', { name: 'Next shared passage' })).toBeEnabled()
      await isReachable(collate.page, `Read at ${size.width}`)
      await isAccessible(collate.page)
    }
  })
})
