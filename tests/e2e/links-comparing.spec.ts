import { seeded } from '../support/generated'
import { LibraryPage } from './pages/library'
import { LinksPage } from './pages/links'
import { isAccessible } from './support/accessible'
import { importTexts, newLibrary, press } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'

/** Names of four outlets, each with an article that takes seconds to compare with another. */
const outlets = ['Lock Register', 'Harbour Ledger', 'Quay Record', 'Pier Annals'] as const
const paragraphs = 350

const syllables = 'ba den kor lim mar nev os pel ri sta tul ven wis yar zol hed fin gra'.split(' ')

/** A text of many different words, a third of its sentences those of the other texts. */
function longText(seed: number): string {
  const [own, told] = [seeded(seed), seeded(99)]
  const word = (random: () => number): string =>
    Array.from({ length: 3 }, () => syllables[Math.floor(random() * syllables.length)]).join('')
  const sentence = (random: () => number): string => `The ${Array.from({ length: 14 }, () => word(random)).join(' ')}.`
  return Array.from({ length: paragraphs }, () => [sentence(own), sentence(told), sentence(own)].join(' ')).join('\n\n')
}

/** Opens long articles side by side: as many of the library's four. */
async function openLong(collate: Collate, folder: string, open: number): Promise<LinksPage> {
  await newLibrary(collate, folder)
  const texts = outlets.map((name, i) => [`${name}.txt`, `The ${name} of a winter\n\n${longText(i + 1)}`] as const)
  const ids = await importTexts(collate, folder, Object.fromEntries(texts))
  for (const [i, id] of ids.entries()) {
    await ask(collate.page, 'article.set', { ids: [id], edits: { outlet: outlets[i] ?? '', language: 'en' } })
  }
  await new LibraryPage(collate.page).read(...outlets.slice(0, open))
  return new LinksPage(collate.page)
}

