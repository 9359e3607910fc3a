import { join } from 'node:path'
import { noVectors } from '../../src-main/analysis/alignment/vectors'
import { createLibrary } from '../../src-main/library/open'
import { addArticles } from '../../src-main/services/import-add'
import { extractedText, generatedText, seeded } from '../support/generated'
import { CleaningPage } from './pages/cleaning'
import { LibraryPage } from './pages/library'
import { isOpen, press } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'

const outlet = 'Harbour Gazette'
const count = 2000
const furniture = (at: number): string => `Follow our harbour desk for more (${at}).`
const clock = (): string => '2031-05-02T08:00:00.000Z'

/** A library with two thousand articles of one outlet, each with a line of furniture in the middle. */
function manyArticles(path: string): void {
  const random = seeded(31)
  const library = createLibrary(path, { clock })
  const context = {
    library,
    clock,
    extract: () => Promise.reject(new Error('nothing is extracted')),
    wordVectors: () => noVectors,
    notify: () => undefined,
  }
  const items = Array.from({ length: count }, (_, at) => {
    const text = [generatedText(random, 3), furniture(at), generatedText(random, 2)].join('\n\n')
    return { ...extractedText(text, `Report ${at}`, `${at}.txt`), edits: { outlet } }
  })
  addArticles(context, items)
  library.close()
}

type Seen = { said: string[]; buttons: string[] }

/** From now on keeps what a sheet says of its progress, and which of its buttons can be pressed meanwhile. */
async function watchProgress({ page }: Collate): Promise<() => Promise<Seen>> {
  await page.evaluate(() => {
    const seen: Seen = { said: [], buttons: [] }
    Object.assign(window, { seen })
    const look = (): void => {
      const said = document.querySelector('[role=dialog] [role=progressbar]')?.getAttribute('aria-label')
      if (!said || seen.said.at(-1) === said) return
      seen.said.push(said)
      const buttons = document.querySelectorAll('[role=dialog] form footer button:not([aria-disabled=true])')
      seen.buttons = [...new Set([...seen.buttons, ...[...buttons].map((button) => button.textContent ?? '')])]
    }
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  return () => page.evaluate(() => (window as unknown as { seen: Seen }).seen)
}

/** In how many articles the rule was said to hold, one time after the other. */
function far(said: readonly string[]): number[] {
  const done = said.map((words) => Number(/^Done in ([\d,]+) of 2,000 articles/.exec(words)?.[1]?.replace(',', '')))
  expect(done.length).toBeGreaterThan(1)
  expect(done.every((number) => number > 0 && number <= count)).toBe(true)
  return done
}

test('a rule over two thousand articles tells how far it is, and is made, deleted and undone once', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000)
  const path = join(folder, 'Harbour.collate')
  manyArticles(path)
  const collate = await start({ args: [path] })
  const { page } = collate
  await isOpen(page)
  await ask(page, 'rule.create', { outlet: 'Sund Post', compare: 'is', text: 'Comments (4)' })
  await new LibraryPage(page).table.getByRole('row').nth(1).click()
  await page.keyboard.press('Enter')
  const cleaning = new CleaningPage(page)
  await cleaning.goTo(1, 'Follow our harbour desk')
  await page.keyboard.press('Shift+F10')
  await cleaning.menu.getByRole('menuitem', { name: `Always hide this in ${outlet}…` }).press('Enter')
  await expect(cleaning.teaching).toContainText('Hides 2,000 lines in 2,000 of 2,000 articles.')
  const progress = await watchProgress(collate)
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Enter')
  await expect(cleaning.teaching).toHaveCount(0, { timeout: 60_000 })
  const teaching = await progress()
  expect(far(teaching.said)).toEqual(far(teaching.said).toSorted((a, b) => a - b))
  expect(teaching.buttons).toEqual(['Close'])
  const rules = async () => (await ask(page, 'rule.list', {})).map(({ text, blocks }) => [text.split(' ')[0], blocks])
  expect(await rules()).toEqual([
    ['Follow', count],
    ['Comments', 0],
  ])

  await cleaning.openRules()
  await cleaning.rules.getByRole('button', { name: /^Delete the rule “Follow/ }).focus()
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('Enter')
  const deleting = async () => (await progress()).said.slice(teaching.said.length)
  await expect.poll(async () => (await deleting()).length, { timeout: 60_000 }).toBeGreaterThan(1)
  await expect(cleaning.rules.getByRole('progressbar')).toHaveCount(0, { timeout: 60_000 })
  far(await deleting())
  expect(await rules()).toEqual([['Comments', 0]])
  await expect(page.getByRole('alert').getByRole('button', { name: 'Dismiss' })).toHaveCount(0)
  await page.keyboard.press('Escape')
  await press(page, 'Control+Z')
  await expect.poll(rules, { timeout: 60_000 }).toHaveLength(2)
  await press(page, 'Control+Z')
  await expect.poll(rules, { timeout: 60_000 }).toEqual([['Comments', 0]])
  await expect(cleaning.read.block(1, 'Follow our harbour desk')).toHaveCount(1)
})
