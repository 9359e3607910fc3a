import { LibraryPage } from './pages/library'
import { LinksPage } from './pages/links'
import { importTexts, newLibrary } from './support/actions'
import { type Collate, expect, test } from './support/app'
import { ask } from './support/ask'

const outlets = ['Lock Register', 'Harbour Ledger'] as const
const paragraphs = 90

/** Two articles with the same paragraphs, each of which the other tells in its words. */
async function openShared(collate: Collate, folder: string): Promise<LinksPage> {
  await newLibrary(collate, folder)
  const told = Array.from(
    { length: paragraphs },
    (_, i) =>
      `Inspector Nadia Brandt counted ${i + 40} barges at lock number ${i + 3}, and sent every one of them back.`,
  ).join('\n\n')
  const texts = outlets.map((name) => [`${name}.txt`, `The ${name} of a winter\n\n${told}`] as const)
  const ids = await importTexts(collate, folder, Object.fromEntries(texts))
  for (const [i, id] of ids.entries()) {
    await ask(collate.page, 'article.set', { ids: [id], edits: { outlet: outlets[i] ?? '', language: 'en' } })
  }
  await new LibraryPage(collate.page).read(...outlets)
  const links = new LinksPage(collate.page)
  await links.compared()
  return links
}

test.describe('scrolling', () => {
  test('finds the marks of what comes into sight, however far it goes at once', async ({ collate, folder }) => {
    const links = await openShared(collate, folder)
    /** Numbers of the paragraphs in sight that have no mark. */
    const unmarked = (): Promise<string[]> =>
      links.read.text(1).evaluate((text) => {
        const frame = text.parentElement?.getBoundingClientRect() ?? { top: 0, bottom: 0 }
        const marked = [...(CSS.highlights.get('shared') ?? [])].flatMap(
          (range) => range.startContainer.parentElement ?? [],
        )
        return [...text.querySelectorAll('.bl.paragraph')].flatMap((block) => {
          const { top, bottom } = block.getBoundingClientRect()
          const isInSight = bottom > frame.top + 1 && top < frame.bottom - 1
          const isMarked = marked.some((element) => block.contains(element))
          return isInSight && !isMarked ? [block.querySelector('.pn')?.textContent ?? '?'] : []
        })
      })
    await expect.poll(unmarked).toEqual([])
    for (const share of [0.5, 1, 0, 0.3, 0.9, 0.1, 0.7, 0.2, 1, 0.4]) {
      await links.read.text(1).evaluate((text, share) => {
        const box = text.parentElement
        if (box) box.scrollTop = (box.scrollHeight - box.clientHeight) * share
      }, share)
      await expect.poll(unmarked, `at ${share}`).toEqual([])
    }
  })

  test('changes nothing of the texts that pass under the pointer, whose menus show where it moves', async ({
    collate,
    folder,
  }) => {
    const { page } = collate
    const { read } = await openShared(collate, folder)
    const text = read.text(1)
    const [first, second] = [text.locator('.bl.paragraph').nth(1), text.locator('.bl.paragraph').nth(2)]
    const isShown = (paragraph: typeof first): Promise<boolean> =>
      paragraph.locator('.block-menu').evaluate((menu) => getComputedStyle(menu).backgroundImage !== 'none')
    await first.hover()
    await expect.poll(() => isShown(first)).toBe(true)
    await second.hover()
    await expect.poll(() => isShown(second)).toBe(true)
    expect(await isShown(first)).toBe(false)
    await page.mouse.wheel(0, 600)
    await expect.poll(() => text.evaluate((element) => element.parentElement?.scrollTop ?? 0)).toBeGreaterThan(500)
    // Another would show only where the texts were styled anew as they passed.
    expect(await isShown(second)).toBe(true)
    await page.mouse.move(5, 5)
    await expect.poll(() => isShown(second)).toBe(false)
  })
})