test.describe('a long comparison', () => {
  test('gives way to newer ones by keyboard while the texts are read, and is made when it is wanted again', async ({
    collate,
    folder,
  }) => {
    test.setTimeout(180_000)
    const { page } = collate
    const links = await openLong(collate, folder, 2)
    const { read, comparing } = links
    const add = async (outlet: string): Promise<void> => {
      await page.keyboard.press('Control+Shift+A')
      await page.getByRole('combobox', { name: 'Find an article' }).fill(outlet)
      await expect(page.getByRole('option').first()).toContainText(outlet)
      await press(page, 'Enter')
      await expect(page.getByRole('combobox', { name: 'Find an article' })).toHaveCount(0)
    }
    const isRead = async (pane: number, paragraph: string): Promise<void> => {
      await read.goToPane(pane)
      await press(page, 'ArrowDown')
      await expect(read.pane(pane).locator('.bl.here > .pn')).toHaveText(paragraph)
    }
    await expect(comparing).toBeVisible()
    await isRead(1, '1')
    // The articles that were open are not wanted compared any longer.
    await add(outlets[2])
    await add(outlets[3])
    await isRead(4, '1')
    await press(page, 'Control+Shift+W')
    await press(page, 'Control+Shift+W')
    await expect(read.panes).toHaveCount(2)
    await isRead(2, '1')
    await expect(links.bar).toContainText(/– of \d+/, { timeout: 60_000 })
    await links.next()
    await links.step('1 of')
    await expect(links.read.text(2)).toBeFocused()
  })
  test('is stopped by key and by button, and made after all when it is wanted', async ({ collate, folder }) => {
    test.setTimeout(180_000)
    const { page } = collate
    const links = await openLong(collate, folder, 4)
    const stopped = links.bar.getByText('Not compared.')
    const compare = links.bar.getByRole('button', { name: 'Compare' })
    await expect(links.comparing).toBeVisible()
    // What is in hand has Escape first.
    await press(page, 'Enter')
    await expect(links.read.toolbar).toBeVisible()
    await press(page, 'Escape')
    await expect(links.read.toolbar).toHaveCount(0)
    await expect(stopped).toHaveCount(0)
    await press(page, 'Escape')
    await expect(stopped).toBeVisible()
    await expect(links.comparing).toHaveCount(0)
    await isAccessible(page)
    // Neither another workspace nor another order of the panes begins it anew.
    await press(page, 'Control+1')
    await press(page, 'Control+2')
    await press(page, 'Control+Alt+ArrowRight')
    await expect(stopped).toBeVisible()
    await compare.click()
    await links.bar.getByRole('button', { name: 'Stop' }).click()
    await expect(stopped).toBeVisible()
    await expect(links.read.pane(2).getByRole('region', { name: /^Text of/ })).toBeFocused()
    // Other articles are another question.
    await press(page, 'Control+Shift+W')
    await press(page, 'Control+Shift+W')
    await expect(stopped).toHaveCount(0)
    await expect(links.bar).toContainText(/– of \d+/, { timeout: 60_000 })
  })

  test('claims nothing of what one article tells alone until it is made', async ({ collate, folder }) => {
    test.setTimeout(180_000)
    const links = await openLong(collate, folder, 4)
    const onlyHere = links.list.getByRole('tab', { name: /^Only here/ })
    const panel = links.list.getByRole('tabpanel')
    const told = async (): Promise<string> => ((await panel.textContent()) ?? '').slice(0, 60)
    // It is out of sight until the keyboard comes into it.
    await onlyHere.focus()
    await onlyHere.click()
    await expect.poll(told).toBe('The articles are being compared.')
    await expect(onlyHere).toHaveText('Only here')
    await expect(onlyHere).toHaveText(/^Only here [\d,]+$/, { timeout: 120_000 })
    await expect.poll(told).toMatch(/^Lock Register: The Lock Register of a winter/)
  })

  test('lets printing and the list wait, until something else is done', async ({ collate, folder }) => {
    test.setTimeout(180_000)
    const { page } = collate
    const links = await openLong(collate, folder, 4)
    await expect(links.comparing).toBeVisible()
    await press(page, 'Control+P')
    await expect(links.comparing).toHaveText('Comparing the articles, then printing')
    await press(page, 'Escape')
    await expect(links.comparing).toHaveText('Comparing the articles')
    await press(page, 'Control+P')
    await expect(links.comparing).toHaveText('Comparing the articles, then printing')
    await press(page, 'Control+F')
    await page.keyboard.type('lock')
    await expect(links.comparing).toHaveText('Comparing the articles')
    await press(page, 'Escape')
    await press(page, 'Shift+L')
    await expect(links.comparing).toHaveText('Comparing the articles, then the list')
    await press(page, 'ArrowDown')
    await expect(links.comparing).toHaveText('Comparing the articles')
    await expect(links.bar).toContainText(/– of \d+/, { timeout: 60_000 })
    await expect(links.read.text(1)).toBeFocused()
    await expect(page.locator('.print-view')).toHaveCount(0)
  })

  test('marks no wrong words of a text that was corrected, and says that it compares anew', async ({
    collate,
    folder,
  }) => {
    test.setTimeout(180_000)
    const { page } = collate
    const links = await openLong(collate, folder, 4)
    await links.compared()
    expect(await links.marked(1, 'shared')).not.toEqual([])
    await links.read.goToPane(1)
    await press(page, 'Home')
    await press(page, 'F2')
    const field = page.getByRole('textbox', { name: /^Text of/ })
    await field.fill(`Updated at noon. ${await field.inputValue()}`)
    await page.keyboard.press('Control+Enter')
    await expect(links.read.block(1, 'Updated at noon.')).toBeVisible()
    const outOfPlace = async (): Promise<string[]> =>
      (await links.marked(1, 'shared')).filter((words) => !/^The [a-z ]+\.$/.test(words))
    expect(await outOfPlace()).toEqual([])
    await expect(links.comparing).toBeVisible()
    await links.compared()
    await expect.poll(() => links.marked(1, 'shared')).not.toEqual([])
    expect(await outOfPlace()).toEqual([])
  })
})
